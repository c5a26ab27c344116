"""Where the trust's figure is shown, no school is the only one hidden: subtraction would bring it to light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.observed import shown_for_the_trust

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene

HIDDEN = "c"
"""The symbol that stands in place of a figure that is hidden."""


def check(scene: Scene) -> Iterator[Problem]:
    """Report schools that are hidden alone."""
    for found in shown_for_the_trust(scene):
        hidden = [school for school in found.schools if school.record.value == HIDDEN]
        if len(hidden) == 1:
            yield Problem(
                code="lone-hidden",
                place=hidden[0].place("value"),
                message=f'only "{hidden[0].record.school}" is hidden for {found.in_words}, and the trust\'s figure '
                f"on line {found.line} is shown: subtraction would bring it to light",
                cure='Hide a second school too, or the trust\'s figure: write "c" in its place.',
            )
