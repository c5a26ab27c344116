"""Rules that look across a plan: one module for each subject, each a generator of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from validate.problems import Problem
from validate.rules import (
    deferred_nowhere,
    due_outside_plan,
    evidence_missing,
    evidence_nowhere,
    file_place,
    framework_date,
    framework_unknown,
    grade_unknown,
    growth_beyond_rules,
    impossible_status,
    inspection_before_opening,
    inspection_undated,
    joined_before_trust,
    left_before_joined,
    missing_file,
    missing_year,
    no_evidence,
    no_reason,
    not_planned_actions,
    personal_detail,
    phase_overlap,
    phase_shrinks,
    planned_empty,
    update_after_final,
    update_in_future,
    update_order,
    update_outside_plan,
    years_order,
)
from validate.rules.scene import Scene

Rule = Callable[[Scene], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    deferred_nowhere.check,
    due_outside_plan.check,
    evidence_missing.check,
    evidence_nowhere.check,
    file_place.check,
    framework_date.check,
    framework_unknown.check,
    grade_unknown.check,
    growth_beyond_rules.check,
    impossible_status.check,
    inspection_before_opening.check,
    inspection_undated.check,
    joined_before_trust.check,
    left_before_joined.check,
    missing_file.check,
    missing_year.check,
    no_evidence.check,
    no_reason.check,
    not_planned_actions.check,
    personal_detail.check,
    phase_overlap.check,
    phase_shrinks.check,
    planned_empty.check,
    update_after_final.check,
    update_in_future.check,
    update_order.check,
    update_outside_plan.check,
    years_order.check,
)

__all__ = ["RULES", "Scene"]
