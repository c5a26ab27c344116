"""Everything in a plan that can be explained, by kind: its name, its words, and what explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.explain.entry import explain_entry, name_of
from desk.explain.group import explain_goals, explain_milestone, explain_objective, explain_pillar
from desk.explain.item import explain_item
from desk.explain.joining import explain_joining, stages_of
from desk.explain.measure import explain_measure
from desk.explain.phase import explain_phase
from desk.explain.problem import explain_problem
from desk.explain.review import explain_review
from desk.explain.school import explain_school, explain_support
from desk.explain.service import explain_service
from desk.explain.status import explain_status
from desk.sheet import Line
from validate.catalogue import CODES
from validate.records.governance import GovernanceRecord
from validate.records.services import ServicesRecord
from validate.standing.governance import reviews_of
from validate.standing.measures import measures_of
from validate.standing.services import services_in
from validate.status import Status
from validate.words import lower_first

if TYPE_CHECKING:
    from desk.plan_on_day import PlanOnDay
    from validate.plan.entry import Entry

Explain = Callable[[], Iterator[Line]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Name:
    """One thing that can be explained."""

    id: str
    words: str
    explain: Explain
    entry: Entry[Any] | None = None
    """The entry that it is, if it is one."""
    is_listed: bool = True
    """Whether it stands in the list of its kind; what is a part of something listed need not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of thing that can be explained."""

    code: str
    """What lists it, such as `objectives`; of some kinds it also stands before the id, as in schools/ID."""
    about: str
    """What it is, where its code does not say."""
    names: tuple[Name, ...]
    has_own_ids: bool = True
    """False for what is a side of something else and goes by its id."""

    @property
    def listed(self) -> tuple[Name, ...]:
        """Return what stands in its list."""
        return tuple(name for name in self.names if name.is_listed)


def kinds(on_day: PlanOnDay) -> tuple[Kind, ...]:
    """Return every kind of which the plan has any."""
    found = (
        Kind(code="pillars", about="", names=tuple(_pillars(on_day))),
        Kind(code="objectives", about="", names=tuple(_objectives(on_day))),
        Kind(code="years", about="of each objective, and its goals together", names=tuple(_years(on_day))),
        Kind(code="actions", about="", names=tuple(_items(on_day, is_action=True))),
        Kind(code="goals", about="", names=tuple(_items(on_day, is_action=False))),
        Kind(code="schools", about="", names=tuple(_schools(on_day))),
        Kind(code="joining", about="how a school joins, or joined", names=tuple(_joining(on_day)), has_own_ids=False),
        Kind(
            code="support",
            about="which level of support a school has",
            names=tuple(_support(on_day)),
            has_own_ids=False,
        ),
        Kind(code="measures", about="", names=tuple(_measures(on_day))),
        Kind(code="phases", about="of growth", names=tuple(_phases(on_day))),
        Kind(code="services", about="", names=tuple(_services(on_day))),
        Kind(code="governance", about="its reviews", names=tuple(_reviews(on_day))),
        Kind(code="statuses", about="", names=tuple(_statuses(on_day))),
        Kind(code="problems", about="that the check may find", names=tuple(_problems())),
    )
    return tuple(kind for kind in found if kind.names)


def other_kinds(on_day: PlanOnDay, known: Iterable[Kind]) -> tuple[Kind, ...]:
    """Return a kind for every table whose entries are explained in no way of their own."""
    explained = {name.entry for kind in known for name in kind.names}
    tree = on_day.plan.tree
    found: dict[str, list[Entry[Any]]] = {
        table: [entry for entry in tree.table(table).values() if entry not in explained] for table in tree.tables
    }
    return tuple(_other_kind(table, entries, on_day) for table, entries in found.items() if entries)


def _other_kind(table: str, entries: list[Entry[Any]], on_day: PlanOnDay) -> Kind:
    note = entries[0].record.table
    names = (
        Name(
            id=entry.file_path if note.single else entry.full_name,
            words=name_of(entry),
            explain=partial(explain_entry, entry, on_day),
            entry=entry,
        )
        for entry in entries
    )
    about = lower_first(note.about.split(". ")[0].removesuffix("."))
    return Kind(code=table, about=about, names=tuple(names))


def _pillars(on_day: PlanOnDay) -> Iterator[Name]:
    for pillar in on_day.plan.pillars:
        yield Name(
            id=pillar.id, words=pillar.record.title, explain=partial(explain_pillar, pillar, on_day), entry=pillar
        )


def _objectives(on_day: PlanOnDay) -> Iterator[Name]:
    for objective in on_day.plan.objectives:
        yield Name(
            id=objective.id,
            words=objective.record.title,
            explain=partial(explain_objective, objective, on_day),
            entry=objective,
        )


def _years(on_day: PlanOnDay) -> Iterator[Name]:
    for objective in on_day.plan.objectives:
        for year in objective.milestones:
            explain = partial(explain_milestone, year, objective, on_day)
            yield Name(id=year.id, words=objective.record.title, explain=explain, entry=year)
        goals = partial(explain_goals, objective, on_day)
        yield Name(id=f"{objective.id}/goal", words=objective.record.title, explain=goals)


def _items(on_day: PlanOnDay, *, is_action: bool) -> Iterator[Name]:
    for objective in on_day.plan.objectives:
        for item in objective.actions if is_action else objective.goals:
            explain = partial(explain_item, item, objective, on_day.progress)
            yield Name(id=item.id, words=item.text, explain=explain, entry=item)


def _schools(on_day: PlanOnDay) -> Iterator[Name]:
    for school in on_day.plan.schools:
        yield Name(
            id=f"schools/{school.id}",
            words=school.record.name,
            explain=partial(explain_school, school, on_day),
            entry=school,
        )


def _joining(on_day: PlanOnDay) -> Iterator[Name]:
    for school in on_day.plan.schools:
        if school.joining:
            name = f"joining/{school.id}"
            yield Name(id=name, words=school.record.name, explain=partial(explain_joining, school, on_day))
            for place, steps in stages_of(school, on_day):
                stage = partial(explain_joining, school, on_day, place)
                yield from (Name(id=f"{name}/{step}", words="", explain=stage, is_listed=False) for step in steps)


def _support(on_day: PlanOnDay) -> Iterator[Name]:
    for school in on_day.plan.schools:
        if school.support_levels:
            explain = partial(explain_support, school, on_day)
            yield Name(id=f"support/{school.id}", words=school.record.name, explain=explain)


def _measures(on_day: PlanOnDay) -> Iterator[Name]:
    for measured in measures_of(on_day.plan):
        explain = partial(explain_measure, measured, on_day)
        yield Name(
            id=f"measures/{measured.id}", words=measured.measure.record.title, explain=explain, entry=measured.measure
        )


def _phases(on_day: PlanOnDay) -> Iterator[Name]:
    growth = on_day.plan.growth
    for phase in growth.phases if growth else ():
        if growth:
            yield Name(
                id=f"phases/{phase.id}",
                words=phase.record.name,
                explain=partial(explain_phase, growth, phase, on_day),
                entry=phase,
            )


def _services(on_day: PlanOnDay) -> Iterator[Name]:
    offer = on_day.plan.part(ServicesRecord)
    if offer:
        for service in services_in(offer):
            explain = partial(explain_service, offer, service, on_day)
            yield Name(id=f"services/{service.record.id}", words=service.record.name, explain=explain, entry=service)


def _reviews(on_day: PlanOnDay) -> Iterator[Name]:
    governance = on_day.plan.part(GovernanceRecord)
    if governance:
        for review in reviews_of(governance):
            explain = partial(explain_review, governance, review, on_day)
            yield Name(id=f"governance/{review.record.id}", words=review.record.name, explain=explain, entry=review)


def _statuses(on_day: PlanOnDay) -> Iterator[Name]:
    for status in Status:
        yield Name(id=f"statuses/{status.value}", words=status.word, explain=partial(explain_status, status, on_day))


def _problems() -> Iterator[Name]:
    for code, known in CODES.items():
        yield Name(id=f"problems/{code}", words=known.meaning, explain=partial(explain_problem, code))
