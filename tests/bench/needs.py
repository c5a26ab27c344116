"""Write a plan's objectives, actions and goals for sphinx-needs, with one table of them all.

`python -m tests.bench.needs PLAN FOLDER`. Each is a need with the fields that our pages show of it, and each action
and goal links to its objective.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from validate.pipeline import load_plan
from validate.plan.pillars import Action

if TYPE_CHECKING:
    from validate.plan.pillars import Item, Objective

FIELDS = ("year", "due", "reported_by", "reported_on")
SETTINGS = f"""project = "Plan"
extensions = ["sphinx_needs"]
html_theme = "alabaster"
needs_types = [
    dict(directive=name, title=name.capitalize(), prefix=name[0].upper(), color="#ffffff", style="node")
    for name in ("objective", "action", "goal")
]
needs_id_regex = "^[A-Za-z0-9_]{{3,}}"
needs_fields = {{name: {{"description": name, "nullable": True}} for name in {FIELDS!r}}}
"""
TABLE = f"""Plan
====

.. needtable::
   :columns: id;title;status;links;{";".join(FIELDS)}

.. toctree::
   :glob:
   :maxdepth: 1

   objectives/*
"""


def write_needs(root: Path, folder: Path) -> None:
    """Write one page for each objective, one need for it and each of its actions and goals, and one table of all."""
    plan = load_plan(root).plan
    if plan is None:
        raise SystemExit("The plan has errors.")
    (folder / "objectives").mkdir(parents=True)
    (folder / "conf.py").write_text(SETTINGS, encoding="utf-8")
    (folder / "index.rst").write_text(TABLE, encoding="utf-8")
    for objective in plan.objectives:
        page = folder / "objectives" / f"{objective.id}.rst"
        page.write_text(_page(objective), encoding="utf-8")


def _page(objective: Objective) -> str:
    title = f"{objective.id} {objective.record.title}"
    name = f"O_{objective.id.replace('.', '_')}"
    head = [
        f".. objective:: {objective.record.title}",
        f"   :id: {name}",
        "",
        f"   {objective.record.objective}",
        "",
        "",
    ]
    needs = [_need(name, number, item) for number, item in enumerate(objective.items)]
    return "\n".join([title, "=" * len(title), "", *head, *needs])


def _need(objective: str, number: int, item: Item) -> str:
    """Return one need with the item's own fields; its updates and their evidence are its text."""
    newest = item.updates[-1] if item.updates else None
    kind = "action" if isinstance(item, Action) else "goal"
    options = {
        "id": f"{kind[0].upper()}_{objective[2:]}_{number}",
        "status": str(newest.status) if newest else "not-reported",
        "links": objective,
        "year": item.year if isinstance(item, Action) else "goal",
        "due": item.due.isoformat(),
        "reported_by": newest.reporter.id if newest else "",
        "reported_on": newest.record.date.isoformat() if newest else "",
    }
    lines = [f".. {kind}:: {item.text}"]
    lines += [f"   :{name}: {value}" for name, value in options.items() if value]
    for update in item.updates:
        lines += ["", f"   {update.record.date}: {update.status}. {update.record.note or ''}"]
        lines += [f"   Evidence: `{proof.record.title} <{proof.record.url}>`__." for proof in update.evidence]
    return "\n".join([*lines, "", ""])


if __name__ == "__main__":
    write_needs(Path(sys.argv[1]), Path(sys.argv[2]))
