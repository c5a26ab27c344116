"""The what-if of the growth page: a number of schools, and what the plan asks for then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.opened import DESK
from tests.site_build import PUBLIC_SITES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.opened import Opened

pytestmark = pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)

SHOWN = """() => [...document.querySelectorAll('.what-if tr[data-schools]')]
  .filter((row) => row.checkVisibility()).map((row) => row.dataset.schools)"""


def test_by_hand(look: Callable[..., Opened]) -> None:
    """Each number that can be chosen shows its own rows, says so in words, and stands in the address."""
    tab = look(viewport=DESK)
    page = tab.go("growth/")
    everything = tab.run(SHOWN)
    field, said = page.locator(".what-if input[type=number]"), page.locator(".what-if output")
    for number in dict.fromkeys(everything):
        field.fill(number)
        assert set(tab.run(SHOWN)) == {number}
        assert said.inner_text().strip()
        assert page.url.endswith(f"?schools={number}")
    field.fill("9999")
    assert "to" in said.inner_text()
    page.locator(".what-if button[type=reset]").click()
    page.wait_for_function("() => !location.search")
    assert tab.run(SHOWN) == everything


def test_by_address(look: Callable[..., Opened]) -> None:
    """An address with a number of schools shows the rows of that number."""
    tab = look(viewport=DESK)
    tab.go("growth/")
    last = tab.run(SHOWN)[-1]
    tab.go(f"growth/?schools={last}")
    assert set(tab.run(SHOWN)) == {last}


def test_without_javascript(look: Callable[..., Opened]) -> None:
    """Without JavaScript the table shows every number of schools, and no form."""
    tab = look(viewport=DESK, java_script_enabled=False)
    page = tab.go("growth/")
    assert len(tab.run(SHOWN)) == page.locator(".what-if tr[data-schools]").count() > 1
    assert not page.locator(".what-if form").is_visible()
