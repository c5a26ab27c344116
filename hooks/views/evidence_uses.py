"""What each proof in the plan proves, in words and with a link: reports, facts about schools, and everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hooks.page_paths import item_place, school_page
from validate.plan.gathered import Name, gathered
from validate.plan.nesting import homes
from validate.plan.pillars import Action, Goal, SchoolReport, Update
from validate.plan.schools import School
from validate.records.amendments import AmendmentRecord, ApprovalRecord
from validate.records.notes import DECIDER, PROMISE
from validate.records.report import EvidenceRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.plan.pillars import Evidence, Item

REPORT, SCHOOL, OTHER = range(3)
"""What a proof is of, in the order in which the register lists it."""

KEPT_IN_SCHOOL_FILES = {
    "schools": "facts about the school",
    "memberships": "time in the trust",
    "pupils": "number of pupils",
    "inspections": "inspection",
    "school_levels": "level of support",
    "joining_steps": "step of joining",
    "joining_decisions": "decision on joining",
}
"""What is proved about a school, by its table."""

INSIDE_SCHOOL = {"joining": "how it joins", "predecessor": "the school before it"}
"""The same for groups of a school's file, by the field."""

ELSEWHERE = {
    "posts_filled": ("how much of the post is filled", "growth.md"),
    "service_reviews": ("review of the service", "services.md#service-{}"),
    "market_tests": ("market test", "services.md#service-{}"),
    "governance_reviews_held": ("review of governance", "governance.md#reviews"),
    "amendments": ("change of a promise", "governance.md#promises"),
    "approvals": ("approval of the promises", "governance.md#promises"),
    "deployments": ("support between schools", "deployments.md"),
}
"""What else is proved and where that is shown; the id of what it belongs to takes the place of {}."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """One proof of one thing."""

    text: str
    href: str
    """Where the site shows it; nothing where no page does."""
    about: str
    """What kind of thing it is, and who reported it."""
    sort: int
    proof: Evidence


def citations(context: SiteContext) -> list[Citation]:
    """Return everything that any proof is cited for: reports in the plan's order, then schools, then all else."""
    return sorted(_citations(context), key=lambda citation: citation.sort)


def _citations(context: SiteContext) -> Iterator[Citation]:
    place = {item.id: n for n, item in enumerate(context.plan.items)}

    def order(proof: Evidence) -> int:
        item = _item(proof)
        return place[item.id] if item else len(place)

    for proof in sorted(context.plan.entries(EvidenceRecord), key=order):
        text, href, about, sort = _proved(proof, context)
        yield Citation(text=text, href=href, about=about, sort=sort, proof=proof)


def _item(proof: Evidence) -> Item | None:
    return next((entry for entry in proof.lineage if isinstance(entry, Action | Goal)), None)


def _proved(proof: Evidence, context: SiteContext) -> tuple[str, str, str, int]:
    """Return the name of what is proved, its link, what kind of thing it is, and its place in the order."""
    if item := _item(proof):
        return item.text, item_place(item), _report(proof, item, context), REPORT
    owner = proof.owner
    table = owner.record.table
    if school := next((entry for entry in proof.lineage if isinstance(entry, School)), None):
        words = KEPT_IN_SCHOOL_FILES.get(table.name, table.one)
        words = INSIDE_SCHOOL.get(proof.parent.field if proof.parent else "", words)
        return school.record.name, school_page(school.id), words, SCHOOL
    words, page = ELSEWHERE.get(table.name) or (table.one, _page_of_file(owner))
    about = _belongs_to(owner)
    return about.name, page.format(about.id), words, OTHER


def _page_of_file(owner: Entry[Any]) -> str:
    """Return the page that shows what else is proved in the same kind of file; nothing where none does."""
    file = owner.loaded.file.kind
    pages = (page for table, (_, page) in ELSEWHERE.items() if homes()[table].file == file)
    return next(pages, "").partition("#")[0]


def _report(proof: Evidence, item: Item, context: SiteContext) -> str:
    kind = f"action of {item.year}" if isinstance(item, Action) else "goal"
    at = (
        f", at {context.progress.schools[proof.parent.record.school].record.name}"
        if isinstance(proof.parent, SchoolReport)
        else ""
    )
    reporter = proof.within(Update).reporter.record.name
    return f"{kind}, objective {item.objective.id}{at}; reported by: {reporter}"


def _belongs_to(owner: Entry[Any]) -> Name:
    """Return what an entry with a proof is spoken of by: what it names, itself, or what it stands in."""
    match owner.record:
        case AmendmentRecord() as record:
            return _named(owner, PROMISE.table, record.promise)
        case ApprovalRecord() as record:
            return _named(owner, DECIDER.table, record.by)
        case _:
            about = owner if owner.title else owner.row_parent or owner
            return Name(about.id, "", about.title or about.full_name, about)


def _named(owner: Entry[Any], table: str, id_: str) -> Name:
    return next(name for name in gathered(owner.tree, table) if name.id == id_)
