"""Issues on GitLab, through its API, with a token that the project's settings hold."""

from __future__ import annotations

import json
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from desk.reminders.posting import Issue
from desk.surroundings import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TOKEN = "TRUSTPLAN_TOKEN"  # noqa: S105 - the name of the variable that holds it
ADDRESS, PROJECT = "CI_API_V4_URL", "CI_PROJECT_ID"
"""The variables by which GitLab tells a pipeline where it runs."""
A_PAGE = 100
PATIENCE = 30
"""Seconds to wait for an answer."""


class GitLab:
    """The issues of the project whose pipeline this runs in."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        if not environment.get(TOKEN):
            raise CannotRun(
                f"The variable {TOKEN} is not set. Make a project access token that may use the API, "
                "and save it under this name in the project's CI/CD variables."
            )
        if missing := [name for name in (ADDRESS, PROJECT) if not environment.get(name)]:
            raise CannotRun(f"The variable {missing[0]} is not set. Run this in a pipeline of GitLab, which sets it.")
        self._token, self._project = environment[TOKEN], environment[PROJECT]
        self._api = environment[ADDRESS].rstrip("/")
        self._issues = f"/projects/{self._project}/issues"

    def opened(self) -> Sequence[Issue]:
        """Return the open issues that were opened with this token, or with another access token of the project."""
        me = self._call("GET", "/user")["username"]
        return [
            Issue(number=entry["iid"], title=entry["title"], body=entry["description"] or "")
            for entry in self._open_issues()
            if self._is_ours(entry["author"]["username"], me)
        ]

    def create(self, title: str, body: str) -> None:
        """Open an issue."""
        self._call("POST", self._issues, title=title, description=body)

    def edit(self, number: int, title: str, body: str) -> None:
        """Give an issue another title and text."""
        self._call("PUT", f"{self._issues}/{number}", title=title, description=body)

    def close(self, number: int) -> None:
        """Close an issue."""
        self._call("PUT", f"{self._issues}/{number}", state_event="close")

    def _is_ours(self, username: str, me: str) -> bool:
        # Each project access token has a user of its own, and has to be replaced within a year:
        # https://docs.gitlab.com/user/project/settings/project_access_tokens/#bot-users-for-projects
        return username == me or username.startswith(f"project_{self._project}_bot")

    def _open_issues(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while True:
            asked = {"state": "opened", "scope": "all", "per_page": A_PAGE, "page": len(found) // A_PAGE + 1}
            entries = self._call("GET", f"{self._issues}?{urlencode(asked)}")
            found += entries
            if len(entries) < A_PAGE:
                return found

    def _call(self, method: str, path: str, **fields: str) -> Any:
        headers = {"PRIVATE-TOKEN": self._token, "Content-Type": "application/json"}
        data = json.dumps(fields).encode() if fields else None
        asked = Request(self._api + path, data, headers, method=method)  # noqa: S310 - GitLab names the address
        try:
            with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - as above
                return json.load(answer)
        except HTTPError as error:
            raise CannotRun(
                f"GitLab refused {method} {path.partition('?')[0]} ({error.code} {error.reason})."
            ) from None
        except URLError as error:
            raise CannotRun(f"GitLab cannot be reached ({error.reason}).") from None
        except TimeoutError:
            raise CannotRun(f"GitLab did not answer within {PATIENCE} seconds.") from None
        except (OSError, HTTPException, ValueError) as error:
            raise CannotRun(f"GitLab's answer broke off or cannot be read ({error}).") from None
