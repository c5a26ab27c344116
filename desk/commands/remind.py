"""`trustplan remind`: the text of a reminder for each role, to be kept as an issue on the Git host."""

from __future__ import annotations

import json
import re
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from desk.options import add_as_at, add_root
from desk.plan_on_day import check_role, plan_on_day
from desk.reminders.texts import INDEX, reader_of, reminders
from desk.surroundings import DONE, CannotRun
from validate.words import count

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from desk.reminders.texts import Reminder
    from desk.surroundings import Surroundings
    from validate.cli import Commands

DESCRIPTION = "Write a reminder for each role: what waits for its report or for its day, and how to report."

SITE = re.compile(r"https?://[^\s()<>\"]+")


def add(commands: Commands) -> None:
    """Add the command that writes reminders."""
    remind = commands.add_parser("remind", description=DESCRIPTION)
    remind.add_argument("--role", metavar="ROLE", help="write only this role's")
    remind.add_argument("--site", type=_site, default="", metavar="ADDRESS", help="the plan's website, for links")
    remind.add_argument("--format", choices=("markdown", "json"), default="markdown", help="for people, or json")
    remind.add_argument(
        "--folder", type=Path, metavar="OUT", help=f"write a file for each role, and {INDEX} that lists them all"
    )
    add_as_at(remind)
    add_root(remind)
    remind.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:
    """Print the reminders, or write them into a folder."""
    if options.folder and options.role:
        # The issues of roles that a folder does not know are closed, so it has to know them all.
        raise CannotRun("A folder holds the reminders of all roles. Leave out --role, or leave out --folder.")
    on_day = plan_on_day(options.root, options.as_at, surroundings.today)
    if on_day.errors:
        raise CannotRun(
            f"The check finds {count(on_day.errors, 'error')}, so reminders could leave something out. "
            "Put it right first. To see: trustplan check"
        )
    check_role(on_day.plan, options.role)
    found = reminders(on_day, reader_of(on_day, options.root, options.site), options.role)
    if options.folder:
        _write(found, options.folder)
        print(f"Written to {options.folder}: {count(len(found), 'reminder')}, listed in {INDEX}.")
    elif options.format == "json":
        print(json.dumps([_entry(reminder) for reminder in found], ensure_ascii=False, indent=2))
    else:
        print("\n".join(f"# {reminder.title}\n\n{reminder.body}" for reminder in found), end="")
    return DONE


def _site(text: str) -> str:
    if not text or SITE.fullmatch(text):
        return text
    raise ArgumentTypeError(f'"{text}" is not a web address that starts with https:// or http://')


def _entry(reminder: Reminder) -> dict[str, str]:
    return {
        "action": reminder.action,
        "role": reminder.role,
        "title": reminder.title,
        "marker": reminder.marker,
        "body": reminder.body,
    }


def _write(found: Sequence[Reminder], folder: Path) -> None:
    lines = [f"{reminder.action}\t{reminder.role}\t{reminder.title}\t{reminder.role}.md" for reminder in found]
    texts = {f"{reminder.role}.md": reminder.body for reminder in found}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in {**texts, INDEX: "".join(f"{line}\n" for line in lines)}.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotRun(f"The reminders cannot be written to {folder} ({reason}).") from None
