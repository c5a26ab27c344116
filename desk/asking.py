"""A conversation at the terminal: questions that are answered with a number, a word or a line.

Everything is asked through one function, so that a test can play the person. `?` shows help, and `q` leaves.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from desk.terminal import width_of, wrapped
from validate.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desk.surroundings import Surroundings

HOW_TO_ANSWER = "A number or a word answers a question. ? explains it, an empty line goes on, and q leaves."

LEAVE, HELP, EVERY = "q", "?", "all"
"""What may be typed in answer to any question, and for every choice where several may be named."""

YES, NO = ("y", "yes"), ("n", "no")
YES_OR_NO = "yes or no"

NONE_CLOSED: Mapping[str, str] = MappingProxyType({})

NEEDED = "An answer is needed here."

NO_HELP = "There is no more to say about this. An empty line keeps what stands in square brackets; q leaves."


class Left(Exception):
    """The person wants to go no further. Nothing has been written."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that a question allows."""

    value: str
    words: str = ""
    """What it means, in a few words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversation:
    """Somebody who answers, and the width at which they read."""

    ask: Callable[[str], str]
    width: int

    def say(self, text: str = "", indent: int = 0) -> None:
        """Print a sentence, wrapped."""
        print(wrapped(text, self.width, indent))

    def line(
        self,
        question: str,
        *,
        default: str = "",
        about: str = "",
        fault: Callable[[str], str] = lambda _: "",
        needed: bool = False,
    ) -> str:
        """Return a line of text for which `fault` has no complaint; nothing only where none is needed."""
        while True:
            answer = self._answer(question, default, about)
            complaint = fault(answer) if answer else NEEDED if needed else ""
            if not complaint:
                return answer
            self.say(complaint)

    def choice(
        self,
        question: str,
        choices: Sequence[Choice],
        *,
        default: str = "",
        about: str = "",
        needed: bool = True,
        closed: Mapping[str, str] = NONE_CLOSED,
    ) -> str:
        """Return one of the choices, named by its number or its word; nothing only where none is needed.

        `closed` says of words that are no choice here why they are not.
        """
        self.show(choices)
        while True:
            answer = self._answer(question, default, about)
            if not answer and not needed:
                return ""
            if why_not := closed.get(_as_word(answer)):
                self.say(why_not)
                continue
            found = self._chosen(answer, choices)
            if found:
                return found

    def choices(
        self, question: str, choices: Sequence[Choice], *, default: str = EVERY, about: str = "", needed: bool = True
    ) -> tuple[str, ...]:
        """Return some of the choices, named with commas between, or every one; none only where none is needed."""
        self.show(choices)
        while True:
            answer = self._answer(question, default, about)
            if not answer and not needed:
                return ()
            if answer.lower() == EVERY:
                return tuple(choice.value for choice in choices)
            found = [self._chosen(part, choices) for part in answer.replace(",", " ").split() or [""]]
            if all(found):
                return tuple(dict.fromkeys(found))

    def agrees(self, question: str, *, default: str, about: str = "") -> bool:
        """Tell whether the answer is yes."""
        while True:
            answer = self._answer(f"{question} {YES_OR_NO}", default, about).lower()
            if answer in (*YES, *NO):
                return answer in YES
            self.say(f"Type {YES_OR_NO}.")

    def show(self, choices: Sequence[Choice]) -> None:
        """List the choices with their numbers."""
        edge = len(str(len(choices)))
        for number, choice in enumerate(choices, start=1):
            start = f"  {number:>{edge}}  {choice.value}"
            if choice.words and len(start) + len(choice.words) + 2 <= self.width:
                print(f"{start}: {choice.words}")
            else:
                print(start)
                if choice.words:
                    self.say(choice.words, edge + 4)

    def _answer(self, question: str, default: str, about: str) -> str:
        colon = "" if question.endswith(("?", YES_OR_NO)) else ":"
        shown = f"{question} [{default}]{colon} " if default else f"{question}{colon} "
        while True:
            try:
                answer = " ".join(self.ask(shown).split())
            except (EOFError, KeyboardInterrupt):
                print()
                raise Left from None
            if answer.lower() == LEAVE:
                raise Left
            if answer != HELP:
                return answer or default
            self.say(about or NO_HELP)

    def _chosen(self, answer: str, choices: Sequence[Choice]) -> str:
        """Return the choice that was meant; where none can be told, say so and return nothing."""
        if not answer:
            self.say(NEEDED)
            return ""
        number = int(answer[:6]) if answer.isascii() and answer.isdigit() else 0
        if 1 <= number <= len(choices):
            return choices[number - 1].value
        form = _as_word(answer)
        values = [choice.value for choice in choices]
        exact = [value for value in values if value.lower() == form]
        begun = exact or [value for value in values if form and value.lower().startswith(form)]
        if len(begun) == 1:
            return begun[0]
        guess = did_you_mean(answer, values) or "."
        self.say(f'"{answer}" is none of these{guess} Type a number or a word from the list.')
        return ""


def talk_with(surroundings: Surroundings) -> Conversation | None:
    """Return the conversation with whoever is at the terminal; nothing where nobody is there to answer."""
    if surroundings.ask is None:
        return None
    return Conversation(ask=surroundings.ask, width=width_of(surroundings.environment))


def _as_word(answer: str) -> str:
    return answer.lower().replace(" ", "-").replace("_", "-")
