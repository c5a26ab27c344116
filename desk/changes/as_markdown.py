"""What changed, as Markdown for the summary of a pull request: counts, a small map before and after, every group."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from desk.changes.as_text import NOTHING, span
from hooks.rendering import page_address
from hooks.views.standing import status_counts
from validate.safe_text import markdown_text
from validate.status import Status
from validate.words import commas, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.changes.groups import Group
    from desk.changes.lines import Line
    from desk.changes.sides import Sides
    from validate.history.map_moves import CellMove, MapMove
    from validate.standing.tally import Tally

SYMBOLS = {
    Status.COMPLETE: "✓",
    Status.ON_TRACK: "►",
    Status.AT_RISK: "△",
    Status.OFF_TRACK: "◇",
    Status.NOT_MET: "✕",
    Status.NOT_STARTED: "○",
    Status.DEFERRED: "»",
    Status.CANCELLED: "⊘",
    Status.NOT_REPORTED: "◌",
}
"""A sign for each status, of the same shape as on the site's pages."""

LISTED = 200
"""Lines of a group that are shown. GitHub refuses summaries of more than a megabyte."""

OPEN = 12
"""Where a group has more lines than this, they are folded away."""

NOT_PLANNED = "nothing planned"


def render_markdown(sides: Sides, found: tuple[Group, ...], map_: MapMove, goals: str, site: str) -> str:
    """Return what changed as Markdown. `site` is the address of the public site, for links; empty for none."""
    blocks = [f"## {markdown_text(span(sides))}"]
    if sides.doubt:
        blocks.append(markdown_text(sides.doubt))
    if not found:
        return "\n\n".join([*blocks, NOTHING]) + "\n"
    blocks.append("\n".join(f"- {group.counted}" for group in found))
    blocks.append("\n".join(_map(map_, goals)))
    blocks += ["\n".join(_group(group, site)) for group in found]
    return "\n\n".join(blocks) + "\n"


def _map(map_: MapMove, goals: str) -> Iterator[str]:
    rows = map_.changed_rows
    if not rows:
        yield "No cell of the map changed."
        return
    columns = [*map_.years, goals]
    yield "### The map before and after"
    yield ""
    yield f"| | {' | '.join(map(markdown_text, columns))} |"
    yield f"| --- |{' --- |' * len(columns)}"
    for row in rows:
        title = markdown_text(f"{row.pillar.id} {row.pillar.record.title}")
        yield f"| **{title}** | {' | '.join(map(_cell, row.cells))} |"
    left = len(map_.rows) - len(rows)
    if left:
        yield ""
        yield f"{count(left, 'row')} without a change left out."


def _cell(cell: CellMove) -> str:
    """Return a cell as it was and as it is, or once where it did not change."""
    before, after = _tally(cell.before), _tally(cell.after)
    return f"{before}<br>→ **{after}**" if cell.is_changed else after


def _tally(tally: Tally | None) -> str:
    if not tally:
        return NOT_PLANNED
    counts = status_counts(tally)
    return commas(f"{SYMBOLS[Status(status.code)]} {status.count} {status.word.lower()}" for status in counts)


def _group(group: Group, site: str) -> Iterator[str]:
    yield f"### {group.heading}"
    yield ""
    is_folded = len(group.lines) > OPEN
    if is_folded:
        yield f"<details><summary>{group.counted}</summary>\n"
    for line in group.lines[:LISTED]:
        yield from _line(line, site)
    if left := len(group.lines[LISTED:]):
        yield f"\nThe first {LISTED} are shown here; {left:,} more are not."
    if is_folded:
        yield "\n</details>"


def _line(line: Line, site: str) -> Iterator[str]:
    title = f"**{markdown_text(line.title)}**"
    if site and line.page:
        title = f"[{title}]({address(site, line.page)})"
    yield f"- {title}{f' ({markdown_text(line.id)})' if line.id else ''}"
    for detail in line.details:
        yield f"  - {markdown_text(detail)}"


def address(site: str, page: str) -> str:
    """Return the whole address of a place on the site, such as objectives/4.1.md#4.1/goal/three-schools."""
    path, mark, anchor = page.partition("#")
    return f"{site.rstrip('/')}/{quote(page_address(path))}{mark}{quote(anchor)}"
