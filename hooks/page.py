"""A page before it is text: where it goes, which template shows it, and the view it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from hooks.edit_links import EditLinks


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page to be rendered."""

    path: str
    """Its path in the site's source, such as pillars/4.md."""
    title: str
    template: str
    """Its template below site_overrides/."""
    view: object
    """A frozen dataclass, given to the template as `view`."""
    trail: tuple[tuple[str, str], ...] = ()
    """The pages above it, as title and path."""
    searchable: bool = True
    """False where every word also stands on another page."""
    is_reference: bool = False
    """True where the page is for those who write the files: the search lists it after the plan itself."""
    holds_markdown: bool = False
    """True where a trusted text in Markdown stands among the HTML."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageText:
    """A page as text: front matter, then Markdown with HTML fragments."""

    path: str
    front_matter: str
    body: str
    holds_markdown: bool
    """False where the body is HTML only, so that nothing in it needs converting."""

    @property
    def text(self) -> str:
        """The whole page, for any generator that reads Markdown."""
        return self.front_matter + self.body


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteView:
    """What every template may show: whose plan it is, and for which day."""

    trust: str
    plan_title: str
    as_at: date
    pillar_word: str
    pillars_word: str
    goal_heading: str
    nothing_found: str
    notice: str
    for_trustees: bool
    """True where the site holds what the public does not see."""
    as_at_words: str
    has_editor: bool
    """True where the plan can be edited under edit/."""
    edit_links: dict[str, EditLinks]
    """Where what a page shows can be edited, by page and anchor; empty where no Git host is named."""
