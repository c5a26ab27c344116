"""Where the public sees the trust's figure, no school is the only one kept from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.lone_hidden import HIDDEN
from validate.rules.observed import shown_for_the_trust

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene
    from validate.standing.measures import Observation


def check(scene: Scene) -> Iterator[Problem]:
    """Report schools whose figure alone is kept for trustees, or until later."""
    kept = {text.text for text in scene.public.withheld.texts if text.names_school and text.field == "id"}
    for found in shown_for_the_trust(scene):
        unseen = [entry for entry in found.schools if _is_kept(entry, kept) or entry.record.value == HIDDEN]
        if len(unseen) == 1 and unseen[0].record.value != HIDDEN and not _is_kept(found.trust, kept):
            yield Problem(
                code="lone-kept",
                place=unseen[0].place("value"),
                message=f'only "{unseen[0].record.school}" is kept from the public for {found.in_words}, and the '
                f"trust's figure on line {found.line} is not: it might be worked out",
                cure="Keep a second school back too, or the trust's figure, if the figures add up.",
            )


def _is_kept(entry: Observation, schools: set[str]) -> bool:
    """Tell whether a line is kept from the public, on its own or with the file of its school, which is one of these."""
    return entry.for_trustees or entry.publish_after is not None or entry.record.school in schools
