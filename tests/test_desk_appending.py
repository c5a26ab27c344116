"""An entry is added to a list in a YAML file, and every other line stays as it was."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.surroundings import CannotRun
from desk.writing.appending import with_entry, with_new_file
from desk.writing.yaml_text import as_tree
from tests.case_folders import CASES
from tests.test_properties import FILES, NAMES
from validate.reading.text import CONTROL
from validate.reading.yaml_tree import plain, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from validate.reading.yaml_tree import Path as Steps

ENTRY = {"date": date(2023, 7, 1), "status": "complete"}
UPDATES: Steps = ("actions", 0, "updates")

FOLDER = CASES / "desk" / "appending"
"""A file for each way in which a list may be written, before and after."""


@pytest.mark.parametrize("case", sorted(FOLDER.iterdir()), ids=lambda case: case.name)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "byte order mark"])
@pytest.mark.parametrize("last", [True, False], ids=["", "no last line end"])
def test_entry(case: Path, end: str, mark: str, *, last: bool) -> None:
    """The entry is added in the file's own manner, whatever its lines end with."""

    def text(name: str) -> str:
        whole = (case / name).read_text(encoding="utf-8")
        return mark + (whole if last else whole.removesuffix("\n")).replace("\n", end)

    assert with_entry(text("before.yml"), UPDATES, ENTRY) == text("after.yml")


def test_mixed_line_ends() -> None:
    """Each line keeps its own end, and a new one ends as the line before it."""
    before = "actions:\r\n  - id: a\n    updates:\n      - date: 2022-07-01\r\n# end\n"
    assert with_entry(before, UPDATES, ENTRY) == (
        "actions:\r\n  - id: a\n    updates:\n      - date: 2022-07-01\r\n"
        "      - date: 2023-07-01\r\n        status: complete\r\n# end\n"
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "The file cannot be added to: it is empty."),
        ("actions: [a\nb: c", "The file cannot be added to: "),
        ("actions: &a [b]\nc: *a\n", "The file cannot be added to: &a marks a part of the file for repeating."),
        ("actions:\n  - id: a\n    updates: none yet\n", '"updates" is not a list'),
        ("actions:\n  - id: a\n    updates: ''\n", '"updates" is not a list'),
        ("actions:\n  - id: a\n    updates: {date: 2022-07-01}\n", '"updates" is not a list'),
        ("actions: []\n", 'The file holds nothing at "0"'),
        ("focus: planned\n", 'The file holds nothing at "actions"'),
        ("actions:\n  - ? id\n    : a\n", "The list is written in a way that this command cannot add to."),
        ("---\nactions:\n---\nactions:\n", "The file cannot be added to: a second document starts here."),
    ],
)
def test_refused(text: str, complaint: str) -> None:
    """What cannot be added to is refused in a sentence."""
    with pytest.raises(CannotRun) as refused:
        with_entry(text, UPDATES, ENTRY)
    assert str(refused.value).startswith(complaint)


def test_new_file() -> None:
    """A new file has quotes only where they are needed, and folds long texts."""
    entry = {
        "id": "1.1",
        "code": "1.10",
        "year": "2022-23",
        "day": date(2023, 7, 1),
        "written": "2023-07-01",
        "share": Decimal("0.60"),
        "yes": True,
        "title": "Reading: the first year",
        "said": 'The board said: "by 2022", so it\'s due.',
        "no": "no",
        "time": "12:30",
        "mark": "# not a comment",
        "lines": "one\ntwo",
        "nothing": "",
        "note": "It was a long year, and " * 5 + "it ended.",
        "empty": [],
        "roles": ["ceo", "clerk: the board's"],
        "parts": [{"id": "a", "parts": [{"id": "b"}]}],
        "g": {"long": "one-word-longer-than-a-line-can-be" * 3},
    }
    text = with_new_file(entry)
    assert text == dedent(
        """\
        id: 1.1
        code: "1.10"
        year: 2022-23
        day: 2023-07-01
        written: 2023-07-01
        share: 0.60
        yes: true
        title: "Reading: the first year"
        said: 'The board said: "by 2022", so it''s due.'
        no: "no"
        time: "12:30"
        mark: "# not a comment"
        lines: "one\\ntwo"
        nothing: ""
        note: >-
          It was a long year, and It was a long year, and It was a long year, and It was a long year, and It was a
          long year, and it ended.
        empty: []
        roles:
          - ceo
          - "clerk: the board's"
        parts:
          - id: a
            parts:
              - id: b
        g:
          long: one-word-longer-than-a-line-can-beone-word-longer-than-a-line-can-beone-word-longer-than-a-line-can-be
        """
    )
    assert _read(text) == as_tree(entry)


quick = settings(
    max_examples=300, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)

words = st.text(st.characters(codec="utf-8"), max_size=150) | st.sampled_from(
    [
        "no",
        "1.10",
        "2023-07-01",
        "12:30",
        "~",
        "a: b",
        "- a",
        "a #b",
        "'",
        '"',
        "\\",
        "{a}",
        "*a",
        "&a",
        "!a",
        ">-",
        "a\nb",
    ]
)
values = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=8,
)
entries = st.dictionaries(st.sampled_from(NAMES), values, min_size=1, max_size=5)
dumped = st.builds(
    lambda tree, flow, indent: yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, indent=indent),
    st.dictionaries(st.sampled_from(NAMES), values, min_size=1, max_size=4),
    st.sampled_from([True, False, None]),
    st.sampled_from([2, 4]),
)
texts = st.sampled_from(sorted(text for path, text in FILES.items() if path.endswith(".yml"))) | dumped
comments = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["# a", "  # b", "        # c", ""])), max_size=4)


@given(data=st.data(), text=texts, entry=entries, notes=comments)
@quick
def test_any_entry(data: st.DataObject, text: str, entry: dict[str, Any], notes: list[tuple[int, str]]) -> None:
    """Reading back gives the old tree and the entry, and the old lines are all there, unchanged and in order."""
    text = _with_comments(text, notes)
    tree, problems = read_tree(text, "")
    if tree is None or problems or CONTROL.search(text):
        return
    before = plain(tree)
    path = data.draw(st.sampled_from(sorted(_lists(before), key=str)))
    text = data.draw(st.sampled_from(["", "\ufeff"])) + text
    if data.draw(st.booleans()):
        text = text.rstrip("\n").replace("\n", "\r\n")
    after = with_entry(text, path, entry)
    assert _read(after) == _with(before, path, as_tree(entry))
    _assert_only_added(text, after)


def _with_comments(text: str, notes: list[tuple[int, str]]) -> str:
    lines = text.split("\n")
    for at, note in notes:
        lines.insert(min(at, len(lines) - 1), note)
    return "\n".join(lines)


def _lists(tree: Any, path: Steps = ()) -> Iterator[Steps]:
    """Yield the path of every list, and of one that is absent in every group."""
    if isinstance(tree, dict):
        yield (*path, "absent")
        for name, value in tree.items():
            yield from _lists(value, (*path, name))
    elif isinstance(tree, list):
        if path and isinstance(path[-1], str):
            yield path
        for n, value in enumerate(tree):
            yield from _lists(value, (*path, n))


def _with(tree: Any, path: Steps, entry: object) -> Any:
    tree = deepcopy(tree)
    parent = tree
    for step in path[:-1]:
        parent = parent[step]
    parent.setdefault(path[-1], []).append(entry)
    return tree


def _read(text: str) -> Any:
    tree, problems = read_tree(text.removeprefix("\ufeff").replace("\r\n", "\n"), "")
    assert tree is not None
    assert not problems
    return plain(tree)


def _assert_only_added(before: str, after: str) -> None:
    """Prove that lines were only added, or that one was changed by nothing but brackets or what stands in them."""
    old, new = before.split("\n"), after.split("\n")
    changes = [change for change in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes() if change[0] != "equal"]
    assert changes
    for kind, first, last, at, _ in changes:
        if kind == "insert":
            continue
        assert last - first == 1
        line = old[first].rstrip("\r")
        assert kind == "replace"
        assert new[at].rstrip("\r") == line or any(c in line for c in "[]{}")
