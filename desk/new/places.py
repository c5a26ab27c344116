"""Where something new goes: which file is changed or made, and what it then holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from desk.new.ids import slug_of
from desk.new.rows import with_row
from desk.surroundings import CannotRun
from desk.writing.appending import with_entry, with_new_file
from desk.writing.change import Change, edited, new_file
from desk.writing.replacing import with_value
from validate.nearest import did_you_mean
from validate.plan.nesting import list_in
from validate.plan.pillars import Milestone, natural
from validate.records.base import Record
from validate.status import Focus
from validate.words import name_in_words, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from desk.new.kinds import Kind
    from desk.plan_on_day import PlanOnDay
    from validate.plan.entry import Entry
    from validate.plan.pillars import Objective
    from validate.plan.plan import Plan

BLANK_YEAR = {"focus": Focus.NOTHING_PUBLISHED.value}
"""What the file of a year holds of which nothing is known yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Addition:
    """Something new, as it is to be written."""

    name: str
    """What it is called in the message of the commit."""
    changes: Sequence[Change]
    next_step: str = ""
    """What is worth doing after it is written."""


def addition(root: Path, plan: Plan, kind: Kind, place: str, entry: Mapping[str, object]) -> Addition:
    """Return what is to be written for something new of this kind. Its id must be sound."""
    changes = (
        [_into_list(root, plan, kind, place, entry)] if kind.list_name else _new_files(root, plan, kind, place, entry)
    )
    facts = {**entry, "place": place, "first_year": plan.years[0].id if plan.years else ""}
    name = kind.called.format_map(facts)
    return Addition(name=name, changes=changes, next_step=kind.next_step.format_map({**facts, "name": name}))


def places_for(plan: Plan, kind: Kind) -> dict[str, str]:
    """Return the places to which something of this kind can be added, by id, each with its words."""
    if kind.name == "milestone":
        return {f"{o.id}/{year}": "" for o in plan.objectives for year in _years_without_file(plan, o)}
    return {
        name: name_in_words(parent.record.focus) if isinstance(parent, Milestone) else parent.title
        for name, parent in _parents(plan, kind).items()
    }


def nowhere(kind: Kind) -> str:
    """Say that there is no place to which something of this kind could be added."""
    if kind.name == "milestone":
        return "No year's file is missing. To add to a year that has one: trustplan new action"
    return f"There is no place for {kind.a_new_one} in this plan. It needs {kind.place}."


def check_place(on_day: PlanOnDay, kind: Kind, place: str) -> None:
    """Stop where something of this kind cannot be added to a place."""
    plan = on_day.plan
    if not kind.place:
        if place:
            raise CannotRun(f"{kind.a_new_one.capitalize()} belongs to the plan as a whole. Leave out --in.")
        return
    if not place:
        raise CannotRun(f"Say with --in {kind.place}.")
    known = places_for(plan, kind)
    if kind.name == "milestone" and any(place == m.id for o in plan.objectives for m in o.milestones):
        raise CannotRun(f"{place} has its file already. To add to it: trustplan new action --in {place}")
    if place not in known:
        guess = did_you_mean(place, known) or "."
        told = f'"{short(place)}" is no place for {kind.a_new_one}{guess} Name {kind.place}.'
        raise CannotRun(f"{told} {on_day.warning}".rstrip())


def _into_list(root: Path, plan: Plan, kind: Kind, place: str, entry: Mapping[str, object]) -> Change:
    """Return the change that adds an entry to the list of a file."""
    if kind.file.is_table:
        row, path = {name: str(value) for name, value in entry.items()}, kind.file.pattern
        if not (root / path).exists():
            return new_file(root, path, with_row("", kind.record, row).encode("utf-8"))
        return edited(root, path, lambda text: with_row(text, kind.record, row))
    parent = _parents(plan, kind)[place] if kind.place else plan.tree.only(kind.file.record)
    if parent is None:
        return _file(root, kind.file.pattern, {kind.list_name: [entry]})
    place_in_file = (*parent.path, list_in(type(parent.record), kind.record))

    def added(text: str) -> str:
        if isinstance(parent, Milestone) and parent.record.focus != Focus.PLANNED:
            # A year with an action is a planned one.
            text = with_value(text, ("focus",), Focus.PLANNED.value)
        return with_entry(text, place_in_file, entry)

    return edited(root, parent.file_path, added)


def _new_files(root: Path, plan: Plan, kind: Kind, place: str, entry: Mapping[str, object]) -> list[Change]:
    """Return what makes a file of its own, with the files that belong to it."""
    file, home = kind.file.pattern.rpartition("/")[2], kind.file.folder
    if kind.name == "milestone":
        _refuse_planned(place, entry)
        objective, _, year = place.rpartition("/")
        return [_file(root, f"{_folder(_parents(plan, kind)[objective])}/{year}.yml", entry)]
    if kind.place:
        home = _folder(_parents(plan, kind)[place])
    if "*" in file:
        return [_file(root, f"{home}/{file.replace('*', str(entry['id']))}", entry)]
    folder = _new_folder(root, home, entry)
    years = [year.id for year in plan.years] if kind.name == "objective" else []
    return [
        _file(root, f"{folder}/{file}", entry),
        *(_file(root, f"{folder}/{year}.yml", BLANK_YEAR) for year in years),
    ]


def _parents(plan: Plan, kind: Kind) -> Mapping[str, Entry[Any]]:
    """Return what something of this kind may belong to, by name: the id of a folder, or what it is called in full."""
    found = [entry for entry in plan.tree.every(Record) if _can_hold(entry, kind)]
    return {_name(entry, kind): entry for entry in sorted(found, key=lambda entry: natural(entry.id))}


def _name(entry: Entry[Any], kind: Kind) -> str:
    """Return what a place is called: a group goes by the name of what it stands in, unless that is a place itself."""
    if not kind.list_name:
        return entry.id
    above = entry.row_parent
    is_group = entry.record.table is None and above is not None and not _can_hold(above, kind)
    return above.full_name if above and is_group else entry.full_name


def _can_hold(entry: Entry[Any], kind: Kind) -> bool:
    if kind.list_name:
        return bool(list_in(type(entry.record), kind.record))
    return not entry.path and entry.loaded.file.kind.name == kind.file.within


def _refuse_planned(place: str, entry: Mapping[str, object]) -> None:
    if entry["focus"] == Focus.PLANNED.value:
        raise CannotRun(
            f"A planned year needs an action. Write it with focus={Focus.NOTHING_PUBLISHED.value} first, then add the "
            f"action, which makes it planned: trustplan new action --in {place}"
        )


def _years_without_file(plan: Plan, objective: Objective) -> Iterable[str]:
    return (year.id for year in plan.years if objective.milestone(year.id) is None)


def _folder(part: Entry[Any]) -> str:
    return str(PurePosixPath(part.file_path).parent)


def _new_folder(root: Path, parent: str, entry: Mapping[str, object]) -> str:
    """Return the folder of something new, named after its id and its title; no other may be there for the id."""
    name = "-".join(filter(None, (str(entry["id"]), slug_of(str(entry["title"])))))
    there = [path.name for path in (root / parent).glob("*") if path.is_dir()]
    same = next((found for found in there if found == entry["id"] or found.startswith(f"{entry['id']}-")), None)
    if same:
        raise CannotRun(f'{parent}/{same} is there already, for the id "{entry["id"]}". Choose another id.')
    return f"{parent}/{name}"


def _file(root: Path, path: str, entry: Mapping[str, object]) -> Change:
    return new_file(root, path, with_new_file(entry).encode("utf-8"))
