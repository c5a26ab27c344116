"""What the narrative beside an objective may hold, and what is refused because it would reach the page as more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.case_folders import BASE, build_case
from validate.pipeline import load_plan
from validate.reading.stories import check_story, is_story

if TYPE_CHECKING:
    from pathlib import Path

STORY = "plan/pillars/1-learning/1.1-reading/story.md"
ACCEPTED = """# How it went

5 < 6 & more, *well*: see <https://example.org/a?b=c>, [there](https://example.org/d), [here](../map.md#top),
or [elsewhere][more]. ![A chart](chart.png)

1. One
\t- two \u2018quoted\u2019

[more]: http://example.org "Title: this"
"""


def test_markdown_is_accepted() -> None:
    """Headings, lists, pictures and links of the web or the site are no problem."""
    assert list(check_story("story.md", ACCEPTED)) == []


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a <img src=x onerror=alert(1)>", "html-in-text", (1, 3)),
        ("a\n\n  <!-- b -->", "html-in-text", (3, 3)),
        ("</p>", "html-in-text", (1, 1)),
        ("<https://example.org onclick=alert(1)>", "html-in-text", (1, 1)),
        ("<https://example.org> <b>", "html-in-text", (1, 23)),
        ("<javascript:alert(1)>", "html-in-text", (1, 1)),
        ("java&#115;cript", "html-in-text", (1, 5)),
        ("# a {: onclick=alert(1) }", "html-in-text", (1, 5)),
        ("*a*{ onclick=alert(1) }", "html-in-text", (1, 4)),
        ("[a](javascript:alert(1))", "bad-link", (1, 5)),
        ("[a]( JavaScript:alert(1))", "bad-link", (1, 6)),
        ("[a](java\nscript:alert(1))", "bad-link", (1, 5)),
        ("![a](data:text/html,b)", "bad-link", (1, 6)),
        ("[a][b]\n\n[b]: javascript:alert(1)", "bad-link", (3, 6)),
        ("[a][b]\n\n[b]:\n  javascript:alert(1)", "bad-link", (4, 3)),
        ("[a](open\n\n[b]: javascript:alert(1)", "bad-link", (3, 6)),
        ("a\u202eb", "hidden-character", (1, 2)),
        ("a\nb\u200bc", "hidden-character", (2, 2)),
    ],
)
def test_refused(text: str, code: str, place: tuple[int, int]) -> None:
    """What could bring HTML, a script or hidden text is refused at its place."""
    [problem] = check_story("story.md", text)
    assert (problem.code, problem.place.line, problem.place.column) == (code, *place)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("plan/pillars/1/1.1/story.md", True),
        ("plan/pillars/1/1.1/Story.md", False),
        ("plan/pillars/1/story.md", False),
        ("plan/pillars/1/1.1/more/story.md", False),
        ("plan/evidence/1/1.1/story.md", False),
    ],
)
def test_place_of_stories(path: str, *, expected: bool) -> None:
    """A story stands beside objective.yml, under one name only."""
    assert is_story(path) is expected


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"The caf\xe9 library opened.\n", "not-utf8"),
        (b"a\x00b", "hidden-character"),
        (b"a" * 1_000_001, "too-large"),
    ],
)
def test_unreadable_story(data: bytes, code: str, tmp_path: Path) -> None:
    """A story is read as safely as a data file: it gives a problem and never stops the check."""
    build_case(BASE, tmp_path)
    (tmp_path / STORY).write_bytes(data)
    assert [(problem.code, problem.place.file) for problem in load_plan(tmp_path).problems] == [(code, STORY)]


def test_story_in_the_plan(tmp_path: Path) -> None:
    """The plan holds the text of a story, with Windows line ends and a byte order mark taken away."""
    build_case(BASE, tmp_path)
    (tmp_path / STORY).write_bytes(b"\xef\xbb\xbf# How it went\r\n\r\n\tcode\r\n")
    outcome = load_plan(tmp_path)
    assert outcome.problems == ()
    assert outcome.plan is not None
    assert [o.story for o in outcome.plan.objectives if o.story] == ["# How it went\n\n\tcode\n"]


def test_folder_in_place_of_story(tmp_path: Path) -> None:
    """A folder that has the name of a story is reported."""
    build_case(BASE, tmp_path)
    (tmp_path / STORY).mkdir()
    assert [(problem.code, problem.place.file) for problem in load_plan(tmp_path).problems] == [("cannot-read", STORY)]
