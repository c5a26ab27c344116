"""`trustplan board-pack`: one document for a board's meeting, as HTML and as PDF."""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desk.options import add_root, day
from desk.plan_on_day import plan_on_day
from desk.printing import CannotPrint, find_browser, print_pdf
from desk.site_address import site_address
from desk.surroundings import COULD_NOT_RUN, DONE, REFUSED, CannotRun
from hooks.board_pack import board_pack
from hooks.context import site_context
from hooks.editing import Editing
from hooks.leaks import find_leaks
from hooks.own_words import without_own_words
from validate.academic import year_holding
from validate.layout import EVIDENCE_FOLDER
from validate.records.base import Audience
from validate.words import commas, count, one_or_many
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desk.plan_on_day import PlanOnDay
    from desk.surroundings import Surroundings
    from hooks.context import SiteContext
    from validate.cli import Commands

DESCRIPTION = (
    "Make one document for a board's meeting: the plan at a glance, what moved, what is late or not reported, measures "
    "off target, joining and capacity, levels of support and market tests. It is written as HTML and as PDF."
)
FOLDER = "board-pack"
TEMPLATES = Path(__file__).parents[2] / "site_overrides"


def add(commands: Commands) -> None:
    """Add the command that makes a board pack."""
    pack = commands.add_parser("board-pack", description=DESCRIPTION)
    pack.add_argument(
        "--since",
        type=day,
        metavar="YYYY-MM-DD",
        help="show what moved after this day, else what moved since the last day before the present term",
    )
    pack.add_argument(
        "--as-at",
        "--until",
        type=day,
        dest="as_at",
        metavar="YYYY-MM-DD",
        help="show the plan as it stood on this day, else on plan.yml's own",
    )
    pack.add_argument(
        "--audience",
        choices=[audience.value for audience in Audience],
        default=Audience.TRUSTEES.value,
        help="trustees, or public: without anything that is kept from the public",
    )
    pack.add_argument(
        "--out", type=Path, metavar="FOLDER", help=f"where to write it, else into {FOLDER}/ in the folder of the plan"
    )
    pack.add_argument(
        "--pdf",
        action=argparse.BooleanOptionalAction,
        help="insist on a PDF, or leave it out; else one is made where a Chromium is installed",
    )
    pack.add_argument(
        "--site", type=_address, metavar="URL", help="the address of the plan's site, else site_url in mkdocs.yml"
    )
    add_root(pack)
    pack.set_defaults(run=run)


def run(options: argparse.Namespace, surroundings: Surroundings) -> int:
    """Write the pack and say where it is."""
    on_day = plan_on_day(options.root, options.as_at, surroundings.today)
    if on_day.outcome.errors:
        errors = count(on_day.outcome.errors, "error")
        which = one_or_many(on_day.outcome.errors, "it", "them")
        print(f"The plan has {errors}, so no board pack was made. To see {which}: trustplan check", file=sys.stderr)
        return REFUSED
    site = options.site or site_address(options.root)
    context = site_context(on_day.outcome, on_day.as_at, Audience(options.audience), Editing(site_url=site))
    html = board_pack(context, _since(options.since, on_day), TEMPLATES)
    if leaks := _leaks(html, context, options.root):
        print(f"The pack would have held what is kept from the public, so none was made: {leaks}", file=sys.stderr)
        return REFUSED
    page = _write(html, options.out or options.root / FOLDER, context)
    print(f"The board pack is in {page}")
    if options.pdf is False:
        _remove_older(page.with_suffix(".pdf"))
        return DONE
    return _print(page, surroundings.environment, insist=bool(options.pdf))


def _address(text: str) -> str:
    """Return the address that an option names."""
    if not text.startswith(("https://", "http://")):
        raise argparse.ArgumentTypeError(f'"{text}" is not an address such as https://plan.example.org/')
    return text


def _since(wished: date | None, on_day: PlanOnDay) -> date:
    """Return the day to look back to: the one named, or the last one before the term of the plan's day."""
    as_at, begins = on_day.as_at, on_day.plan.years[0].starts
    if as_at < begins:
        raise CannotRun(f"The plan begins on {in_words(begins)}, so there is nothing to show for {in_words(as_at)}.")
    if wished is None:
        terms = year_holding(as_at, on_day.plan.years[0]).terms
        return next(term.starts for term in reversed(terms) if term.starts <= as_at) - timedelta(days=1)
    if wished >= as_at:
        raise CannotRun(
            f"The plan is shown for {in_words(as_at)}, so --since must name an earlier day than {in_words(wished)}."
        )
    return wished


def _leaks(html: str, context: SiteContext, root: Path) -> str:
    """Return where the plan's files keep what a public pack holds; nothing where all is well, as it should be."""
    if not context.is_public:
        return ""
    kept = without_own_words(context.withheld, TEMPLATES, ())
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pack.html").write_text(html, encoding="utf-8")
        return commas(sorted({leak.what for leak in find_leaks(Path(folder), kept, root / EVIDENCE_FOLDER)}))


def _write(html: str, folder: Path, context: SiteContext) -> Path:
    """Write the HTML under a name that tells day and audience, and return its path."""
    if folder.exists() and not folder.is_dir():
        raise CannotRun(f"{folder} is not a folder, so nothing can be written into it. Name another one with --out.")
    page = folder / f"board-pack-{context.as_at}{'-public' if context.is_public else ''}.html"
    draft = page.with_name(f".{page.name}.draft")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_text(html, encoding="utf-8", newline="\n")
        draft.replace(page)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        reason = (error.strerror or str(error)).lower()
        raise CannotRun(f"{page} cannot be written ({reason}). Name another folder with --out.") from None
    return page


def _remove_older(pdf: Path) -> None:
    """Take away a PDF that tells of another state than the pack beside it, and say so."""
    if not pdf.is_file():
        return
    try:
        pdf.unlink()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotRun(f"{pdf} is of an older pack and cannot be removed ({reason}). Remove it yourself.") from None
    print(f"Removed, because it was of an older pack: {pdf}")


def _print(page: Path, environment: Mapping[str, str], *, insist: bool) -> int:
    """Print the pack as a PDF beside it; where that cannot be done, say so, and fail only if it was asked for."""
    pdf = page.with_suffix(".pdf")
    try:
        print_pdf(find_browser(environment), page, pdf)
    except CannotPrint as error:
        _remove_older(pdf)
        print(f"There is no PDF. {error}", file=sys.stderr)
        return COULD_NOT_RUN if insist else DONE
    print(f"As a PDF: {pdf}")
    return DONE
