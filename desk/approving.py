"""The entry that records an approval of the promises, with what they said on that day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.surroundings import CannotRun
from validate.history.amendments import amendments_of, deciders_of
from validate.history.fingerprint import fingerprint, known_to_public
from validate.history.promise import promises_of
from validate.nearest import did_you_mean
from validate.pipeline import outcome_seen
from validate.records.amendments import ApprovalRecord
from validate.records.base import Audience
from validate.words import commas, count, day, short

if TYPE_CHECKING:
    from datetime import date

    from validate.pipeline import Outcome
    from validate.plan.plan import Plan


@dataclass(frozen=True, kw_only=True, slots=True)
class Approved:
    """The promises as they are approved."""

    promises: int
    kept: int
    """How many of them the public does not see."""
    fingerprint: str
    """Of those that the public sees."""
    trustees_fingerprint: str
    """Of all, where some are kept; else nothing."""

    @property
    def sentence(self) -> str:
        """Say how many promises are approved."""
        kept = f", {self.kept:,} of them kept from the public" if self.kept else ""
        return f"What is approved: {count(self.promises, 'promise')}{kept}."


def approved(outcome: Outcome, plan: Plan, on: date, as_at: date) -> Approved:
    """Return what a body approves with the plan as it is. The plan must have no errors."""
    whole = promises_of(plan)
    public = list(known_to_public(promises_of(outcome_seen(outcome, Audience.PUBLIC, as_at).plan).values(), on))
    seen, all_of_them = fingerprint(public), fingerprint(whole.values())
    return Approved(
        promises=len(whole),
        kept=len(whole) - len(public),
        fingerprint=seen,
        trustees_fingerprint=all_of_them if all_of_them != seen else "",
    )


def check_decider(plan: Plan, name: str) -> None:
    """Stop where nobody of this name can decide."""
    known = deciders_of(plan)
    if name not in known:
        guess = did_you_mean(name, known) or "."
        raise CannotRun(
            f'"{short(name)}" is not a body or a role of this plan{guess} The bodies and roles are: {commas(known)}.'
        )


def check_day(outcome: Outcome, plan: Plan, on: date) -> None:
    """Stop where the day of the approval has not come yet."""
    last = outcome.newest_day
    if last is None or on <= last:
        return
    if last == plan.record.reporting.as_at:
        raise CannotRun(
            f"{day(on)} is later than {day(last)}, the day for which this plan is kept. "
            "Give an earlier day, or bring as_at in plan/plan.yml up to date first."
        )
    raise CannotRun(f"{day(on)} is later than today, {day(last)}. Record it when it has been decided.")


def check_not_amended_since(plan: Plan, on: date) -> None:
    """Stop where a promise was amended after the day of the approval, so that it cannot have been of these promises."""
    later = [entry for entry in amendments_of(plan) if entry.record.decided > on]
    if later:
        raise CannotRun(
            f'The promises were not yet these on {day(on)}: "{short(later[-1].promise)}" was amended on '
            f"{day(later[-1].record.decided)}. Give the day on which the promises were approved as they are now."
        )


def check_not_recorded(plan: Plan, found: Approved, by: str, on: date) -> None:
    """Stop where the same approval is recorded already."""
    for entry in plan.entries(ApprovalRecord):
        record = entry.record
        if (record.by, record.date, record.fingerprint) == (by, on, found.fingerprint) and (
            (record.trustees_fingerprint or "") == found.trustees_fingerprint
        ):
            raise CannotRun(f"This approval is recorded already, in {entry.file_path}. Nothing was written.")
