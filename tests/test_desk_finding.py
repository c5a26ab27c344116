"""Actions and goals are found by a few typed words."""

from __future__ import annotations

from functools import cache

import pytest

from desk.finding import matching
from tests.site_build import ATTENBOROUGH
from validate.pipeline import load_plan


@cache
def found(words: str) -> list[str]:
    """Return the ids that words find in the real plan, which has many words."""
    plan = load_plan(ATTENBOROUGH.root).plan
    assert plan is not None
    return [item.id for item in matching(plan, words)]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("one-or-two", ["4.1/2022-23/one-or-two-join", "4.1/2023-24/one-or-two-join"]),
        ("4.1/2022-23", ["4.1/2022-23/networks-draw-schools-in", "4.1/2022-23/one-or-two-join"]),
        ("TWO joi", ["4.1/2022-23/one-or-two-join", "4.1/2023-24/one-or-two-join", "4.1/goal/two-a-year-at-most"]),
        ("former-pupil-sp", ["1.1/2020-21/former-pupil-speakers"]),
        ("ormer-pupil-sp", ["1.1/2020-21/former-pupil-speakers"]),
        ("no [such( words", []),
    ],
)
def test_words_find(words: str, ids: list[str]) -> None:
    """Each word begins one of what is found; only if nothing has such words, they may stand inside others."""
    assert found(words) == ids
