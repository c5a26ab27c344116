"""A site that is built again and again in one process, as `make serve` does, keeps nothing of the builds before."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config

from tests.case_folders import BASE, build_case
from tests.site_build import add_site_files

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.plugins import BasePlugin

OURS = ("validate.", "hooks.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a small plan with everything that a site needs."""
    build_case(BASE, tmp_path)
    add_site_files(tmp_path)
    return tmp_path


def test_nothing_is_kept_of_earlier_builds(root: Path) -> None:
    """Each build lets go of the one before, and what lives on beside the newest does not grow."""
    builds = [_build(root), _build(root)]
    before = _living()
    builds += [_build(root), _build(root), _build(root)]
    assert [number for number, built in enumerate(builds[:-1]) if built()] == []
    assert _living() - before == Counter()


def _build(root: Path) -> weakref.ref[BasePlugin[Any]]:
    """Build the site once, and return its plugin as far as anything keeps it."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    return weakref.ref(config.plugins["trustplan"])


def _living() -> Counter[str]:
    """Count what lives of each of the project's own classes, also where no search for garbage looks."""
    gc.unfreeze()
    gc.collect()
    kinds = (type(thing) for thing in gc.get_objects())
    return Counter(f"{kind.__module__}.{kind.__qualname__}" for kind in kinds if f"{kind.__module__}.".startswith(OURS))
