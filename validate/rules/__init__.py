"""Rules that look across a plan: one module for each subject, each a generator of problems."""

from __future__ import annotations

from validate.rules.scene import Scene

RULES = ()

__all__ = ["RULES", "Scene"]
