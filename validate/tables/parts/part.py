"""How it is said which lists in a file become tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A list in a record (or the record itself, where it names no field) whose entries become rows of a table.

    A row's id is that of the row it is nested in and its own, with a slash between. Entries without an id are
    numbered. Entries that other files refer to are named by their own id alone.
    """

    table: str
    about: str
    """What the table holds."""
    field: str = ""
    """The list's name; a point leads into a group, as in `joining.steps`."""
    parent: str = ""
    """The key column that names the row it is nested in; none where there is only one."""
    named_alone: bool = False
    value: str = ""
    """The column that holds the entry, where entries are single values and not groups."""
    inside: tuple[Part, ...] = ()
