"""One browser and one server for all browser tests; every page they open is watched for strangers and errors."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.opened import Opened
from tests.browser.served import Served, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CALM = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""What keeps Chromium from doing anything of its own accord."""


@pytest.fixture(scope="session")
def site(trust_site: Path) -> Iterator[Served]:
    """Serve the trust's site."""
    with serve(trust_site) as served:
        yield served


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the browser once."""
    as_root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=[*CALM, *as_root])
        yield started
        started.close()


@pytest.fixture
def look(browser: Browser, site: Served) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens a tab; in the end, no tab may have had an error or asked another host."""
    opened: list[Opened] = []

    def open_tab(**settings: Any) -> Opened:
        opened.append(Opened(browser.new_context(**settings), site))
        return opened[-1]

    yield open_tab
    for tab in opened:
        tab.close()
    assert [fault for tab in opened for fault in tab.faults] == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as needing a browser."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker("browser")
