"""The words in which a plan's promises, and amendments of them, are spoken of."""

import re
from enum import StrEnum

from validate.values.dates import YEAR


class What(StrEnum):
    """What a promise says, and so what of it can be amended; or who may read it, or that it was added or removed."""

    TITLE = "title"
    WORDING = "wording"
    YEAR = "year"
    DUE = "due"
    SCHOOLS = "schools"
    UNIT = "unit"
    DIRECTION = "direction"
    BASELINE = "baseline"
    TARGET = "target"
    TOLERANCE = "tolerance"
    AUDIENCE = "audience"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def word(self) -> str:
        """What is spoken of, as in: the date was 31 August 2025."""
        return WORDS[self]


WORDS = {
    What.TITLE: "the title",
    What.WORDING: "the wording",
    What.YEAR: "the year",
    What.DUE: "the date",
    What.SCHOOLS: "where it is to be done",
    What.UNIT: "what the figures count",
    What.DIRECTION: "the direction that is good",
    What.BASELINE: "the baseline",
    What.TARGET: "the target",
    What.TOLERANCE: "how far from the target counts as near",
    What.AUDIENCE: "the audience",
    What.ADDED: "the promise",
    What.REMOVED: "the promise",
}


OF_ALL = (What.AUDIENCE, What.ADDED, What.REMOVED)
"""What can be amended of a promise of any kind besides what it says."""

EVERYBODY = {"public": "everybody"}
"""How it is said who could read a promise before it was kept from the public."""


def former_name(promise: str, what: What, was: str) -> str:
    """Return the id that an action had before an amendment moved it to another year; nothing for other amendments."""
    objective, _, name = (promise.split("/") + [""] * 2)[:3]
    return f"{objective}/{was}/{name}" if what is What.YEAR and name and re.fullmatch(YEAR, was) else ""
