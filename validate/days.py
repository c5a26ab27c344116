"""Days that are typed or counted from another, and the day of a run."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from validate.values.dates import DAY, FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or earlier if negative; the last of the month where that is shorter.

    Beyond the years that a plan's files may speak of, it is the last or first day of those.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return date(LAST_YEAR, 12, 31) if months > 0 else date(FIRST_YEAR, 1, 1)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_from_text(text: str) -> date:
    """Return the day written as year-month-day.

    Raises:
        ValueError: if it is written otherwise, or does not exist.

    """
    refused = ValueError(f'"{text}" is not a date such as 2024-08-31')
    if not re.fullmatch(DAY, text):
        raise refused
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refused from None


def day_of_run(environment: Mapping[str, str]) -> date:
    """Return the day that SOURCE_DATE_EPOCH names, so that a run can be repeated; else the clock's.

    Only the command line and the site build call this; everything else is given its day.

    Raises:
        ValueError: if SOURCE_DATE_EPOCH is not a number of seconds.

    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError("SOURCE_DATE_EPOCH must be a number of seconds") from None
