"""How the editor writes a file: as its lines were, but for those that say something new, and every value as text."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from hooks.editor.bundle import YAML
from tests.editor_packages import editor_packages
from tests.golden_pages import TEMPLATES
from tests.plan_files import read_files
from tests.site_build import PUBLIC_SITES
from validate.reading.yaml_tree import plain, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from tests.site_build import Trust

ODD_TEXTS = [
    "id: 4.10\n",
    "a: no\nb: ~\nc: 2024-12\nd: 012345\ne: 1e5\nf: 0x1F\ng: .inf\nh: =\ni: <<\n",
    "a: ''\nb: ' spaces '\nc: \"tab\\tand line\\n\"\n",
    "a: |\n  Two\n  lines\nb: >-\n  one\n  line\n",
    "schools: all\n",
    "list: []\ngroup: {}\n",
    "a: '# no comment'\nb: 'x: y'\nc: '- z'\nd: '&a *b !c %d @e `f'\n",
    "a: \u00e9 \u2013 \u2019 \u201c \u6f22\n",
]

ROUND_TRIP = "(text) => toFile(fromFile(text))"
ANEW = "(text) => toFile({ ...fromFile(text), [AS_READ]: '' })"
SAVE = "([text, entry]) => toFile({ ...entry, [AS_READ]: text })"
"""Writes an entry as the editor does that has read it from a text."""

REMARKED = """\
# Looked at by the board in March.
focus: planned

actions:
  # The first one.
  - id: open-clubs  # since 2022
    action: "Open a club: one in each school"
    source: {pillar: 1, cell: 1.2}

    updates:
      - date: 2023-03-10
        status: on-track
        note: >-
          Two of the four schools
          have a club.

  # The second one.
  - id: train-cooks
    action: Train cooks"""
"""A file that is written by hand, in a way of its own."""

CHANGES: dict[str, tuple[Callable[[Any], object], str, str]] = {
    "a value": (lambda new: new.update(focus="not-a-focus"), "focus: planned", "focus: not-a-focus"),
    "a value that has to be quoted": (
        lambda new: new["actions"][1].update(action="Train: cooks"),
        "action: Train cooks",
        "action: 'Train: cooks'",
    ),
    "an update": (
        lambda new: new["actions"][0]["updates"].append({"date": "2023-06-05", "status": "complete"}),
        "have a club.\n",
        "have a club.\n      - date: 2023-06-05\n        status: complete\n",
    ),
    "a first update": (
        lambda new: new["actions"][1].update(updates=[{"date": "2023-06-05", "status": "complete"}]),
        "Train cooks",
        "Train cooks\n    updates:\n      - date: 2023-06-05\n        status: complete",
    ),
    "a field in the middle": (
        lambda new: new["actions"].__setitem__(1, {"id": "train-cooks", "lead": "ceo", "action": "Train cooks"}),
        "  - id: train-cooks\n",
        "  - id: train-cooks\n    lead: ceo\n",
    ),
    "the order of fields alone": (
        lambda new: new["actions"].__setitem__(1, {"action": "Train cooks", "id": "train-cooks"}),
        "",
        "",
    ),
    "a field less": (
        lambda new: new["actions"][0].pop("source"),
        "    source: {pillar: 1, cell: 1.2}\n\n",
        "",
    ),
    "an id": (lambda new: new["actions"][1].update(id="cooks"), "id: train-cooks", "id: cooks"),
    "an action less": (
        lambda new: new["actions"].pop(),
        "\n\n  # The second one.\n  - id: train-cooks\n    action: Train cooks",
        "",
    ),
    "an entry that is a list no more": (
        lambda new: new["actions"][0].update(updates="none"),
        """    updates:
      - date: 2023-03-10
        status: on-track
        note: >-
          Two of the four schools
          have a club.
""",
        "    updates: none\n",
    ),
}
"""What is changed in that file, and the lines that this may touch."""


@pytest.fixture
def converter(browser: Browser) -> Iterator[Page]:
    """Open a page that reads and writes files as the editor does, and does nothing else."""
    page = browser.new_page()
    page.add_script_tag(path=editor_packages() / YAML)
    for script in ("editor_text.js", "editor.js"):
        page.add_script_tag(path=TEMPLATES / "assets/js" / script)
    yield page
    page.close()


@pytest.mark.parametrize("trust", PUBLIC_SITES, ids=str)
def test_unchanged_files_stay_as_they_are(trust: Trust, converter: Page) -> None:
    """Every file is the same to the letter once the editor has read and written it."""
    texts = {path: (trust.root / path).read_text(encoding="utf-8") for path in read_files(trust.root)}
    plans = {path: text.strip() for path, text in texts.items() if path.endswith(".yml")}
    assert [path for path, text in plans.items() if converter.evaluate(ROUND_TRIP, text) != text] == []


@pytest.mark.parametrize("trust", PUBLIC_SITES, ids=str)
def test_every_file_can_be_written_anew(trust: Trust, converter: Page) -> None:
    """Every file holds the same values, as the same text, if none of its lines can be kept."""
    texts = [
        (trust.root / path).read_text(encoding="utf-8") for path in read_files(trust.root) if path.endswith(".yml")
    ]
    assert [text for text in texts if values_of(converter.evaluate(ANEW, text)) != values_of(text)] == []


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_touches_its_own_lines(name: str, converter: Page) -> None:
    """Lines, remarks and spaces stay as they were, but for those that say something new."""
    change, before, after = CHANGES[name]
    values = copy.deepcopy(values_of(REMARKED))
    change(values)
    assert converter.evaluate(SAVE, [REMARKED, values]) == REMARKED.replace(before, after)


def test_odd_files_are_written_anew(converter: Page) -> None:
    """A file whose lines cannot be kept is written anew, with nothing lost."""
    text = "{focus: planned, actions: []}"
    assert converter.evaluate(SAVE, [text, {"focus": "not-a-focus"}]) == "focus: not-a-focus"


def test_text_stays_text(converter: Page) -> None:
    """What looks like a number, a date, an answer or nothing to other readers of YAML stays the text that it is."""
    assert [text for text in ODD_TEXTS if not is_kept(text, converter)] == []


def is_kept(text: str, converter: Page) -> bool:
    """Tell whether a file holds the same values after the editor has read and written it."""
    return values_of(converter.evaluate(ROUND_TRIP, text)) == values_of(text)


def values_of(text: str) -> object:
    """Return what a file holds, every value as text."""
    tree, problems = read_tree(text, "a file")
    assert problems == []
    assert tree is not None
    return plain(tree)
