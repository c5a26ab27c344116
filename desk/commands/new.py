"""`trustplan new`: writes something new into the plan, asked for step by step or given as options."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from desk.asking import HOW_TO_ANSWER, Left, talk_with
from desk.entry import assignments, entry_from, in_order, missing_from, refuse_unsound
from desk.new.asking import Questions, ask_kind, ask_place
from desk.new.ids import proposed_id
from desk.new.kinds import every_kind
from desk.new.places import addition, check_place
from desk.options import add_root
from desk.plan_on_day import plan_on_day
from desk.surroundings import DONE, REFUSED, CannotRun
from desk.writing.changes import add_writing, write_changes

if TYPE_CHECKING:
    from argparse import Namespace

    from desk.entry import Entry
    from desk.new.kinds import Kind
    from desk.plan_on_day import PlanOnDay
    from desk.surroundings import Surroundings
    from validate.cli import Commands

DESCRIPTION = "Add something new to the plan. At a terminal it asks for what is not given."
EPILOG = (
    "Example: trustplan new action --in 4.1/2022-23 --set action='Two schools join the trust' --set due=2023-03-31. "
    "The fields of each file are explained on the site, under Data."
)


def add(commands: Commands) -> None:
    """Add the command that begins something new."""
    new = commands.add_parser("new", description=DESCRIPTION, epilog=EPILOG)
    kinds = every_kind()
    new.add_argument("kind", nargs="?", choices=tuple(kinds), help=f"what is new: {', '.join(kinds)}", metavar="KIND")
    new.add_argument("--in", dest="place", default="", metavar="ID", help="what it belongs to, such as 4.1/2022-23")
    new.add_argument(
        "--set", dest="values", action="append", default=[], metavar="FIELD=VALUE", help="a field and its value"
    )
    add_writing(new)
    add_root(new)
    new.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:
    """Write something new into the plan."""
    try:
        return _run(options, surroundings)
    except Left:
        print("Nothing was written.")
        return REFUSED


def _run(options: Namespace, surroundings: Surroundings) -> int:
    on_day = plan_on_day(options.root, None, surroundings.today)
    entry = _entry(options)
    kind, place = _told(options, surroundings, on_day, entry)
    if "id" in missing_from(kind.record, entry):
        proposed = proposed_id(kind, on_day.outcome.tables, place, entry)
        entry |= {"id": proposed} if proposed else {}
    refuse_unsound(kind.record, entry)
    found = addition(options.root, on_day.plan, kind, place, in_order(kind.record, entry))
    code = write_changes(
        options.root, found.changes, on_day.outcome, surroundings, options, message=f"Add {found.name}"
    )
    if code == REFUSED and surroundings.ask:
        print(f"To say the same again, or in other words:\n    {_command(options.root, kind, place, entry)}")
    if code == DONE and found.next_step and not options.dry_run:
        print(found.next_step)
    return code


def _entry(options: Namespace) -> Entry:
    if not options.values:
        return {}
    if options.kind is None:
        kinds = ", ".join(every_kind())
        raise CannotRun(f"Say what is new before you set its fields: trustplan new KIND. It may be {kinds}.")
    return entry_from(every_kind()[options.kind].record, options.values)


def _told(options: Namespace, surroundings: Surroundings, on_day: PlanOnDay, entry: Entry) -> tuple[Kind, str]:
    """Return what is new and what it belongs to, and fill its entry; ask for what the options leave open."""
    talk = None if options.yes else talk_with(surroundings)
    if talk is None:
        if options.kind is None:
            raise CannotRun(f"Say what is new: trustplan new KIND. It may be {', '.join(every_kind())}.")
        kind = every_kind()[options.kind]
        check_place(on_day, kind, options.place)
        return kind, options.place
    is_open = not entry or not missing_from(every_kind()[options.kind].record, entry).keys() <= {"id"}
    if is_open:
        talk.say(HOW_TO_ANSWER)
    kind = every_kind()[options.kind] if options.kind else ask_kind(talk)
    place = options.place or (ask_place(talk, on_day.plan, kind) if kind.place else "")
    check_place(on_day, kind, place)
    if is_open:
        Questions(talk=talk, tables=on_day.outcome.tables, kind=kind, place=place).fill(entry)
    return kind, place


def _command(root: Path, kind: Kind, place: str, entry: Entry) -> str:
    """Return the command that writes this entry without asking for it."""
    here = [] if root == Path() else ["--root", str(root)]
    belongs = ["--in", place] if place else []
    values = [word for name, value in assignments(entry) for word in ("--set", f"{name}={value}")]
    return shlex.join(["trustplan", "new", kind.name, *belongs, *values, *here])
