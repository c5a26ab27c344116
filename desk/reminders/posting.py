"""Keeps one issue for each reminder on the Git host: opened, brought up to date, and closed when nothing waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desk.commands.remind import INDEX
from desk.surroundings import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """An issue that is open on the Git host."""

    number: int
    title: str
    body: str


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

    def is_in(self, issue: Issue) -> bool:
        """Tell whether the issue is this reminder's."""
        return issue.body.partition("\n")[0].strip() == self.marker

    def says(self, issue: Issue) -> bool:
        """Tell whether the issue says already what the reminder says."""
        return issue.title == self.title and issue.body.splitlines() == self.body.splitlines()


class IssueHost(Protocol):
    """A Git host, as far as it keeps issues. Each method raises CannotRun where the host refuses."""

    def opened(self) -> Sequence[Issue]:
        """Return the open issues that this account opened; those of others are never touched."""

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
    issues = host.opened()
    for note in notes:
        mine = next((issue for issue in issues if note.is_in(issue)), None)
        if mine is None and note.is_due:
            host.create(note.title, note.body)
            yield f"Opened: {note.title}"
        elif mine is not None:
            if not note.says(mine):
                host.edit(mine.number, note.title, note.body)
            if not note.is_due:
                host.close(mine.number)
                yield f"Closed: {note.title}"
            elif not note.says(mine):
                yield f"Brought up to date: {note.title}"
