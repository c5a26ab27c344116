"""Plans in repositories of their own."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WHO = ("-c", "user.name=A trustee", "-c", "user.email=trustee@example.org")


def commit(root: Path) -> None:
    """Keep the plan in this folder as it stands in a new repository."""
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "The plan")):
        subprocess.run(["git", "-C", root, *WHO, *arguments], check=True, env={"PATH": os.environ["PATH"]})  # noqa: S607 - any Git will do
