"""`trustplan status`: what waits for a report or for its day, by role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.options import add_as_at, add_root, days
from desk.plan_on_day import check_role, plan_on_day
from desk.status.due import waiting
from desk.status.text import render_json, render_text
from desk.surroundings import DONE
from desk.terminal import width_of

if TYPE_CHECKING:
    from argparse import Namespace

    from desk.surroundings import Surroundings
    from validate.cli import Commands

DESCRIPTION = (
    "Show which actions and goals wait for a report: past their date, reported long ago, not at all, or due; and which "
    "other dates of the plan have passed or come soon, such as those of market tests and reviews."
)


def add(commands: Commands) -> None:
    """Add the command that shows what waits for a report."""
    status = commands.add_parser("status", description=DESCRIPTION)
    status.add_argument("--role", metavar="ROLE", help="show only what this role leads or answers for")
    status.add_argument(
        "--within", type=days, metavar="DAYS", help="what counts as due soon, else up to the end of the next term"
    )
    status.add_argument("--format", choices=("text", "json"), default="text", help="text for people, or json")
    add_as_at(status)
    add_root(status)
    status.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:
    """Print what waits for a report."""
    on_day = plan_on_day(options.root, options.as_at, surroundings.today)
    check_role(on_day.plan, options.role)
    waits = waiting(on_day, options.role, options.within)
    if options.format == "json":
        print(render_json(waits), end="")
    else:
        print(render_text(waits, width_of(surroundings.environment)), end="")
    return DONE
