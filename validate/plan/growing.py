"""Grows the tree of a plan: an entry for every record of every file, below the one that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.fields import fields_of
from validate.layout import KINDS
from validate.plan.entry import Entry, Tree
from validate.plan.growth import Growth, Phase, Post
from validate.plan.pillars import Action, Goal, Milestone, Objective, Pillar, SchoolReport, Update
from validate.plan.plan import Plan
from validate.plan.schools import School

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path
    from validate.records.base import Record

ENTRIES: tuple[type[Entry[Any]], ...] = (
    Plan, Pillar, Objective, Milestone, Action, Goal, Update, SchoolReport, School, Growth, Phase, Post,
)  # fmt: skip
"""The classes of entries of which more can be told than what their records say."""

CLASSES: dict[type[Record], type[Entry[Any]]] = {entry.of: entry for entry in ENTRIES}


def grow(files: Iterable[Loaded], stories: Mapping[str, str]) -> Tree:
    """Return the tree of every record that could be made."""
    tree = Tree(stories)
    order = {kind.name: n for n, kind in enumerate(KINDS)}
    folders: dict[tuple[str, str], Entry[Any]] = {}
    for loaded in sorted(files, key=lambda file: (order[file.file.kind.name], file.path)):
        if loaded.record is None:
            continue
        kind = loaded.file.kind
        above = (folders.get((kind.within, folder)) for folder in _above(loaded.path))
        parent = next((entry for entry in above if entry), None)
        if kind.within and parent is None:
            tree.lost.add(kind.record)
            continue
        entry = add_entry(tree, parent, loaded.record, loaded)
        folders[kind.name, loaded.path.rpartition("/")[0]] = entry
        _add_inner(entry)
    return tree


def add_entry(
    tree: Tree, parent: Entry[Any] | None, record: Record, loaded: Loaded, path: Path = (), number: int = 1
) -> Entry[Any]:
    """Add an entry to the tree, below another or on top, and return it."""
    found = CLASSES.get(type(record), Entry)
    entry = found(record=record, loaded=loaded, path=path, number=number, parent=parent, tree=tree)
    (parent or tree).children.append(entry)
    return entry


def _add_inner(entry: Entry[Any]) -> None:
    for path, number, record in _inner(entry):
        _add_inner(add_entry(entry.tree, entry, record, entry.loaded, path, number))


def _inner(entry: Entry[Record]) -> Iterator[tuple[Path, int, Record]]:
    """Yield the records just inside one, each with its path in the file and its number in its list."""
    for about in fields_of(type(entry.record)).values():
        if about.record is None:
            continue
        value = getattr(entry.record, about.name)
        if about.many:
            for n, record in enumerate(value):
                position = n if entry.path else entry.loaded.position(about.name, n)
                yield (*entry.path, about.name, position), n + 1, record
        elif value is not None:
            yield (*entry.path, about.name), 1, value


def _above(path: str) -> Iterator[str]:
    """Yield the folders that a file lies in, the nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
