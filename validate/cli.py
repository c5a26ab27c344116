"""The command line: checks a plan and reports what is wrong with it."""

from __future__ import annotations

import argparse
import io
import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from validate import reporters
from validate.days import day_from_text, day_of_run
from validate.github import add_step_summary, way_from_top
from validate.history.against import is_read_whole, problems_against
from validate.history.earlier import plan_at
from validate.history.git import GitError
from validate.pipeline import load_plan

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction
    from collections.abc import Mapping, Sequence
    from datetime import date

    from validate.pipeline import Outcome
    from validate.problems import Problem

    Commands = _SubParsersAction[ArgumentParser]

CLEAN, PROBLEMS, COULD_NOT_RUN = 0, 1, 2
"""What the command returns."""

FORMATS = ("text", "json", "github", "junit")

DESCRIPTION = "Check a plan kept as files: every problem, with its file, its line and its cure."
EXIT_CODES = "Returns 0 where nothing is wrong, 1 where something is, and 2 where the check could not be run."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, else with those of the process, and return its exit code."""
    allow_any_text()
    parser = argparse.ArgumentParser(prog="trustplan", description=DESCRIPTION, epilog=EXIT_CODES)
    add_version(parser)
    add(parser.add_subparsers(title="commands", required=True))
    return run(parser.parse_args(with_command(sys.argv[1:] if arguments is None else arguments)))


def run(options: argparse.Namespace) -> int:
    """Check a plan, write the report, and return the exit code."""
    root: Path = options.root
    if not root.is_dir():
        return _could_not_run(f"{root} is not a folder")
    try:
        today = day_of_run(os.environ)
    except ValueError as error:
        return _could_not_run(str(error))
    try:
        before = plan_at(root, options.against, today) if options.against is not None else None
    except GitError as error:
        return _could_not_run(str(error))
    outcome = load_plan(root, options.as_at, today)
    if before is not None:
        outcome = outcome.with_problems(_silent_changes(options.against, before, outcome))
    try:
        _report(outcome, options.format or _usual_format(os.environ), root, os.environ)
    except OSError as error:
        return _could_not_run(f"the report cannot be written ({(error.strerror or str(error)).lower()})")
    return PROBLEMS if outcome.errors or (options.strict and outcome.warnings) else CLEAN


def add_version(parser: argparse.ArgumentParser) -> None:
    """Let the command say its version."""
    parser.add_argument("--version", action="version", version=f"%(prog)s {_version()}")


def add(commands: Commands) -> None:
    """Add the command that checks a plan."""
    check = commands.add_parser("check", help="check a plan", description=DESCRIPTION, epilog=EXIT_CODES)
    check.add_argument("--root", type=Path, default=Path(), help="the folder that holds plan/ and schools/")
    check.add_argument(
        "--as-at", type=_day, metavar="YYYY-MM-DD", help="check the plan as it stands on this day, else plan.yml's own"
    )
    check.add_argument("--format", choices=FORMATS, help="text, or github where GitHub Actions runs the check")
    check.add_argument(
        "--against",
        metavar="REF",
        help="also check that nothing published at this commit, branch or tag was changed silently",
    )
    check.add_argument("--strict", action="store_true", help="let warnings fail the check as well")
    check.set_defaults(run=run)


def with_command(arguments: Sequence[str]) -> Sequence[str]:
    """Return the arguments with `check` in front, where they name no command and ask for no general help."""
    general = {"-h", "--help", "--version"}
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in general):
        return ["check", *arguments]
    return arguments


def _version() -> str:
    try:
        return version("trustplan")
    except PackageNotFoundError:
        return "(not installed)"


def _day(text: str) -> date:
    try:
        return day_from_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _silent_changes(ref: str, before: Outcome, outcome: Outcome) -> list[Problem]:
    """Return what was changed silently since a commit, and say where that cannot be known."""
    if before.plan is None and before.data_files:
        print(f"trustplan: the plan could not be read at {ref}, so nothing is compared with it", file=sys.stderr)
    elif not is_read_whole(before):
        said = f"not everything could be read in the plan at {ref}, and what could not is not compared"
        print(f"trustplan: {said}", file=sys.stderr)
    return problems_against(before, outcome)


def _usual_format(environment: Mapping[str, str]) -> str:
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"


def _report(outcome: Outcome, form: str, root: Path, environment: Mapping[str, str]) -> None:
    if form == "json":
        text = reporters.render_json(outcome)
    elif form == "junit":
        text = reporters.render_junit(outcome)
    elif form == "github":
        text = reporters.render_github(outcome, prefix=way_from_top(root, environment))
        add_step_summary(reporters.render_step_summary(outcome), environment)
    else:
        text = reporters.render_text(outcome, colour=sys.stdout.isatty() and not environment.get("NO_COLOR"))
    print(text, end="", flush=True)


def allow_any_text() -> None:
    """Let text that the terminal cannot show be spelt out instead of stopping the report."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _could_not_run(message: str) -> int:
    print(f"trustplan: {message}", file=sys.stderr)
    return COULD_NOT_RUN
