"""Pages compared whole with the files in `tests/golden/`.

After a change that means to alter pages, write the files anew and read the difference:
`TRUSTPLAN_WRITE_GOLDEN=1 pytest tests`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from hooks.context import site_context as context_of
from hooks.pages import site_view
from hooks.rendering import Renderer
from validate.pipeline import load_plan
from validate.records.base import Audience

if TYPE_CHECKING:
    from datetime import date

    from hooks.context import SiteContext
    from hooks.page import Page

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
TEMPLATES = ROOT / "site_overrides"


def site_context(root: Path, as_at: date | None = None, audience: Audience = Audience.PUBLIC) -> SiteContext:
    """Return what the pages of the plan in this folder are made from; the plan must have no errors."""
    outcome = load_plan(root, as_at)
    assert outcome.plan is not None
    assert outcome.errors == 0, outcome.problems
    day = outcome.as_at
    assert day is not None
    return context_of(outcome, day, audience)


def page_text(context: SiteContext, page: Page) -> str:
    """Return the page as it is handed to the site's generator."""
    renderer = Renderer(TEMPLATES, context.progress)
    return renderer.render(page.template, page.path, page=page, site=site_view(context), view=page.view)


def assert_golden(name: str, text: str) -> None:
    """Compare a text with the file of this name in `tests/golden/`, or write that file if asked to."""
    file = GOLDEN / name
    if os.environ.get("TRUSTPLAN_WRITE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.exists(), f"{file.name} is missing; write it with TRUSTPLAN_WRITE_GOLDEN=1"
    assert text == file.read_text(encoding="utf-8")
