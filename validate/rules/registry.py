"""Every rule: whatever the modules of the subjects hold that is one."""

from __future__ import annotations

from validate.rules import (
    amendments,
    deployments,
    evidence,
    files,
    governance,
    growth,
    joining,
    lists,
    measures,
    privacy,
    school_status,
    schools,
    services,
    support,
    updates,
    years,
)
from validate.rules.rule import Rule

SUBJECTS = (
    amendments,
    deployments,
    evidence,
    files,
    governance,
    growth,
    joining,
    lists,
    measures,
    privacy,
    school_status,
    schools,
    services,
    support,
    updates,
    years,
)

RULES: tuple[Rule, ...] = tuple(
    dict.fromkeys(found for subject in SUBJECTS for found in vars(subject).values() if isinstance(found, Rule))
)
