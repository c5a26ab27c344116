"""From a school's record to the model, what updates say of schools, and proofs wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.model import base, items
from validate.model import schools as model_schools
from validate.records.base import own_values
from validate.status import ReportedStatus, Status

if TYPE_CHECKING:
    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path
    from validate.records import report as report_records
    from validate.records import school as school_records


def school_model(loaded: Loaded, record: school_records.SchoolRecord) -> model_schools.School:
    """Return a school with its membership, counts and inspections."""
    nested = ("membership", "predecessor", "pupils", "inspections", "evidence", "joining", "support_levels")
    origin = base.Origin(loaded)
    before = record.predecessor
    return model_schools.School(
        origin=origin,
        **own_values(record, *nested),
        joining=base.Entry(origin=origin.at("joining"), record=record.joining) if record.joining else None,
        support_levels=base.entries(origin, "support_levels", record.support_levels),
        evidence=evidence_model(loaded, (), record.evidence),
        membership=tuple(
            model_schools.Membership(
                origin=base.Origin(loaded, ("membership", n)),
                **own_values(entry, "evidence"),
                evidence=evidence_model(loaded, ("membership", n), entry.evidence),
            )
            for n, entry in enumerate(record.membership)
        ),
        predecessor=model_schools.Predecessor(
            origin=base.Origin(loaded, ("predecessor",)),
            urn=before.urn,
            closed=before.closed,
            evidence=evidence_model(loaded, ("predecessor",), before.evidence),
        )
        if before
        else None,
        pupils=tuple(
            model_schools.Pupils(
                origin=base.Origin(loaded, ("pupils", n)),
                **own_values(entry, "evidence"),
                evidence=evidence_model(loaded, ("pupils", n), entry.evidence),
            )
            for n, entry in enumerate(record.pupils)
        ),
        inspections=tuple(
            model_schools.Inspection(
                origin=base.Origin(loaded, ("inspections", n)),
                **own_values(entry, "evidence", "grades"),
                grades=tuple((grade.area, grade.grade) for grade in entry.grades),
                evidence=evidence_model(loaded, ("inspections", n), entry.evidence),
            )
            for n, entry in enumerate(record.inspections)
        ),
    )


def evidence_model(
    loaded: Loaded, path: Path, records: list[report_records.EvidenceRecord]
) -> tuple[items.Evidence, ...]:
    """Return the proofs at this path of a file."""
    return tuple(
        items.Evidence(origin=base.Origin(loaded, (*path, "evidence", n)), **own_values(record))
        for n, record in enumerate(records)
    )


def school_reports(
    loaded: Loaded, path: Path, records: list[report_records.SchoolStatusRecord]
) -> tuple[items.SchoolReport, ...]:
    """Return what the update at this path says of single schools."""
    return tuple(
        items.SchoolReport(
            origin=base.Origin(loaded, (*path, "schools", n)),
            school=record.school,
            status=status_model(record.status),
            note=record.note,
            moved_to=record.moved_to,
            reason=record.reason,
            evidence=evidence_model(loaded, (*path, "schools", n), record.evidence),
        )
        for n, record in enumerate(records)
    )


def status_model(said: ReportedStatus | None) -> Status | None:
    """Return the status that a report gives, or nothing where it leaves the status as it was."""
    return None if said in (None, ReportedStatus.NO_CHANGE) else Status(said)
