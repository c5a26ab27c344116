"""What can be wrong with a report before the check ever sees it, each in a sentence with its cure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desk.answers import fault
from desk.report.evidence_files import evidence_fault
from validate.days import in_words
from validate.model.plan import Action
from validate.nearest import did_you_mean
from validate.progress.schools import schools_tracked
from validate.quoting import listed, short
from validate.records.report import EvidenceRecord, UpdateRecord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desk.report.entry import Report
    from validate.model.plan import Item, Plan


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """What a report on this plan may say, on one day."""

    plan: Plan
    today: date
    newest_day: date | None
    """The last day of which the plan tells."""

    def of_role(self, role: str) -> str:
        """Return why this role cannot report."""
        known = list(self.plan.roles)
        if role in known:
            return ""
        guess = did_you_mean(role, known) or "."
        return f'"{short(role)}" is not a role of this plan{guess} The roles are: {listed(known)}.'

    def of_day(self, text: str, item: Item) -> str:
        """Return why a report on this action or goal cannot be of this day."""
        complaint = fault(UpdateRecord, "date", text)
        if complaint:
            return complaint
        day, last = date.fromisoformat(text), self.newest_day
        if last and day > last:
            return f"{in_words(day)} is later than {self._last_day(last)}"
        newest = max((update.date for update in item.updates), default=day)
        if day < newest:
            return (
                f"{in_words(day)} is before the newest report on it, of {in_words(newest)}, and reports stand in order "
                "of time. Give a later day, and say in the note when it was."
            )
        return ""

    def _last_day(self, last: date) -> str:
        if last == self.plan.reporting.as_at:
            return (
                f"{in_words(last)}, the day for which this plan is kept. Give an earlier day, or bring as_at in "
                "plan/plan.yml up to date first."
            )
        return f"today, {in_words(last)}. Report it when it has happened."

    def of_school(self, school: str, item: Item, day: date) -> str:
        """Return why a report on this action or goal cannot speak of this school."""
        if not isinstance(item, Action) or not item.is_by_school:
            thing = "action" if isinstance(item, Action) else "goal"
            return f"This {thing} is not tracked school by school, so leave out --school and say it in the note."
        tracked = [known.id for known in schools_tracked(self.plan, item, day)]
        if school in tracked:
            return ""
        guess = did_you_mean(school, tracked) or "."
        return f'This action is not tracked at "{short(school)}"{guess} It is tracked at: {listed(tracked)}.'

    def faults(self, report: Report, item: Item) -> Iterator[tuple[str, str]]:
        """Yield every option that says something, with what is wrong about it, if anything is."""
        if report.reported_by:
            yield "--as", self.of_role(report.reported_by)
        day = self.today
        if report.date:
            complaint = self.of_day(report.date, item)
            yield "--date", complaint
            day = day if complaint else date.fromisoformat(report.date)
        for option, name, text in (
            ("--status", "status", report.status),
            ("--note", "note", report.note),
            ("--reason", "reason", report.reason),
            ("--moved-to", "moved_to", report.moved_to),
            ("--audience", "audience", report.audience),
        ):
            if text:
                yield option, fault(UpdateRecord, name, text)
        for school in report.schools:
            yield "--school", self.of_school(school, item, day)
        for proof in report.proofs:
            yield "--evidence", fault(EvidenceRecord, "title", proof.title)
            yield "--evidence-kind", fault(EvidenceRecord, "kind", proof.kind)
            if proof.date:
                yield "--evidence-date", fault(EvidenceRecord, "date", proof.date)
            if proof.url:
                yield "--evidence-url", fault(EvidenceRecord, "url", proof.url)
            if proof.file:
                yield "--evidence-file", evidence_fault(proof.file)


def where_fault(text: str, file: Path) -> str:
    """Return why what was typed is neither a link nor a file that can be taken in."""
    return fault(EvidenceRecord, "url", text) if is_link(text) else evidence_fault(file)


def is_link(text: str) -> bool:
    """Tell whether a link was meant, and not a file."""
    return "://" in text or text.lower().startswith(("www.", "mailto:"))
