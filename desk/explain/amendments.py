"""How a promise was changed since it was made, below whatever is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.sheet import BLANK, Line
from validate.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hooks.views.amendments import AmendmentView


def explain_amendments(amendments: Sequence[AmendmentView]) -> Iterator[Line]:
    """Yield what was changed of a promise, oldest first; nothing where nothing was."""
    if not amendments:
        return
    yield BLANK
    yield Line("How the promise was changed")
    for amendment in amendments:
        yield Line(sentence(amendment.sentence), 1)
        yield Line(f"Why: {sentence(amendment.why)}", 2)
        if amendment.kept:
            yield Line(f"{amendment.kept}.", 2)
