"""The little that tests read of a PDF as Chromium writes it: its objects, and the words on each sheet."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
SHEET = re.compile(rb"/Type /Page\b")
CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
FONT = re.compile(rb"/(F\d+) (\d+) 0 R")
TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj")
ONE = re.compile(rb"^<(\w+)> <(\w{4,})>$", re.MULTILINE)
RUN = re.compile(rb"^<(\w+)> <(\w+)> <(\w{4})>$", re.MULTILINE)
SHORT = b"/Subtype /Type3"
"""Marks a font whose signs are written with two digits, and not with four."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF's objects by their numbers."""

    objects: dict[int, bytes]

    @classmethod
    def read(cls, file: Path) -> Pdf:
        """Read a file."""
        return cls({int(number): body for number, body in OBJECT.findall(file.read_bytes())})

    @property
    def sheets(self) -> list[str]:
        """The words on each sheet, without spaces, as they are laid out letter by letter."""
        return [self._words(body) for body in self.objects.values() if SHEET.search(body)]

    @property
    def catalogue(self) -> bytes:
        """The object that says what the document is."""
        return next(body for body in self.objects.values() if b"/Type /Catalog" in body)

    def holds(self, text: bytes) -> bool:
        """Tell whether any object holds this."""
        return any(text in body for body in self.objects.values())

    def _words(self, sheet: bytes) -> str:
        fonts = {name: self.objects[int(number)] for name, number in FONT.findall(sheet)}
        letters = {name: self._letters(font) for name, font in fonts.items()}
        (contents,) = CONTENTS.findall(sheet)
        said, now = "", b""
        for name, shown in SHOWN.findall(self._stream(int(contents))):
            now = name or now
            digits = 2 if SHORT in fonts[now] else 4
            signs = (int(shown[at : at + digits], 16) for at in range(0, len(shown), digits))
            said += "".join(letters[now].get(sign, "") for sign in signs)
        return "".join(said.split())

    def _letters(self, font: bytes) -> dict[int, str]:
        """Return what each sign of a font stands for."""
        (number,) = TO_UNICODE.findall(font)
        table = self._stream(int(number))
        found = {
            int(sign, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for sign, letter in ONE.findall(table)
        }
        for first, last, letter in RUN.findall(table):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(int(letter, 16) + step)
        return found

    def _stream(self, number: int) -> bytes:
        body = self.objects[number]
        return zlib.decompress(body[body.index(b"stream") + len(b"stream") :].lstrip(b"\r\n"))
