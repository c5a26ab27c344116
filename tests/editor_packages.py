"""The npm packages of the editor in the browser, as tests find them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hooks.editor.bundle import find_packages

ROOT = Path(__file__).parent.parent
NO_PACKAGES = "the program of the editor in the browser is not installed; run: npm ci"


def editor_packages() -> Path:
    """Return the folder of npm packages; without them, fail in CI and skip the test elsewhere."""
    found = find_packages(ROOT / "node_modules")
    if found is None:
        refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        refuse(NO_PACKAGES)
    return found
