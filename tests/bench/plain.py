"""Write a built site's pages as plain Markdown, for Material alone: `python -m tests.bench.plain SITE FOLDER`."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

SHARED = ("theme", "markdown_extensions", "extra")
"""The settings that the theme alone is given as well."""

BLOCKS = {"article", "p", "li", "td", "th", "div", "dt", "dd", "caption", "summary", "figcaption", "section", "details"}
SILENT = {"script", "style", "svg", "template"}
SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


class MarkdownWriter(HTMLParser):
    """Gathers the words of a page's article as Markdown headings, lists, tables and paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.words: list[str] = []
        self.row: list[str] | None = None
        self.rows = 0
        self.prefix = ""
        self.articles = 0
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own
        """Start a block."""
        self.articles += tag == "article"
        self.silent += tag in SILENT
        if tag in BLOCKS or re.fullmatch(r"h[1-6]|tr|table", tag):
            self._end_block()
        if re.fullmatch(r"h[1-6]", tag):
            self.prefix = "#" * int(tag[1]) + " "
        elif tag == "li":
            self.prefix = "- "
        elif tag == "tr":
            self.row = []
        elif tag == "table":
            self.rows = 0

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        self.silent -= tag in SILENT
        if tag in BLOCKS or re.fullmatch(r"h[1-6]", tag):
            self._end_block(cell=tag in ("td", "th"))
        if tag == "tr":
            self._end_row()
        self.articles -= tag == "article"

    def handle_data(self, data: str) -> None:
        """Keep the words of the article."""
        if self.articles and not self.silent:
            self.words += data.split()

    def _end_block(self, *, cell: bool = False) -> None:
        text = SPECIAL.sub(r"\\\1", " ".join(self.words))
        if self.row is not None and cell:
            self.row.append(text)
        elif self.row is not None:
            return
        elif text:
            self.lines += [self.prefix + text, ""]
        self.words, self.prefix = [], ""

    def _end_row(self) -> None:
        if self.row:
            if self.rows == 0:
                self.lines += ["", "| " + " | ".join(self.row) + " |", "|" + " --- |" * len(self.row)]
            else:
                self.lines.append("| " + " | ".join(self.row) + " |")
            self.rows += 1
        self.row = None


def write_plain(root: Path, site: Path, folder: Path) -> int:
    """Write every page of the site as Markdown with the same address, and return how many there are."""
    pages = sorted(site.rglob("index.html"))
    for page in pages:
        target = folder / "docs" / page.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        writer = MarkdownWriter()
        writer.feed(page.read_text(encoding="utf-8"))
        target.write_text("\n".join(writer.lines), encoding="utf-8")
    _write_settings(root, folder)
    return len(pages)


def _write_settings(root: Path, folder: Path) -> None:
    names = yaml_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = yaml_load((root / "hooks" / "site_settings.yml").read_text(encoding="utf-8"))
    docs = folder / "docs"
    plain = {
        "site_name": names["site_name"],
        "site_description": names["site_description"],
        "docs_dir": "docs",
        "plugins": ["search"],
        **{name: settings[name] for name in SHARED},
        "nav": _nav(settings["nav"], docs),
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, sort_keys=False), encoding="utf-8")


def _nav(entries: list[dict[str, object]], docs: Path) -> list[dict[str, object]]:
    """Return the same navigation, with each page under the name that its address has here."""
    found: list[dict[str, object]] = []
    for title, value in (pair for entry in entries for pair in entry.items()):
        if isinstance(value, list):
            found.append({title: _nav(value, docs)})
        else:
            name = str(value) if str(value).endswith("index.md") else str(value).removesuffix(".md") + "/index.md"
            found += [{title: name}] if (docs / name).exists() else []
    return found


if __name__ == "__main__":
    write_plain(Path(__file__).parent.parent.parent, Path(sys.argv[1]), Path(sys.argv[2]))
