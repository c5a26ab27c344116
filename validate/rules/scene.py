"""What every rule is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from validate.model import Plan
    from validate.shape import Loaded


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """The plan, the files it came from, and the day for which it is checked."""

    plan: Plan
    files: list[Loaded]
    paths: frozenset[str]
    """Every file present, readable or not."""
    as_at: date | None
    """The day of the check; nothing where neither plan.yml nor the caller names one."""
