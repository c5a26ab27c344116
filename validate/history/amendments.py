"""The record of amendments: what was changed of each promise, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from validate.plan.entry import Entry
from validate.records.amendments import AmendmentRecord, ApprovalRecord
from validate.records.governance import GovernanceRecord
from validate.records.promises import What, former_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.history.promise import Said
    from validate.plan.plan import Plan

Approval: TypeAlias = Entry[ApprovalRecord]


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change of one promise, as it is on record."""

    entry: Entry[AmendmentRecord]
    promise: str
    """The promise's id now: it is on record under a former one if its action was moved to another year since."""

    @property
    def record(self) -> AmendmentRecord:
        """What is on record."""
        return self.entry.record


def amendments_of(plan: Plan) -> tuple[Amendment, ...]:
    """Return every amendment, oldest first."""
    entries = sorted(plan.entries(AmendmentRecord), key=lambda entry: entry.record.decided)
    names = _called_now(entries)
    return tuple(Amendment(entry, names.get(entry.record.promise, entry.record.promise)) for entry in entries)


def _called_now(entries: list[Entry[AmendmentRecord]]) -> dict[str, str]:
    """Return the ids that actions have now, by those that they had before they were moved to another year."""
    names: dict[str, str] = {}
    for entry in entries:
        record = entry.record
        former = former_name(record.promise, record.what, record.was or "")
        if former:
            names |= {old: record.promise for old, name in names.items() if name == former}
            names[former] = record.promise
    return names


def deciders_of(plan: Plan) -> list[str]:
    """Return the ids of everybody that a decision may come from: roles of the trust, then bodies that govern it."""
    governance = plan.part(GovernanceRecord)
    roles = [role.id for role in plan.roles.values() if not role.record.outside]
    bodies = [body.id for body in governance.record.bodies] if governance else []
    return list(dict.fromkeys([*roles, *bodies]))


def newest_amendments(plan: Plan) -> Iterator[Amendment]:
    """Yield the last amendment of each thing that each promise says; being added or removed is one such thing."""
    newest: dict[tuple[str, What], Amendment] = {}
    for amendment in amendments_of(plan):
        what = What.REMOVED if amendment.record.what is What.ADDED else amendment.record.what
        newest[amendment.promise, what] = amendment
    yield from newest.values()


def newest_approval(plan: Plan) -> Approval | None:
    """Return the last approval of the promises, of one day the lowest; nothing where none is recorded."""
    return max(reversed(plan.entries(ApprovalRecord)), key=lambda entry: entry.record.date, default=None)


def says_the_same(text: str, said: Said) -> bool:
    """Tell whether a text names what a promise says, in plain form or in words."""
    return _form(text) in (_form(said.plain), _form(said.words))


def _form(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
