"""The schools that are joining, joined by a case, or did not join in the end: one card for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hooks.page_paths import school_page
from hooks.views.joining_words import REASONS, ROUTES, STATES
from hooks.views.kept import kept
from validate.records.joining import JoiningRecord
from validate.records.support import SupportRecord
from validate.standing.joining import (
    ENDED,
    has_joined,
    opening_on,
    openings_until,
    stage_standings,
    stages_now,
    state_on,
    states_until,
)
from validate.standing.membership import joined_on
from validate.words import day, listed

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.plan.schools import School
    from validate.records.joining import OpeningRecord, StateRecord
    from validate.standing.joining import Case, StageStanding

SPONSORED = {True: "as a sponsored school", False: "not as a sponsored school", None: ""}
GROUPS = {"coming": "On their way", "joined": "Have joined", "ended": "Did not join"}
"""The groups in their order, by code."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OpeningView:
    """An opening date as it was set on a day."""

    opens: str
    word: str
    """Provisional or confirmed."""
    set_on: str
    why: str
    """Why it was set or changed, in a sentence."""
    note: str
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StateView:
    """Where a case stood as a whole from a day on."""

    code: str
    word: str
    since: str
    reason: str
    decided_by: str
    kept: str


ACTIVE = StateView(code="active", word=STATES["active"], since="", reason="", decided_by="", kept="")


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseView:
    """One joining case, in short."""

    name: str
    href: str
    group: str
    """One of the groups, by code."""
    route: str
    sponsored: str
    level: str
    """The level of support expected; empty where none is given."""
    states: tuple[StateView, ...]
    """Newest first; active where nothing else was said."""
    stage: str
    """Where it stands on the way; empty where that says nothing."""
    overdue: tuple[str, ...]
    """Stages after joining that are past their day, in words."""
    openings: tuple[OpeningView, ...]
    """Newest first."""
    opening_note: str
    """What is to be said of a date that has passed; mostly nothing."""
    announced: str
    note: str
    kept: str


def case_views(context: SiteContext) -> dict[str, tuple[CaseView, ...]]:
    """Return every case in its group: those to open first, and those that joined last, stand first."""
    cases = [(school, school.joining) for school in context.plan.schools if school.joining]
    cases.sort(key=lambda found: _order(found[0], found[1], context.as_at))
    views = [case_view(school, case, context) for school, case in cases]
    return {code: tuple(view for view in views if view.group == code) for code in GROUPS}


def case_view(school: School, case: Case, context: SiteContext) -> CaseView:
    """Return the view of one case."""
    plan, as_at, record = context.plan, context.as_at, case.record
    joining, support = plan.part(JoiningRecord), plan.part(SupportRecord)
    standings = stage_standings(school, case, joining, as_at) if joining else ()
    levels = support.record.levels if support else []
    group = group_of(school, case, as_at)
    return CaseView(
        name=school.record.name,
        href=school_page(school.id),
        group=group,
        route=ROUTES[record.route],
        sponsored=SPONSORED[record.sponsored],
        level=next((level.name for level in levels if level.id == record.support_level), ""),
        states=tuple(_state(entry, case, as_at) for entry in reversed(states_until(case, as_at))) or (ACTIVE,),
        stage=_stage(standings, group),
        overdue=tuple(overdue_words(standing) for standing in standings if standing.overdue),
        openings=_openings(case, as_at),
        opening_note=_opening_note(school, case, as_at),
        announced=day(record.announced),
        note=record.note or "",
        kept=kept(case, as_at, school),
    )


def in_short(case: Case, as_at: date) -> str:
    """Say in a few words how far a school came that is not in the trust."""
    states, opening = states_until(case, as_at), opening_on(case, as_at)
    if states and states[-1].record.state in ENDED:
        return f"{STATES[states[-1].record.state]} on {day(states[-1].record.date)}"
    paused = f"{STATES['paused']}. " if state_on(case, as_at) == "paused" else ""
    if opening is None:
        return f"{paused}On its way, with no opening date"
    return (
        f"{paused}To join on {day(opening.record.opens)}, {'confirmed' if opening.record.confirmed else 'provisional'}"
    )


def group_of(school: School, case: Case, as_at: date) -> str:
    """Return the code of the group that a case belongs to."""
    if has_joined(school, case, as_at):
        return "joined"
    return "ended" if state_on(case, as_at) in ENDED else "coming"


def overdue_words(standing: StageStanding) -> str:
    """Say by when a stage was to be done."""
    return f"{standing.stage.record.name} was to be done by {day(standing.due)}"


def _order(school: School, case: Case, as_at: date) -> tuple[int, str]:
    joined, opening = joined_on(school, as_at), opening_on(case, as_at)
    if has_joined(school, case, as_at) and joined:
        return -joined.toordinal(), school.record.name
    return (opening.record.opens if opening else date.max).toordinal(), school.record.name


def _state(entry: Entry[StateRecord], case: Case, as_at: date) -> StateView:
    record = entry.record
    return StateView(
        code=record.state,
        word=STATES[record.state],
        since=day(record.date),
        reason=record.reason or "",
        decided_by=record.decided_by or "",
        kept=kept(entry, as_at, case),
    )


def _openings(case: Case, as_at: date) -> tuple[OpeningView, ...]:
    """Return the opening dates, newest first."""
    openings = openings_until(case, as_at)
    views = [_opening(entry, before, case, as_at) for before, entry in zip((None, *openings), openings, strict=False)]
    return tuple(reversed(views))


def _opening(entry: Entry[OpeningRecord], before: Entry[OpeningRecord] | None, case: Case, as_at: date) -> OpeningView:
    record = entry.record
    return OpeningView(
        opens=day(record.opens),
        word="confirmed" if record.confirmed else "provisional",
        set_on=day(record.set_on),
        why=_why(record, before.record if before else None),
        note=record.note or "",
        kept=kept(entry, as_at, case),
    )


def _why(record: OpeningRecord, before: OpeningRecord | None) -> str:
    """Say what an entry did: set the first date, confirm the one before, or change it for a reason."""
    if before and before.opens == record.opens and record.confirmed:
        return "It confirmed the date."
    return "It was the first date." if record.reason == "first-date" else f"Reason: {REASONS[record.reason]}."


def _stage(standings: tuple[StageStanding, ...], group: str) -> str:
    """Say which stages are in progress, or which comes next; after joining, of those that come then."""
    if group == "joined":
        standings = tuple(found for found in standings if found.stage.record.months_after_opening is not None)
    if group == "ended" or not standings:
        return ""
    if all(standing.status is None for standing in standings):
        return "Nothing is recorded of the stages after joining" if group == "joined" else "No stage is recorded"
    found = stages_now(standings)
    if not found:
        return "All stages are done"
    names = listed([standing.stage.record.name for standing in found])
    return f"{names} in progress" if found[0].status == "in-progress" else f"{names} comes next"


def _opening_note(school: School, case: Case, as_at: date) -> str:
    """Say where an opening date has come and the school is not known to have joined."""
    opening = opening_on(case, as_at)
    is_late = opening and opening.record.opens <= as_at and group_of(school, case, as_at) == "coming"
    return "That day has come, and no file says that the school joined." if is_late else ""
