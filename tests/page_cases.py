"""Small plans that the tests of pages share: a growing trust, and any case laid over the base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.case_folders import CASES, build_case
from tests.golden_pages import site_context

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext


def case_context(name: str, folder: Path) -> SiteContext:
    """Build the case of this name, such as pages/growing-trust, and return what its pages are made from."""
    build_case(CASES / name, folder)
    return site_context(folder)
