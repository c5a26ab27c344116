"""Links to the pages of schools."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import school_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.plan.schools import School


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolLinkView:
    """A school's name with the link to its page."""

    name: str
    href: str


def school_links(found: Iterable[School]) -> tuple[SchoolLinkView, ...]:
    """Return the schools as links to their pages."""
    return tuple(SchoolLinkView(name=school.record.name, href=school_page(school.id)) for school in found)
