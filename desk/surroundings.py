"""What a command may know of the world around it; commands read no clock and no environment of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2
"""What a command returns: done, the check or the person said no, or it could not be run."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """The day, the environment and, at a terminal, somebody who can answer a question."""

    today: date
    environment: Mapping[str, str]
    ask: Callable[[str], str] | None = None
    """Puts a question and returns the line that was typed; nothing where nobody is there to answer."""


class CannotRun(Exception):
    """A command cannot go on, for a reason that the person can do something about.

    Its text is a sentence that says what is wrong and what to do; nothing has been written.
    """


def reason_of(error: OSError | UnicodeDecodeError) -> str:
    """Return why a file cannot be read or written, in a few words for brackets."""
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return "it is not plain text in UTF-8"
