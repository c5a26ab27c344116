"""Where the pages stand to which others lead: their paths in the site's source."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from validate.plan.pillars import Item
    from validate.records.report import EvidenceRecord

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


def item_place(item: Item) -> str:
    """Return the place of an action or goal on its objective's page."""
    return f"{objective_page(item.objective.id)}#{item.id}"


def asked_anchor(objective_id: str) -> str:
    """Return the anchor of an objective on the pages of schools; with none, that of all that is asked of a school."""
    return f"asked/{objective_id}" if objective_id else "asked"


def asked_place(school_id: str, objective_id: str = "") -> str:
    """Return the place on a school's page that says what an objective, or the whole plan, asks of it."""
    return f"{school_page(school_id)}#{asked_anchor(objective_id)}"


def proof_address(proof: EvidenceRecord) -> str:
    """Return where a proof is: its file's path in the site's source, or its web address; nothing where it has none."""
    return f"evidence/{quote(proof.file)}" if proof.file else proof.url or ""
