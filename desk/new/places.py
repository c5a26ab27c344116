"""Where something new goes: which file is changed or made, and what it then holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from desk.new.ids import slug_of
from desk.new.rows import with_row
from desk.surroundings import CannotRun
from desk.writing.appending import with_entry, with_new_file
from desk.writing.change import Change, edited, new_file
from desk.writing.replacing import with_value
from validate.layout import MEASURES_FOLDER
from validate.nearest import did_you_mean
from validate.quoting import short
from validate.status import Focus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from desk.new.kinds import Kind
    from desk.plan_on_day import PlanOnDay
    from validate.model.plan import Objective, Pillar, Plan

OBSERVATIONS = f"{MEASURES_FOLDER}/observations.csv"
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
    return ADD[kind.name](root, plan, place, entry)


def places_for(plan: Plan, kind: Kind) -> dict[str, str]:
    """Return the places to which something of this kind can be added, by id, each with its words."""
    match kind.name:
        case "action":
            return {m.id: m.focus.replace("-", " ") for o in plan.objectives for m in o.milestones}
        case "goal":
            return {objective.id: objective.title for objective in plan.objectives}
        case "milestone":
            return {f"{o.id}/{year}": "" for o in plan.objectives for year in _years_without_file(plan, o)}
        case "objective":
            return {pillar.id: pillar.title for pillar in plan.pillars}
        case _:
            return {}


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


def _action(root: Path, plan: Plan, place: str, entry: Mapping[str, object]) -> Addition:
    milestone = next(m for objective in plan.objectives for m in objective.milestones if m.id == place)

    def planned(text: str) -> str:
        # A year with an action is a planned one.
        text = with_value(text, ("focus",), Focus.PLANNED.value) if milestone.focus != Focus.PLANNED else text
        return with_entry(text, ("actions",), entry)

    change = edited(root, milestone.origin.file, planned)
    return _to_report_on(f"{milestone.id}/{entry['id']}", change)


def _goal(root: Path, plan: Plan, place: str, entry: Mapping[str, object]) -> Addition:
    objective = next(objective for objective in plan.objectives if objective.id == place)
    change = edited(root, objective.origin.file, lambda text: with_entry(text, ("goals",), entry))
    return _to_report_on(f"{objective.id}/goal/{entry['id']}", change)


def _to_report_on(name: str, change: Change) -> Addition:
    return Addition(name=name, changes=[change], next_step=f"When there is news of it: trustplan report {name}")


def _milestone(root: Path, plan: Plan, place: str, entry: Mapping[str, object]) -> Addition:
    name, _, year = place.rpartition("/")
    objective = next(objective for objective in plan.objectives if objective.id == name)
    if entry["focus"] == Focus.PLANNED.value:
        raise CannotRun(
            f"A planned year needs an action. Write it with focus={Focus.NOTHING_PUBLISHED.value} first, then add the "
            f"action, which makes it planned: trustplan new action --in {place}"
        )
    return Addition(name=place, changes=[_file(root, f"{_folder(objective)}/{year}.yml", entry)])


def _objective(root: Path, plan: Plan, place: str, entry: Mapping[str, object]) -> Addition:
    pillar = next(pillar for pillar in plan.pillars if pillar.id == place)
    folder = _new_folder(root, _folder(pillar), entry)
    years = [_file(root, f"{folder}/{year.id}.yml", BLANK_YEAR) for year in plan.years]
    return Addition(
        name=f"objective {entry['id']}",
        changes=[_file(root, f"{folder}/objective.yml", entry), *years],
        next_step=f"Its years say that nothing is published. To plan one: trustplan new action "
        f"--in {entry['id']}/{plan.years[0].id}",
    )


def _pillar(root: Path, _: Plan, __: str, entry: Mapping[str, object]) -> Addition:
    folder = _new_folder(root, "plan/pillars", entry)
    return Addition(
        name=f"pillar {entry['id']}",
        changes=[_file(root, f"{folder}/pillar.yml", entry)],
        next_step=f"It has no objectives yet. To add one: trustplan new objective --in {entry['id']}",
    )


def _school(root: Path, _: Plan, __: str, entry: Mapping[str, object]) -> Addition:
    return Addition(name=f"schools/{entry['id']}", changes=[_file(root, f"schools/{entry['id']}.yml", entry)])


def _measure(root: Path, _: Plan, __: str, entry: Mapping[str, object]) -> Addition:
    change = _file(root, f"{MEASURES_FOLDER}/{entry['id']}.yml", entry)
    step = f"It has no figures yet. To add one: trustplan new observation --set measure={entry['id']}"
    return Addition(name=f"measures/{entry['id']}", changes=[change], next_step=step)


def _observation(root: Path, _: Plan, __: str, entry: Mapping[str, object]) -> Addition:
    row = {name: str(value) for name, value in entry.items()}
    change = (
        edited(root, OBSERVATIONS, lambda text: with_row(text, row))
        if (root / OBSERVATIONS).exists()
        else new_file(root, OBSERVATIONS, with_row("", row).encode("utf-8"))
    )
    return Addition(name=f"a figure of {entry['measure']}", changes=[change])


ADD: dict[str, Callable[[Path, Plan, str, Mapping[str, object]], Addition]] = {
    "action": _action,
    "goal": _goal,
    "milestone": _milestone,
    "objective": _objective,
    "pillar": _pillar,
    "school": _school,
    "measure": _measure,
    "observation": _observation,
}


def _years_without_file(plan: Plan, objective: Objective) -> Iterable[str]:
    return (year.id for year in plan.years if objective.milestone(year.id) is None)


def _folder(part: Objective | Pillar) -> str:
    return str(PurePosixPath(part.origin.file).parent)


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
