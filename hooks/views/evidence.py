"""The register of evidence: every source with everything it is cited for, in one place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hooks.filters import count
from hooks.page import Page
from hooks.views.standing import EvidenceView, evidence_view, objective_page
from validate.model import Action
from validate.values import latest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.model import Evidence, Item, Update
    from validate.model_schools import School

EVIDENCE_PAGE = "evidence.md"

SHOWN = 500
"""How many sources the page shows; where there are more, it says how many it leaves out."""

USES_SHOWN = 100
"""How many uses of one source the page shows, likewise."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UseView:
    """One thing that a source is cited for."""

    text: str
    href: str
    about: tuple[str, ...]
    """What kind of thing it is and who reported it; or which facts about a school."""
    is_school: bool


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
    more_uses: int
    """Further uses that are not shown."""
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


@dataclass(frozen=True, slots=True)
class _Citation:
    """One proof of one thing."""

    text: str
    href: str
    about: str
    proof: EvidenceView
    is_school: bool


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
    cited: dict[tuple[str, ...], list[_Citation]] = {}
    for citation in _citations(context):
        cited.setdefault(_source(citation.proof), []).append(citation)
    sources = sorted(map(_source_view, cited.values()), key=_newest_first)
    kinds = Counter(kind for source in sources for kind in source.kinds)
    return EvidenceRegisterView(
        sentence=_sentence(sources),
        kinds=tuple(sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0]))),
        several_kinds=sum(len(source.kinds) > 1 for source in sources),
        undated=sum(not source.date for source in sources),
        left_out=len(sources[SHOWN:]),
        sources=tuple(map(_shortened, sources[:SHOWN])),
    )


def _citations(context: SiteContext) -> Iterator[_Citation]:
    """Return everything that any proof is cited for: reports, then facts about schools."""
    for item in context.plan.items:
        for update in item.updates:
            yield from _item_citations(item, update)
    for school in context.plan.schools:
        for fact, evidence in _school_facts(school):
            for proof in evidence:
                yield _Citation(school.name, f"schools/{school.id}.md", fact, evidence_view(proof), is_school=True)


def _item_citations(item: Item, update: Update) -> Iterator[_Citation]:
    kind = f"action of {item.year}" if isinstance(item, Action) else "goal"
    about = f"{kind}, objective {item.objective_id}; reported by: {update.reporter.name}"
    for proof in update.evidence:
        href = f"{objective_page(item.objective_id)}#{item.id}"
        yield _Citation(item.text, href, about, evidence_view(proof), is_school=False)


def _school_facts(school: School) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    yield "facts about the school", school.evidence
    for membership in school.membership:
        yield "time in the trust", membership.evidence
    if school.predecessor:
        yield "the school before it", school.predecessor.evidence
    for pupils in school.pupils:
        yield "number of pupils", pupils.evidence
    for inspection in school.inspections:
        yield "inspection", inspection.evidence


def _source(proof: EvidenceView) -> tuple[str, ...]:
    """Return what makes two proofs the same source: their link or file, or else their title, kind and date."""
    return (proof.href,) if proof.href else (proof.title, proof.kind, proof.date)


def _source_view(citations: list[_Citation]) -> SourceView:
    proofs = [citation.proof for citation in citations]
    titles = [title for title, _ in Counter(proof.title for proof in proofs).most_common()]
    return SourceView(
        title=titles[0],
        href=proofs[0].href,
        is_file=proofs[0].is_file,
        place=_place(proofs[0]),
        kinds=tuple(sorted({proof.kind for proof in proofs})),
        date=max((proof.date for proof in proofs if proof.date), key=latest, default=""),
        uses=_uses(citations),
        more_uses=0,
        other_titles=tuple(titles[1:]),
    )


def _uses(citations: list[_Citation]) -> tuple[UseView, ...]:
    """Return each thing that a source is cited for once, with all it proves of it."""
    about: dict[tuple[str, str, bool], list[str]] = {}
    for citation in citations:
        about.setdefault((citation.text, citation.href, citation.is_school), []).append(citation.about)
    return tuple(
        UseView(text=text, href=href, about=tuple(dict.fromkeys(said)), is_school=is_school)
        for (text, href, is_school), said in about.items()
    )


def _shortened(source: SourceView) -> SourceView:
    return replace(source, uses=source.uses[:USES_SHOWN], more_uses=len(source.uses[USES_SHOWN:]))


def _place(proof: EvidenceView) -> str:
    if proof.is_file:
        return "kept with the plan"
    return (urlsplit(proof.href).hostname or "").removeprefix("www.") if proof.href else "named without a link"


def _newest_first(source: SourceView) -> tuple[int, str]:
    return (-latest(source.date).toordinal() if source.date else 0, source.title)


def _sentence(sources: list[SourceView]) -> str:
    """Say how many sources there are, and what they stand behind."""
    if not sources:
        return "Nothing in the plan cites any evidence yet."
    items = {use.href for source in sources for use in source.uses if not use.is_school}
    schools = {use.href for source in sources for use in source.uses if use.is_school}
    parts = [
        f"reports on {count(len(items), 'action or goal', 'actions and goals')}" if items else "",
        f"facts about {count(len(schools), 'school')}" if schools else "",
    ]
    stand = "It stands" if len(sources) == 1 else "They stand"
    return f"{count(len(sources), 'source')}. {stand} behind {' and '.join(filter(None, parts))}."
