"""What the trust runs on besides its plan, as pages and rules see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from validate.model.base import Entry, Origin, entries
from validate.records.amendments import AmendmentRecord, AmendmentsRecord, ApprovalRecord, ApprovalsRecord
from validate.records.base import Record
from validate.records.deployments import DeploymentsRecord
from validate.records.governance import GovernanceRecord
from validate.records.joining import JoiningRecord
from validate.records.measures import MeasureRecord, ObservationRecord, ObservationsRecord
from validate.records.services import ServicesRecord
from validate.records.support import SupportRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.reading.shape import Loaded

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """Everything besides pillars, growth and schools. What no file speaks of is missing or empty."""

    support: Entry[SupportRecord] | None
    joining: Entry[JoiningRecord] | None
    services: Entry[ServicesRecord] | None
    governance: Entry[GovernanceRecord] | None
    deployments: Entry[DeploymentsRecord] | None
    measures: tuple[Entry[MeasureRecord], ...]
    """In order of their files' names."""
    observations: tuple[Entry[ObservationRecord], ...]
    """In the order of the file."""
    amendments: tuple[Entry[AmendmentRecord], ...]
    """How promises were changed, in the order of the file."""
    approvals: tuple[Entry[ApprovalRecord], ...]
    """When the promises were approved, in the order of the file."""


def parts_model(files: list[Loaded]) -> Parts:
    """Return the parts from every record that could be made."""
    return Parts(
        support=next(_of(files, SupportRecord), None),
        joining=next(_of(files, JoiningRecord), None),
        services=next(_of(files, ServicesRecord), None),
        governance=next(_of(files, GovernanceRecord), None),
        deployments=next(_of(files, DeploymentsRecord), None),
        measures=tuple(_of(files, MeasureRecord)),
        observations=tuple(
            entry
            for found in _of(files, ObservationsRecord)
            for entry in entries(found.origin, "observations", found.record.observations)
        ),
        amendments=tuple(
            entry
            for found in _of(files, AmendmentsRecord)
            for entry in found.inside("amendments", found.record.amendments)
        ),
        approvals=tuple(
            entry
            for found in _of(files, ApprovalsRecord)
            for entry in found.inside("approvals", found.record.approvals)
        ),
    )


def _of(files: list[Loaded], record: type[AnyRecord]) -> Iterator[Entry[AnyRecord]]:
    for loaded in files:
        found: Any = loaded.record
        if isinstance(found, record):
            yield Entry(origin=Origin(loaded), record=found)
