"""The command line `trustplan`: the check, and everything at the trustee's desk."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from desk import commands as modules
from desk.surroundings import COULD_NOT_RUN, DONE, CannotRun, Surroundings
from validate import cli as check
from validate.days import day_of_run

if TYPE_CHECKING:
    from collections.abc import Sequence

DESCRIPTION = "Keep a school trust's plan as checked files: report, check, review and publish."

COMMANDS = {
    "report": "report on an action or goal",
    "new": "add something new to the plan",
    "approve": "record that a body approved the promises",
    "status": "show what waits for a report, by role",
    "explain": "explain how a status came about",
    "changes": "show what changed since a commit or a day",
    "remind": "write a reminder for each role",
    "board-pack": "make one document for a board's meeting",
    "init": "start another trust's plan",
    "schemas": "write the schemas for editors",
    "post-reminders": "post reminders as issues",
}
"""Each command besides the check, in the order of the help, and what it does.

Its module in `desk.commands` bears its name, and is imported only when it is asked for: the others would
make each check a third slower.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command with these arguments, else with those of the process, and return its exit code."""
    check.allow_any_text()
    words = check.with_command(sys.argv[1:] if arguments is None else arguments)
    options = parser_for(words[0]).parse_args(words)
    if options.run is check.run:
        return int(check.run(options))
    try:
        code = int(options.run(options, _surroundings()))
        sys.stdout.flush()
    except CannotRun as error:
        print(f"trustplan: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        print("\ntrustplan: It was stopped before it had finished.", file=sys.stderr)
        return COULD_NOT_RUN
    except BrokenPipeError:  # Whoever read the output has seen enough, as `head` has.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def parser_for(named: str) -> argparse.ArgumentParser:
    """Return the parser of the command line, with the options of the command that is named."""
    parser = argparse.ArgumentParser(prog="trustplan", description=DESCRIPTION, epilog=check.EXIT_CODES)
    check.add_version(parser)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    check.add(commands)
    for name, about in COMMANDS.items():
        if name == named:
            import_module(f"{modules.__name__}.{name.replace('-', '_')}").add(commands)
        else:
            commands.add_parser(name, help=about)
    return parser


def _surroundings() -> Surroundings:
    try:
        today = day_of_run(os.environ)
    except ValueError as error:
        raise CannotRun(str(error)) from None
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if is_terminal and find_spec("readline"):
        # It lets answers be corrected with the arrow keys, and be longer than a terminal's own line.
        import_module("readline")
    return Surroundings(today=today, environment=os.environ, ask=input if is_terminal else None)
