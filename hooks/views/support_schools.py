"""Schools by terms: which level of support each had, as far as the audience may see it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from hooks.views.support_tags import LevelTagView, level_tags, passed_words
from validate.standing.support import Move, known_by, level_for, moved, review_overdue, term_id
from validate.words import listed, schools, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.academic import Term
    from validate.plan.schools import School
    from validate.standing.support import LevelEntry


@dataclass(frozen=True, kw_only=True, slots=True)
class TermCellView:
    """A school's level for one term. `entry` and `tag` are missing where none is shown."""

    term: Term
    entry: LevelEntry | None = None
    tag: LevelTagView | None = None
    words: str
    """How it moved since the level before, where it did; or why none is shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolTermsView:
    """One school's row."""

    school: School
    cells: tuple[TermCellView, ...]
    next_review: date | None
    passed: str
    """Words that say so where that day has passed without a review that is known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolLevelsView:
    """The table of schools and terms. Without rows there is nothing to show."""

    sentence: str
    terms: tuple[Term, ...]
    rows: tuple[SchoolTermsView, ...]
    missing: str
    """What stands where a school of the trust has no level for a term."""
    kept: str
    """The words of the tag of every level in the table, where all have the same and it is said once."""


def school_levels(context: SiteContext) -> SchoolLevelsView:
    """Return the levels of every school of which one is shown; for trustees, of every school in the trust."""
    found = [school for school in context.plan.schools if school.support_levels]
    if not found:
        return SchoolLevelsView(sentence=_none(context), terms=(), rows=(), missing="", kept="")
    terms = _terms(context, found)
    shown = [s for s in context.plan.schools if s in found or (not context.is_public and s.belongs_on(context.as_at))]
    missing = "Not shown" if context.is_public else "Not recorded"
    rows = tuple(
        _row(context, school, terms, missing) for school in sorted(shown, key=lambda school: school.record.name)
    )
    tags = {kept(cell.entry, context.as_at) for row in rows for cell in row.cells if cell.entry}
    return SchoolLevelsView(
        sentence=_sentence(context, terms),
        terms=terms,
        rows=rows,
        missing=missing,
        kept=tags.pop() if len(tags) == 1 else "",
    )


def _terms(context: SiteContext, found: list[School]) -> tuple[Term, ...]:
    """Return the terms from the first to the last that has a level or had begun."""
    named = {term_id(entry.record) for school in found for entry in school.support_levels}
    terms = context.plan.terms
    with_level = [n for n, term in enumerate(terms) if term.id in named]
    begun = [n for n, term in enumerate(terms) if term.starts <= context.as_at]
    return terms[min(with_level) : max(with_level + begun) + 1]


def _row(context: SiteContext, school: School, terms: tuple[Term, ...], missing: str) -> SchoolTermsView:
    known = known_by(school, context.as_at)
    return SchoolTermsView(
        school=school,
        cells=tuple(_cells(context, school, terms, missing)),
        next_review=known[-1].record.next_review if known else None,
        passed=passed_words(context) if review_overdue(school, context.as_at) else "",
    )


def _cells(context: SiteContext, school: School, terms: tuple[Term, ...], missing: str) -> Iterator[TermCellView]:
    tags = level_tags(context.plan)
    for term in terms:
        entry = level_for(school, term, context.as_at)
        if entry is None:
            yield TermCellView(term=term, words=_why_none(context, school, term, missing))
            continue
        move = moved(context.plan, school, entry)
        yield TermCellView(
            term=term,
            entry=entry,
            tag=tags[entry.record.level],
            words=upper_first(move) if move in (Move.MORE, Move.LESS) else "",
        )


def _why_none(context: SiteContext, school: School, term: Term, missing: str) -> str:
    if not any(
        m.record.joined <= term.ends and (m.record.left is None or m.record.left > term.starts)
        for m in school.membership
    ):
        return "Not in the trust"
    return missing if term.starts <= context.as_at else "Not begun"


def _none(context: SiteContext) -> str:
    return "No school's level is shown." if context.is_public else "No school's level is recorded yet."


def _sentence(context: SiteContext, terms: tuple[Term, ...]) -> str:
    """Say how many schools of the trust have which level for the newest term; none is carried on from one before."""
    term = next((term for term in reversed(terms) if term.starts <= context.as_at), None)
    if term is None:
        return ""
    now, tags = context.plan.schools_on(context.as_at), level_tags(context.plan)
    found = (level_for(school, term, context.as_at) for school in now)
    counts = Counter(entry.record.level for entry in found if entry)
    said = [f"{counts[level]} at {tag.level.name}" for level, tag in tags.items() if counts[level]]
    without = len(now) - counts.total()
    said += [f"{without} without a level {'shown' if context.is_public else 'recorded'}"] if without else []
    return f"{term.name}: of {schools(len(now))} in the trust, {listed(said)}." if said else ""
