"""`trustplan schemas`: writes what an editor needs to complete and check the plan's files as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.init.files import SCHEMAS, schema_files
from desk.options import add_root
from desk.surroundings import DONE, CannotRun
from desk.writing.change import Change
from desk.writing.files import write_files

if TYPE_CHECKING:
    from argparse import Namespace

    from desk.surroundings import Surroundings
    from validate.cli import Commands

DESCRIPTION = f"Write the schemas for editors into {SCHEMAS}/, as this version of trustplan has them."


def add(commands: Commands) -> None:
    """Add the command that writes the schemas."""
    schemas = commands.add_parser("schemas", description=DESCRIPTION)
    add_root(schemas)
    schemas.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:  # noqa: ARG001 - every command is given both
    """Write the schemas."""
    if not (options.root / "plan").is_dir():
        raise CannotRun(f"{options.root} holds no plan/. Run this in the folder of a plan, or name it with --root.")
    changes = []
    for path, text in schema_files():
        file = options.root / path
        before = file.read_bytes() if file.exists() else None
        changes.append(Change(path=path, before=before, after=text.encode()))
    write_files(options.root, changes)
    print(f"Written to {SCHEMAS}/: {len(changes)} schemas.")
    return DONE
