"""`trustplan post-reminders`: keeps an issue for each reminder on the Git host, where a pipeline runs it each week."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desk.reminders.github import GitHub
from desk.reminders.gitlab import GitLab
from desk.reminders.posting import post, read_notes
from desk.surroundings import DONE, CannotRun

if TYPE_CHECKING:
    from argparse import Namespace

    from desk.reminders.posting import IssueHost
    from desk.surroundings import Surroundings
    from validate.cli import Commands

DESCRIPTION = (
    "Open, bring up to date and close one issue for each role, from the folder that `trustplan remind` wrote. "
    "In a pipeline of GitLab it speaks to GitLab, and anywhere else to GitHub."
)

AGAIN = "What stands above is done. Run the command again for the rest."


def add(commands: Commands) -> None:
    """Add the command that posts reminders."""
    posting = commands.add_parser("post-reminders", description=DESCRIPTION)
    posting.add_argument("folder", type=Path, metavar="FOLDER", help="what trustplan remind --folder wrote")
    posting.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:
    """Post the reminders and say what was done."""
    notes = read_notes(options.folder)
    environment = surroundings.environment
    host: IssueHost = GitLab(environment) if environment.get("GITLAB_CI") == "true" else GitHub(environment)
    done = 0
    try:
        for sentence in post(notes, host):
            print(sentence, flush=True)
            done += 1
    except CannotRun as error:
        raise CannotRun(f"{error} {AGAIN}" if done else str(error)) from None
    if not done:
        print("Nothing to change: every issue says what it should.")
    return DONE
