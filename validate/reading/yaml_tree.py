"""YAML text to a tree that keeps every scalar as written and knows where everything stands.

Only what plan files need is understood: mappings, lists and scalars in one document. Anchors,
aliases, tags and merge keys are problems, so no file can grow when it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from validate.problems import Place, Problem
from validate.reading.yaml_syntax import syntax_problem
from validate.words import short

DEEPEST = 20
"""How many levels a file may nest. Plan files need seven."""

YAML_TAG = "tag:yaml.org,2002:"
"""What the parser makes of two exclamation marks."""

MOST_REPEATS = 100
"""After so many names written twice, the rest of the file is not read."""


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
        return None, [*problems, syntax_problem(error, file)]


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

    def _follow(self, event: Any) -> None:
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
            self._refuse("alias-used", place, f"*{short(str(event.anchor))} repeats another part of the file")
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse("several-documents", place, "a second document starts here")

    def _check_features(self, event: Any, place: Place) -> None:
        if event.anchor:
            self._refuse("alias-used", place, f"&{short(event.anchor)} marks a part of the file for repeating")
        if event.tag:
            tag = short(event.tag.replace(YAML_TAG, "!!"))
            self._refuse("tag-used", place, f'"{tag}" gives the value a type of its own')

    def _scalar(self, text: str, place: Place) -> None:
        parent = self.open[-1] if self.open else None
        if isinstance(parent, Mapping) and self.key is None:
            self._take_key(parent, text, place)
        else:
            self._add(Scalar(text, place))

    def _take_key(self, parent: Mapping, text: str, place: Place) -> None:
        if text in parent.keys:
            self._repeated(text, place, parent.keys[text])
        else:
            parent.keys[text] = place
        self.key = text

    def _repeated(self, text: str, place: Place, first: Place) -> None:
        problem = Problem(
            code="duplicate-key",
            place=place,
            message=f'"{short(text)}" is written twice here; it already stands on line {first.line}',
            cure="Keep one of the two.",
        )
        if len(self.problems) >= MOST_REPEATS:
            raise _Refused(problem)
        self.problems.append(problem)

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
            "alias-used": "Write the value out again instead; put quotes around text that starts with & or *.",
            "tag-used": "Remove the tag; put quotes around text that starts with an exclamation mark.",
            "several-documents": "Keep one document to a file and remove the line with three hyphens.",
            "too-deep": "Compare the indents with another file of this kind.",
            "yaml-syntax": "Compare the line with another file of this kind.",
        }
        raise _Refused(Problem(code=code, place=place, message=message, cure=cures[code]))
