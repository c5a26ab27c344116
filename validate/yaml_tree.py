"""YAML text to a tree that keeps every scalar as written and knows where everything stands.

Only what plan files need is understood: mappings, lists and scalars in one document. Anchors,
aliases, tags and merge keys are problems, so no file can grow when it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from validate.problems import Place, Problem

DEEPEST = 20
"""How many levels a file may nest. Plan files need seven."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single piece of text, as written."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names and their values, each name once."""

    place: Place
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping
Path = tuple[str | int, ...]


def plain(node: Node) -> Any:
    """Return the node as nested dicts, lists and text."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text


def find(node: Node, path: Path) -> Node | None:
    """Return the node at this path of keys and positions, or nothing."""
    for step in path:
        if isinstance(node, Mapping) and step in node.values:
            node = node.values[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def place_of(node: Node, path: Path) -> Place:
    """Return where the value at this path stands; if it is absent, where its nearest parent does."""
    for length in range(len(path), -1, -1):
        found = find(node, path[:length])
        if found is not None:
            return found.place
    return node.place


class _Refused(Exception):
    """The text cannot be read any further."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_tree(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Return the tree of the text, or nothing where it cannot be read, and every problem met."""
    problems: list[Problem] = []
    try:
        return _Builder(file, problems).build(text), problems
    except _Refused as refused:
        return None, [*problems, refused.problem]
    except yaml.YAMLError as error:
        return None, [*problems, _syntax_problem(error, file)]


class _Builder:
    """Follows the parser's events and stacks the containers that are open."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.root: Node | None = None
        self.open: list[Mapping | Sequence] = []
        self.key: str | None = None
        self.documents = 0

    def build(self, text: str) -> Node | None:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            self._follow(event)
        return self.root

    def _follow(self, event: yaml.Event) -> None:
        place = Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            self._check_features(event, place)
            self._scalar(event.value, place)
        elif isinstance(event, yaml.MappingStartEvent):
            self._check_features(event, place)
            self._start(Mapping(place))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._check_features(event, place)
            self._start(Sequence(place))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.open.pop()
            self.key = None
        elif isinstance(event, yaml.AliasEvent):
            self._refuse("alias-used", place, f"*{event.anchor} repeats another part of the file")
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse("several-documents", place, "a second document starts here")

    def _check_features(self, event: Any, place: Place) -> None:
        if event.anchor:
            self._refuse("alias-used", place, f"&{event.anchor} marks a part of the file for repeating")
        if event.tag:
            self._refuse("tag-used", place, f'"{event.tag}" gives the value a type of its own')

    def _scalar(self, text: str, place: Place) -> None:
        parent = self.open[-1] if self.open else None
        if isinstance(parent, Mapping) and self.key is None:
            self._take_key(parent, text, place)
        else:
            self._add(Scalar(text, place))

    def _take_key(self, parent: Mapping, text: str, place: Place) -> None:
        if text in parent.keys:
            first = parent.keys[text]
            self.problems.append(
                Problem(
                    code="duplicate-key",
                    place=place,
                    message=f'"{text}" is written twice here; it already stands in line {first.line}',
                    cure="Keep one of the two.",
                )
            )
        else:
            parent.keys[text] = place
        self.key = text

    def _start(self, node: Mapping | Sequence) -> None:
        parent = self.open[-1] if self.open else None
        if isinstance(parent, Mapping) and self.key is None:
            self._refuse("yaml-syntax", node.place, "a name was expected here, not a list or a group")
        if len(self.open) >= DEEPEST:
            self._refuse("too-deep", node.place, f"the file nests more than {DEEPEST} levels")
        self._add(node)
        self.open.append(node)
        self.key = None

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.key is not None:
            parent.values.setdefault(self.key, node)
            if isinstance(node, Scalar):
                self.key = None

    def _refuse(self, code: str, place: Place, message: str) -> None:
        cures = {
            "alias-used": "Write the value out again instead of pointing at it; put quotes around text that starts with & or *.",
            "tag-used": "Remove the tag; put quotes around text that starts with an exclamation mark.",
            "several-documents": "Keep one document to a file and remove the line with three hyphens.",
            "too-deep": "Compare the indents with another file of this kind.",
            "yaml-syntax": "Compare the line with another file of this kind.",
        }
        raise _Refused(Problem(code=code, place=place, message=message, cure=cures[code]))


def _syntax_problem(error: yaml.YAMLError, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    said = str(getattr(error, "problem", None) or "cannot be read")
    message, cure = next(
        ((message, cure) for sign, message, cure in SYNTAX if sign in said),
        ("the file cannot be read as YAML from here", "Compare this line and the one before with another file."),
    )
    return Problem(code="yaml-syntax", place=place, message=message, cure=cure)


SYNTAX = (
    (
        "mapping values are not allowed",
        "a second colon followed by a space makes this line unreadable",
        'Put the whole text after the first colon in double quotes: note: "Agreed: two schools".',
    ),
    (
        "could not find expected ':'",
        "this line, or the one before it, has a name without a colon",
        "Write a colon and a space after each name; indent text that runs on.",
    ),
    (
        "did not find expected key",
        "the indent, or a quotation mark, does not fit the lines around it",
        "Line the name up with its neighbours, and close quotation marks that were opened.",
    ),
    (
        "did not find expected '-' indicator",
        "a list was expected to go on here",
        "Start the line with a hyphen under the other hyphens, or indent it further.",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot start here",
        "Put the first hyphen on a line of its own, beneath the name and indented.",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark or bracket is opened and never closed",
        "Close it at the end of the text.",
    ),
    (
        "found character that cannot start any token",
        "this character cannot start a value",
        "Put the text in double quotes.",
    ),
    (
        "did not find expected ',' or",
        "a bracket is opened and never closed, or a comma is missing",
        "Close the bracket, or put a comma between the values.",
    ),
    (
        "unknown escape character",
        "a backslash in double quotes stands before a character that has no meaning after it",
        "Use single quotes, or write the backslash twice.",
    ),
    (
        "while scanning a block scalar",
        "the mark after the colon is not understood",
        "Use >- and start the text on the next line, indented.",
    ),
    (
        "control characters are not allowed",
        "the file holds a character that cannot be seen",
        "Delete the character; it is often left by copying from another program.",
    ),
)
"""Signs in the parser's words, what they mean to the person who wrote the file, and the cure."""
