"""Options that commands share: which folder, which day, which role."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from validate.days import day_from_text

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from datetime import date

MOST_DAYS = 3660
"""Days that an option may count: ten years."""


def add_root(parser: ArgumentParser) -> None:
    """Let a command be given the folder of the plan."""
    parser.add_argument(
        "--root", type=Path, default=Path(), metavar="FOLDER", help="the folder that holds plan/ and schools/"
    )


def add_as_at(parser: ArgumentParser) -> None:
    """Let a command be given the day for which things are worked out."""
    parser.add_argument(
        "--as-at", type=day, metavar="YYYY-MM-DD", help="work it out for this day, else for plan.yml's own"
    )


def day(text: str) -> date:
    """Return the day that an option names."""
    try:
        return day_from_text(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def days(text: str) -> int:
    """Return the number of days that an option names."""
    if not text.isascii() or not text.isdigit() or int(text[:9]) > MOST_DAYS:
        raise ArgumentTypeError(f'"{text}" is not a number of days from 0 to {MOST_DAYS}')
    return int(text)
