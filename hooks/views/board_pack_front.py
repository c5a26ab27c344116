"""The pack's first page: how the plan stands in a few sentences, and what the board is asked to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from hooks.views.services_calendar import OVERDUE
from validate.standing.measures import Verdict
from validate.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from hooks.views.board_pack_joining import ComingView
    from hooks.views.board_pack_market import MarketView
    from hooks.views.board_pack_measures import OffTargetView
    from hooks.views.board_pack_moves import MovesView
    from hooks.views.board_pack_promises import PromisesView
    from hooks.views.joining_cases import CaseView
    from hooks.views.reporting import ReportingView
    from hooks.views.support_schools import SchoolLevelsView
    from validate.history.comparison import Comparison
    from validate.plan.pillars import Item

NAMED = 4
"""How many are named of each point; the others are counted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NameView:
    """Something that is named in a point."""

    text: str
    kept: str
    """The words of the tag beside what the public does not see; mostly empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PointView:
    """One thing for the board to look at."""

    words: str
    names: tuple[NameView, ...]
    """The first of them; none where they are only counted."""
    others: str
    """How many more there are, in words; empty where all are named."""
    chapter: str
    """The chapter that tells the rest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chapters:
    """The chapters that points are taken from."""

    moves: MovesView
    promises: PromisesView
    missing: ReportingView
    measures: OffTargetView
    joining: ComingView
    levels: SchoolLevelsView | None
    market: MarketView | None


def points(context: SiteContext, comparison: Comparison, chapters: Chapters) -> tuple[PointView, ...]:
    """Return what the board is asked to look at: what got worse, was amended, or is late."""
    found = (*_moved(context, comparison, chapters), *_late(chapters), *_of_parts(context, chapters))
    return tuple(point for point in found if point)


def _moved(context: SiteContext, comparison: Comparison, chapters: Chapters) -> Iterator[PointView | None]:
    worse = [_item(context, entry.item) for entry in chapters.moves.worse]
    one, many = "action or goal", "actions and goals"
    yield _point(worse, f"{one} became off track or not met", f"{many} became off track or not met", "moves")
    late = [_item(context, flagged.item) for flagged in comparison.newly_overdue]
    yield _point(
        late, f"{one} passed its date and is still open", f"{many} passed their date and are still open", "missing"
    )
    amended = [NameView(text=promise.name, kept=promise.amendments[-1].kept) for promise in chapters.promises.amended]
    yield _point(amended, "promise was amended", "promises were amended", "moves")


def _late(chapters: Chapters) -> Iterator[PointView | None]:
    silent = chapters.missing.counts.not_reported_late
    if silent:
        about = count(silent, "action or goal is past its date", "actions and goals are past their date")
        yield PointView(words=f"{about}, and no report gives a status", names=(), others="", chapter="missing")


def _of_parts(context: SiteContext, chapters: Chapters) -> Iterator[PointView | None]:
    missed = [
        NameView(
            text=line.measure.record.title,
            kept=kept(line.measure, context.as_at) or kept(line.figure.shown.entry, context.as_at),
        )
        for line in (row.line for row in chapters.measures.rows)
        if line.figure and line.figure.verdict is Verdict.MISSED
    ]
    yield _point(missed, "measure missed its target", "measures missed their target", "measures")
    late = [case for case in chapters.joining.coming if case.overdue] + [*chapters.joining.late_after]
    schools = [_case(case, context.as_at) for case in late]
    one, many = "school has a stage of joining past its day", "schools have a stage of joining past its day"
    yield _point(schools, one, many, "joining")
    passed = [row for row in chapters.levels.rows if row.passed] if chapters.levels else []
    reviews = [NameView(text=row.school.record.name, kept="") for row in passed]
    yield _point(reviews, "review of support is past its day", "reviews of support are past their day", "levels")
    to_make = chapters.market.to_make if chapters.market else ()
    tests = [NameView(text=event.service, kept=event.kept) for event in to_make if event.state == OVERDUE]
    yield _point(tests, "market test is overdue", "market tests are overdue", "market")


def _item(context: SiteContext, item: Item) -> NameView:
    return NameView(text=item.text, kept=kept(item, context.as_at))


def _case(view: CaseView, as_at: date) -> NameView:
    return NameView(text=view.school.record.name, kept=kept(view.case, as_at, view.school))


def _point(names: list[NameView], one: str, many: str, chapter: str) -> PointView | None:
    """Return a point about these; nothing where there are none."""
    if not names:
        return None
    more = len(names[NAMED:])
    return PointView(
        words=count(len(names), one, many),
        names=tuple(names[:NAMED]),
        others=f"{more} more" if more else "",
        chapter=chapter,
    )
