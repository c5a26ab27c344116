"""Issues on GitHub, through its own command `gh`, which finds its token in the environment."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from desk.reminders.posting import Issue
from desk.surroundings import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_ISSUES = 1000
ACCOUNT = "github-actions"
"""The account under which GitHub Actions opens issues."""


class GitHub:
    """The issues of the repository that the current folder was cloned from."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)

    def opened(self) -> Sequence[Issue]:
        """Return the open issues that were opened by GitHub Actions."""
        fields = ["--json", "number,title,body"]
        found = self._gh("list", "--app", ACCOUNT, "--state", "open", "--limit", str(MOST_ISSUES), *fields)
        return [Issue(number=entry["number"], title=entry["title"], body=entry["body"]) for entry in json.loads(found)]

    def create(self, title: str, body: str) -> None:
        """Open an issue."""
        self._gh("create", "--title", title, "--body-file", "-", text=body)

    def edit(self, number: int, title: str, body: str) -> None:
        """Give an issue another title and text."""
        self._gh("edit", str(number), "--title", title, "--body-file", "-", text=body)

    def close(self, number: int) -> None:
        """Close an issue."""
        self._gh("close", str(number))

    def _gh(self, *arguments: str, text: str = "") -> str:
        command = ["gh", "issue", *arguments]
        try:
            done = subprocess.run(  # noqa: S603 - no shell reads these
                command, input=text, env=self._environment, capture_output=True, encoding="utf-8", check=False
            )
        except FileNotFoundError:
            raise CannotRun("The command gh was not found. It is needed to open issues on GitHub.") from None
        if done.returncode:
            raise CannotRun(f"GitHub refused gh issue {arguments[0]}: {done.stderr.strip()}")
        return done.stdout
