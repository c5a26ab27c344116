"""How readers of a site come to edit what it shows: on the Git host, or in the browser under edit/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hooks.repository import path_from_top, repository_of
from validate.records.base import Audience

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hooks.repository import Repository


@dataclass(frozen=True, kw_only=True, slots=True)
class Editing:
    """What the site's settings say of editing."""

    repository: Repository | None = None
    """Nothing where no Git host is named."""
    in_browser: bool = False
    """Whether the site has the editor."""
    by_request: bool = False
    """Whether the editor hands in each change for review, rather than saving it at once."""
    site_url: str = ""
    """The site's own address, where it is known."""
    folder: str = ""
    """The folder of the project that holds the plan in the copy on this computer, for work without a Git host."""

    def path(self, file: str) -> str:
        """Return a file's path from the top of the project, given its path in the plan."""
        return self.repository.path(file) if self.repository else path_from_top(self.folder, file)


NO_EDITING = Editing()


def editing_of(
    audience: Audience,
    *,
    repo_url: str,
    edit_uri: str,
    site_url: str,
    options: Mapping[str, Any],
    folder: str | None = None,
) -> Editing:
    """Return how a site of this audience is edited, by the settings that `mkdocs.yml` gives.

    Trustees have the editor, and the public where `edit_public` is true. `edit_links: false` keeps links to a host
    that the public cannot enter off its site. `git_host` says what stands behind an address that does not tell.
    `folder` is where the plan is in the copy on this computer, if that is known.
    """
    is_public = audience is Audience.PUBLIC
    is_linked = not is_public or options.get("edit_links", True) or options.get("edit_public")
    host = str(options.get("git_host") or "")
    return Editing(
        repository=repository_of(repo_url, edit_uri, host, folder) if is_linked else None,
        in_browser=not is_public or bool(options.get("edit_public")),
        by_request=bool(options.get("edit_review")),
        site_url=site_url,
        folder=folder or "",
    )
