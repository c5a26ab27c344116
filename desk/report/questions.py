"""Asks for a report step by step, each answer checked at once; what the command has said already is not asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desk.answers import fault
from desk.asking import Choice
from desk.report.entry import Proof, Report, usual_kind
from desk.report.faults import is_link, where_fault
from desk.report.more import ask_more
from hooks.views.items import standing_status
from validate.fields import fields_of
from validate.plan.pillars import Action
from validate.records.report import EvidenceRecord, UpdateRecord
from validate.rules.impossible_status import BEFORE_ITS_DATE
from validate.rules.no_evidence import NEEDS_EVIDENCE
from validate.rules.update_after_final import GIVES_ITS_REASON
from validate.standing.schools import schools_tracked
from validate.status import EvidenceKind, ReportedStatus, Status
from validate.words import day as in_words
from validate.words import listed

if TYPE_CHECKING:
    from argparse import Namespace

    from desk.asking import Conversation
    from desk.report.faults import Rules
    from validate.plan.pillars import Item
    from validate.plan.plan import Plan
    from validate.records.base import Record
    from validate.standing.standing import Standing

ABOUT_MOVING = (
    "The site shows what was known on one day, as_at in plan/plan.yml. When that day moves forward, whatever was due "
    "by then and was not reported on counts as past its date."
)

NO_CHANGE = "It adds a note or a proof, and leaves the status as it was."


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """The questions about one action or goal."""

    talk: Conversation
    rules: Rules
    item: Item
    standing: Standing | None
    """Where it stands before this report."""
    options: Namespace
    """What the command has said; `proofs` holds the proofs it named."""

    def report(self, role: str, proofs: tuple[Proof, ...]) -> Report:
        """Ask for everything that is not known yet, and return the report."""
        self._introduce()
        schools = tuple(self.options.schools) or self._schools()
        status = self.options.status or self._status(schools)
        moved_to = self.options.moved_to or (self._year() if status == ReportedStatus.DEFERRED else "")
        reason = self.options.reason or (self._reason() if self._needs_reason(status, schools) else "")
        note = self.options.note or self._text("note", "What happened? A sentence or two")
        says_nothing_yet = status == ReportedStatus.NO_CHANGE and not note
        found = proofs or tuple(self._proofs(needed=status in NEEDS_EVIDENCE or says_nothing_yet))
        day = self.options.date or self._date(status, schools)
        reporter = role or ask_role(self.talk, self.rules.plan, self.item.lead.id if self.item.lead else "")
        report = Report(
            status=status,
            schools=schools,
            moved_to=moved_to,
            reason=reason,
            note=note,
            proofs=found,
            date=day,
            reported_by=reporter,
            audience=self.options.audience or "",
            publish_after=self.options.publish_after or "",
            trustees_note=self.options.trustees_note or "",
            moves_as_at=self.rules.is_ahead(day),
        )
        report = ask_more(self.talk, report)
        self.talk.say()
        return report

    def _introduce(self) -> None:
        self.talk.say()
        self.talk.say(f"{self.item.id}: {self.item.text}")
        if self.standing is None:
            return
        said = standing_status(self.standing).word
        newest = self.standing.newest
        last = f" The last report is of {in_words(newest.record.date)}{_words(newest.record.note)}." if newest else ""
        self.talk.say(f"Its date is {in_words(self.standing.due)}. Status now: {said.lower()}.{last}")

    def _schools(self) -> tuple[str, ...]:
        if not isinstance(self.item, Action) or not self.item.is_by_school:
            return ()
        self.talk.say()
        tracked = schools_tracked(self.rules.plan, self.item, self.rules.newest_day)
        choices = [Choice(school.id, school.record.name) for school in tracked]
        about = "Name the schools that stand alike, by number or id with commas between. Report on the others after."
        return self.talk.choices("Of which schools do you speak?", choices, about=about)

    def _status(self, schools: tuple[str, ...]) -> str:
        self.talk.say()
        closed = self._impossible(schools)
        for why_not in dict.fromkeys(closed.values()):
            self.talk.say(why_not)
        choices = [Choice(status, _meaning(status)) for status in ReportedStatus if status not in closed]
        about = _about(UpdateRecord, "status")
        return self.talk.choice("Where does it stand?", choices, about=about, closed=closed)

    def _impossible(self, schools: tuple[str, ...]) -> dict[str, str]:
        """Return the statuses that cannot be true, each with the reason."""
        found: dict[str, str] = {}
        if not self._later_years():
            found[ReportedStatus.DEFERRED] = "The plan has no later year, so this cannot be deferred."
        due = self.rules.due(self.item, schools, self.rules.newest_day)
        if due < self.rules.newest_day:
            reason = f"This was due on {in_words(due)}, so it is neither {listed(BEFORE_ITS_DATE, 'nor')} any more."
            found |= dict.fromkeys(BEFORE_ITS_DATE, reason)
        return found

    def _needs_reason(self, status: str, schools: tuple[str, ...]) -> bool:
        if status in GIVES_ITS_REASON or self.standing is None:
            return status in GIVES_ITS_REASON
        parts = [part for part in self.standing.schools if part.school and part.school.id in schools]
        return status != ReportedStatus.NO_CHANGE and any(part.status.is_final for part in parts or [self.standing])

    def _later_years(self) -> list[str]:
        first = self.item.year if isinstance(self.item, Action) else ""
        return [year.id for year in self.rules.plan.years if year.id > first and year.ends > self.item.due]

    def _year(self) -> str:
        self.talk.say()
        choices = [Choice(year) for year in self._later_years()]
        return self.talk.choice("To which year does it move?", choices, about=_about(UpdateRecord, "moved_to"))

    def _reason(self) -> str:
        return self._text("reason", "Why? One sentence that a parent would understand", needed=True)

    def _text(self, name: str, question: str, *, needed: bool = False) -> str:
        self.talk.say()
        return self.talk.line(
            question,
            about=_about(UpdateRecord, name),
            fault=lambda text: fault(UpdateRecord, name, text),
            needed=needed,
        )

    def _proofs(self, *, needed: bool) -> list[Proof]:
        proofs: list[Proof] = []
        while True:
            self.talk.say()
            more = "What else proves it? Its title, or nothing to go on"
            first = "What proves it? Its title" if needed else "What proves it? Its title, or nothing to go on"
            title = self.talk.line(
                more if proofs else first,
                about=_about(EvidenceRecord, "title"),
                fault=lambda text: fault(EvidenceRecord, "title", text),
                needed=needed and not proofs,
            )
            if not title:
                return proofs
            proofs.append(self._proof(title))

    def _proof(self, title: str) -> Proof:
        about = f"{_about(EvidenceRecord, 'url')} Or a file on this computer, which is copied into plan/evidence/."
        where = self.talk.line(
            "Its web address, or the file on this computer",
            about=about,
            fault=lambda text: where_fault(text, _path(text)),
            needed=True,
        )
        url = where if is_link(where) else ""
        kinds = [Choice(kind) for kind in EvidenceKind]
        usual = usual_kind(title, url)
        kind = self.talk.choice("What is it?", kinds, default=usual, about=_about(EvidenceRecord, "kind"))
        published = self.talk.line(
            "When was it published? A day, a month or a year, or nothing if it carries no date",
            about=_about(EvidenceRecord, "date"),
            fault=lambda text: fault(EvidenceRecord, "date", text),
        )
        return Proof(title=title, kind=kind, url=url, file=None if url else _path(where), date=published)

    def _date(self, status: str, schools: tuple[str, ...]) -> str:
        """Ask for the day; one later than that for which the plan is kept only with that moved forward."""

        def complaint(text: str) -> str:
            return self.rules.of_day(text, self.item, may_move=True) or self.rules.of_status(
                status, self.item, schools, date.fromisoformat(text)
            )

        self.talk.say()
        today, kept = self.rules.today.isoformat(), in_words(self.rules.newest_day)
        if self.rules.is_ahead(today):
            self.talk.say(f"This plan is kept for {kept}. A later day moves that day forward too.")
        while True:
            day = self.talk.line(
                "On which day did this become true?",
                default="" if self.rules.of_day(today, self.item) else today,
                about=f"{_about(UpdateRecord, 'date')} Write it as year, month and day, such as 2023-07-01.",
                fault=complaint,
                needed=True,
            )
            if not self.rules.is_ahead(day) or self._moves(day):
                return day

    def _moves(self, day: str) -> bool:
        """Ask whether the day for which the plan is kept is to move."""
        if self.options.move_as_at:
            return True
        kept, moved = in_words(self.rules.newest_day), in_words(date.fromisoformat(day))
        question = f"Move the whole plan forward from {kept} to {moved}?"
        return self.talk.agrees(question, default="yes", about=ABOUT_MOVING)


def ask_role(talk: Conversation, plan: Plan, default: str) -> str:
    """Return the role, or the source outside the trust, that reports."""
    talk.say()
    choices = [Choice(role.id, role.record.name) for role in plan.roles.values()]
    return talk.choice("Who reports?", choices, default=default, about=_about(UpdateRecord, "reported_by"))


def _meaning(status: ReportedStatus) -> str:
    return NO_CHANGE if status is ReportedStatus.NO_CHANGE else Status(status.value).meaning


def _about(record: type[Record], name: str) -> str:
    about = fields_of(record)[name]
    return f"{about.description} For example: {about.example}." if about.example else about.description


def _path(text: str) -> Path:
    """Return the file that was typed, or dragged into the terminal, which puts quotes around it."""
    return Path(text.strip("'\"")).expanduser()


def _words(note: str | None) -> str:
    return f": {note.rstrip('.')}" if note else ""
