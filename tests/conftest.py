"""What tests share: the repository, the real plan, the real site and a browser."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site_build import ATTENBOROUGH, Trust, build_site
from validate.pipeline import Outcome, load_plan, outcome_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from validate.plan.plan import Plan

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_BROWSER = "no Chromium was found, so the browser tests did not run"


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository's root."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def real_plan(root: Path) -> Outcome:
    """Return the outcome of checking the plan kept in this repository."""
    return load_plan(root)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Trust], Path]:
    """Return a function that builds a trust's site, strictly and only once, and returns its folder."""

    @cache
    def build(trust: Trust) -> Path:
        return build_site(tmp_path_factory.mktemp("site"), root=trust.root, audience=trust.audience)

    return build


@pytest.fixture(scope="session")
def built_site(built: Callable[[Trust], Path]) -> Path:
    """Return the folder of the real site."""
    return built(ATTENBOROUGH)


@pytest.fixture(scope="session")
def trust(request: pytest.FixtureRequest) -> Trust:
    """Return the trust that a test is about, which is the real one unless the test names others."""
    found: Trust = getattr(request, "param", ATTENBOROUGH)
    return found


@pytest.fixture(scope="session")
def trust_site(trust: Trust, built: Callable[[Trust], Path]) -> Path:
    """Return the folder of the trust's site."""
    return built(trust)


@pytest.fixture(scope="session")
def trust_plan(trust: Trust) -> Plan:
    """Return the trust's plan as the audience of its site sees it."""
    outcome = load_plan(trust.root)
    assert outcome.as_at is not None
    return outcome_seen(outcome, trust.audience, outcome.as_at).plan


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the command of a Chromium; without one, fail in CI and skip elsewhere."""
    named = os.environ.get("CHROMIUM", "")
    found = next((path for name in (named, *BROWSERS) if (path := shutil.which(name))), None)
    if found is None:
        refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        refuse(NO_BROWSER)
    return found


@pytest.fixture(autouse=True)
def no_unexpected_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning; one that means to calls `caplog.clear()` after looking at it."""
    yield
    logged = [record.getMessage() for record in caplog.get_records("call") if record.levelname in ("WARNING", "ERROR")]
    assert not logged, "\n".join(logged)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that the browser tests were left out."""
    skipped = terminalreporter.getreports("skipped")
    if any(NO_BROWSER in str(report.longrepr) for report in skipped):
        terminalreporter.section("BROWSER TESTS DID NOT RUN", red=True, bold=True)
        terminalreporter.line("No Chromium was found. Install it and run: make test")
