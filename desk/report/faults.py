"""What can be wrong with a report before the check ever sees it, each in a sentence with its cure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desk.entry import fault
from desk.report.entry import schools_in
from desk.report.evidence_files import evidence_fault
from desk.report.options import option_of, proof_option
from validate.nearest import did_you_mean
from validate.plan.pillars import Action
from validate.records.report import EvidenceRecord, UpdateRecord
from validate.rules.updates import BEFORE_ITS_DATE
from validate.rules.years import plan_time
from validate.standing.progress import due_on
from validate.standing.school_logs import school_log
from validate.standing.schools import schools_tracked
from validate.status import ReportedStatus
from validate.words import commas, short
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desk.entry import Entry
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

    def faults(self, report: Entry, item: Item, *, may_move: bool) -> Iterator[tuple[str, str]]:
        """Yield every option that says something, with what is wrong about it, if anything is."""
        if role := report.get("reported_by"):
            yield option_of("reported_by"), self.of_role(role)
        day = self.newest_day
        if text := report.get("date"):
            complaint = self.of_day(text, item, may_move=may_move)
            yield option_of("date"), complaint
            day = day if complaint else date.fromisoformat(text)
        for name, said in report.items():
            if isinstance(said, str):
                yield option_of(name), fault(UpdateRecord, name, said)
        for school in schools_in(report):
            yield option_of("schools"), self.of_school(school, item, day)
        yield option_of("status"), self.of_status(report.get("status", ""), item, schools_in(report), day)
        for proof in report.get("evidence", []):
            yield from _of_proof(proof)


def says_nothing(report: Entry) -> str:
    """Return why a report that leaves the status as it was says nothing new."""
    if report["status"] != ReportedStatus.NO_CHANGE or report.get("note") or report.get("evidence"):
        return ""
    return f'A report of "{report["status"]}" adds a note or a proof, and has neither. Say what is new.'


def where_fault(text: str, file: Path) -> str:
    """Return why what was typed is neither a link nor a file that can be taken in."""
    if is_link(text):
        return fault(EvidenceRecord, "url", text)
    complaint = evidence_fault(file)
    return f"{complaint} {LINK_MEANT}" if complaint and not file.exists() else complaint


def is_link(text: str) -> bool:
    """Tell whether a link was meant, and not a file; a single letter before a colon is a disk's."""
    return text.lower().startswith("www.") or bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", text))


def _of_proof(proof: Entry) -> Iterator[tuple[str, str]]:
    for name, text in proof.items():
        about_file = name == "file"
        yield proof_option(name), evidence_fault(Path(text)) if about_file else fault(EvidenceRecord, name, text)
    if not proof.keys() & {"url", "file"}:
        yield (
            proof_option("title"),
            f'Say where "{short(proof["title"])}" can be looked at, with --evidence-url or --evidence-file.',
        )
