"""The built site on a free port of this machine, and which of its pages to look at."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EDITOR = "edit/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """A site that is being served."""

    folder: Path
    home: str
    """The address of its first page."""

    @property
    def pages(self) -> list[str]:
        """Every page below the first one's address. The editor is no page of ours and has tests of its own."""
        files = sorted(self.folder.rglob("*.html"))
        pages = [file.relative_to(self.folder).as_posix().removesuffix("index.html") for file in files]
        return [page for page in pages if page != EDITOR]

    @property
    def kinds(self) -> list[str]:
        """One page of each kind, the longest: pages in one folder are of one kind, others each of their own."""
        longest: dict[str, str] = {}
        for page in sorted(self.pages, key=self._length):
            *folder, name = page.removesuffix("/").split("/")
            longest["/".join(folder) if folder else name] = page
        return sorted(longest.values())

    def _length(self, page: str) -> int:
        return len(
            (self.folder / page / "index.html" if page.endswith("/") or not page else self.folder / page).read_bytes()
        )


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went on before it had read all: it may have left the page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder until the end of the block."""
    with _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Served(folder=folder, home=f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
