"""Prints a page as a PDF with the Chromium that is installed: tagged, with an outline, and without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAMED = "CHROMIUM"
"""The variable of the environment that may name the browser's command."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Commands of browsers that can print without a window, in the order in which they are looked for."""

QUIET = (
    "--headless",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""What keeps the browser from opening a window and from doing anything of its own accord."""

ON_PAPER = ("--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf")
"""The page brings its own running foot; its headings become the outline, its structure the tags."""

LONGEST = 180
"""Seconds that printing may take."""


class CannotPrint(Exception):
    """No PDF was made. Its text is a sentence that says why and what to do."""


def find_browser(environment: Mapping[str, str]) -> str:
    """Return the command of a browser that can print.

    Raises:
        CannotPrint: if none is installed.

    """
    path, named = environment.get("PATH"), environment.get(NAMED)
    for name in (named,) if named else BROWSERS:
        if found := shutil.which(name, path=path):
            return found
    if named:
        raise CannotPrint(
            f'The variable {NAMED} names "{named}", and there is no such command. Name the command of a Chromium or '
            "Google Chrome, or leave the variable out so that one is looked for."
        )
    raise CannotPrint(
        "No Chromium or Google Chrome was found to make the PDF with. Install one of them, or name its command in the "
        f"variable {NAMED}; or open the HTML in any browser and print it from there."
    )


def print_pdf(browser: str, page: Path, pdf: Path) -> None:
    """Print a page of HTML into a PDF, which is there whole or not at all.

    Raises:
        CannotPrint: if the browser does not make one.

    """
    # Beside the PDF, because a browser that is shut in may not see any other folder.
    draft = pdf.with_name(f"{pdf.stem}.draft.pdf")
    try:
        _draw(browser, page, draft)
        draft.replace(pdf)
    except OSError as error:
        raise CannotPrint(f"{pdf} cannot be written ({(error.strerror or str(error)).lower()}).") from None
    finally:
        draft.unlink(missing_ok=True)


def _draw(browser: str, page: Path, pdf: Path) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        said = _run([browser, *_options(profile, pdf), page.resolve().as_uri()])
    if not pdf.is_file():
        last = next((f" It said: {line.strip()}" for line in reversed(said.splitlines()) if line.strip()), "")
        raise CannotPrint(
            f"{browser} made none.{last} Name another browser in the variable {NAMED}, or open the HTML and print it "
            "from there."
        )


def _options(profile: str, pdf: Path) -> list[str]:
    # Chromium refuses its sandbox to the superuser; only then is it left off.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [*QUIET, *ON_PAPER, *as_root, f"--user-data-dir={profile}", f"--print-to-pdf={pdf.resolve()}"]


def _run(command: list[str]) -> str:
    """Run the browser and return what it said."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=LONGEST, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise CannotPrint(f"{command[0]} did not finish within {LONGEST} seconds, so there is no PDF.") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotPrint(f"{command[0]} could not be started ({reason}), so there is no PDF.") from None
    return done.stderr
