"""The editor's own program: what npm installed, set right so that it asks no other host for anything.

The program fetches its symbols and letters, its words in other languages, the news whether there is a newer
version, and whether the Git host is well. Here each is found beside it, or is not asked for.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROGRAM = "@sveltia/cms/dist/sveltia-cms.js"
VERSION = "@sveltia/cms/package.json"
WORDS = "@sveltia/cms/locales"
YAML = "js-yaml/dist/browser/js-yaml.umd.min.js"
SYMBOLS = "@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2"
LICENCES = (
    "@sveltia/cms/LICENSE.txt",
    "js-yaml/LICENSE",
    "@fontsource-variable/material-symbols-outlined/LICENSE",
)

BESIDE = "cms"
"""What the names of files that the program asks for start with, beside the page."""
ELSEWHERE = {
    "https://unpkg.com/@sveltia/cms": BESIDE,
    "https://www.githubstatus.com/api/v2/status.json": f"{BESIDE}/host.json",
    "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7": f"{BESIDE}/host.json",
}
"""Where the program looks for what it needs, and where it looks instead."""
ALL_WELL = {"status": {"indicator": "none"}, "result": {"status_overall": {"status_code": 100}}}
"""What it takes for news that GitHub, or GitLab, is well."""

WORDS_HERE = {
    "Work with Local Repository": "Work on this computer",
    "Working with Local Repository": "Working on this computer",
    "Once prompted, select the root directory of the “{$repo}” repository.": (
        "Then choose the plan's folder, the one that its history is kept in."
    ),
    "The selected folder is not a repository root directory. Please try again.": (
        "This is not the plan's folder, because no history (.git) is kept in it. Choose another, "
        "such as the folder around it."
    ),
    "A repository root directory could not be selected. Please try again.": (
        "No folder was chosen. Press the button again to choose one."
    ),
    "Enter your token below. It must have read/write access to the repository content.": (
        "A token is a password of your own that opens only what you let it. Make one that may read and write "
        "the plan's files, and paste it below."
    ),
}
"""Sentences of the program that speak to programmers, and what it says instead."""

FONT = re.compile(r"@font-face \{font-family:'(?P<family>[^']+)'[^}]*?url\((?P<address>https://[^)]+)\)[^}]*\}")
"""A font that the program would fetch."""
SYMBOL_FONT = "Material Symbols Outlined"


class ProgramChanged(Exception):
    """The program is not put together as this module expects, so it might ask another host."""


@dataclass(frozen=True, slots=True)
class BundleFile:
    """A file that stands beside the editor's page."""

    name: str
    content: bytes


def find_packages(*folders: Path) -> Path | None:
    """Return the first of these folders of npm packages that holds everything, or nothing."""
    wanted = (PROGRAM, VERSION, YAML, SYMBOLS)
    return next((folder for folder in folders if all((folder / name).is_file() for name in wanted)), None)


def bundle_files(packages: Path) -> Iterator[BundleFile]:
    """Yield every file that the editor's page needs beside it."""
    version = json.loads((packages / VERSION).read_text(encoding="utf-8"))["version"]
    program = own_program((packages / PROGRAM).read_text(encoding="utf-8"))
    yield BundleFile("sveltia-cms.js", program.encode())
    yield BundleFile("js-yaml.js", _without_map((packages / YAML).read_text(encoding="utf-8")).encode())
    yield BundleFile("symbols.woff2", (packages / SYMBOLS).read_bytes())
    yield BundleFile(f"{BESIDE}/package.json", json.dumps({"version": version}).encode())
    yield BundleFile(f"{BESIDE}/host.json", json.dumps(ALL_WELL).encode())
    for words in sorted((packages / WORDS).glob("*.json")):
        yield BundleFile(f"{BESIDE}@{version}/locales/{words.name}", own_words(words.read_text("utf-8")).encode())
    licences = [f"{name}\n\n{(packages / name).read_text(encoding='utf-8')}" for name in LICENCES]
    yield BundleFile("licences.txt", "\n\n".join(licences).encode())


def own_program(program: str) -> str:
    """Return the program with nothing left in it that it would fetch from a host of packages when it starts.

    Raises ProgramChanged where what is to be replaced is not there, as may be after an upgrade.
    """
    fonts = {found["family"] for found in FONT.finditer(program)}
    if SYMBOL_FONT not in fonts or not all(text in program for text in (*ELSEWHERE, *WORDS_HERE)):
        raise ProgramChanged("the editor's program is not as expected; upgrade it together with hooks/editor/bundle.py")
    program = FONT.sub(_own_font, program)
    for address, own in ELSEWHERE.items():
        program = program.replace(address, own)
    return _without_map(own_words(program))


def own_words(text: str) -> str:
    """Return a text of the program with our words in place of its own, where it is in English."""
    for theirs, ours in WORDS_HERE.items():
        text = text.replace(theirs, ours)
    return text


def _own_font(found: re.Match[str]) -> str:
    """Return a font's rule with our copy of its file; letters are those that the reader's computer has."""
    return found[0].replace(found["address"], "symbols.woff2") if found["family"] == SYMBOL_FONT else ""


def _without_map(program: str) -> str:
    """Return a program without the note that leads to its source, which is not handed on."""
    return re.sub(r"\n//# sourceMappingURL=\S+\s*$", "\n", program)
