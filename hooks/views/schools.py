"""All the schools, grouped by when they belonged to the trust."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.filters import day
from hooks.page import Page
from hooks.views.numbers import schools
from hooks.views.school import SCHOOLS_PAGE, InspectionView, PupilsView, school_page, school_view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.model_schools import School

TITLES = {
    "first": "In the trust since before the plan began",
    "since": "Joined since the plan began",
    "left": "Left the trust",
}
"""The groups in their order, by code."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolRowView:
    """One school in the table."""

    name: str
    href: str
    kind: str
    ages: str
    membership: str
    pupils: PupilsView | None
    inspection: InspectionView | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolGroupView:
    """Schools that belonged to the trust at the same time."""

    code: str
    title: str
    rows: tuple[SchoolRowView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolsView:
    """The page of all schools."""

    sentence: str
    groups: tuple[SchoolGroupView, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page of all schools and each school's page."""
    yield Page(path=SCHOOLS_PAGE, title="Schools", template="pages/schools.md", view=schools_view(context))
    for school in context.plan.schools:
        yield Page(
            path=school_page(school.id),
            title=school.name,
            template="pages/school.md",
            view=school_view(school),
            trail=(("Schools", SCHOOLS_PAGE),),
        )


def schools_view(context: SiteContext) -> SchoolsView:
    """Return the view of the page of all schools. Each school is in one group."""
    found: dict[str, list[School]] = {code: [] for code in TITLES}
    for school in context.plan.schools:
        found[_group_of(school, context.plan.years[0].starts)].append(school)
    return SchoolsView(
        sentence=_sentence(context, {code: len(group) for code, group in found.items()}),
        groups=tuple(
            SchoolGroupView(
                code=code,
                title=TITLES[code],
                rows=tuple(map(_row, sorted(group, key=_order))),
            )
            for code, group in found.items()
            if group
        ),
    )


def _group_of(school: School, plan_starts: date) -> str:
    current = next((m for m in school.membership if m.left is None), None)
    if current is None:
        return "left"
    return "first" if current.joined < plan_starts else "since"


def _order(school: School) -> tuple[date, str]:
    return school.membership[-1].joined, school.name


def _row(school: School) -> SchoolRowView:
    view = school_view(school)
    return SchoolRowView(
        name=school.name,
        href=school_page(school.id),
        kind=view.kind,
        ages=view.ages,
        membership="; ".join(membership.words for membership in view.memberships),
        pupils=view.pupils[-1] if view.pupils else None,
        inspection=view.inspections[0] if view.inspections else None,
    )


def _sentence(context: SiteContext, counts: dict[str, int]) -> str:
    if not context.plan.schools:
        return "No schools are recorded."
    now = counts["first"] + counts["since"]
    first = f"{counts['first']} that belonged to it when the plan began on {day(context.plan.years[0].starts)}"
    said = [f"On {day(context.as_at)} the trust had {schools(now)}: {first}, and {counts['since']} that joined since."]
    said += [f"{schools(counts['left'])} left."] if counts["left"] else []
    return " ".join(said)
