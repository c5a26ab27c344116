"""Where a proof is: an address on the web, or a file in plan/evidence/."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema

from validate.values.base import INVISIBLE, refuse, schema_of, text_of

LINK = r"^https?://[^\s/]+\S*$"

LONGEST_LINK = 2000
"""Characters that a web address may have. Some browsers open no longer ones."""

FILE_NAME = r"[A-Za-z0-9_-][A-Za-z0-9._ -]*(/[A-Za-z0-9_-][A-Za-z0-9._ -]*)*"

NOT_PUBLISHED = (".yml", ".yaml", ".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".html", ".htm")
"""Endings of files that the website takes for data or for pages of its own."""


def _link(value: Any) -> str:
    text = text_of(value)
    if len(text) > LONGEST_LINK:
        raise refuse("too-long", f"at most {LONGEST_LINK:,} characters long", "Look for a shorter address of the page.")
    wanted = "a web address that starts with https:// or http://"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        raise refuse("bad-link", wanted, "Copy the address again from the browser.") from None
    if host and " " in text:
        raise refuse("bad-link", "a web address without spaces", "Copy the whole address again from the browser.")
    if parts.scheme not in ("http", "https") or not host or not re.fullmatch(LINK, text):
        raise refuse("bad-link", wanted, "Copy the whole address from the browser, with https:// in front.")
    if parts.username or parts.password:
        wanted = "a web address without a user name or password"
        raise refuse("bad-link", wanted, "Remove everything between // and @, and the @.")
    if re.search(r"[<>\"'`\\^{}|]", text) or any(unicodedata.category(c) in INVISIBLE for c in text):
        wanted = "a web address without quotation marks, angle brackets and the like"
        raise refuse("bad-link", wanted, "Copy the address again from the browser.")
    return text


def _evidence_file(value: Any) -> str:
    text = text_of(value)
    path = PurePosixPath(text)
    wanted = "the name of a file in plan/evidence/"
    if path.is_absolute() or ".." in path.parts or "\\" in text or ":" in text or not path.parts:
        raise refuse("outside-folder", wanted, "Put the file into plan/evidence/ and write its name only.")
    if not re.fullmatch(FILE_NAME, text):
        wanted = "a file name that every computer and every link can use"
        hint = "Rename the file: letters from a to z, digits, points, hyphens, underscores and spaces only."
        raise refuse("bad-file-name", wanted, hint)
    if text.lower().endswith(NOT_PUBLISHED):
        wanted = f'a file that the website can offer as it is, which it cannot do with one ending in "{path.suffix}"'
        raise refuse("bad-file-name", wanted, "Save it in another form, such as PDF, CSV or plain text (.txt).")
    return text


Link = Annotated[str, BeforeValidator(_link), schema_of(LINK, format="uri")]
"""A web address, http or https only."""

EvidenceFile = Annotated[str, BeforeValidator(_evidence_file), WithJsonSchema({"type": "string"})]
"""The name of a file inside plan/evidence/."""
