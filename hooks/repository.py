"""Where a trust keeps its files: on which Git host, in which project, on which branch and in which folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from pathlib import Path

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

SSH_ADDRESS = re.compile(
    r"^(?:ssh://(?:[^/@]+@)?(?P<host>[\w.-]+)(?::[0-9]+)?/|[^/@:]+@(?P<name>[\w.-]+):)(?P<project>[\w.~/-]+)$",
    re.IGNORECASE,
)
"""The address of a project for programs; people read the same project at https."""

EDIT_PATH = re.compile(r"^(?:-/)?(?:edit|blob|raw|tree)/(?P<branch>[^/]+)/?(?P<folder>.*)$")
"""What `edit_uri` looks like: edit, the branch, and the folder that holds the pages."""

GIT = ".git"
"""What marks the top folder of a project on one's own computer: a folder, or a file where there are several copies."""

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
        return path_from_top(self.folder, file)


def path_from_top(folder: str, file: str) -> str:
    """Return a file's path from the top of the project, given the folder of the plan there and its path in the plan."""
    return f"{folder}/{file}" if folder else file


def folder_in_project(root: Path) -> str | None:
    """Return the folder of the project that holds the plan, or nothing where this copy does not tell."""
    root = root.resolve()
    top = next((folder for folder in (root, *root.parents) if (folder / GIT).exists()), None)
    if top is None:
        return None
    return "" if top == root else root.relative_to(top).as_posix()


def repository_of(repo_url: str, edit_uri: str = "", host: str = "", folder: str | None = None) -> Repository | None:
    """Return the repository that a site's settings name, or nothing where they name none that is known.

    `host` says what stands behind an address that does not tell by its name, and `folder` where the plan is in the
    copy on this computer, if that is known.
    """
    found = ADDRESS.match(_web_address(repo_url.strip()))
    known = _host(host or found["name"]) if found else None
    if found is None or known is None:
        return None
    branch, around = _branch_and_folder(edit_uri, folder)
    site = f"{found['scheme']}://{found['name']}{found['port'] or ''}".lower()
    project = found["project"].removesuffix(".git")
    return Repository(host=known, site=site, project=project, branch=branch, folder=around)


def _host(name: str) -> Host | None:
    return next((host for host in Host if host.value in name.lower()), None)


def _web_address(address: str) -> str:
    found = SSH_ADDRESS.match(address)
    return f"https://{found['host'] or found['name']}/{found['project']}" if found else address


def _branch_and_folder(edit_uri: str, here: str | None) -> tuple[str, str]:
    """Return the branch, and the folder around the one that holds the pages.

    A branch may have slashes in its name: it ends where the folder begins in which the plan is here. Where that is
    not known, or something else is written, it ends at its first slash.
    """
    found = None if edit_uri == NOT_SET else EDIT_PATH.match(edit_uri.strip("/"))
    if found is None:
        return MAIN, here or ""
    branch, folder = unquote(found["branch"]), unquote(found["folder"].strip("/"))
    rest = f"{branch}/{folder}"
    if here is not None and rest.endswith(pages := f"/{path_from_top(here, PAGES_FOLDER)}"):
        return rest.removesuffix(pages), here
    return branch, "" if folder == PAGES_FOLDER else folder.removesuffix(f"/{PAGES_FOLDER}")
