"""Where a trust keeps its files: on which Git host, in which project, on which branch and in which folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MAIN = "main"
"""The branch that is meant where none is named."""

NOT_SET = "edit/master/docs/"
"""What MkDocs takes for `edit_uri` where nobody has set it."""

ADDRESS = re.compile(
    r"^(?P<scheme>https?)://(?:[^/@]*@)?(?P<name>[\w.-]+)(?P<port>:[0-9]+)?/+"
    r"(?P<project>[\w.~-]+(?:/[\w.~-]+)+)/*$",
    re.IGNORECASE,
)
"""The web address of a project; a name and a password in it are left out."""

EDIT_PATH = re.compile(r"^(?:-/)?(?:edit|blob|raw|tree)/(?P<branch>[^/]+)/?(?P<folder>.*)$")
"""What `edit_uri` looks like: edit, the branch, and the folder that holds the pages."""

PAGES_FOLDER = "plan"
"""The folder of the plan that `edit_uri` leads to; the one around it holds the whole plan."""


class Host(StrEnum):
    """The Git hosts whose forms of addresses are known."""

    GITHUB = "github"
    GITLAB = "gitlab"


@dataclass(frozen=True, kw_only=True, slots=True)
class Repository:
    """A project on a Git host that holds a plan."""

    host: Host
    site: str
    """The host's own address, such as https://github.com."""
    project: str
    """The project's path there, such as example-trust/plan."""
    branch: str = MAIN
    folder: str = ""
    """The folder of the project that holds `plan/` and `schools/`; empty where they stand at the top."""

    @property
    def address(self) -> str:
        """The project's own address."""
        return f"{self.site}/{self.project}"

    def path(self, file: str) -> str:
        """Return a file's path from the top of the project, given its path in the plan."""
        return f"{self.folder}/{file}" if self.folder else file


def repository_of(repo_url: str, edit_uri: str = "", host: str = "") -> Repository | None:
    """Return the repository that a site's settings name, or nothing where they name none that is known.

    `host` says what stands behind an address that does not tell by its name.
    """
    found = ADDRESS.match(repo_url.strip())
    known = _host(host or found["name"]) if found else None
    if found is None or known is None:
        return None
    branch, folder = _branch_and_folder(edit_uri)
    site = f"{found['scheme']}://{found['name']}{found['port'] or ''}".lower()
    project = found["project"].removesuffix(".git")
    return Repository(host=known, site=site, project=project, branch=branch, folder=folder)


def _host(name: str) -> Host | None:
    return next((host for host in Host if host.value in name.lower()), None)


def _branch_and_folder(edit_uri: str) -> tuple[str, str]:
    """Return the branch, and the folder around the one that holds the pages."""
    found = None if edit_uri == NOT_SET else EDIT_PATH.match(edit_uri.strip("/"))
    if found is None:
        return MAIN, ""
    folder = found["folder"].strip("/")
    return found["branch"], "" if folder == PAGES_FOLDER else folder.removesuffix(f"/{PAGES_FOLDER}")
