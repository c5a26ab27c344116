"""A school that is kept for trustees is not named where the public reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.plan.withheld import texts_in
from validate.plan.wording import Finder
from validate.problems import Problem
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report public texts that hold the name or the id of a school whose file the public does not see."""
    names = {str(text.place): text.text for text in scene.public.withheld.texts if text.names_school}
    if not names:
        return
    finder = Finder(names)
    for text in texts_in(scene.public.plan.tree):
        place = max(finder.names_in(text.text), key=lambda found: len(names[found]), default="")
        if place:
            yield Problem(
                code="said-in-public",
                place=text.place,
                message=f'this names "{short(names[place])}", which {place.split(":")[0]} keeps for trustees',
                cure="Take the name out, or keep this for trustees as well, with audience: trustees.",
            )
