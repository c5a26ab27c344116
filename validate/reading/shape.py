"""From trees to records: what each file may hold, checked against its record class.

A part of a list that is wrong is left out of the record and the rest is kept, so that one slip
does not silence everything else that could be said about the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from validate.fields import choices_at, fields_at
from validate.nearest import did_you_mean, nearest
from validate.problems import Place, Problem
from validate.reading.yaml_tree import Mapping, Node, Path, Scalar, Sequence, find, place_of, plain
from validate.status import ReportedStatus
from validate.words import commas, short, singular

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from validate.fields import Field
    from validate.reading.folder import DataFile
    from validate.records.base import Record


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file with its record. `kept` maps positions in the record's lists to those in the file."""

    file: DataFile
    record: Record | None
    problems: list[Problem]
    left_out: dict[str, set[int]] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The file's path from the root."""
        return self.file.path

    def is_whole(self, part: str) -> bool:
        """Tell whether nothing was left out of this list."""
        return not self.left_out.get(part)

    def position(self, part: str, index: int) -> int:
        """Return where the record's item at this index stands in the file's list."""
        gone = self.left_out.get(part, set())
        if not gone:
            return index
        kept = (i for i in range(index + len(gone) + 1) if i not in gone)
        return next(i for n, i in enumerate(kept) if n == index)

    def place(self, field: str) -> Place:
        """Return where a value of the file's own record stands; where it is absent, where the file begins."""
        return place_of(self.file.tree, (field,))


def check_shape(file: DataFile) -> Loaded:
    """Return the file's record as far as it can be made, and every problem of its shape."""
    tree, record = file.tree, file.kind.record
    if not isinstance(tree, Mapping):
        message = f"{_found(tree)} stands here, and the file must hold names with values"
        cure = "Start with a name and a colon, as in other files of this kind."
        return Loaded(file, None, [Problem(code="wrong-type", place=tree.place, message=message, cure=cure)])
    try:
        return Loaded(file, record.model_validate(plain(tree)), [])
    except ValidationError as error:
        errors = error.errors(include_url=False)
        meant = {_meant(file, details["loc"]) for details in errors if details["type"] == "extra_forbidden"}
        told = [details for details in errors if details["type"] != "missing" or details["loc"] not in meant]
        problems = [_problem(file, details) for details in told]
        return _without_wrong_items(file, tree, error, problems)


def _meant(file: DataFile, path: Path) -> Path:
    """Return the path of the field that a misspelt name was to be, so that it is not called missing as well."""
    known = fields_at(file.kind.record, path[:-1])
    return (*path[:-1], nearest(str(path[-1]), known) or path[-1])


def _without_wrong_items(file: DataFile, tree: Mapping, error: ValidationError, problems: list[Problem]) -> Loaded:
    left_out: dict[str, set[int]] = {}
    for details in error.errors(include_url=False, include_input=False):
        match details["loc"]:
            case (str(part), int(index), *_):
                left_out.setdefault(part, set()).add(index)
            case _:
                return Loaded(file, None, problems)
    data = plain(tree)
    for part, gone in left_out.items():
        data[part] = [item for index, item in enumerate(data[part]) if index not in gone]
    try:
        return Loaded(file, file.kind.record.model_validate(data), problems, left_out)
    except ValidationError:
        return Loaded(file, None, problems)


def _problem(file: DataFile, details: ErrorDetails) -> Problem:
    path: Path = details["loc"]
    kind = details["type"]
    if kind == "extra_forbidden":
        return _unknown_field(file, path)
    if kind == "missing":
        return _missing_field(file, path)
    node = find(file.tree, path) or file.tree
    if isinstance(node, Scalar) and not node.text.strip():
        return Problem(
            code="empty-value",
            place=node.place,
            message=f"nothing is written after {_label(path)}",
            cure="Write the value, or remove the whole line if there is nothing to say.",
        )
    if kind in ("enum", "literal_error"):
        return _not_a_choice(file, path, node)
    if kind in TYPES or kind == "too_short":
        return _wrong_type(path, node, kind)
    return _refused(file, path, node, details)


TYPES = {
    "model_type": "a group of names with values",
    "list_type": "a list, each entry starting with a hyphen",
    "string_type": "a single piece of text",
}


def _refused(file: DataFile, path: Path, node: Node, details: ErrorDetails) -> Problem:
    context: dict[str, Any] = details.get("ctx", {})
    wanted = context.get("wanted", details["msg"])
    hint = context.get("hint", "")
    if details["type"] == "bad-id" and _refers(file, path):
        hint = "Write the id under which the plan defines it, and not its name."
    return Problem(
        code=details["type"],
        place=node.place,
        message=f"{_label(path)} is {_found(node)}; it must be {wanted}",
        allowed=wanted,
        cure=hint,
    )


def _refers(file: DataFile, path: Path) -> bool:
    """Tell whether the value at this path names something that is defined elsewhere."""
    steps = path[:-1] if isinstance(path[-1], int) else path
    about = fields_at(file.kind.record, steps[:-1]).get(str(steps[-1]))
    return about is not None and about.reference is not None


def _wrong_type(path: Path, node: Node, kind: str) -> Problem:
    wanted = TYPES.get(kind, "a list with at least one entry")
    return Problem(
        code="wrong-type",
        place=node.place,
        message=f"{_label(path)} is {_found(node)}; it must be {wanted}",
        allowed=wanted,
        cure=_entries_below(node) if kind == "list_type" else "Compare it with another file of this kind.",
    )


def _entries_below(node: Node) -> str:
    first = f': "- {short(node.text)}"' if isinstance(node, Scalar) else ""
    return f"Write each entry on a line of its own below the name, with a hyphen in front{first}."


def _not_a_choice(file: DataFile, path: Path, node: Node) -> Problem:
    if not isinstance(node, Scalar):
        return _wrong_type(path, node, "string_type")
    allowed = choices_at(file.kind.record, path)
    is_status = allowed == tuple(ReportedStatus)
    thing = "a status" if is_status else "one of the allowed words"
    return Problem(
        code="unknown-status" if is_status else "not-a-choice",
        place=node.place,
        message=f'{_name(path)} "{short(node.text)}" is not {thing}' + did_you_mean(node.text, allowed),
        allowed=commas(allowed),
        cure="Write one of the allowed words.",
    )


def _unknown_field(file: DataFile, path: Path) -> Problem:
    parent, name = find(file.tree, path[:-1]), str(path[-1])
    place = parent.keys[name] if isinstance(parent, Mapping) else place_of(file.tree, path)
    allowed = fields_at(file.kind.record, path[:-1])
    return Problem(
        code="unknown-field",
        place=place,
        message=f'"{short(name)}" is not a name that may stand here' + did_you_mean(name, allowed),
        allowed=commas(allowed),
        cure="Correct the name, or remove it with its value. If the indent is wrong, move it.",
    )


def _missing_field(file: DataFile, path: Path) -> Problem:
    about = fields_at(file.kind.record, path[:-1])[str(path[-1])]
    if file.kind.is_table:
        return _empty_cell(file, path, about)
    line = f'a line such as "{path[-1]}: {about.example}"' if about.example else "it"
    return Problem(
        code="missing-field",
        place=place_of(file.tree, path[:-1]),
        message=f'"{path[-1]}" is missing from {_group(path[:-1])}',
        cure=f"Add {line}. {about.description}",
    )


def _empty_cell(file: DataFile, path: Path, about: Field) -> Problem:
    place = place_of(file.tree, path[:-1])
    return Problem(
        code="missing-field",
        place=place,
        message=f'nothing stands in the column "{about.name}" on line {place.line}',
        cure=f"Write it, such as {about.example}. {about.description}",
    )


def _label(path: Path) -> str:
    """Return what to call a value: its name, or its number in a list."""
    if isinstance(path[-1], int):
        return f'entry {path[-1] + 1} of "{path[-2]}"'
    return f'"{path[-1]}"'


def _name(path: Path) -> str:
    """Return the name of the field that holds a value, or the list that it stands in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _group(path: Path) -> str:
    """Return where a group stands, such as `update 1 of action 2`."""
    parts: list[str] = []
    for step in path:
        if isinstance(step, int):
            parts.append(f"{_one_of(parts.pop())} {step + 1}")
        else:
            parts.append(step)
    return " of ".join(reversed(parts)) or "this file"


def _one_of(things: str) -> str:
    # An entry of the list "pupils" is a count of pupils.
    return things if things == "pupils" else singular(things)


def _found(node: Node) -> str:
    if isinstance(node, Mapping):
        return "a group of names with values"
    if isinstance(node, Sequence):
        return "a list" if node.items else "an empty list"
    return f'"{short(node.text)}"'
