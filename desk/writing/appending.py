"""Adds an entry to a list in the text of a YAML file and leaves every other line as it is.

The file is never written anew from its data: comments, order, quotes, indents and line ends are the trust's own.
The parser only tells where things stand.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from desk.surroundings import CannotRun
from desk.writing.yaml_text import STEP, as_tree, entry_lines, flow_text, mapping_lines
from validate.reading.yaml_tree import plain, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from validate.reading.yaml_tree import Path

BYTE_ORDER_MARK = "\ufeff"


def with_entry(text: str, path: Path, entry: Mapping[str, object] | str) -> str:
    """Return the text with the entry added at the end of the list at this path.

    Where the list is absent, its name is added at the end of the group that the path leads to; where it is empty,
    it is begun.

    Raises:
        CannotRun: if the text cannot be read, or the list is written in a way that cannot be added to.

    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    lines = _Lines.of(text.removeprefix(mark))
    before = _tree(lines.text)
    lines.change(_edit(lines.text, path, entry))
    after, _ = read_tree(lines.text, "")
    if after is None or plain(after) != _with(before, path, entry):
        raise CannotRun("The list is written in a way that this command cannot add to. Add the entry in an editor.")
    return mark + str(lines)


def with_new_file(entry: Mapping[str, object]) -> str:
    """Return the text of a new file that holds these names and values."""
    return "".join(f"{line}\n" for line in mapping_lines(entry, 0))


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines that take the place of `gone` others, which start at this one."""

    at: int
    lines: list[str]
    gone: int = 0


@dataclass(slots=True)
class _Lines:
    """Lines and what stands between them, which may be any kind of line end."""

    lines: list[str]
    ends: list[str]

    @classmethod
    def of(cls, text: str) -> _Lines:
        parts = re.split("(\r\n|\r|\n)", text)
        return cls(parts[::2], parts[1::2])

    @property
    def text(self) -> str:
        """The lines as the parser is to see them."""
        return "\n".join(self.lines)

    def __str__(self) -> str:
        return "".join(line + end for line, end in zip(self.lines, [*self.ends, ""], strict=True))

    def change(self, edit: _Edit) -> None:
        """Make the edit; new lines end as the line before them does."""
        neighbour = max(edit.at - 1, 0)
        end = next(iter(self.ends[neighbour : neighbour + 1] or self.ends[-1:]), "\n")
        self.lines[edit.at : edit.at + edit.gone] = edit.lines
        self.ends[neighbour:neighbour] = [end] * (len(edit.lines) - edit.gone)


def _tree(text: str) -> Any:
    tree, problems = read_tree(text, "")
    if tree is None:
        reason = problems[0].message if problems else "it is empty"
        raise CannotRun(f"The file cannot be added to: {reason}.")
    return plain(tree)


def _with(tree: Any, path: Path, entry: object) -> Any:
    """Return the tree as it must be read afterwards."""
    tree = deepcopy(tree)
    *steps, name = path
    parent = tree
    for step in steps:
        parent = parent[step]
    if not isinstance(parent, list) and not parent.get(name):
        parent[name] = []
    parent[name].append(as_tree(entry))
    return tree


def _edit(text: str, path: Path, entry: object) -> _Edit:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    *steps, name = path
    parent = _node(root, tuple(steps))
    if isinstance(parent, yaml.MappingNode):
        pair = _pair(parent, str(name))
        if pair is None:
            return _with_new_list(text, root, parent, str(name), entry)
        key, node = pair
    else:
        key, node = None, _node(parent, (name,))
    if isinstance(node, yaml.SequenceNode):
        if not node.flow_style:
            return _with_one_more(text, root, node, entry)
        stands_alone = key is not None and not parent.flow_style and _is_on_one_line(key, node)
        if node.value or not stands_alone:
            return _within_brackets(text, node, flow_text(entry))
    if key is None or not (isinstance(node, yaml.SequenceNode) or _is_nothing(node)):
        raise CannotRun(f'"{name}" is not a list, so nothing can be added to it. Correct it in an editor first.')
    return _with_first(text, root, key, node, entry)


def _node(node: Any, path: Path) -> Any:
    for step in path:
        found = None
        if isinstance(node, yaml.MappingNode):
            found = _pair(node, str(step))
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = (None, node.value[step])
        if found is None:
            raise CannotRun(f'The file holds nothing at "{step}", so nothing can be added there.')
        node = found[1]
    return node


def _pair(node: Any, name: str) -> tuple[Any, Any] | None:
    return next(((key, value) for key, value in node.value if key.value == name), None)


def _is_nothing(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value and node.start_mark.index == node.end_mark.index


def _is_on_one_line(key: Any, node: Any) -> bool:
    return bool(key.start_mark.line == node.start_mark.line == node.end_mark.line)


def _with_one_more(text: str, root: Any, node: Any, entry: object) -> _Edit:
    """Return the entry below the last one of a list whose entries have hyphens."""
    hyphen, last = node.start_mark.column, node.value[-1]
    is_beside = text.split("\n")[last.start_mark.line].startswith("-", hyphen) and not _is_nothing(last)
    gap = last.start_mark.column - hyphen if is_beside else STEP
    at = _below_comments(text, _last_line(text, last) + 1, hyphen + 1)
    return _Edit(at, entry_lines(entry, hyphen, _list_indent(root), gap))


def _with_new_list(text: str, root: Any, parent: Any, name: str, entry: object) -> _Edit:
    """Return the list's name and its first entry below the last value of a group."""
    if parent.flow_style:
        return _within_brackets(text, parent, f"{name}: [{flow_text(entry)}]")
    column = parent.value[0][0].start_mark.column
    at = _below_comments(text, _last_line(text, parent) + 1, column)
    return _Edit(at, mapping_lines({name: [entry]}, column, _list_indent(root)))


def _with_first(text: str, root: Any, key: Any, node: Any, entry: object) -> _Edit:
    """Return the first entry of a list whose name is followed by nothing, or by empty brackets on the same line."""
    column, at = key.start_mark.column, key.start_mark.line
    indent = _list_indent(root)
    entries = entry_lines(entry, column + indent, indent)
    if _is_nothing(node):
        return _Edit(_below_comments(text, at + 1, column + 1), entries)
    line = text.split("\n")[at]
    start, rest = line[: node.start_mark.column].rstrip(), line[node.end_mark.column :].strip()
    return _Edit(at, [f"{start} {rest}".rstrip(), *entries], gone=1)


def _within_brackets(text: str, node: Any, addition: str) -> _Edit:
    """Return a list or group in brackets with something added behind its last value."""
    parts = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else node.value
    mark = parts[-1].end_mark if parts else node.start_mark
    column = mark.column if parts else mark.column + 1
    line = text.split("\n")[mark.line]
    joined = f"{line[:column]}{', ' if parts else ''}{addition}{line[column:]}"
    return _Edit(mark.line, [joined], gone=1)


def _last_line(text: str, node: Any) -> int:
    """Return the last line that belongs to a value, counted from 0."""
    while not isinstance(node, yaml.ScalarNode) and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    if not isinstance(node, yaml.ScalarNode) or node.style not in ("|", ">"):
        return int(node.end_mark.line)
    lines = text.split("\n")
    last = node.end_mark.line - (node.end_mark.column == 0)
    keeps_blank_lines = "+" in lines[node.start_mark.line][node.start_mark.column :].split("#")[0]
    while not keeps_blank_lines and last > node.start_mark.line and not lines[last].strip():
        last -= 1
    return int(last)


def _below_comments(text: str, at: int, column: int) -> int:
    """Return the first line from this one that is no comment at this column or right of it."""
    lines = text.split("\n")
    while at < len(lines) and lines[at].lstrip().startswith("#") and len(lines[at]) - len(lines[at].lstrip()) >= column:
        at += 1
    return at


def _list_indent(root: Any) -> int:
    """Return by how much most lists of the file stand to the right of their name."""
    found = Counter(
        value.start_mark.column - key.start_mark.column
        for key, value in _pairs(root)
        if isinstance(value, yaml.SequenceNode) and not value.flow_style
    )
    return max(found.most_common(1)[0][0], 0) if found else STEP


def _pairs(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every name with its value, at any depth."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key, value
            yield from _pairs(value)
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _pairs(part)
