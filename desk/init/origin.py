"""Where the trustplan that starts a repository came from, so that the repository asks for the same one.

A bare name is written only where an index of packages answered to it: anybody could publish another package under a
name that is not taken there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution

from desk.surroundings import CannotRun

NAME = "trustplan"
ORIGIN = "direct_url.json"
"""Where an installer notes the address of a package that came from no index."""
LOCAL = "file:"


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """One version of trustplan, and where it can be fetched."""

    requirement: str
    """What pip is to be asked for."""
    is_local: bool = False
    """Whether it came from this computer alone, so that nobody else can fetch it."""


def installed_origin() -> Origin:
    """Return where the trustplan that runs here came from."""
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:
        raise CannotRun("trustplan is not installed, so the new folder cannot say which version it needs.") from None
    return origin_of(installed.version, installed.read_text(ORIGIN))


def origin_of(version: str, note: str | None) -> Origin:
    """Return where a version came from, by what its installer noted."""
    if note is None:
        return Origin(requirement=f"{NAME}=={version}")
    noted = json.loads(note)
    address = str(noted["url"])
    if address.startswith(LOCAL):
        return Origin(requirement=f"./{NAME}-{version}-py3-none-any.whl", is_local=True)
    if "vcs_info" in noted:
        source = noted["vcs_info"]
        address = f"{source['vcs']}+{address}@{source['commit_id']}"
    return Origin(requirement=f"{NAME} @ {address}")
