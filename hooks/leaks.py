"""The last look at a public site: no file of it may hold a text or a file that is kept for trustees."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import html
import io
import re
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from validate.plan.wording import Finder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from validate.plan.withheld import Withheld

TAG = re.compile(r"<[^<>]*>")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
LINE_END = re.compile(r"\\[nrt]")
LARGEST_PART = 50_000_000
"""Bytes of the largest part of an archive that is read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Leak:
    """Something kept for trustees, and the file of the site that holds it."""

    path: str
    what: str
    """Where it stands in the plan's files, or the name of an evidence file."""

    def __str__(self) -> str:
        return f"{self.path} holds what {self.what} keeps from the public"


def find_leaks(site: Path, kept: Withheld, evidence: Path) -> Iterator[Leak]:
    """Yield every leak: in names of files, in their text however it is escaped, and as whole copies of files."""
    finder = Finder({str(text.place): text.text for text in kept.texts})
    hashes = {_hash(evidence / name): f"{evidence.name}/{name}" for name in kept.files if (evidence / name).is_file()}
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path, content = file.relative_to(site).as_posix(), file.read_bytes()
        found = dict.fromkeys(finder.names_in(path))
        for reading in _readings(content):
            found |= dict.fromkeys(finder.names_in(reading))
        yield from (Leak(path=path, what=what) for what in found)
        if content and (copied := hashes.get(hashlib.sha256(content).hexdigest())):
            yield Leak(path=path, what=copied)


def written_in(source: Path, root: Path, leak: Leak, kept: Withheld) -> str:
    """Say where a page of text below the root, which its author can change, holds what leaked."""
    finder = Finder({str(text.place): text.text for text in kept.texts})
    lines = source.read_text(encoding="utf-8-sig").splitlines()
    numbers = (n for n, line in enumerate(lines, start=1) if leak.what in finder.names_in(line))
    line = next(numbers, None)
    name = source.relative_to(root).as_posix()
    return f"; it stands in {name}, line {line}" if line else f"; it stands in {name}"


def _readings(content: bytes) -> Iterator[str]:
    """Yield the ways in which a file can be read: as it is with every escape undone, and without tags."""
    for part in _unpacked(content):
        yield from _readings_of(part)


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Yield a file, and the parts of an archive, as documents of word processors are."""
    yield content
    with suppress(OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error):  # A damaged or locked archive.
        if content.startswith(b"\x1f\x8b"):
            yield gzip.decompress(content)
        elif content.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from (archive.read(part) for part in archive.infolist() if part.file_size <= LARGEST_PART)


def _readings_of(content: bytes) -> Iterator[str]:
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = content.decode("utf-16" if is_wide else "utf-8", errors="ignore")
    text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    plain = unquote(html.unescape(LINE_END.sub(" ", text)))
    yield plain
    yield html.unescape(TAG.sub("", plain))
    yield TAG.sub(" ", plain)


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
