"""One school's page: who it is, when it belonged to the trust, its pupils and its inspections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hooks.filters import day, upper_first
from hooks.views.standing import EvidenceView, evidence_view
from validate.inspections import frameworks
from validate.values import earliest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.model import Evidence
    from validate.model_schools import Inspection, Membership, Pupils, School

SCHOOLS_PAGE = "schools.md"
NOT_RECORDED = "not recorded"
SPONSORED = {True: "joined as a sponsored school", False: "did not join as a sponsored school", None: ""}


@dataclass(frozen=True, kw_only=True, slots=True)
class MembershipView:
    """A time in the trust."""

    words: str
    sponsored: str
    """Empty where no source says."""
    note: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PredecessorView:
    """The school whose place this one took."""

    urn: str
    closed: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PupilsView:
    """A count of pupils."""

    count: int
    when: str
    basis: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GradeView:
    """What was judged, and the grade."""

    area: str
    grade: str


@dataclass(frozen=True, kw_only=True, slots=True)
class InspectionView:
    """One inspection."""

    when: str
    framework: str
    overall: str
    """Empty where there is no overall grade."""
    grades: tuple[GradeView, ...]
    predecessor: bool
    note: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolView:
    """One school. Facts that no source gives say so."""

    name: str
    kind: str
    ages: str
    facts: tuple[tuple[str, str], ...]
    """What is known of it, as name and value."""
    memberships: tuple[MembershipView, ...]
    predecessor: PredecessorView | None
    pupils: tuple[PupilsView, ...]
    """Oldest first."""
    inspections: tuple[InspectionView, ...]
    """Newest first."""
    evidence: tuple[EvidenceView, ...]


def school_page(school_id: str) -> str:
    """Return the path of a school's page."""
    return f"schools/{school_id}.md"


def school_view(school: School) -> SchoolView:
    """Return the view of a school."""
    return SchoolView(
        name=school.name,
        kind=_kind(school),
        ages=_ages(school),
        facts=_facts(school),
        memberships=tuple(map(_membership, school.membership)),
        predecessor=_predecessor(school),
        pupils=tuple(map(_pupils, sorted(school.pupils, key=_counted))),
        inspections=tuple(map(_inspection, sorted(school.inspections, key=_inspected, reverse=True))),
        evidence=_evidence(school.evidence),
    )


def _facts(school: School) -> tuple[tuple[str, str], ...]:
    facts = {
        "Kind": _kind(school),
        "Phase": in_words(school.phase or ""),
        "Ages": _ages(school),
        "Place": school.place or "",
        "Reference number (URN)": school.urn or "",
        "Type": school.type or "",
        "Opened as an academy": day(school.opened),
    }
    return tuple((name, value or NOT_RECORDED) for name, value in facts.items())


def in_words(slug: str) -> str:
    """Return a short name as words: requires-improvement as Requires improvement."""
    return upper_first(slug.replace("-", " "))


def _kind(school: School) -> str:
    return school.kind or in_words(school.phase or "") or NOT_RECORDED


def _ages(school: School) -> str:
    first, last = school.age_from, school.age_to
    if first is not None and last is not None:
        return f"{first} to {last}"
    if first is not None:
        return f"{first} and over"
    return f"up to {last}" if last is not None else NOT_RECORDED


def _membership(membership: Membership) -> MembershipView:
    until = f", left on {day(membership.left)}" if membership.left else ""
    return MembershipView(
        words=f"Joined on {day(membership.joined)}{until}",
        sponsored=SPONSORED[membership.sponsored],
        note=membership.note or "",
        evidence=_evidence(membership.evidence),
    )


def _predecessor(school: School) -> PredecessorView | None:
    before = school.predecessor
    if before is None:
        return None
    return PredecessorView(
        urn=before.urn, closed=day(before.closed) or NOT_RECORDED, evidence=_evidence(before.evidence)
    )


def _pupils(entry: Pupils) -> PupilsView:
    return PupilsView(
        count=entry.count,
        when=day(entry.date) or entry.year or "date not known",
        basis=entry.basis,
        evidence=_evidence(entry.evidence),
    )


def _inspection(entry: Inspection) -> InspectionView:
    framework = frameworks().get(entry.framework)
    areas = framework.areas if framework else {}
    names = {area.id: area.name for area in areas.values()}
    seen = f", seen in {day(entry.seen)}" if entry.seen else ""
    return InspectionView(
        when=day(entry.date) or f"Date not known{seen}",
        framework=framework.name if framework else in_words(entry.framework),
        overall=in_words(entry.overall or ""),
        grades=tuple(GradeView(area=names.get(a, in_words(a)), grade=in_words(grade)) for a, grade in entry.grades),
        predecessor=entry.predecessor,
        note=entry.note or "",
        evidence=_evidence(entry.evidence),
    )


def _counted(entry: Pupils) -> date:
    return _first_day(entry.date or (entry.year and entry.year[:4]))


def _inspected(entry: Inspection) -> date:
    return _first_day(entry.date or entry.seen)


def _first_day(when: str | None) -> date:
    """Return the first day that a date, month or year can mean; long ago where nothing is known."""
    return earliest(when) if when else date.min


def _evidence(proofs: Iterable[Evidence]) -> tuple[EvidenceView, ...]:
    return tuple(map(evidence_view, proofs))
