"""The register of evidence: every source with everything it is cited for, in one place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hooks.page import Page
from hooks.page_paths import proof_address
from hooks.views.evidence_uses import OTHER, REPORT, SCHOOL, Citation, citations
from hooks.views.kept import kept
from validate.values.dates import latest
from validate.words import count, listed, name_in_words, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.plan.pillars import Evidence
    from validate.records.report import EvidenceRecord

EVIDENCE_PAGE = "evidence.md"

SHOWN = 500
"""How many sources the page shows; where there are more, it says how many it leaves out."""

OPEN = 25
"""How many sources stand open on the page; the others are folded away."""

USES_SHOWN = 100
"""How many uses of one source the page shows, likewise."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UseView:
    """One thing that a source is cited for."""

    text: str
    href: str
    about: tuple[str, ...]
    """What kind of thing it is and who reported it; or which facts about a school."""
    sort: int
    """Whether it is a report, a fact about a school, or something else."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceView:
    """One source: a link, a file, or a document that is only named."""

    proof: Evidence
    """The first citation of it."""
    title: str
    kept: str
    """The words of the tag beside what the public does not see, where that holds wherever it is cited."""
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
    """Those that stand open: newest first, undated last."""
    folded: tuple[SourceView, ...]
    """The others, in the same order."""


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
    cited: dict[tuple[str, ...], list[Citation]] = {}
    for citation in citations(context):
        cited.setdefault(_source(citation.proof.record), []).append(citation)
    sources = sorted((_source_view(found, context.as_at) for found in cited.values()), key=_newest_first)
    kinds = Counter(kind for source in sources for kind in source.kinds)
    return EvidenceRegisterView(
        sentence=_sentence(sources),
        kinds=tuple(sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0]))),
        several_kinds=sum(len(source.kinds) > 1 for source in sources),
        undated=sum(not source.date for source in sources),
        left_out=len(sources[SHOWN:]),
        sources=tuple(map(_shortened, sources[:OPEN])),
        folded=tuple(map(_shortened, sources[OPEN:SHOWN])),
    )


def _source(proof: EvidenceRecord) -> tuple[str, ...]:
    """Return what makes two proofs the same source: their link or file, or else their title, kind and date."""
    address = proof_address(proof)
    return (address,) if address else (proof.title, proof.kind, proof.date or "")


def _source_view(cited: list[Citation], as_at: date) -> SourceView:
    proofs = [citation.proof.record for citation in cited]
    tags = {kept(citation.proof, as_at) for citation in cited}
    titles = [title for title, _ in Counter(proof.title for proof in proofs).most_common()]
    return SourceView(
        proof=cited[0].proof,
        title=titles[0],
        kept=tags.pop() if len(tags) == 1 else "",
        place=_place(proofs[0]),
        kinds=tuple(sorted({name_in_words(proof.kind) for proof in proofs})),
        date=max((proof.date for proof in proofs if proof.date), key=latest, default=""),
        uses=_uses(cited),
        more_uses=0,
        other_titles=tuple(titles[1:]),
    )


def _uses(cited: list[Citation]) -> tuple[UseView, ...]:
    """Return each thing that a source is cited for once, with all it proves of it."""
    about: dict[tuple[str, str, int], list[str]] = {}
    for citation in cited:
        about.setdefault((citation.text, citation.href, citation.sort), []).append(citation.about)
    return tuple(
        UseView(text=text, href=href, about=tuple(dict.fromkeys(said)), sort=sort)
        for (text, href, sort), said in about.items()
    )


def _shortened(source: SourceView) -> SourceView:
    return replace(source, uses=source.uses[:USES_SHOWN], more_uses=len(source.uses[USES_SHOWN:]))


def _place(proof: EvidenceRecord) -> str:
    if proof.file:
        return "kept with the plan"
    return (urlsplit(proof.url).hostname or "").removeprefix("www.") if proof.url else "named without a link"


def _newest_first(source: SourceView) -> tuple[int, str]:
    return (-latest(source.date).toordinal() if source.date else 0, source.title)


def _sentence(sources: list[SourceView]) -> str:
    """Say how many sources there are, and what they stand behind."""
    if not sources:
        return "Nothing in the plan cites any evidence yet."
    items, schools, others = (
        {(use.text, use.href) for source in sources for use in source.uses if use.sort == sort}
        for sort in (REPORT, SCHOOL, OTHER)
    )
    parts = [
        f"reports on {count(len(items), 'action or goal', 'actions and goals')}" if items else "",
        f"facts about {count(len(schools), 'school')}" if schools else "",
        f"what is said of {count(len(others), 'service, post or review', 'services, posts, reviews and the like')}"
        if others
        else "",
    ]
    stand = one_or_many(len(sources), "It stands", "They stand")
    return f"{count(len(sources), 'source')}. {stand} behind {listed(parts)}."
