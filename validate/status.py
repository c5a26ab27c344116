"""The words a plan speaks in: statuses, focus of a year, kinds of evidence."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What is known of one action or goal. `NOT_REPORTED` is derived, never typed."""

    NOT_STARTED = "not-started"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"
    COMPLETE = "complete"
    NOT_MET = "not-met"
    DEFERRED = "deferred"
    CANCELLED = "cancelled"
    NOT_REPORTED = "not-reported"

    @property
    def word(self) -> str:
        """The status as it is written on every page."""
        return WORDS[self]

    @property
    def meaning(self) -> str:
        """What the status says, in a sentence for readers."""
        return MEANINGS[self]

    @property
    def is_final(self) -> bool:
        """No further progress is expected after this status."""
        return self in FINAL

    @property
    def leaves_the_count(self) -> bool:
        """Cancelled and deferred work is not counted among what was to be done."""
        return self in (Status.CANCELLED, Status.DEFERRED)


WORDS = {
    Status.NOT_STARTED: "Not started",
    Status.ON_TRACK: "On track",
    Status.AT_RISK: "At risk",
    Status.OFF_TRACK: "Off track",
    Status.COMPLETE: "Complete",
    Status.NOT_MET: "Not met",
    Status.DEFERRED: "Deferred",
    Status.CANCELLED: "Cancelled",
    Status.NOT_REPORTED: "Not reported",
}

MEANINGS = {
    Status.NOT_STARTED: "Work has not begun, and its date has not passed.",
    Status.ON_TRACK: "Work goes on, and is expected to be done by its date.",
    Status.AT_RISK: "Work goes on, but it may not be done by its date.",
    Status.OFF_TRACK: "It is not expected to be done by its date as things stand.",
    Status.COMPLETE: "It was done, and there is evidence of it.",
    Status.NOT_MET: "It was not done, or did not come true, and there is evidence of that.",
    Status.DEFERRED: "It was moved to a later year, and the report says why.",
    Status.CANCELLED: "It was given up, and the report says why.",
    Status.NOT_REPORTED: "No report gives a status. It may or may not have been done.",
}

FINAL = frozenset({Status.COMPLETE, Status.NOT_MET, Status.DEFERRED, Status.CANCELLED})

WORST_FIRST = (
    Status.NOT_MET,
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.NOT_STARTED,
    Status.ON_TRACK,
    Status.DEFERRED,
    Status.CANCELLED,
    Status.COMPLETE,
)
"""The order in which a roll-up looks for the status that speaks for a group."""


class ReportedStatus(StrEnum):
    """What an update may say. `no-change` adds a note or proof and leaves the status as it was."""

    NOT_STARTED = "not-started"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"
    COMPLETE = "complete"
    NOT_MET = "not-met"
    DEFERRED = "deferred"
    CANCELLED = "cancelled"
    NO_CHANGE = "no-change"


class Focus(StrEnum):
    """Whether the plan asks anything of an objective in one year."""

    PLANNED = "planned"
    NOT_A_FOCUS = "not-a-focus"
    NOTHING_PUBLISHED = "nothing-published"


class EvidenceKind(StrEnum):
    """What sort of thing the proof is."""

    REGISTER = "register"
    REPORT = "report"
    MINUTES = "minutes"
    POLICY = "policy"
    DATA = "data"
    INSPECTION = "inspection"
    WEB_PAGE = "web-page"
    NEWS = "news"
    LETTER = "letter"
    PHOTO = "photo"
    OTHER = "other"
