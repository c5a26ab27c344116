"""Issues on GitLab, through its API, with a token that the project's settings hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from desk.reminders.posting import Issue
from desk.surroundings import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TOKEN = "TRUSTPLAN_TOKEN"  # noqa: S105 - the name of the variable that holds it
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
        self._token = environment[TOKEN]
        self._address = f"{environment['CI_API_V4_URL']}/projects/{environment['CI_PROJECT_ID']}/issues"

    def opened(self) -> Sequence[Issue]:
        """Return the open issues that were opened with this token."""
        found: list[Issue] = []
        while True:
            page = len(found) // A_PAGE + 1
            asked = {"state": "opened", "scope": "created_by_me", "per_page": A_PAGE, "page": page}
            entries = self._call("GET", f"?{urlencode(asked)}")
            found += [Issue(number=e["iid"], title=e["title"], body=e["description"] or "") for e in entries]
            if len(entries) < A_PAGE:
                return found

    def create(self, title: str, body: str) -> None:
        """Open an issue."""
        self._call("POST", "", title=title, description=body)

    def edit(self, number: int, title: str, body: str) -> None:
        """Give an issue another title and text."""
        self._call("PUT", f"/{number}", title=title, description=body)

    def close(self, number: int) -> None:
        """Close an issue."""
        self._call("PUT", f"/{number}", state_event="close")

    def _call(self, method: str, path: str, **fields: str) -> Any:
        headers = {"PRIVATE-TOKEN": self._token, "Content-Type": "application/json"}
        data = json.dumps(fields).encode() if fields else None
        asked = Request(self._address + path, data, headers, method=method)  # noqa: S310 - GitLab names the address
        try:
            with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - as above
                return json.load(answer)
        except HTTPError as error:
            raise CannotRun(f"GitLab refused to {method} issues ({error.code} {error.reason}).") from None
        except URLError as error:
            raise CannotRun(f"GitLab cannot be reached ({error.reason}).") from None
