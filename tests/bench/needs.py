"""Write a plan's actions for sphinx-needs, with one table of them all: `python -m tests.bench.needs PLAN FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from validate.pipeline import load_plan

if TYPE_CHECKING:
    from validate.model import Action, Objective

FIELDS = ("objective", "year", "due", "reported_by", "reported_on")
SETTINGS = f"""project = "Plan"
extensions = ["sphinx_needs"]
html_theme = "alabaster"
needs_types = [dict(directive="action", title="Action", prefix="A", color="#ffffff", style="node")]
needs_id_regex = "^[A-Za-z0-9_]{{3,}}"
needs_fields = {{name: {{"description": name, "nullable": True}} for name in {FIELDS!r}}}
"""
TABLE = f"""Plan
====

.. needtable::
   :columns: id;title;status;{";".join(FIELDS)}

.. toctree::
   :glob:
   :maxdepth: 1

   objectives/*
"""


def write_needs(root: Path, folder: Path) -> None:
    """Write one page for each objective, one need for each action, and one table of all."""
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
    title = f"{objective.id} {objective.title}"
    needs = [_need(objective, number, action) for number, action in enumerate(objective.actions)]
    return "\n".join([title, "=" * len(title), "", objective.text, "", *needs])


def _need(objective: Objective, number: int, action: Action) -> str:
    """Return one need with the action's own fields; its updates and their evidence are its text."""
    newest = action.updates[-1] if action.updates else None
    options = {
        "id": f"A_{objective.id.replace('.', '_')}_{number}",
        "status": str(newest.status) if newest else "not-reported",
        "objective": objective.id,
        "year": action.year,
        "due": action.due.isoformat(),
        "reported_by": newest.reporter.id if newest else "",
        "reported_on": newest.date.isoformat() if newest else "",
    }
    lines = [f".. action:: {action.text}"]
    lines += [f"   :{name}: {value}" for name, value in options.items() if value]
    for update in action.updates:
        lines += ["", f"   {update.date}: {update.status}. {update.note or ''}"]
        lines += [f"   Evidence: `{proof.title} <{proof.url}>`__." for proof in update.evidence]
    return "\n".join([*lines, "", ""])


if __name__ == "__main__":
    write_needs(Path(sys.argv[1]), Path(sys.argv[2]))
