"""All the schools, grouped by when they belonged to the trust."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.page_paths import school_page
from hooks.views.joining_cases import group_of, in_short
from hooks.views.school import SCHOOLS_PAGE, SchoolView, school_view
from hooks.views.school_joining import school_joining
from hooks.views.school_measures import school_measures
from hooks.views.school_progress import school_progress
from hooks.views.school_support import school_support
from validate.standing.joining import opening_on
from validate.standing.measures import measures_of
from validate.standing.membership import eve_of, joined_on
from validate.words import count, day, schools

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.schools import School

TITLES = {
    "first": "In the trust since before the plan began",
    "since": "Joined since the plan began",
    "coming": "On their way",
    "left": "Left the trust",
    "ended": "Did not join",
}
"""The groups in their order, by code."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolRowView:
    """One school in the table."""

    about: SchoolView
    membership: str
    """When it belonged to the trust, or else where its joining case stands."""


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
    measured = measures_of(context.plan)
    for school in context.plan.schools:
        yield Page(
            path=school_page(school.id),
            title=school.record.name,
            template="pages/school.md",
            view=replace(
                school_view(school),
                joining=school_joining(school, context),
                progress=school_progress(context, school),
                support=school_support(context, school),
                measures=school_measures(context, measured, school),
            ),
            trail=(("Schools", SCHOOLS_PAGE),),
        )


def schools_view(context: SiteContext) -> SchoolsView:
    """Return the view of the page of all schools. Each school is in one group."""
    found: dict[str, list[School]] = {code: [] for code in TITLES}
    for school in context.plan.schools:
        found[_group_of(school, context)].append(school)
    return SchoolsView(
        sentence=_sentence(context, {code: len(group) for code, group in found.items()}),
        groups=tuple(
            SchoolGroupView(
                code=code,
                title=TITLES[code],
                rows=tuple(_row(school, context) for school in sorted(group, key=lambda found: _order(found, context))),
            )
            for code, group in found.items()
            if group
        ),
    )


def _group_of(school: School, context: SiteContext) -> str:
    joined = joined_on(school, context.as_at)
    if joined and school.belongs_on(context.as_at):
        return "first" if joined <= eve_of(context.plan) else "since"
    if school.joining and group_of(school, school.joining, context.as_at) == "coming":
        return "coming"
    return "left" if school.membership else "ended"


def _order(school: School, context: SiteContext) -> tuple[date, str]:
    opening = opening_on(school.joining, context.as_at) if school.joining else None
    if school.membership:
        return school.membership[-1].record.joined, school.record.name
    return opening.record.opens if opening else date.max, school.record.name


def _row(school: School, context: SiteContext) -> SchoolRowView:
    view = school_view(school)
    times = [membership.words for membership in view.memberships]
    if school.joining and _group_of(school, context) in ("coming", "ended"):
        times.append(in_short(school.joining, context.as_at))
    return SchoolRowView(about=view, membership="; ".join(times))


def _sentence(context: SiteContext, counts: dict[str, int]) -> str:
    if not context.plan.schools:
        return "No schools are recorded."
    now = counts["first"] + counts["since"]
    first = f"{counts['first']} that belonged to it when the plan began on {day(context.plan.years[0].starts)}"
    said = [f"On {day(context.as_at)} the trust had {schools(now)}: {first}, and {counts['since']} that joined since."]
    said += [f"{schools(counts['left'])} left."] if counts["left"] else []
    coming = counts["coming"]
    said += [f"{count(coming, 'school is on its way', 'schools are on their way')}."] if coming else []
    return " ".join(said)
