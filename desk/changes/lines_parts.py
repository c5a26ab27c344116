"""What a comparison found of measures, schools and schools on their way, in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from desk.changes.lines import Line, school_line
from hooks.page_paths import measure_page
from hooks.views.joining_words import STATES
from hooks.views.measure_words import meaning, observed_text
from validate.standing.joining import STEPS
from validate.standing.membership import joined_on
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from validate.history.moves_parts import JoiningMove, MeasureMove
    from validate.plan.schools import School
    from validate.records.joining import OpeningRecord, StepStatus
    from validate.records.measures import MeasureRecord
    from validate.standing.measures import Figure


def measure_lines(moves: Iterable[MeasureMove]) -> Iterator[Line]:
    """Yield each measure with another verdict, for the trust and then school by school."""
    for _, group in groupby(moves, key=lambda move: move.measure.id):
        found = list(group)
        measure = found[0].measure
        yield Line(
            id=f"measures/{measure.id}",
            title=measure.title,
            page=measure_page(measure.id),
            details=tuple(map(_measure, found)),
        )


def joined_lines(schools: Iterable[School], on: date) -> Iterator[Line]:
    """Yield each school that joined, with the day on which it did. `on` is the day of the comparison's later side."""
    for school in schools:
        yield school_line(school, [f"Joined on {day(joined_on(school, on))}."])


def left_lines(schools: Iterable[School], now: Iterable[School]) -> Iterator[Line]:
    """Yield each school that left, with the day on which it did, as the files say now."""
    known = {school.id: school for school in now}
    for school in schools:
        found = known.get(school.id)
        left = max((m.record.left for m in found.membership if m.record.left), default=None) if found else None
        yield school_line(school, [f"Left on {day(left)}." if left else "The files no longer say that it belongs."])


def joining_lines(moves: Iterable[JoiningMove]) -> Iterator[Line]:
    """Yield each school on its way that came further, or was held up, with what became of it."""
    for move in moves:
        yield school_line(move.school, list(_joining(move)))


def _measure(move: MeasureMove) -> str:
    whose = f"{move.school.record.name}: " if move.school else ""
    before = f"was: {move.verdict_before.word}{_figure(move.before, move.measure)}"
    return f"{whose}{move.verdict.word}{_figure(move.after, move.measure)} ({before})."


def _figure(figure: Figure | None, measure: MeasureRecord) -> str:
    if figure is None:
        return ""
    newest = figure.newest.record
    return f", {meaning(newest) or observed_text(newest, measure)} in {figure.year}"


def _joining(move: JoiningMove) -> Iterator[str]:
    if move.is_new:
        yield f"On its way, newly known. {STATES[move.state]}."
    elif move.state_before and move.state != move.state_before:
        yield f"{STATES[move.state]} (was: {STATES[move.state_before]})."
    if move.is_opening_moved:
        was = f" (was: {_opens(move.opening_before)})" if not move.is_new else ""
        yield f"It opens on {_opens(move.opening)}{was}." if move.opening else f"It has no opening date{was}."
    for stage in move.stages:
        yield f"{stage.name}: {_step(stage.after)} (was: {_step(stage.before)})."


def _opens(opening: OpeningRecord | None) -> str:
    if opening is None:
        return "no date"
    return f"{day(opening.opens)}{'' if opening.confirmed else ', not yet certain'}"


def _step(status: StepStatus | None) -> str:
    return STEPS[status].lower()
