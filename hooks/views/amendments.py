"""Views of amendments: how a promise was changed, told beside it for good."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import measure_page, objective_page, pillar_page
from hooks.views.kept import kept
from validate.history.amendments import amendments_of
from validate.history.promise import DIRECTIONS, EVERYWHERE, promises_of
from validate.plan.pillars import Action, Goal, Objective, Pillar
from validate.plan.plan import Plan
from validate.records.governance import GovernanceRecord
from validate.records.promises import EVERYBODY, What
from validate.values.dates import DAY
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.history.amendments import Amendment
    from validate.history.promise import Promise
    from validate.plan.pillars import Update
    from validate.records.report import EvidenceRecord

DONE = {What.ADDED: "Added", What.REMOVED: "Removed"}

HOME = "index.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class AmendmentView:
    """One change of one promise."""

    promise: str
    """The promise's id."""
    sentence: str
    """What was changed, when and by whom, with what stood there before."""
    why: str
    kept: str
    evidence: list[EvidenceRecord]


@dataclass(frozen=True, kw_only=True, slots=True)
class AmendedView:
    """A promise as it is listed, with its amendments."""

    name: str
    """Its title or wording, or its former one; its id where neither is known."""
    href: str
    """The place where it stands; nothing where it is gone."""
    amendments: tuple[AmendmentView, ...]


def amendments_about(plan: Plan, promise: str, as_at: date) -> tuple[AmendmentView, ...]:
    """Return the amendments of one promise, oldest first."""
    return tuple(amendment_view(entry, plan, as_at) for entry in amendments_of(plan) if entry.promise == promise)


def removed_from(plan: Plan, objective: Objective, as_at: date) -> tuple[AmendmentView, ...]:
    """Return every amendment of actions and goals that an objective had and has not any more."""
    left = {item.id for item in objective.items}
    return tuple(
        amendment_view(entry, plan, as_at)
        for entry in amendments_of(plan)
        if entry.promise.startswith(f"{objective.id}/") and entry.promise not in left
    )


def amendment_view(amendment: Amendment, plan: Plan, as_at: date) -> AmendmentView:
    """Return the view of one amendment."""
    record = amendment.record
    done = f"{DONE.get(record.what, 'Changed')} on {day(record.decided)} by {decider(plan, record.decided_by)}"
    return AmendmentView(
        promise=amendment.promise,
        sentence=f"{done}: {_before(record.what)} {_was(plan, record.what, record.was)}" if record.was else done,
        why=record.why,
        kept=kept(amendment.entry, as_at),
        evidence=record.evidence,
    )


def amended_below(plan: Plan, name: str, as_at: date) -> tuple[AmendedView, ...]:
    """Return the amendments of a promise and of those that belong to it, by promise."""
    entries = tuple(entry for entry in amendments_of(plan) if f"{entry.promise}/".startswith(f"{name}/"))
    return tuple(listed_amendments(plan, promises_of(plan), entries, as_at)) if entries else ()


def listed_amendments(
    plan: Plan, promises: dict[str, Promise], entries: tuple[Amendment, ...], as_at: date
) -> Iterator[AmendedView]:
    """Yield each promise that these amendments are about, in the order in which it was first changed."""
    by_promise: dict[str, list[Amendment]] = {}
    for entry in entries:
        by_promise.setdefault(entry.promise, []).append(entry)
    for name, about in by_promise.items():
        promise = promises.get(name)
        yield AmendedView(
            name=promise.name if promise else _former_words(about) or name,
            href=(promise_page(promise) or HOME) if promise else "",
            amendments=tuple(amendment_view(entry, plan, as_at) for entry in about),
        )


def _former_words(entries: list[Amendment]) -> str:
    """Return what a promise that is gone said last, as its removal tells it; nothing where none does."""
    told = (entry.record.was for entry in reversed(entries) if entry.record.what is What.REMOVED)
    return next(filter(None, told), "")


def correction_words(update: Update, plan: Plan) -> str:
    """Return when and why a report was corrected, in a sentence; nothing where it was not."""
    correction = update.record.correction
    if correction is None:
        return ""
    by = f" by {_in_sentence(plan.roles[correction.by].record.name)}" if correction.by else ""
    return f"Corrected on {day(correction.date)}{by}: {correction.reason}"


def decider(plan: Plan, name: str) -> str:
    """Return what to call a body or a role in a sentence, such as: the board of trustees."""
    governance = plan.part(GovernanceRecord)
    bodies = {body.id: body.name for body in governance.record.bodies} if governance else {}
    return _in_sentence(bodies.get(name) or plan.roles[name].record.name)


def _in_sentence(called: str) -> str:
    if called.lower().startswith("the "):
        called = called[4:]
    is_short_form = called[1:2].isupper() or called[1:2].isdigit()
    return f"the {called if is_short_form else called[:1].lower() + called[1:]}"


def _before(what: What) -> str:
    return "it was" if what in DONE else f"{what.word} was"


def _was(plan: Plan, what: What, was: str) -> str:
    match what:
        case What.DUE if re.fullmatch(DAY, was):
            return day(was)
        case What.DIRECTION:
            return f"“{DIRECTIONS.get(was, was)}”"
        case What.AUDIENCE:
            return EVERYBODY.get(was, was)
        case What.SCHOOLS:
            schools = {school.id: school.record.name for school in plan.schools}
            return EVERYWHERE.get(was) or ", ".join(schools.get(one, one) for one in was.split(", "))
        case What.TITLE | What.WORDING | What.REMOVED:
            return f"“{was.removesuffix('.')}”"
        case _:
            return was


def promise_page(promise: Promise) -> str:
    """Return the page and anchor at which a promise stands; nothing for the plan as a whole."""
    part = promise.part
    match part:
        case Action() | Goal():
            return f"{objective_page(promise.parent)}#{promise.id}"
        case Objective():
            return objective_page(promise.id)
        case Pillar():
            return pillar_page(part.id)
        case Plan():
            return ""
        case _:
            return measure_page(part.id.split("/")[0])
