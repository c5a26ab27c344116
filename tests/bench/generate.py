"""Write a large invented plan in the manner of the real one: `python -m tests.bench.generate FOLDER ACTIONS`."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from validate.pipeline import load_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.pillars import Evidence
    from validate.plan.plan import Plan

ACTIONS_A_YEAR = 2
GOALS = 2
OBJECTIVES_A_PILLAR = 10
LOGS = (0, 0, 1, 0, 0, 2, 0, 0, 3)
"""How many updates one item after another has: none for two in three, as in a plan seldom reported on."""
STATUSES = {0: (), 1: ("complete",), 2: ("on-track", "complete"), 3: ("on-track", "at-risk", "not-met")}
DAYS_INTO_YEAR = (60, 150, 250)
COPIED = ("mkdocs.yml", "schools", "plan/evidence", "plan/pictures")
NOTICE = "This plan is invented for measuring. Nothing in it is true of any real trust."


@dataclass(frozen=True, slots=True)
class Words:
    """The real plan's words and proofs, given out again and again in the same order."""

    objectives: Iterator[str]
    actions: Iterator[str]
    goals: Iterator[str]
    notes: Iterator[str]
    evidence: Iterator[Evidence]
    lengths: Iterator[int]

    @classmethod
    def of(cls, plan: Plan) -> Words:
        """Take the words of this plan."""
        updates = [update for item in plan.items for update in item.updates]
        return cls(
            objectives=cycle([objective.record.objective for objective in plan.objectives]),
            actions=cycle([action.text for action in plan.actions]),
            goals=cycle([goal.text for goal in plan.goals]),
            notes=cycle([update.record.note for update in updates if update.record.note]),
            evidence=cycle([proof for update in updates for proof in update.evidence if proof.record.url]),
            lengths=cycle(LOGS),
        )


def write_plan(root: Path, folder: Path, actions: int) -> None:
    """Write a plan of this many actions, with the real plan's settings, prose and schools."""
    _copy(root, folder)
    plan = load_plan(root).plan
    if plan is None:
        raise SystemExit("The real plan has errors, so none can be made from it. Run: trustplan check")
    _write_settings(root, folder)
    words = Words.of(plan)
    objectives = -(-actions // (ACTIONS_A_YEAR * len(plan.years)))
    for number in range(objectives):
        pillar, place = divmod(number, OBJECTIVES_A_PILLAR)
        name = f"{pillar + 1}.{place + 1}"
        home = folder / "plan" / "pillars" / f"{pillar + 1}-pillar"
        if place == 0:
            aim = next(words.goals)
            _write(home / "pillar.yml", {"id": str(pillar + 1), "title": f"Pillar {pillar + 1}", "aim": aim})
        _write_objective(home / f"{name}-objective", name, plan, words)


def _copy(root: Path, folder: Path) -> None:
    parts = [file.relative_to(root).as_posix() for file in (root / "plan").glob("*.*")]
    for name in (*COPIED, *parts):
        source, target = root / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.exists():
            shutil.copyfile(source, target)


def _write_settings(root: Path, folder: Path) -> None:
    settings = yaml.safe_load((root / "plan" / "plan.yml").read_text(encoding="utf-8"))
    settings["trust"]["name"] = "Example Learning Trust"
    _write(folder / "plan" / "plan.yml", {**settings, "title": "Invented plan", "notice": NOTICE})


def _write_objective(home: Path, name: str, plan: Plan, words: Words) -> None:
    last = plan.years[-1].starts
    goals = [
        {"id": f"goal-{n + 1}", "goal": next(words.goals), **_rest(f"{name} / goal", n, last, words, plan)}
        for n in range(GOALS)
    ]
    objective = {"id": name, "title": f"Objective {name}", "objective": next(words.objectives), "goals": goals}
    _write(home / "objective.yml", objective)
    for year in plan.years:
        actions = [
            {
                "id": f"action-{n + 1}",
                "action": next(words.actions),
                **_rest(f"{name} / {year.id}", n, year.starts, words, plan),
            }
            for n in range(ACTIONS_A_YEAR)
        ]
        _write(home / f"{year.id}.yml", {"focus": "planned", "actions": actions})


def _rest(cell: str, number: int, starts: date, words: Words, plan: Plan) -> dict[str, Any]:
    """Return the source of an action or goal and, for one in three, its updates."""
    source = {"pillar": cell.split(".", maxsplit=1)[0], "cell": cell, "paragraph": str(number + 1)}
    roles = cycle(plan.roles)
    updates = [
        {
            "date": (starts + timedelta(days)).isoformat(),
            "status": status,
            "note": next(words.notes),
            "reported_by": role,
            "evidence": [_proof(proof) for proof in islice(words.evidence, 1 + number)],
        }
        for status, days, role in zip(STATUSES[next(words.lengths)], DAYS_INTO_YEAR, roles, strict=False)
    ]
    return {"source": source, "updates": updates} if updates else {"source": source}


def _proof(proof: Evidence) -> dict[str, str]:
    known = {
        "title": proof.record.title,
        "kind": str(proof.record.kind),
        "date": proof.record.date,
        "url": proof.record.url,
    }
    return {name: value for name, value in known.items() if value}


def _write(file: Path, data: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_plan(Path(__file__).parent.parent.parent, Path(sys.argv[1]), int(sys.argv[2]))
