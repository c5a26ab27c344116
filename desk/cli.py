"""The command line `trustplan`: the check, and everything at the trustee's desk."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from desk.surroundings import COULD_NOT_RUN, CannotRun, Surroundings
from validate import cli as check
from validate.days import day_of_run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from validate.cli import Commands

DESCRIPTION = "Keep a school trust's plan as checked files: report, check, review and publish."

COMMANDS: tuple[Callable[[Commands], None], ...] = ()
"""What adds each command, in the order of the help; each sets `run`, which takes options and surroundings."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command with these arguments, else with those of the process, and return its exit code."""
    check.allow_any_text()
    options = _parser().parse_args(check.with_command(sys.argv[1:] if arguments is None else arguments))
    if options.run is check.run:
        return int(check.run(options))
    try:
        return int(options.run(options, _surroundings()))
    except CannotRun as error:
        print(f"trustplan: {error}", file=sys.stderr)
        return COULD_NOT_RUN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="trustplan", description=DESCRIPTION, epilog=check.EXIT_CODES)
    check.add_version(parser)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (check.add, *COMMANDS):
        add(commands)
    return parser


def _surroundings() -> Surroundings:
    try:
        today = day_of_run(os.environ)
    except ValueError as error:
        raise CannotRun(str(error)) from None
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return Surroundings(today=today, environment=os.environ, ask=input if is_terminal else None)
