"""The check in four steps: read and shape, grow the tree, check its keys, run rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from validate.garbage import collection_paused
from validate.layout import KINDS, PLAN_FILE, kind_of
from validate.plan.gate import check_keys
from validate.plan.growing import grow
from validate.plan.seen import SeenPlan, plan_in, plan_seen
from validate.plan.tables import compile_tables, not_whole
from validate.problems import Problem, Severity, by_place
from validate.reading.folder import read_folder
from validate.reading.shape import check_shape
from validate.records.base import Audience
from validate.rules.registry import RULES
from validate.rules.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from validate.layout import FileKind
    from validate.plan.plan import Plan
    from validate.plan.tables import Tables
    from validate.reading.folder import Folder
    from validate.reading.shape import Loaded


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a check came to."""

    plan: Plan | None
    """The plan, as far as it could be put together; nothing without a sound plan.yml."""
    problems: tuple[Problem, ...]
    """Every problem, sorted by place."""
    data_files: tuple[str, ...]
    """The path of every data file, readable or not."""
    as_at: date | None
    """The day for which the plan was checked, where anything named one."""
    newest_day: date | None = None
    """The last day of which the plan tells, also where it was checked for an earlier one."""
    loaded: tuple[Loaded, ...] = ()
    """Every data file that could be read."""

    def with_problems(self, problems: Iterable[Problem]) -> Outcome:
        """Return the same with these problems among its own."""
        return replace(self, problems=tuple(sorted([*self.problems, *problems], key=by_place)))

    @property
    def tables(self) -> Tables:
        """The plan as tables, compiled when asked for; none without a plan."""
        return compile_tables(self.plan.tree) if self.plan else {}

    @property
    def files(self) -> int:
        """How many data files there are."""
        return len(self.data_files)

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are warnings."""
        return len(self.problems) - self.errors


def outcome_seen(outcome: Outcome, audience: Audience, day: date) -> SeenPlan:
    """Return what an audience may see on a day of a plan that was checked and has no errors.

    Raises ValueError where the outcome holds no plan.
    """
    if outcome.plan is None:
        raise ValueError("there is no plan to be seen")
    whole = SeenPlan(plan=outcome.plan)
    with collection_paused():
        return plan_seen(whole, audience, day, outcome.newest_day)


def load_plan(root: Path, as_at: date | None = None, today: date | None = None) -> Outcome:
    """Check the plan in this folder, as it stands on a day.

    That day is `as_at`, or plan.yml's own, or else `today`. An earlier day rebuilds a past view: updates
    after it are not yet known, and no mistake. Reads `plan/` and `schools/` below the
    root and writes nothing. Bad input is answered by problems, never by an exception.
    """
    with collection_paused():
        return _check(read_folder(root), as_at, today)


def _unread(folder: Folder, loaded: list[Loaded]) -> list[FileKind]:
    """Return the kinds of file of which one could not be read, or stands in the right folder under a wrong name."""
    read = {file.path for file in loaded}
    amiss = {PLAN_FILE, *(path for path in folder.paths if kind_of(path)), *(p.place.file for p in folder.problems)}
    return [kind for kind in KINDS if any(kind.matches(path) or kind.could_be(path) for path in amiss - read)]


def _check(folder: Folder, as_at: date | None, today: date | None) -> Outcome:
    loaded = [check_shape(file) for file in folder.files]
    problems = [*folder.problems, *(problem for file in loaded for problem in file.problems)]
    tree = grow(loaded, folder.stories)
    problems += check_keys(tree, not_whole(tree, loaded, _unread(folder, loaded)))
    plan = plan_in(tree)
    own_day = plan.record.reporting.as_at if plan else None
    as_at = as_at or own_day or today
    newest = max((day for day in (own_day or today, as_at) if day), default=None)
    if plan is not None:
        reported = frozenset(problem.place.file for problem in problems)
        whole = SeenPlan(plan=plan)
        is_sound = not any(problem.severity is Severity.ERROR for problem in problems)
        scene = Scene(
            plan=plan,
            files=loaded,
            paths=folder.paths,
            reported=reported,
            as_at=as_at,
            newest_day=newest,
            public=plan_seen(whole, Audience.PUBLIC, as_at, newest) if as_at and is_sound else whole,
        )
        problems += [problem for rule in RULES for problem in rule.check(scene)]
    return Outcome(
        plan=plan,
        problems=tuple(sorted(problems, key=by_place)),
        data_files=tuple(sorted(path for path in folder.paths if kind_of(path))),
        as_at=as_at,
        newest_day=newest,
        loaded=tuple(loaded),
    )
