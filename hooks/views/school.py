"""One school's page: who it is, when it belonged to the trust, its pupils and its inspections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from validate.inspections import frameworks
from validate.values.dates import earliest
from validate.words import day, name_in_words, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.views.school_joining import SchoolJoiningView
    from hooks.views.school_measures import SchoolMeasureView
    from hooks.views.school_progress import SchoolProgressView
    from hooks.views.school_support import SchoolSupportView
    from validate.inspections import Framework
    from validate.plan.entry import Entry
    from validate.plan.schools import Inspection, Membership, Pupils, School

SCHOOLS_PAGE = "schools.md"
NOT_RECORDED = "not recorded"
SPONSORED = {True: "joined as a sponsored school", False: "did not join as a sponsored school", None: ""}


@dataclass(frozen=True, kw_only=True, slots=True)
class MembershipView:
    """A time in the trust."""

    membership: Membership
    words: str
    sponsored: str
    """Empty where no source says."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PupilsView:
    """A count of pupils."""

    pupils: Pupils
    when: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GradeView:
    """What was judged, and the grade."""

    area: str
    grade: str
    is_apart: bool
    """Whether it stands apart from the others, being on another scale."""


@dataclass(frozen=True, kw_only=True, slots=True)
class InspectionView:
    """One inspection."""

    inspection: Inspection
    when: str
    framework: str
    overall: str
    """Empty where there is no overall grade."""
    without: str
    """What to say in its place."""
    grades: tuple[GradeView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolView:
    """One school. Facts that no source gives say so."""

    school: School
    seen_with: Entry[Any]
    """What tells whether the public sees the whole school."""
    kind: str
    ages: str
    facts: tuple[tuple[str, str], ...]
    """What is known of it, as name and value."""
    memberships: tuple[MembershipView, ...]
    """When it belonged to the trust; none while it is on its way, or where it never joined."""
    pupils: tuple[PupilsView, ...]
    """Oldest first."""
    inspections: tuple[InspectionView, ...]
    """Newest first."""
    progress: SchoolProgressView | None = None
    """What the plan asks of it and where that stands, on its own page."""
    support: SchoolSupportView | None = None
    """Its levels of support, on its own page."""
    measures: tuple[SchoolMeasureView, ...] | None = None
    """Its own figures of the trust's measures, on its own page."""
    joining: SchoolJoiningView | None = None
    """How it joins or joined, on its own page."""


def school_view(school: School) -> SchoolView:
    """Return the view of a school."""
    return SchoolView(
        school=school,
        seen_with=seen_with(school),
        kind=_kind(school),
        ages=_ages(school),
        facts=_facts(school),
        memberships=tuple(map(_membership, school.membership)),
        pupils=tuple(map(_pupils, sorted(school.pupils, key=_counted))),
        inspections=tuple(map(_inspection, sorted(school.inspections, key=_inspected, reverse=True))),
    )


def seen_with(school: School) -> Entry[Any]:
    """Return what tells whether the public sees the whole school; one that does not belong is seen when its case is."""
    return school.joining if school.joining and not school.membership else school


def _facts(school: School) -> tuple[tuple[str, str], ...]:
    facts = {
        "Kind": _kind(school),
        "Phase": in_words(school.record.phase or ""),
        "Ages": _ages(school),
        "Place": school.record.place or "",
        "Reference number (URN)": school.record.urn or "",
        "Type": school.record.type or "",
        "Opened as an academy": day(school.record.opened),
    }
    return tuple((name, value or NOT_RECORDED) for name, value in facts.items())


def in_words(slug: str) -> str:
    """Return a short name as words: requires-improvement as Requires improvement."""
    return upper_first(name_in_words(slug))


def _kind(school: School) -> str:
    return school.record.kind or in_words(school.record.phase or "") or NOT_RECORDED


def _ages(school: School) -> str:
    first, last = school.record.age_from, school.record.age_to
    if first is not None and last is not None:
        return f"{first} to {last}"
    if first is not None:
        return f"{first} and over"
    return f"up to {last}" if last is not None else NOT_RECORDED


def _membership(membership: Membership) -> MembershipView:
    until = f", left on {day(membership.record.left)}" if membership.record.left else ""
    return MembershipView(
        membership=membership,
        words=f"Joined on {day(membership.record.joined)}{until}",
        sponsored=SPONSORED[membership.record.sponsored],
    )


def _pupils(entry: Pupils) -> PupilsView:
    return PupilsView(pupils=entry, when=day(entry.record.date) or entry.record.year or "date not known")


def _inspection(entry: Inspection) -> InspectionView:
    framework = frameworks().get(entry.record.framework)
    seen = f", seen in {day(entry.record.seen)}" if entry.record.seen else ""
    return InspectionView(
        inspection=entry,
        when=day(entry.record.date) or f"Date not known{seen}",
        framework=framework.name if framework else in_words(entry.record.framework),
        overall=in_words(entry.record.overall or ""),
        without=_without_overall(entry, framework),
        grades=tuple(_grades(entry, framework)),
    )


def _without_overall(entry: Inspection, framework: Framework | None) -> str:
    if not entry.record.grades:
        return "No grades recorded"
    return "Overall grade not recorded" if framework and framework.overall else "No overall grade"


def _grades(entry: Inspection, framework: Framework | None) -> Iterator[GradeView]:
    """Return the grades of an inspection in the order of its framework, those on another scale last."""
    areas = framework.areas if framework else {}
    order = {area: place for place, area in enumerate(areas)}
    main = next((area.grades for area in areas.values()), ())
    for found in sorted(entry.record.grades, key=lambda found: order.get(found.area, len(order))):
        known = areas.get(found.area)
        yield GradeView(
            area=known.name if known else in_words(found.area),
            grade=in_words(found.grade),
            is_apart=known is not None and known.grades != main,
        )


def _counted(entry: Pupils) -> date:
    return _first_day(entry.record.date or (entry.record.year and entry.record.year[:4]))


def _inspected(entry: Inspection) -> date:
    return _first_day(entry.record.date or entry.record.seen)


def _first_day(when: str | None) -> date:
    """Return the first day that a date, month or year can mean; long ago where nothing is known."""
    return earliest(when) if when else date.min
