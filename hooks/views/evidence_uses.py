"""What each proof in the plan proves, in words and with a link: reports, facts about schools, and everything else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from hooks.views.kept import kept
from hooks.views.school_links import school_page
from hooks.views.standing import EvidenceView, evidence_view, objective_page
from validate.plan.pillars import Action
from validate.records.report import EvidenceRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.tables import Row, Tables

REPORT, SCHOOL, OTHER = range(3)
"""What a proof is of, in the order in which the register lists it."""

SCHOOL_FACTS = {
    "school": "facts about the school",
    "membership": "time in the trust",
    "predecessor": "the school before it",
    "pupils": "number of pupils",
    "inspection": "inspection",
    "joining": "how it joins",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Entries:
    """How to speak of the entries of a table: by the name of what they belong to."""

    parent: str
    """The column that names it."""
    table: str
    """The table in which it stands."""
    name: str
    """The column of that table that holds its name."""
    words: str
    page: str
    """Where it is shown; the id of what it belongs to takes the place of {}."""
    sort: int = OTHER


ENTRIES = {
    "school_levels": _Entries(
        parent="school", table="schools", name="name", words="level of support", page="schools/{}.md", sort=SCHOOL
    ),
    "joining_steps": _Entries(
        parent="school", table="schools", name="name", words="step of joining", page="schools/{}.md", sort=SCHOOL
    ),
    "joining_decisions": _Entries(
        parent="school", table="schools", name="name", words="decision on joining", page="schools/{}.md", sort=SCHOOL
    ),
    "posts_filled": _Entries(
        parent="post", table="posts", name="name", words="how much of the post is filled", page="growth.md"
    ),
    "service_reviews": _Entries(
        parent="service", table="services", name="name", words="review of the service", page="services.md#service-{}"
    ),
    "market_tests": _Entries(
        parent="service", table="services", name="name", words="market test", page="services.md#service-{}"
    ),
    "governance_reviews_held": _Entries(
        parent="review",
        table="governance_reviews",
        name="name",
        words="review of governance",
        page="governance.md#reviews",
    ),
    "amendments": _Entries(
        parent="promise", table="promises", name="name", words="change of a promise", page="governance.md#promises"
    ),
    "approvals": _Entries(
        parent="by", table="deciders", name="name", words="approval of the promises", page="governance.md#promises"
    ),
    "deployments": _Entries(
        parent="id", table="deployments", name="role", words="support between schools", page="deployments.md"
    ),
}
"""The tables whose entries have proofs, besides updates and facts about schools."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """One proof of one thing."""

    text: str
    href: str
    about: str
    """What kind of thing it is, and who reported it."""
    sort: int
    proof: EvidenceView


def citations(context: SiteContext) -> list[Citation]:
    """Return everything that any proof is cited for: reports in the plan's order, then schools, then all else."""
    return sorted(_citations(context), key=lambda citation: citation.sort)


def _citations(context: SiteContext) -> Iterator[Citation]:
    words = _Words(context)
    place = {item.id: n for n, item in enumerate(context.plan.items)}
    rows = context.tables["evidence"].rows
    for row in sorted(rows, key=lambda row: place.get(_item_id(row.values), len(place))):
        text, href, about, sort = words.of(row.values)
        part = Part(origin=Origin(row.loaded, row.path))
        *_, record = part.origin.records
        if isinstance(record, EvidenceRecord):
            proof = replace(evidence_view(record), kept=kept(part, context.as_at))
            yield Citation(text=text, href=href, about=about, sort=sort, proof=proof)


class _Words:
    """Finds what a row of the table of evidence speaks of."""

    def __init__(self, context: SiteContext) -> None:
        self.context = context
        self.items = {item.id: item for item in context.plan.items}
        self.row = cache(lambda table: _by_id(context.tables, table))

    def of(self, proof: dict[str, Any]) -> tuple[str, str, str, int]:
        """Return the name of what it proves, its link, what kind of thing it is, and its place in the order."""
        if proof["update"]:
            return self._report(proof)
        if proof["about"] in SCHOOL_FACTS:
            school = self.row("schools")[proof["school"]].values
            return school["name"], school_page(school["id"]), SCHOOL_FACTS[proof["about"]], SCHOOL
        return self._entry(proof["about"], proof["entry"])

    def _report(self, proof: dict[str, Any]) -> tuple[str, str, str, int]:
        item = self.items[_item_id(proof)]
        kind = f"action of {item.year}" if isinstance(item, Action) else "goal"
        reporter = self.context.plan.roles[self.row("updates")[proof["update"]].values["reported_by"]]
        at = ""
        if proof["entry"]:
            school = self.row(proof["about"])[proof["entry"]].values["school"]
            at = f", at {self.row('schools')[school].values['name']}"
        about = f"{kind}, objective {item.objective_id}{at}; reported by: {reporter.name}"
        return item.text, f"{objective_page(item.objective_id)}#{item.id}", about, REPORT

    def _entry(self, table: str, entry: str) -> tuple[str, str, str, int]:
        how = ENTRIES[table]
        parent = self.row(table)[entry].values[how.parent]
        name = self.row(how.table)[parent].values[how.name]
        return name, how.page.format(parent), how.words, how.sort


def _item_id(proof: dict[str, Any]) -> str:
    """Return the id of the action or goal whose report is proved; empty where it is something else."""
    return (proof["update"] or "").rpartition("#")[0]


def _by_id(tables: Tables, table: str) -> dict[str, Row]:
    return {row.values["id"]: row for row in tables[table].rows}
