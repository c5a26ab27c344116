"""A problem: one thing wrong, in one place, with what was found, what is allowed and the cure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from validate.catalogue import CODES


class Severity(StrEnum):
    """Errors make the check fail; warnings only do so under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """A place in a file: its path from the root with forward slashes, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One thing wrong. The code is one of those in the catalogue, which gives it its severity."""

    code: str
    place: Place
    message: str
    """What was found and what is wrong with it, in one sentence."""
    allowed: str = ""
    """What would be right, where it can be listed."""
    cure: str = ""
    """What to do about it."""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(self.code)

    @property
    def severity(self) -> Severity:
        """The severity that the catalogue gives this code."""
        return Severity(CODES[self.code].severity)


def by_place(problem: Problem) -> tuple[Place, str, str]:
    """Return the key by which problems are sorted: place, then code and message."""
    return (problem.place, problem.code, problem.message)


def worst_first(problem: Problem) -> tuple[bool, Place, str]:
    """Return the key that puts errors before warnings, then sorts by place."""
    return (problem.severity is not Severity.ERROR, problem.place, problem.code)
