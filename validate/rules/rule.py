"""A rule: a function that looks for one thing in a plan, and the code under which that is reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from validate.problems import Place, Problem
from validate.records.base import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: a problem that has no code yet."""

    place: Place
    message: str
    cure: str
    allowed: str = ""

    def problem(self, code: str) -> Problem:
        """Return it as a problem of this code."""
        return Problem(code=code, place=self.place, message=self.message, allowed=self.allowed, cure=self.cure)


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that yields problems of a plan, marked with the codes that it reports."""

    codes: tuple[str, ...]
    check: Callable[[Scene], Iterator[Problem]]


def rule(code: str) -> Callable[[Callable[[Scene], Iterator[Found]]], Rule]:
    """Mark a function that looks through a whole plan."""

    def marked(look: Callable[[Scene], Iterator[Found]]) -> Rule:
        return Rule((code,), lambda scene: (found.problem(code) for found in look(scene)))

    return marked


def rule_of(record: type[AnyRecord], code: str) -> Callable[[Callable[[Entry[AnyRecord]], Iterator[Found]]], Rule]:
    """Mark a function that looks at each record of a class by itself."""

    def marked(look: Callable[[Entry[AnyRecord]], Iterator[Found]]) -> Rule:
        return rule(code)(lambda scene: (found for entry in scene.every(record) for found in look(entry)))

    return marked
