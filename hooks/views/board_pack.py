"""The board pack: what a board reads before it meets, put together from the views of the site's pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hooks.views.board_pack_front import Chapters, PointView, points
from hooks.views.board_pack_joining import ComingView, coming_view
from hooks.views.board_pack_market import MarketView, market_view
from hooks.views.board_pack_measures import OffTargetView, off_target_view
from hooks.views.board_pack_moves import MovesView, moves_view
from hooks.views.board_pack_promises import PromisesView, promises_view
from hooks.views.home import HomeView, home_view
from hooks.views.plan_map import MapView, map_view
from hooks.views.reporting import LeadView, ListView, ReportingView, reporting_view
from hooks.views.support_schools import SchoolLevelsView, school_levels
from validate.history.comparison import compare
from validate.records.support import SupportRecord
from validate.standing.progress import Progress
from validate.words import commas, count, listed

if TYPE_CHECKING:
    from datetime import date

    from hooks.context import SiteContext

NARROW_MAP = 6
"""The most columns of the map that have room on an upright sheet."""

PRINTED = 60
"""Where a role's list is longer than this, the pack counts by objective and leaves the single items to the site."""

LEVEL_TERMS = 4
"""How many terms of the schools' levels have room on a sheet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ChapterView:
    """One chapter, with what it comes to in a few words."""

    id: str
    number: int
    title: str
    brief: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MissingView:
    """What is missing, late or old, by role."""

    all: ReportingView
    leads: tuple[LeadView, ...]
    """The roles that have anything to report on, with lists that are not too long for paper."""
    clear: str
    """The roles that have not, in words; empty where there is none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelsView:
    """The newest terms of the schools' levels of support."""

    table: SchoolLevelsView
    left_out: int
    """How many earlier terms are not shown."""
    is_public: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardPackView:
    """The whole pack."""

    since: date
    points: tuple[PointView, ...]
    """What the board is asked to look at."""
    chapters: tuple[ChapterView, ...]
    home: HomeView
    map: MapView
    is_wide: bool
    """Whether the map needs the sheet's long side."""
    moves: MovesView
    promises: PromisesView
    missing: MissingView
    measures: OffTargetView
    joining: ComingView
    levels: LevelsView | None
    """Nothing where the plan says nothing of levels of support."""
    market: MarketView | None
    """Nothing where the plan says nothing of central services."""


def board_pack_view(context: SiteContext, since: date) -> BoardPackView:
    """Return the view of the pack for the context's day, with what moved since an earlier day."""
    whole_map = map_view(context)
    then = Progress(context.plan, since)
    comparison = compare(then, context.progress)
    home, moves = home_view(context), moves_view(context, then, comparison)
    missing, measures = _missing(context), off_target_view(context, comparison.measures)
    joining, levels, market = coming_view(context), _levels(context), market_view(context, since)
    promises = promises_view(context, since)
    chapters = (
        ("glance", "The plan at a glance", _complete(home)),
        ("moves", "What moved", _moved(moves, promises)),
        ("missing", "Not reported, late or old", _waiting(missing.all)),
        ("measures", "Measures off target", measures.brief),
        ("joining", "Joining and capacity", joining.brief),
        ("levels", "Levels of support", _reviews(levels)),
        ("market", "Market tests", market.brief if market else "Nothing planned"),
    )
    told = Chapters(
        moves=moves,
        promises=promises,
        missing=missing.all,
        measures=measures,
        joining=joining,
        levels=levels.table if levels else None,
        market=market,
    )
    return BoardPackView(
        since=since,
        points=points(context, comparison, told),
        chapters=tuple(
            ChapterView(id=id_, number=number, title=title, brief=brief)
            for number, (id_, title, brief) in enumerate(chapters, start=1)
        ),
        home=home,
        map=whole_map,
        is_wide=len(whole_map.years) >= NARROW_MAP,
        moves=moves,
        promises=promises,
        missing=missing,
        measures=measures,
        joining=joining,
        levels=levels,
        market=market,
    )


def _missing(context: SiteContext) -> MissingView:
    view = reporting_view(context)
    return MissingView(
        all=view,
        leads=tuple(replace(lead, lists=tuple(map(_for_paper, lead.lists))) for lead in view.leads if lead.lists),
        clear=listed([lead.name for lead in view.leads if not lead.lists]),
    )


def _for_paper(view: ListView) -> ListView:
    """Return a list as it is, or only the counts of a long one."""
    if view.number <= PRINTED:
        return view
    return replace(view, objectives=tuple(replace(objective, items=()) for objective in view.objectives))


def _levels(context: SiteContext) -> LevelsView | None:
    if context.plan.part(SupportRecord) is None:
        return None
    table = school_levels(context)
    newest = replace(
        table,
        terms=table.terms[-LEVEL_TERMS:],
        rows=tuple(replace(row, cells=row.cells[-LEVEL_TERMS:]) for row in table.rows),
    )
    return LevelsView(table=newest, left_out=len(table.terms[:-LEVEL_TERMS]), is_public=context.is_public)


def _complete(home: HomeView) -> str:
    if not home.actions.counted:
        return "No actions to count"
    return f"{home.actions.complete} of {count(home.actions.counted, 'action')} complete"


def _moved(moves: MovesView, promises: PromisesView) -> str:
    amended = promises.amended_brief if promises.amended else ""
    return commas((moves.brief, amended))


def _waiting(view: ReportingView) -> str:
    counts = view.counts
    said = [
        f"{counts.not_reported} not reported" if counts.not_reported else "",
        f"{counts.late} late" if counts.late else "",
        f"{counts.old} old" if counts.old else "",
    ]
    return commas(said) or "Nothing is waiting"


def _reviews(levels: LevelsView | None) -> str:
    if levels is None:
        return "Nothing planned"
    if not levels.table.rows:
        return "No level shown"
    passed = sum(bool(row.passed) for row in levels.table.rows)
    return f"{count(passed, 'review')} past the day" if passed else "No review past its day"
