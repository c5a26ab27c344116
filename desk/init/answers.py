"""What has to be known to start the repository of a trust's plan: asked at a terminal, or read from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field

from desk.surroundings import CannotRun, reason_of
from hooks.repository import repository_of
from validate.layout import FileKind
from validate.reading.folder import DataFile
from validate.reading.shape import check_shape
from validate.reading.yaml_tree import read_tree
from validate.records.base import Record
from validate.values.base import refuse
from validate.values.dates import Day, Year
from validate.values.numbers import Whole
from validate.values.places import Link
from validate.values.text import Line
from validate.words import plural

if TYPE_CHECKING:
    from pathlib import Path

    from validate.problems import Problem

MOST_YEARS = 20
KNOWN_HOSTS = ("github", "gitlab")


def _years(number: int) -> int:
    if not 1 <= number <= MOST_YEARS:
        raise refuse("bad-number", f"a number from 1 to {MOST_YEARS}")
    return number


def likely_hosts(repository: str) -> tuple[str, ...]:
    """Return the Git hosts that an address tells of by its name."""
    found = repository_of(repository)
    return (found.host.value,) if found else ()


class PillarAnswer(Record):
    """One pillar of the plan, and its objectives as far as they are known."""

    title: Line = Field(title="Title", description="Its name.", examples=["Every child a reader"])
    aim: Line | None = Field(
        None,
        title="Aim",
        description="In one line, what it is for. Left out, its name stands there.",
        examples=["All pupils read for pleasure"],
    )
    objectives: list[Line] = Field(
        default_factory=list,
        title="Objectives",
        description="Its objectives, each in a few words. More can be added later.",
        examples=["Teach phonics in one way"],
    )


class Answers(Record):
    """The answers from which a repository is made."""

    trust: Line = Field(title="The trust's name", description="As readers know it.", examples=["Example Schools Trust"])
    opened: Day = Field(
        title="The day the trust opened",
        description="When it was formed as a company.",
        examples=["2018-04-12"],
    )
    title: Line = Field(title="The plan's title", description="As it was published.", examples=["Plan 2025 to 2028"])
    first_year: Year = Field(
        title="The plan's first academic year", description="The year in which it begins.", examples=["2025-26"]
    )
    years: Annotated[Whole, AfterValidator(_years)] = Field(
        title="How many academic years the plan has",
        description="The first and the last count too.",
        examples=["3"],
    )
    goal_date: Day | None = Field(
        None,
        title="The day by which its goals are to be true",
        description="Left out, it is the last day of August in the plan's last year.",
        examples=["2028-08-31"],
    )
    pillar_word: Line = Field(
        "pillar",
        title="What the plan calls one of its main parts",
        description='For example "pillar", "priority" or "theme".',
        examples=["priority"],
    )
    pillars_word: Line | None = Field(
        None,
        title="What it calls more of them",
        description='For example "pillars", "priorities" or "themes". Left out, it is made from the word for one.',
        examples=["priorities"],
    )
    pillars: list[PillarAnswer] = Field(
        title="The main parts of the plan", description="One at least, in the plan's order.", examples=[], min_length=1
    )
    roles: list[Line] = Field(
        title="The roles that lead and report",
        description="Roles such as those of the executive and the board; never the names of people.",
        examples=["Chief executive", "Board of trustees"],
        min_length=1,
    )
    site: Link | None = Field(
        None,
        title="The address that the website will have",
        description="Left out, pages link to one another all the same.",
        examples=["https://plan.example.org/"],
    )
    repository: Link | None = Field(
        None,
        title="The address of the repository",
        description="Where the files will be kept. Left out, pages have no links for editing.",
        examples=["https://github.com/example/plan"],
    )
    host: Literal["github", "gitlab", "both", "neither"] | None = Field(
        None,
        title="Whose automatic checks to set up",
        description="Left out, the repository's address decides, and both are set up where it does not.",
        examples=["github"],
    )

    @property
    def plural(self) -> str:
        """The word for more than one of the main parts."""
        return self.pillars_word or plural(self.pillar_word)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The Git hosts for which files are written."""
        if self.host in KNOWN_HOSTS:
            return (self.host,)
        if self.host == "neither":
            return ()
        known = likely_hosts(self.repository or "") if self.host is None else ()
        return known or KNOWN_HOSTS


def read_answers(file: Path) -> Answers | list[Problem]:
    """Return the answers in a file, or every problem that it has."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"{file} cannot be read ({reason_of(error)}).") from None
    tree, problems = read_tree(text, file.name)
    if tree is None:
        if not problems:
            raise CannotRun(f"{file} holds nothing. To see what is asked, run trustplan init without a file.")
        return problems
    loaded = check_shape(DataFile(file.name, FileKind("answers", file.name, Answers), tree))
    if isinstance(loaded.record, Answers) and not (problems or loaded.problems):
        return loaded.record
    return [*problems, *loaded.problems]
