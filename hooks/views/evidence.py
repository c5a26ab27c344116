"""The register of evidence: every source with everything it is cited for, in one place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hooks.filters import count
from hooks.page import Page
from hooks.views.standing import EvidenceView, evidence_view, objective_page
from validate.model import Action
from validate.values import latest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.context import SiteContext
    from validate.model import Evidence, Item, School

EVIDENCE_PAGE = "evidence.md"

SHOWN = 500
"""How many sources the page shows; where there are more, it says how many it leaves out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UseView:
    """One thing that a source is cited for."""

    text: str
    href: str
    about: str
    """What kind of thing it is, and who reported it."""
    is_school: bool
    proof: EvidenceView
    """The source as it is named there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceView:
    """One source: a link, a file, or a document that is only named."""

    title: str
    href: str
    is_file: bool
    place: str
    """Where it is: the name of a website, or a word that says there is no link."""
    kinds: tuple[str, ...]
    date: str
    """Its newest date; empty where it carries none."""
    uses: tuple[UseView, ...]
    other_titles: tuple[str, ...]
    """Further titles under which the same link is cited."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceRegisterView:
    """The page of evidence."""

    sentence: str
    kinds: tuple[tuple[str, int], ...]
    """Each kind with the number of its sources, most first."""
    several_kinds: int
    """Sources that are cited as more than one kind, and so counted more than once."""
    undated: int
    left_out: int
    sources: tuple[SourceView, ...]
    """Newest first, undated last."""


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page of evidence."""
    yield Page(
        path=EVIDENCE_PAGE,
        title="Evidence",
        template="pages/evidence.md",
        view=evidence_register(context),
        searchable=False,
    )


def evidence_register(context: SiteContext) -> EvidenceRegisterView:
    """Return the view of the page of evidence."""
    found: dict[tuple[str, ...], list[UseView]] = {}
    for use in all_uses(context):
        found.setdefault(_source(use.proof), []).append(use)
    sources = sorted(map(_source_view, found.values()), key=_newest_first)
    kinds = Counter(kind for source in sources for kind in source.kinds)
    return EvidenceRegisterView(
        sentence=_sentence(sources),
        kinds=tuple(sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0]))),
        several_kinds=sum(len(source.kinds) > 1 for source in sources),
        undated=sum(not source.date for source in sources),
        left_out=len(sources[SHOWN:]),
        sources=tuple(sources[:SHOWN]),
    )


def all_uses(context: SiteContext) -> Iterator[UseView]:
    """Return everything that any proof is cited for: reports known on the day, then facts about schools."""
    for item in context.plan.items:
        for update in item.updates:
            if update.date <= context.as_at:
                yield from _item_uses(item, update.reporter.name, update.evidence)
    for school in context.plan.schools:
        for what, evidence in _school_facts(school):
            yield from _school_uses(school, what, evidence)


def _item_uses(item: Item, reporter: str, evidence: Iterable[Evidence]) -> Iterator[UseView]:
    kind = "Action" if isinstance(item, Action) else "Goal"
    for proof in evidence:
        yield UseView(
            text=item.text,
            href=f"{objective_page(item.objective_id)}#{item.id}",
            about=f"{kind} of objective {item.objective_id}, reported by: {reporter}",
            is_school=False,
            proof=evidence_view(proof),
        )


def _school_uses(school: School, what: str, evidence: Iterable[Evidence]) -> Iterator[UseView]:
    for proof in evidence:
        yield UseView(
            text=school.name,
            href=f"schools/{school.id}.md",
            about=f"School: {what}",
            is_school=True,
            proof=evidence_view(proof),
        )


def _school_facts(school: School) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    yield "facts about it", school.evidence
    for membership in school.membership:
        yield "when it belonged to the trust", membership.evidence
    if school.predecessor:
        yield "the school before it", school.predecessor.evidence
    for pupils in school.pupils:
        yield "number of pupils", pupils.evidence
    for inspection in school.inspections:
        yield "inspection", inspection.evidence


def _source(proof: EvidenceView) -> tuple[str, ...]:
    """Return what makes two proofs the same source: their link or file, or else their title, kind and date."""
    return (proof.href,) if proof.href else (proof.title, proof.kind, proof.date)


def _source_view(uses: list[UseView]) -> SourceView:
    titles = [title for title, _ in Counter(use.proof.title for use in uses).most_common()]
    proof = uses[0].proof
    return SourceView(
        title=titles[0],
        href=proof.href,
        is_file=proof.is_file,
        place=_place(proof),
        kinds=tuple(sorted({use.proof.kind for use in uses})),
        date=max((use.proof.date for use in uses if use.proof.date), key=latest, default=""),
        uses=tuple({(use.text, use.href, use.about): use for use in uses}.values()),
        other_titles=tuple(titles[1:]),
    )


def _place(proof: EvidenceView) -> str:
    if proof.is_file:
        return "kept with the plan"
    return (urlsplit(proof.href).hostname or "").removeprefix("www.") if proof.href else "named without a link"


def _newest_first(source: SourceView) -> tuple[int, str]:
    return (-latest(source.date).toordinal() if source.date else 0, source.title)


def _sentence(sources: list[SourceView]) -> str:
    if not sources:
        return "Nothing in the plan cites any evidence yet."
    uses = [use for source in sources for use in source.uses]
    schools = sum(use.is_school for use in uses)
    parts = [
        f"{count(len(uses) - schools, 'time')} for reports" if len(uses) > schools else "",
        f"{count(schools, 'time')} for facts about schools" if schools else "",
    ]
    return f"{count(len(sources), 'source')}, cited {' and '.join(filter(None, parts))}."
