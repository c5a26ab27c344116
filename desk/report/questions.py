"""Asks for a report step by step, each answer checked at once; what the command has said already is not asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desk.asking import Choice
from desk.interview import Interview, Manner, decides_who_sees
from desk.report.entry import schools_in, usual_kind
from desk.report.faults import is_link, where_fault
from desk.report.more import ask_more
from hooks.views.items import standing_status
from validate.plan.pillars import Action
from validate.records.report import UpdateRecord
from validate.rules.evidence import NEEDS_EVIDENCE
from validate.rules.updates import BEFORE_ITS_DATE, GIVES_ITS_REASON
from validate.standing.schools import schools_tracked
from validate.status import ReportedStatus, Status
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.asking import Conversation
    from desk.entry import Entry
    from desk.interview import Wanted
    from desk.report.faults import Rules
    from validate.plan.pillars import Item
    from validate.plan.plan import Plan
    from validate.standing.standing import Standing

ORDER = ("status", "moved_to", "reason", "note", "evidence", "date", "reported_by")
"""What is asked for first, as somebody would tell it; whatever else a report may hold comes after."""

OTHERWISE = frozenset({"schools", "correction", "evidence.file"})
"""What is asked for in another way, or has no place in a new report."""

ABOUT_MOVING = (
    "The site shows what was known on one day, as_at in plan/plan.yml. When that day moves forward, whatever was due "
    "by then and was not reported on counts as past its date."
)
NO_CHANGE = "It adds a note or a proof, and leaves the status as it was."
MEANINGS = {
    status.value: NO_CHANGE if status is ReportedStatus.NO_CHANGE else Status(status.value).meaning
    for status in ReportedStatus
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """The questions about one action or goal."""

    talk: Conversation
    rules: Rules
    item: Item
    standing: Standing | None
    """Where it stands before this report."""
    may_move: bool
    """Whether the command allows the day for which the plan is kept to move."""

    def fill(self, report: Entry) -> None:
        """Ask for everything that is not known yet."""
        self._introduce()
        if "schools" not in report and (schools := self._schools()):
            report["schools"] = [{"school": school} for school in schools]
        Interview(talk=self.talk, record=UpdateRecord, manner=self._manner).fill(report, ORDER)
        for proof in report.get("evidence", []):
            if "url" in proof and not is_link(proof["url"]):
                proof["file"] = str(_path(proof.pop("url")))
        ask_more(self.talk, report)
        self.talk.say()

    def _introduce(self) -> None:
        self.talk.say()
        self.talk.say(f"{self.item.id}: {self.item.text}")
        if self.standing is None:
            return
        said = standing_status(self.standing).word
        newest = self.standing.newest
        note = f": {newest.record.note.rstrip('.')}" if newest and newest.record.note else ""
        last = f" The last report is of {in_words(newest.record.date)}{note}." if newest else ""
        self.talk.say(f"Its date is {in_words(self.standing.due)}. Status now: {said.lower()}.{last}")

    def _schools(self) -> tuple[str, ...]:
        if not isinstance(self.item, Action) or not self.item.is_by_school:
            return ()
        self.talk.say()
        tracked = schools_tracked(self.rules.plan, self.item, self.rules.newest_day)
        choices = [Choice(school.id, school.record.name) for school in tracked]
        about = "Name the schools that stand alike, by number or id with commas between. Report on the others after."
        return self.talk.choices("Of which schools do you speak?", choices, about=about)

    def _manner(self, wanted: Wanted) -> Manner | None:
        """Return how each field is asked for; one that is not known here is asked for as its record class says."""
        if wanted.path in OTHERWISE or decides_who_sees(wanted.about):
            return None
        if wanted.path.startswith("evidence."):
            return _proof(wanted)
        own: dict[str, Callable[[Wanted], Manner | None]] = {
            "status": self._status,
            "moved_to": self._year,
            "reason": self._reason,
            "note": lambda _: Manner(before=("",), question="What happened? A sentence or two"),
            "evidence": self._evidence,
            "date": self._date,
            "reported_by": lambda _: role_manner(self.rules.plan, self.item.lead.id if self.item.lead else ""),
        }
        asked = own.get(wanted.path)
        return asked(wanted) if asked else Manner(before=("",))

    def _status(self, wanted: Wanted) -> Manner:
        closed = self._impossible(schools_in(wanted.said))
        return Manner(
            before=("", *dict.fromkeys(closed.values())),
            question="Where does it stand?",
            choices=MEANINGS,
            closed=closed,
            needed=True,
        )

    def _impossible(self, schools: tuple[str, ...]) -> dict[str, str]:
        """Return the statuses that cannot be true, each with the reason."""
        found: dict[str, str] = {}
        if not self._later_years():
            found[ReportedStatus.DEFERRED] = "The plan has no later year, so this cannot be deferred."
        due = self.rules.due(self.item, schools, self.rules.newest_day)
        if due < self.rules.newest_day:
            reason = f"This was due on {in_words(due)}, so it is neither {' nor '.join(BEFORE_ITS_DATE)} any more."
            found |= dict.fromkeys(BEFORE_ITS_DATE, reason)
        return found

    def _year(self, wanted: Wanted) -> Manner | None:
        if wanted.said["status"] != ReportedStatus.DEFERRED:
            return None
        years = dict.fromkeys(self._later_years(), "")
        return Manner(before=("",), question="To which year does it move?", choices=years, needed=True)

    def _reason(self, wanted: Wanted) -> Manner | None:
        if not self._needs_reason(wanted.said["status"], schools_in(wanted.said)):
            return None
        return Manner(before=("",), question="Why? One sentence that a parent would understand", needed=True)

    def _needs_reason(self, status: str, schools: tuple[str, ...]) -> bool:
        if status in GIVES_ITS_REASON or self.standing is None:
            return status in GIVES_ITS_REASON
        parts = [part for part in self.standing.schools if part.school and part.school.id in schools]
        return status != ReportedStatus.NO_CHANGE and any(part.status.is_final for part in parts or [self.standing])

    def _evidence(self, wanted: Wanted) -> Manner | None:
        if "evidence" in wanted.said:
            return None
        status = wanted.said["status"]
        says_nothing_yet = status == ReportedStatus.NO_CHANGE and "note" not in wanted.said
        return Manner(needed=status in NEEDS_EVIDENCE or says_nothing_yet, first=("title", "url", "kind", "date"))

    def _later_years(self) -> list[str]:
        first = self.item.year if isinstance(self.item, Action) else ""
        return [year.id for year in self.rules.plan.years if year.id > first and year.ends > self.item.due]

    def _date(self, wanted: Wanted) -> Manner:
        """Ask for the day; one later than that for which the plan is kept only with that moved forward."""

        def complaint(text: str) -> str:
            return self.rules.of_day(text, self.item, may_move=True) or self.rules.of_status(
                wanted.said["status"], self.item, schools_in(wanted.said), date.fromisoformat(text)
            )

        today, kept = self.rules.today.isoformat(), in_words(self.rules.newest_day)
        later = (f"This plan is kept for {kept}. A later day moves that day forward too.",)
        return Manner(
            before=("", *(later if self.rules.is_ahead(today) else ())),
            question="On which day did this become true?",
            default="" if self.rules.of_day(today, self.item) else today,
            fault=complaint,
            accepts=lambda day: not self.rules.is_ahead(day) or self._moves(day),
        )

    def _moves(self, day: str) -> bool:
        """Ask whether the day for which the plan is kept is to move."""
        if self.may_move:
            return True
        kept, moved = in_words(self.rules.newest_day), in_words(date.fromisoformat(day))
        question = f"Move the whole plan forward from {kept} to {moved}?"
        return self.talk.agrees(question, default="yes", about=ABOUT_MOVING)


def _proof(wanted: Wanted) -> Manner:
    """Return how something is asked for of a proof."""
    match wanted.about.name:
        case "title":
            which = "What else" if wanted.number else "What"
            return Manner(
                before=("",), question=f"{which} proves it? Its title{'' if wanted.needed else ', or nothing to go on'}"
            )
        case "url":
            return Manner(
                question="Its web address, or the file on this computer",
                also="Or a file on this computer, which is copied into plan/evidence/.",
                fault=lambda text: where_fault(text, _path(text)),
                needed=True,
            )
        case "kind":
            url = wanted.part["url"] if is_link(wanted.part["url"]) else ""
            return Manner(question="What is it?", default=usual_kind(wanted.part["title"], url))
        case "date":
            question = "When was it published? A day, a month or a year, or nothing if it carries no date"
            return Manner(question=question)
        case _:
            return Manner()


def role_manner(plan: Plan, default: str = "") -> Manner:
    """Return how the role, or the source outside the trust, is asked for that reports."""
    choices = {role.id: role.record.name for role in plan.roles.values()}
    return Manner(before=("",), question="Who reports?", choices=choices, default=default)


def ask_role(talk: Conversation, plan: Plan) -> str:
    """Return the role that reports."""
    report: Entry = {}
    Interview(talk=talk, record=UpdateRecord, manner=lambda _: role_manner(plan)).ask(report, "reported_by")
    return str(report["reported_by"])


def _path(text: str) -> Path:
    """Return the file that was typed, or dragged into the terminal, which puts quotes around it."""
    return Path(text.strip("'\"")).expanduser()
