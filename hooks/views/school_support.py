"""A school's level of support over time, for its page: the log as far as the audience may see it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from hooks.views.support_tags import LevelTagView, level_tags, passed_words
from validate.records.support import SupportRecord
from validate.standing.support import known_by, moved, next_review, term_id
from validate.words import day

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.schools import School
    from validate.records.report import EvidenceRecord
    from validate.standing.support import LevelEntry


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolLevelView:
    """One entry of the log. What it does not say is empty."""

    tag: LevelTagView
    term: str
    reviewed: str
    moved: str
    """How it compares with the entry before."""
    triggers: tuple[str, ...]
    note: str
    next_review: str
    passed: str
    """Words that say so where that day has passed without a review that is known; only in the newest entry."""
    decided_by: str
    kept: str
    evidence: list[EvidenceRecord]


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolSupportView:
    """The section on a school's page."""

    is_public: bool
    entries: tuple[SchoolLevelView, ...]
    """Newest first."""


def school_support(context: SiteContext, school: School) -> SchoolSupportView | None:
    """Return the section; nothing where the plan has no levels or the school never belonged to the trust."""
    if context.plan.part(SupportRecord) is None or not school.membership:
        return None
    entries = [_entry(context, school, entry) for entry in known_by(school, context.as_at)]
    review = next_review(school, context.as_at)
    if review and review.overdue:
        entries[-1] = replace(entries[-1], passed=passed_words(context))
    return SchoolSupportView(is_public=context.is_public, entries=tuple(reversed(entries)))


def _entry(context: SiteContext, school: School, entry: LevelEntry) -> SchoolLevelView:
    tags, record = level_tags(context.plan), entry.record
    names = {term.id: term.name for term in context.plan.terms}
    return SchoolLevelView(
        tag=tags[record.level],
        term=names[term_id(record)],
        reviewed=day(record.reviewed),
        moved=moved(context.plan, school, entry) or "",
        triggers=tuple(_triggers(context)[name] for name in record.triggers),
        note=record.note or "",
        next_review=day(record.next_review),
        passed="",
        decided_by=context.plan.roles[record.decided_by].record.name if record.decided_by else "",
        kept=kept(entry, context.as_at),
        evidence=record.evidence,
    )


def _triggers(context: SiteContext) -> dict[str, str]:
    """Return what each trigger says, by its id."""
    support = context.plan.part(SupportRecord)
    levels = support.record.levels if support else []
    return {trigger.id: trigger.trigger for level in levels for trigger in level.triggers}
