"""Issues on GitHub, through its own command `gh`, which finds its token in the environment."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

from desk.reminders.posting import Issue
from desk.surroundings import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_ISSUES = 1000
PATIENCE = 120
"""Seconds to wait for an answer."""


class GitHub:
    """The issues of the repository that the current folder was cloned from."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = {**environment, "GH_PROMPT_DISABLED": "1"}
        self._by_hand = environment.get("GITHUB_ACTIONS") != "true"

    def opened(self) -> Sequence[Issue]:
        """Return the open issues that were opened by an app such as GitHub Actions, or else by whoever runs this."""
        # The command's own filter by app has missed github-actions: https://github.com/cli/cli/issues/5888
        fields = "number,title,body,author"
        found = self._gh("issue", "list", "--state", "open", "--limit", str(MOST_ISSUES), "--json", fields)
        me = self._gh("api", "user", "--jq", ".login").strip() if self._by_hand else ""
        return [
            Issue(number=entry["number"], title=entry["title"], body=entry["body"] or "")
            for entry in json.loads(found)
            if _is_app(entry["author"]) or (me and entry["author"]["login"] == me)
        ]

    def create(self, title: str, body: str) -> None:
        """Open an issue."""
        self._gh("issue", "create", "--title", title, "--body-file", "-", text=body)

    def edit(self, number: int, title: str, body: str) -> None:
        """Give an issue another title and text."""
        self._gh("issue", "edit", str(number), "--title", title, "--body-file", "-", text=body)

    def close(self, number: int) -> None:
        """Close an issue."""
        self._gh("issue", "close", str(number))

    def _gh(self, *arguments: str, text: str = "") -> str:
        command, asked = ["gh", *arguments], f"gh {' '.join(arguments[:2])}"
        try:
            done = subprocess.run(  # noqa: S603 - no shell reads these
                command,
                input=text,
                env=self._environment,
                capture_output=True,
                encoding="utf-8",
                check=False,
                timeout=PATIENCE,
            )
        except FileNotFoundError:
            raise CannotRun("The command gh was not found. It is needed to open issues on GitHub.") from None
        except subprocess.TimeoutExpired:
            raise CannotRun(f"GitHub did not answer {asked} within {PATIENCE} seconds.") from None
        if done.returncode:
            raise CannotRun(f"GitHub refused {asked}: {done.stderr.strip().rstrip('.')}.")
        return done.stdout


def _is_app(author: Mapping[str, Any]) -> bool:
    return bool(author.get("is_bot")) or str(author.get("login", "")).startswith("app/")
