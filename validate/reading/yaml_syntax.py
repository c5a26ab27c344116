"""What the YAML parser's complaints mean to the person who wrote the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from validate.problems import Place, Problem

if TYPE_CHECKING:
    import yaml


class Explanation(NamedTuple):
    """A complaint in plain words."""

    sign: str
    """Words by which the parser's complaint is known."""
    message: str
    cure: str
    at_start: bool = False
    """Whether the fault lies where the unreadable part began, and not where the parser gave up."""


def syntax_problem(error: yaml.YAMLError, file: str) -> Problem:
    """Return the problem that the parser's error stands for."""
    said = str(getattr(error, "problem", None) or "")
    known = next((explanation for explanation in EXPLANATIONS if explanation.sign in said), OTHER)
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    mark = next((mark for mark in (reversed(marks) if known.at_start else marks) if mark), None)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    return Problem(code="yaml-syntax", place=place, message=known.message, cure=known.cure)


EXPLANATIONS = (
    Explanation(
        "mapping values are not allowed",
        "a second colon followed by a space makes this line unreadable",
        'Put the whole text after the first colon in double quotes: note: "Agreed: two schools".',
    ),
    Explanation(
        "could not find expected ':'",
        "this line has no colon after its name, or is text that is not indented",
        "Write a colon and a space after the name; indent text that runs on.",
        at_start=True,
    ),
    Explanation(
        "did not find expected key",
        "the indent, or a quotation mark, does not fit the lines around it",
        "Line the name up with its neighbours; put text that holds quotation marks into single quotes as a whole.",
    ),
    Explanation(
        "did not find expected '-' indicator",
        "this line is indented less than its neighbours",
        "Line it up with them; or, if it starts a new entry of the list, put a hyphen under the other hyphens.",
    ),
    Explanation(
        "block sequence entries are not allowed",
        "a list cannot start here",
        "Put the first hyphen on a line of its own, beneath the name and indented.",
    ),
    Explanation(
        "found unexpected end of stream",
        "a quotation mark is opened here and never closed",
        "Close it at the end of the text.",
        at_start=True,
    ),
    Explanation(
        "found unexpected document indicator",
        "a quotation mark is opened here and never closed",
        "Close it at the end of the text.",
        at_start=True,
    ),
    Explanation(
        "did not find expected ',' or",
        "a bracket is opened here and never closed, or a comma is missing after it",
        "Close the bracket, or put a comma between the values.",
        at_start=True,
    ),
    Explanation(
        "did not find expected alphabetic or numeric character",
        "text cannot start with * or & here, unless it is in quotes",
        "Put the whole text in double quotes.",
        at_start=True,
    ),
    Explanation(
        "found character that cannot start any token",
        "text cannot start with this character, unless it is in quotes",
        "Put the whole text in double quotes.",
    ),
    Explanation(
        "unknown escape character",
        "a backslash in double quotes stands before a character that has no meaning after it",
        "Use single quotes, or write the backslash twice.",
    ),
    Explanation(
        "did not find expected comment or line break",
        "text cannot start with > or | here, unless it is in quotes",
        "Put the whole text in double quotes; or write >- after the colon and the text on the next line, indented.",
    ),
    Explanation(
        "control characters are not allowed",
        "the file holds a character that cannot be seen",
        "Delete the character; it is often left by copying from another program.",
    ),
)

OTHER = Explanation(
    "",
    "the file cannot be read as YAML from here",
    "Compare this line and the one before with another file of this kind.",
)
