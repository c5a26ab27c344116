"""What the check says: a list of every problem it can find, and a page that explains each."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

import validate
from hooks.page import Page
from validate.catalogue import CODES
from validate.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.catalogue import Code

INDEX_PAGE = "problems/index.md"
INDEX_TITLE = "What the check says"

EFFECTS = {
    Severity.ERROR: "The check fails, and the site is not built until it is put right.",
    Severity.WARNING: "The check points it out but does not fail, as it may be intended.",
}
"""What follows from a problem of each severity."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SeverityView:
    """Every code of one severity."""

    severity: Severity
    effect: str
    codes: tuple[tuple[str, Code], ...]
    """Each with what the catalogue says of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemsView:
    """The list of every problem."""

    severities: tuple[SeverityView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemView:
    """One problem explained."""

    code: str
    severity: Severity
    effect: str
    text: str
    """The explanation in Markdown, without its heading. It is part of the program, so it may be trusted."""


def pages(_: SiteContext) -> Iterator[Page]:
    """Return the list of problems, then a page for each."""
    yield Page(
        path=INDEX_PAGE, title=INDEX_TITLE, template="pages/problems.md", view=problems_view(), is_reference=True
    )
    for code in CODES:
        yield problem_page(code)


def problems_view() -> ProblemsView:
    """Return the list of every problem, by severity."""
    return ProblemsView(
        severities=tuple(
            SeverityView(
                severity=severity,
                effect=effect,
                codes=tuple((code, about) for code, about in CODES.items() if about.severity == severity),
            )
            for severity, effect in EFFECTS.items()
        )
    )


def problem_page(code: str) -> Page:
    """Return the page that explains a problem."""
    title, text = read_reference(code)
    severity = Severity(CODES[code].severity)
    return Page(
        path=f"problems/{code}.md",
        title=title,
        template="pages/problem.md",
        view=ProblemView(code=code, severity=severity, effect=EFFECTS[severity], text=text),
        trail=((INDEX_TITLE, INDEX_PAGE),),
        is_reference=True,
        holds_markdown=True,
    )


def read_reference(code: str) -> tuple[str, str]:
    """Return the heading of the explanation and the rest of it, both in Markdown."""
    page = (files(validate) / "reference" / f"{code}.md").read_text(encoding="utf-8")
    heading, _, text = page.partition("\n")
    return heading.removeprefix("# ").strip(), text.strip()
