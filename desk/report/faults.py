"""What can be wrong with a report before the check ever sees it, each in a sentence with its cure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desk.answers import fault
from desk.report.evidence_files import evidence_fault
from desk.report.options import option_of
from validate.nearest import did_you_mean
from validate.plan.pillars import Action
from validate.records.report import EvidenceRecord, UpdateRecord
from validate.rules.impossible_status import BEFORE_ITS_DATE
from validate.rules.plan_time import plan_time
from validate.standing.school_logs import school_log
from validate.standing.schools import schools_tracked
from validate.standing.standing import due_on
from validate.status import ReportedStatus
from validate.words import commas, short
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from desk.report.entry import Proof, Report
    from validate.plan.pillars import Item
    from validate.plan.plan import Plan


LINK_MEANT = "If it is on the web, give its whole address, with https:// in front."


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """What a report on this plan may say, on one day."""

    plan: Plan
    today: date
    newest_day: date
    """The last day of which the plan tells: the one for which it is kept, else today."""

    def of_role(self, role: str) -> str:
        """Return why this role cannot report."""
        known = list(self.plan.roles)
        if role in known:
            return ""
        guess = did_you_mean(role, known) or "."
        return f'"{short(role)}" is not a role of this plan{guess} The roles are: {commas(known)}.'

    def is_ahead(self, text: str) -> bool:
        """Tell whether a day has come and is later than the one for which the plan is kept."""
        return not fault(UpdateRecord, "date", text) and self.newest_day < date.fromisoformat(text) <= self.today

    def of_day(self, text: str, item: Item, *, may_move: bool = False) -> str:
        """Return why a report on this action or goal cannot be of this day.

        It may be of a later day than the one for which the plan is kept, if that may move forward with it.
        """
        complaint = fault(UpdateRecord, "date", text)
        if complaint:
            return complaint
        day = date.fromisoformat(text)
        if day > max(self.newest_day, self.today):
            return f"{in_words(day)} is later than today, {in_words(self.today)}. Report it when it has happened."
        if day > self.newest_day and not (may_move and self.is_ahead(text)):
            return (
                f"{in_words(day)} is later than {in_words(self.newest_day)}, the day for which this plan is kept. Give "
                "an earlier day, or add --move-as-at, which moves that day forward too."
            )
        first, last = plan_time(self.plan)
        if self.plan.loaded.is_whole("years") and not first <= day <= last:
            return (
                f"{in_words(day)} lies outside the plan's time, which is from {in_words(first)} to {in_words(last)}. "
                "Check the year."
            )
        newest = max((update.record.date for update in item.updates), default=day)
        if day < newest:
            return (
                f"{in_words(day)} is before the newest report on it, of {in_words(newest)}, and reports stand in order "
                "of time. Give a later day, and say in the note when it was."
            )
        return ""

    def of_status(self, status: str, item: Item, schools: Iterable[str], day: date) -> str:
        """Return why a report of this status, by this day, would be overtaken by the calendar."""
        if status not in BEFORE_ITS_DATE:
            return ""
        day = max(day, self.newest_day)
        due = self.due(item, schools, day)
        if due >= day:
            return ""
        return (
            f'"{status}" cannot be true on {in_words(day)}, as this was due on {in_words(due)}. Say how it ended, or '
            f"that it is {ReportedStatus.AT_RISK} or {ReportedStatus.OFF_TRACK}."
        )

    def due(self, item: Item, schools: Iterable[str], day: date) -> date:
        """Return when an action or goal was due, as known on a day; at the first of these schools, or of all."""
        if not isinstance(item, Action) or not item.is_by_school:
            return due_on(self.plan, item, item.updates, day)
        named = set(schools)
        tracked = [school for school in schools_tracked(self.plan, item, day) if not named or school.id in named]
        return min((due_on(self.plan, item, school_log(item, school), day) for school in tracked), default=item.due)

    def of_school(self, school: str, item: Item, day: date) -> str:
        """Return why a report on this action or goal cannot speak of this school."""
        if not isinstance(item, Action) or not item.is_by_school:
            thing = "action" if isinstance(item, Action) else "goal"
            return f"This {thing} is not tracked school by school, so leave out --school and say it in the note."
        tracked = [known.id for known in schools_tracked(self.plan, item, day)]
        if school in tracked:
            return ""
        guess = did_you_mean(school, tracked) or "."
        return f'This action is not tracked at "{short(school)}"{guess} It is tracked at: {commas(tracked)}.'

    def faults(self, report: Report, item: Item) -> Iterator[tuple[str, str]]:
        """Yield every option that says something, with what is wrong about it, if anything is."""
        if report.reported_by:
            yield "--as", self.of_role(report.reported_by)
        day = self.newest_day
        if report.date:
            complaint = self.of_day(report.date, item, may_move=report.moves_as_at)
            yield "--date", complaint
            day = day if complaint else date.fromisoformat(report.date)
        for name in ("status", "note", "reason", "moved_to", "audience", "publish_after", "trustees_note"):
            if text := getattr(report, name):
                yield f"--{name.replace('_', '-')}", fault(UpdateRecord, name, text)
        for school in report.schools:
            yield "--school", self.of_school(school, item, day)
        yield "--status", self.of_status(report.status, item, report.schools, day)
        for proof in report.proofs:
            yield from _of_proof(proof)


def says_nothing(status: str, note: str, proofs: Sequence[Proof]) -> str:
    """Return why a report that leaves the status as it was says nothing new."""
    if status != ReportedStatus.NO_CHANGE or note or proofs:
        return ""
    return f'A report of "{status}" adds a note or a proof, and has neither. Say what is new.'


def where_fault(text: str, file: Path) -> str:
    """Return why what was typed is neither a link nor a file that can be taken in."""
    if is_link(text):
        return fault(EvidenceRecord, "url", text)
    complaint = evidence_fault(file)
    return f"{complaint} {LINK_MEANT}" if complaint and not file.exists() else complaint


def is_link(text: str) -> bool:
    """Tell whether a link was meant, and not a file; a single letter before a colon is a disk's."""
    return text.lower().startswith("www.") or bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", text))


def _of_proof(proof: Proof) -> Iterator[tuple[str, str]]:
    yield "--evidence", fault(EvidenceRecord, "title", proof.title)
    for name in ("kind", "date", "url", "audience", "publish_after"):
        if text := getattr(proof, name):
            yield option_of(name), fault(EvidenceRecord, name, text)
    if proof.file:
        yield option_of("file"), evidence_fault(proof.file)
    if not proof.url and not proof.file:
        yield (
            "--evidence",
            f'Say where "{short(proof.title)}" can be looked at, with --evidence-url or --evidence-file.',
        )
