"""`trustplan explain`: how a status, a verdict or a problem came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.named import all_kinds, explained, problem_code
from desk.explain.problem import explain_problem
from desk.options import add_as_at, add_root
from desk.plan_on_day import plan_on_day
from desk.sheet import BLANK, Line, render_sheet
from desk.surroundings import DONE
from desk.terminal import width_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from desk.surroundings import Surroundings
    from validate.cli import Commands

DESCRIPTION = (
    "Explain how the status of an action or goal came about, and of all that they add up to; or where a school, a "
    "measure, a service and so on stand, or what a problem of the check means."
)


def add(commands: Commands) -> None:
    """Add the command that explains."""
    explain = commands.add_parser("explain", description=DESCRIPTION)
    explain.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        help="an action or goal such as 4.1/2022-23/one-or-two-join, a year such as 4.1/2022-23, an objective, "
        "a pillar, schools/ID, measures/ID and so on, or a problem such as unknown-status; "
        "without it, what can be explained is listed",
    )
    add_as_at(explain)
    add_root(explain)
    explain.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:
    """Print the explanation."""
    lines = list(_lines(options, surroundings))
    print(render_sheet(lines, width_of(surroundings.environment)), end="")
    return DONE


def _lines(options: Namespace, surroundings: Surroundings) -> Iterator[Line]:
    name: str = (options.id or "").strip()
    code = problem_code(name)
    if code is not None:
        yield from explain_problem(code)
        return
    on_day = plan_on_day(options.root, options.as_at, surroundings.today)
    yield from explained(name, on_day) if name else all_kinds(on_day)
    if on_day.warning:
        yield from (BLANK, Line(on_day.warning))
