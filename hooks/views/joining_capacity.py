"""The capacity that each joiner calls for, beside the posts that are filled: a table and bars for each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hooks.charts import BarPlan, stacked_bars
from validate.standing.capacity_filled import has_filled, joiner_needs, need_now
from validate.words import day, fte, listed, schools, schools_between, upper_first

if TYPE_CHECKING:
    from datetime import date

    from hooks.charts import Bar
    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.records.growth import FilledRecord
    from validate.standing.capacity_filled import CapacityNeed, JoinerNeed, PostNeed
    from validate.standing.joiners import Joiner

NOT_QUANTIFIED = "not quantified"
NOT_RECORDED = "not recorded"
FILLED, MISSING = "filled", "missing"
NOT_SHARED = "More than is called for in one post does not make up for what is missing in another"


@dataclass(frozen=True, kw_only=True, slots=True)
class PostNeedView:
    """One row: what is called for in a post, what is filled, and what is missing."""

    name: str
    called_for: str
    extra: str
    """How much of it is for joining schools beyond the phase; mostly nothing."""
    filled: str
    filled_note: str
    """Since when, whether for a time only, and what to know of it."""
    missing: str
    """Empty where it cannot be told."""
    entry: Entry[FilledRecord] | None = None
    """What says how much is filled, where it is one post."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NeedView:
    """What a number of schools calls for."""

    schools: str
    sentence: str
    phases: str
    """Which phases the number fits, and which is counted."""
    short: tuple[PostNeedView, ...]
    """Posts in which something is missing."""
    others: tuple[PostNeedView, ...]
    """Posts in which nothing is missing, or which cannot be compared."""
    total: PostNeedView
    bars: tuple[Bar, ...]
    """The posts in which something is missing, as bars on one scale."""


@dataclass(frozen=True, kw_only=True, slots=True)
class JoinerNeedView:
    """One joiner with what the schools call for once it has joined."""

    joiner: Joiner
    opens: str
    need: NeedView


@dataclass(frozen=True, kw_only=True, slots=True)
class CapacityView:
    """Posts filled now, and what each joiner calls for."""

    sentence: str
    now: NeedView
    joiners: tuple[JoinerNeedView, ...]


def capacity_view(context: SiteContext) -> CapacityView | None:
    """Return the view of posts filled and called for; nothing where no file says what is filled."""
    plan, growth, as_at = context.plan, context.plan.growth, context.as_at
    if growth is None or not has_filled(growth, as_at):
        return None
    found = joiner_needs(plan, growth, as_at)
    return CapacityView(
        sentence=_sentence(found, as_at),
        now=need_view(need_now(plan, growth, as_at)),
        joiners=tuple(map(_joiner, found)),
    )


def need_view(need: CapacityNeed) -> NeedView:
    """Return the view of what a number of schools calls for, beside what is filled."""
    compared = [post for post in need.posts if post.gap is not None]
    short = [post for post in compared if post.gap]
    if not compared:
        sentence = "No post has both a figure in the plan and a record of what is filled."
    elif need.gap:
        sentence = f"{fte(need.gap)} FTE is missing."
    else:
        sentence = "Nothing is missing, as far as figures are given."
    return NeedView(
        schools=schools(need.schools),
        sentence=sentence,
        phases=_phases(need),
        short=tuple(map(_row, short)),
        others=tuple(_row(post) for post in need.posts if post not in short),
        total=_total(need, compared),
        bars=stacked_bars(list(map(_bar_plan, short))),
    )


def _sentence(found: tuple[JoinerNeed, ...], as_at: date) -> str:
    short = [entry.joiner.school.record.name for entry in found if entry.need.gap]
    if not found:
        return "No school is on its way."
    if short:
        return f"The posts filled on {day(as_at)} are not enough for {listed(short)}."
    return f"The posts filled on {day(as_at)} are enough for every school on its way, as far as figures are given."


def _joiner(entry: JoinerNeed) -> JoinerNeedView:
    joiner = entry.joiner
    return JoinerNeedView(
        joiner=joiner,
        opens=f"from {day(joiner.opens)}" if joiner.opens else "no opening date is set",
        need=need_view(entry.need),
    )


def _phases(need: CapacityNeed) -> str:
    """Say which phases a number of schools fits, and which of them is counted."""
    if need.phase is None:
        return f"None of the plan's phases is meant for {schools(need.schools)}, so only posts filled can be shown."
    if len(need.phases) == 1:
        meant_for = schools_between(need.phase.record.schools_from, need.phase.record.schools_to)
        return f"The plan's phase for {schools(need.schools)} is {need.phase.record.name} ({meant_for})."
    names = listed([phase.record.name for phase in need.phases])
    counted = f"{need.phase.record.name}, which asks for the least, is counted"
    return f"{upper_first(schools(need.schools))} fit {names}; {counted}."


def _row(need: PostNeed) -> PostNeedView:
    called, filled = need.called_for, need.filled
    return PostNeedView(
        name=need.post.record.name,
        called_for=NOT_QUANTIFIED if called is None else fte(called),
        extra=f"{fte(need.extra)} of what is called for goes beyond the phase, for joining schools"
        if need.extra and called
        else "",
        filled=fte(filled.record.fte) if filled else NOT_RECORDED,
        filled_note=filled_words(filled) if filled else "",
        missing="" if need.gap is None else fte(need.gap),
        entry=filled,
    )


def filled_words(filled: Entry[FilledRecord]) -> str:
    """Say since when so much of a post has been filled, and what is to be known of it."""
    since = f"since {day(filled.record.date)}" + (", for a time only" if filled.record.temporary else "")
    return f"{since}. {filled.record.note}" if filled.record.note else since


def _total(need: CapacityNeed, compared: list[PostNeed]) -> PostNeedView:
    called = sum((post.called_for or Decimal(0) for post in compared), Decimal(0))
    filled = sum((post.filled.record.fte for post in compared if post.filled), Decimal(0))
    left_out = len(need.posts) - len(compared)
    return PostNeedView(
        name="All posts that can be compared" if left_out else "All together",
        called_for=fte(called),
        extra=NOT_SHARED if called - filled != need.gap else "",
        filled=fte(filled),
        filled_note="",
        missing=fte(need.gap),
    )


def _bar_plan(need: PostNeed) -> BarPlan:
    filled = need.filled.record.fte if need.filled else Decimal(0)
    missing = need.gap or Decimal(0)
    return BarPlan(
        label=need.post.record.name,
        total=f"{fte(filled)} filled, {fte(missing)} missing",
        parts=((FILLED, fte(filled), filled), (MISSING, fte(missing), missing)),
    )
