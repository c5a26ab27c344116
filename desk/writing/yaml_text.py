"""Entries as YAML text in the style of plan files: two spaces a level, long texts folded, quotes where needed."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

import yaml
from yaml.resolver import Resolver

from validate.reading.yaml_tree import plain, read_tree
from validate.values.dates import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 110
"""Columns after which a text is folded."""

STEP = 2
"""Spaces by which each level is indented."""

PLAIN_NUMBER = re.compile(r"(0|[1-9][0-9]{0,14})(\.[0-9]*[1-9])?")
"""Digits of which every reader makes the same number, and writes it as it was. `1.10` is not among them."""

NUMBER_ELSEWHERE = re.compile(r"[-+]?(\.?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)")
"""What newer readers of YAML take for a number, where older ones see text."""

_RESOLVER: Any = Resolver()


def as_tree(value: object) -> object:
    """Return what a reader of plan files makes of the value: nested dicts, lists and text."""
    if isinstance(value, Mapping):
        return {str(name): as_tree(part) for name, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_tree(part) for part in value]
    return _words(value)


def mapping_lines(entry: Mapping[str, object], indent: int, list_indent: int = STEP) -> list[str]:
    """Return the lines of a group of names and values.

    `list_indent` is by how much lists stand to the right of their name: some files write them beneath it.
    """
    return [line for name, value in entry.items() for line in _named(name, value, indent, list_indent)]


def entry_lines(value: object, indent: int, list_indent: int = STEP, gap: int = STEP) -> list[str]:
    """Return the lines of one entry of a list whose hyphens stand at this indent.

    `gap` is by how much the entry itself stands to the right of its hyphen.
    """
    inner, hyphen = indent + gap, " " * indent + "-" + " " * (gap - 1)
    if isinstance(value, Mapping) and value:
        first, *rest = mapping_lines(value, inner, list_indent)
        return [hyphen + first[inner:], *rest]
    return list(_started(hyphen, value, indent))


def flow_text(value: object) -> str:
    """Return a value as it stands inside brackets: on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow_text(part)}" for name, part in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow_text(part) for part in value) + "]"
    return _scalar(value, "[{{x: {}}}]", [{"x": _words(value)}])


def _named(name: str, value: object, indent: int, list_indent: int) -> Iterator[str]:
    key = " " * indent + f"{name}:"
    if isinstance(value, Mapping) and value:
        yield key
        yield from mapping_lines(value, indent + STEP, list_indent)
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        yield key
        for part in value:
            yield from entry_lines(part, indent + list_indent, list_indent)
    else:
        yield from _started(f"{key} ", value, indent)


def _started(start: str, value: object, indent: int) -> Iterator[str]:
    """Yield the lines of a value of one piece behind its name or hyphen."""
    if not isinstance(value, str) and isinstance(value, Mapping | Sequence):
        yield start + flow_text(value)
        return
    text = _words(value)
    line = start + _scalar(value, "x: {}", {"x": text})
    if len(line) <= WIDTH or not _may_be_folded(text):
        yield line
        return
    yield f"{start}>-"
    pad = " " * (indent + STEP)
    parts = textwrap.wrap(text, WIDTH - len(pad), break_long_words=False, break_on_hyphens=False)
    yield from (pad + part for part in parts)


def _may_be_folded(text: str) -> bool:
    return " " in text and "  " not in text and text == text.strip() and text.isprintable()


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.value if isinstance(value, Enum) else value)


def _scalar(value: object, around: str, wanted: object) -> str:
    """Return a value of one piece as written; `around` is what it stands in, `wanted` what must be read there."""
    text = _words(value)
    is_typed = not isinstance(value, str)
    if (is_typed or _reads_as_text(text)) and _read(around.format(text)) == wanted:
        return text
    if ('"' in text or "\\" in text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in json.dumps(text, ensure_ascii=False))


def _read(text: str) -> object:
    tree, problems = read_tree(text, "")
    return None if tree is None or problems else plain(tree)


def _reads_as_text(text: str) -> bool:
    """Tell whether other readers of YAML make of the unquoted text what we do: no truth, no other number, no time."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    if tag.endswith(":str"):
        return bool(PLAIN_NUMBER.fullmatch(text)) or not NUMBER_ELSEWHERE.fullmatch(text)
    return bool(PLAIN_NUMBER.fullmatch(text) or re.fullmatch(DAY, text))
