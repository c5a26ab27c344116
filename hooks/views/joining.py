"""How schools join the trust: those on their way, the limits and posts they meet, and the way itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.joining_capacity import CapacityView, capacity_view
from hooks.views.joining_cases import GROUPS, CaseView, case_views
from hooks.views.joining_limits import LimitsView, limits_view
from hooks.views.joining_stages import StagesView, stages_view
from validate.records.joining import JoiningRecord
from validate.words import count_in_words, listed, number_word, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext

JOINING_PAGE = "joining.md"
DATES = {
    True: "with a confirmed opening date",
    False: "with a provisional opening date",
    None: "without an opening date",
}
"""What is said of an opening date by whether it is confirmed, if there is one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseGroupView:
    """Cases that stand alike."""

    code: str
    title: str
    cases: tuple[CaseView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class JoiningView:
    """The page on joining."""

    sentence: str
    groups: tuple[CaseGroupView, ...]
    """Only those that have cases."""
    limits: LimitsView
    capacity: CapacityView | None
    """Nothing where no file says how much of any post is filled."""
    stages: StagesView | None
    """Nothing where the plan does not say how schools join."""


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page on joining."""
    yield Page(path=JOINING_PAGE, title="Joining the trust", template="pages/joining.md", view=joining_view(context))


def joining_view(context: SiteContext) -> JoiningView:
    """Return the view of the page on joining."""
    cases, way = case_views(context), context.plan.part(JoiningRecord)
    return JoiningView(
        sentence=_sentence(cases),
        groups=tuple(
            CaseGroupView(code=code, title=GROUPS[code], cases=found) for code, found in cases.items() if found
        ),
        limits=limits_view(context),
        capacity=capacity_view(context),
        stages=stages_view(way) if way else None,
    )


def _sentence(cases: dict[str, tuple[CaseView, ...]]) -> str:
    coming = cases["coming"]
    if not coming:
        return "No school is known to be on its way into the trust."
    dates = Counter(DATES[case.openings[0].opening.record.confirmed if case.openings else None] for case in coming)
    on_their_way = count_in_words(len(coming), "school is on its way", "schools are on their way")
    said = f"{upper_first(on_their_way)} into the trust"
    if len(dates) == 1:
        return f"{said},{' each' if len(coming) > 1 else ''} {next(iter(dates))}."
    return f"{said}: {listed([f'{number_word(number)} {words}' for words, number in dates.items()])}."
