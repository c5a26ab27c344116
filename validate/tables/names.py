"""The tables that only gather names from others: who may decide, and everything that is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.records.promises import PLAN_ID, PromiseKind, What, former_name
from validate.tables.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.tables.table import Tables

DECIDERS = ("roles", "governance_bodies")
"""The tables of those who may decide."""

PROMISES = {
    "plan": (PromiseKind.PLAN, "title"),
    "pillars": (PromiseKind.PILLAR, "title"),
    "objectives": (PromiseKind.OBJECTIVE, "title"),
    "goals": (PromiseKind.GOAL, "goal"),
    "actions": (PromiseKind.ACTION, "action"),
    "measures": (PromiseKind.MEASURE, "title"),
    "targets": (PromiseKind.TARGET, "year"),
}
"""The tables of promises, with the kind of each and the column of its words."""

REMOVED = "removed"
"""Stands for the kind of a promise of which only amendments are left."""

MOVED = "moved"
"""Stands for the kind of a name under which an action stood in another year."""


def gather_names(tables: Tables) -> None:
    """Fill the tables of names from the others, each name once: what is named twice is reported where it stands.

    They are filled only where something refers to them, since by themselves they say nothing new.
    """
    if tables["amendments"].rows or tables["approvals"].rows:
        _fill(tables, "deciders", _deciders(tables), DECIDERS)
    if tables["amendments"].rows:
        _fill(tables, "promises", _promises(tables), (*PROMISES, "milestones", "amendments"))


def _fill(tables: Tables, name: str, rows: Iterator[Row], sources: tuple[str, ...]) -> None:
    by_id: dict[str, Row] = {}
    for row in rows:
        by_id.setdefault(row.values["id"], row)
    tables[name].rows.extend(by_id.values())
    tables[name].is_whole = all(tables[source].is_whole for source in sources)


def _deciders(tables: Tables) -> Iterator[Row]:
    for source in DECIDERS:
        for row in tables[source].rows:
            yield Row({"id": row.values["id"], "name": row.values["name"]}, row.loaded, row.path)


def _promises(tables: Tables) -> Iterator[Row]:
    for source, (kind, words) in PROMISES.items():
        for row in tables[source].rows:
            name = row.values[words]
            if kind is PromiseKind.TARGET:
                name = f"{row.values['measure']}, target for {name}"
            yield Row({"id": _name(row, kind), "kind": kind.value, "name": name}, row.loaded, row.path)
    yield from _gone(tables["amendments"].rows)


def _gone(amendments: list[Row]) -> Iterator[Row]:
    """Yield the promises that only amendments tell of: removed, part of what was, or called otherwise now."""
    removed = tuple(f"{row.values['promise']}/" for row in amendments if row.values["what"] is What.REMOVED)
    for row in amendments:
        promise, what, was = (row.values[name] for name in ("promise", "what", "was"))
        if what is What.REMOVED or promise.startswith(removed):
            yield Row({"id": promise, "kind": REMOVED, "name": was or promise}, row.loaded, row.path)
        if former := former_name(promise, what, was or ""):
            yield Row({"id": former, "kind": MOVED, "name": former}, row.loaded, row.path)


def _name(row: Row, kind: PromiseKind) -> str:
    match kind:
        case PromiseKind.PLAN:
            return PLAN_ID
        case PromiseKind.PILLAR:
            return f"pillars/{row.values['id']}"
        case PromiseKind.MEASURE:
            return f"measures/{row.values['id']}"
        case PromiseKind.TARGET:
            return f"measures/{row.values['measure']}/{row.values['year']}"
        case _:
            return str(row.values["id"])
