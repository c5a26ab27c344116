"""Keeps one issue for each reminder on the Git host: opened, brought up to date, and closed when nothing waits.

A second issue of the same role is closed, and so is that of a role which the plan no longer has. Running it again does
what is left to do, so that a failure half-way needs no other cure. An issue that was closed is left so: when something
waits again a new one is opened, as people are told of new issues and not of edited ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desk.reminders.texts import INDEX, MARKER
from desk.surroundings import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NO_SUCH_ROLE = "The plan no longer has this role, so nothing waits for it. This reminder is closed."


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """An issue that is open on the Git host."""

    number: int
    title: str
    body: str

    @property
    def marker(self) -> str:
        """The first line, if it is that of a reminder; otherwise nothing."""
        line = self.body.partition("\n")[0].strip()
        return line if MARKER.fullmatch(line) else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A reminder as it was written into a folder."""

    is_due: bool
    title: str
    body: str

    @property
    def marker(self) -> str:
        """The first line, by which its issue is found again."""
        return self.body.partition("\n")[0].strip()

    def says(self, issue: Issue) -> bool:
        """Tell whether the issue says already what the reminder says."""
        return issue.title == self.title and issue.body.splitlines() == self.body.splitlines()


class IssueHost(Protocol):
    """A Git host, as far as it keeps issues. Each method raises CannotRun where the host refuses."""

    def opened(self) -> Sequence[Issue]:
        """Return the open issues that were opened by this command; those of others are never touched."""

    def create(self, title: str, body: str) -> None:
        """Open an issue."""

    def edit(self, number: int, title: str, body: str) -> None:
        """Give an issue another title and text."""

    def close(self, number: int) -> None:
        """Close an issue."""


def read_notes(folder: Path) -> list[Note]:
    """Return the reminders that `trustplan remind --folder` wrote."""
    try:
        rows = [line.split("\t") for line in (folder / INDEX).read_text(encoding="utf-8").splitlines()]
        return [
            Note(is_due=action == "open", title=title, body=(folder / name).read_text(encoding="utf-8"))
            for action, _, title, name in rows
        ]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotRun(
            f"{error.filename} cannot be read ({reason}). Write it first: trustplan remind --folder {folder}"
        ) from None
    except ValueError:
        raise CannotRun(f"{folder / INDEX} is not a list of reminders, as trustplan remind writes it.") from None


def post(notes: Sequence[Note], host: IssueHost) -> Iterator[str]:
    """Bring the host's issues in line with the reminders, and yield a sentence on each that was touched."""
    issues: dict[str, list[Issue]] = {}
    for issue in sorted(host.opened(), key=lambda issue: issue.number):
        if issue.marker:
            issues.setdefault(issue.marker, []).append(issue)
    for note in notes:
        mine = issues.pop(note.marker, [])
        yield from _keep(note, mine[0] if mine else None, host)
        for issue in mine[1:]:
            host.close(issue.number)
            yield f"Closed a second issue: {issue.title}"
    for issue in (issue for left in issues.values() for issue in left):
        host.edit(issue.number, issue.title, f"{issue.marker}\n\n{NO_SUCH_ROLE}\n")
        host.close(issue.number)
        yield f"Closed, as the plan no longer has this role: {issue.title}"


def _keep(note: Note, issue: Issue | None, host: IssueHost) -> Iterator[str]:
    """Open, bring up to date or close the one issue of a reminder."""
    if issue is None:
        if note.is_due:
            host.create(note.title, note.body)
            yield f"Opened: {note.title}"
        return
    if not note.says(issue):
        host.edit(issue.number, note.title, note.body)
    if not note.is_due:
        host.close(issue.number)
        yield f"Closed: {note.title}"
    elif not note.says(issue):
        yield f"Brought up to date: {note.title}"
