"""The check in four steps: read and shape, check tables, assemble, run rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.assemble import assemble
from validate.gate import check_tables
from validate.problems import Problem, Severity, by_place
from validate.reading import read_folder
from validate.rules import RULES, Scene
from validate.shape import check_shape
from validate.tables import Tables, compile_tables

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from validate.model import Plan


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a check came to."""

    plan: Plan | None
    """The plan, as far as it could be put together; nothing without a sound plan.yml."""
    tables: Tables
    problems: tuple[Problem, ...]
    """Every problem, sorted by place."""
    files: int
    """How many data files were read."""

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are warnings."""
        return len(self.problems) - self.errors


def load_plan(root: Path, as_at: date | None = None) -> Outcome:
    """Check the plan in this folder, as it stands on a day (else on plan.yml's own `as_at`).

    Reads `plan/` and `schools/` below the root and writes nothing. Bad input is answered by
    problems, never by an exception.
    """
    folder = read_folder(root)
    loaded = [check_shape(file) for file in folder.files]
    problems = [*folder.problems, *(problem for file in loaded for problem in file.problems)]
    tables = compile_tables(loaded)
    problems += check_tables(tables)
    plan = assemble(loaded, folder.paths)
    if plan is not None:
        scene = Scene(plan=plan, files=loaded, paths=folder.paths, as_at=as_at or plan.reporting.as_at)
        problems += [problem for rule in RULES for problem in rule(scene)]
    return Outcome(plan=plan, tables=tables, problems=tuple(sorted(problems, key=by_place)), files=len(loaded))
