"""Where the pages stand to which others lead: their paths in the site's source."""

from __future__ import annotations

GROWTH_PAGE = "growth.md"


def objective_page(objective_id: str) -> str:
    """Return the path of an objective's page."""
    return f"objectives/{objective_id}.md"


def pillar_page(pillar_id: str) -> str:
    """Return the path of a pillar's page."""
    return f"pillars/{pillar_id}.md"


def measure_page(measure_id: str) -> str:
    """Return the path of a measure's page."""
    return f"measures/{measure_id}.md"


def school_page(school_id: str) -> str:
    """Return the path of a school's page."""
    return f"schools/{school_id}.md"
