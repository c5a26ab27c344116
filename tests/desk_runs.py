"""Commands of the desk as a person types them, with somebody who answers, and everything that they show."""

from __future__ import annotations

import io
import shlex
from contextlib import redirect_stdout
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desk.cli import parser_for
from desk.surroundings import COULD_NOT_RUN, CannotRun, Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

TODAY = date(2023, 3, 31)
"""The day for which the base is kept."""


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    shown: str


def run(command: str, root: Path, *, answers: Sequence[str] | None = None, width: int = 100) -> Ran:
    """Run a command on the plan in this folder; its questions and complaints are shown with all the rest."""
    words = [*shlex.split(command), "--root", str(root)]
    options = parser_for(words[0]).parse_args(words)
    shown = io.StringIO()
    ask = None if answers is None else _asked(list(answers), shown)
    surroundings = Surroundings(today=TODAY, environment={"COLUMNS": str(width)}, ask=ask)
    with redirect_stdout(shown):
        try:
            code = int(options.run(options, surroundings))
        except CannotRun as error:
            shown.write(f"trustplan: {error}\n")
            code = COULD_NOT_RUN
    return Ran(code, shown.getvalue().replace(str(root), "FOLDER"))


def _asked(answers: list[str], shown: io.StringIO) -> Callable[[str], str]:
    """Return the person, who gives these answers one after the other and then leaves."""

    def ask(question: str) -> str:
        answer = answers.pop(0) if answers else "q"
        shown.write(f"{question}{answer}".rstrip() + "\n")
        return answer

    return ask
