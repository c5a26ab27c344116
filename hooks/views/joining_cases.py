"""The schools that are joining, joined by a case, or did not join in the end: one card for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hooks.views.joining_words import REASONS, ROUTES, STATES
from validate.records.joining import JoiningRecord
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

    opening: Entry[OpeningRecord]
    why: str
    """Why it was set or changed, in a sentence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StateView:
    """Where a case stood as a whole from a day on."""

    state: Entry[StateRecord] | None
    """Nothing where it is active because nothing else was said."""
    word: str


ACTIVE = StateView(state=None, word=STATES["active"])


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseView:
    """One joining case, in short."""

    school: School
    case: Case
    group: str
    """One of the groups, by code."""
    route: str
    sponsored: str
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

    @property
    def reason(self) -> str:
        """Why it stands where it does, where that is recorded."""
        now = self.states[0].state
        return (now.record.reason or "") if now else ""


def case_views(context: SiteContext) -> dict[str, tuple[CaseView, ...]]:
    """Return every case in its group: those to open first, and those that joined last, stand first."""
    cases = [(school, school.joining) for school in context.plan.schools if school.joining]
    cases.sort(key=lambda found: _order(found[0], found[1], context.as_at))
    views = [case_view(school, case, context) for school, case in cases]
    return {code: tuple(view for view in views if view.group == code) for code in GROUPS}


def case_view(school: School, case: Case, context: SiteContext) -> CaseView:
    """Return the view of one case."""
    as_at, joining = context.as_at, context.plan.part(JoiningRecord)
    standings = stage_standings(school, case, joining, as_at) if joining else ()
    group = group_of(school, case, as_at)
    return CaseView(
        school=school,
        case=case,
        group=group,
        route=ROUTES[case.record.route],
        sponsored=SPONSORED[case.record.sponsored],
        states=tuple(map(_state, reversed(states_until(case, as_at)))) or (ACTIVE,),
        stage=_stage(standings, group),
        overdue=tuple(overdue_words(standing) for standing in standings if standing.overdue),
        openings=_openings(case, as_at),
        opening_note=_opening_note(school, case, as_at),
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


def _state(entry: Entry[StateRecord]) -> StateView:
    return StateView(state=entry, word=STATES[entry.record.state])


def _openings(case: Case, as_at: date) -> tuple[OpeningView, ...]:
    """Return the opening dates, newest first."""
    openings = openings_until(case, as_at)
    return tuple(
        OpeningView(opening=entry, why=_why(entry.record, before.record if before else None))
        for before, entry in reversed(list(zip((None, *openings), openings, strict=False)))
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
