"""Which files a plan is made of: where each kind stands and which record it holds."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING

from validate.fields import fields_of
from validate.records.amendments import AmendmentsRecord, ApprovalsRecord
from validate.records.deployments import DeploymentsRecord
from validate.records.governance import GovernanceRecord
from validate.records.growth import GrowthRecord
from validate.records.joining import JoiningRecord
from validate.records.measures import MeasureRecord, ObservationsRecord
from validate.records.pillar import MilestoneRecord, ObjectiveRecord, PillarRecord
from validate.records.plan import PlanRecord
from validate.records.school import SchoolRecord
from validate.records.services import ServicesRecord
from validate.records.support import SupportRecord

if TYPE_CHECKING:
    from validate.records.base import Record

PLAN_FILE = "plan/plan.yml"
AMENDMENTS_FILE = "plan/amendments.yml"
APPROVALS_FILE = "plan/approvals.yml"
EVIDENCE_FOLDER = "plan/evidence"
FOLDERS = ("plan", "schools")
"""The folders that hold a plan; nothing else is read."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of data file."""

    name: str
    pattern: str
    """Path from the root; a star stands for one folder or file name."""
    record: type[Record]
    within: str = ""
    """The kind of file that it belongs to: the one in its folder, or in a folder above."""

    @property
    def is_table(self) -> bool:
        """Tell whether such files are tables in CSV; all others are YAML."""
        return self.pattern.endswith(".csv")

    @property
    def is_single(self) -> bool:
        """Tell whether a plan has one such file at most."""
        return "*" not in self.pattern

    @property
    def folder(self) -> str:
        """The folder below which all such files stand."""
        return self.pattern.partition("*")[0].rpartition("/")[0]

    def matches(self, path: str) -> bool:
        """Tell whether the path has this kind's shape, name by name."""
        names, wanted = path.split("/"), self.pattern.split("/")
        return len(names) == len(wanted) and all(map(fnmatchcase, names, wanted))

    def could_be(self, path: str) -> bool:
        """Tell whether a file that no kind knows may have been meant to be of this one: it stands in its folder."""
        folder, wanted = path.split("/")[:-1], self.pattern.split("/")[:-1]
        return kind_of(path) is None and len(folder) == len(wanted) and all(map(fnmatchcase, folder, wanted))


KINDS = [
    FileKind("plan", PLAN_FILE, PlanRecord),
    FileKind("pillar", "plan/pillars/*/pillar.yml", PillarRecord),
    FileKind("objective", "plan/pillars/*/*/objective.yml", ObjectiveRecord, within="pillar"),
    FileKind("milestone", "plan/pillars/*/*/[0-9]*.yml", MilestoneRecord, within="objective"),
    FileKind("school", "schools/*.yml", SchoolRecord),
    FileKind("growth", "plan/growth.yml", GrowthRecord),
    FileKind("support", "plan/support.yml", SupportRecord),
    FileKind("joining", "plan/joining.yml", JoiningRecord),
    FileKind("services", "plan/services.yml", ServicesRecord),
    FileKind("governance", "plan/governance.yml", GovernanceRecord),
    FileKind("deployments", "plan/deployments.yml", DeploymentsRecord),
    FileKind("measure", "plan/measures/*.yml", MeasureRecord),
    FileKind("observations", "plan/measures/observations.csv", ObservationsRecord),
    FileKind("amendments", AMENDMENTS_FILE, AmendmentsRecord),
    FileKind("approvals", APPROVALS_FILE, ApprovalsRecord),
]
"""Every kind of file, in the order in which a plan is read. All else that is known of one, its record class says."""


@cache
def kind_of(path: str) -> FileKind | None:
    """Return the kind of file that belongs at this path, or nothing."""
    return next((kind for kind in KINDS if kind.matches(path)), None)


def is_data_folder(path: str) -> bool:
    """Tell whether a file at this path may only be a data file or a story in Markdown."""
    return any(path.startswith(f"{kind.folder}/") for kind in KINDS if not kind.is_single)


def record_classes() -> set[type[Record]]:
    """Return the class of every record that a plan's files may hold."""
    found: set[type[Record]] = set()
    waiting = {kind.record for kind in KINDS}
    while waiting:
        found |= waiting
        nested = {about.record for record in waiting for about in fields_of(record).values() if about.record}
        waiting = nested - found
    return found
