"""How GitHub Actions is told things: lines that mark places in files, and the summary of a step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def workflow_command(name: str, properties: Mapping[str, str], text: str) -> str:
    """Return the line that marks a place: an error, a warning or a notice."""
    listed = ",".join(f"{key}={_escape_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_escape_data(text)}"


def add_step_summary(text: str, environment: Mapping[str, str]) -> None:
    """Add Markdown to the summary of the step, where GitHub Actions keeps one."""
    if path := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as stream:
            stream.write(text)


def way_from_top(root: Path, environment: Mapping[str, str]) -> str:
    """Return the way from the top of the repository to the root, ending in a slash, or nothing."""
    workspace, here = Path(environment.get("GITHUB_WORKSPACE") or "."), root.resolve()
    if not here.is_relative_to(workspace.resolve()):
        return ""
    inner = here.relative_to(workspace.resolve()).as_posix()
    return "" if inner == "." else f"{inner}/"


def _escape_data(text: str) -> str:
    return _encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
