"""`trustplan changes`: what a change of the plan's files, or the time since a day, means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.changes.as_json import render_json
from desk.changes.as_markdown import render_markdown
from desk.changes.as_text import render_text, span
from desk.changes.groups import groups
from desk.changes.lines import amendment, subject_line
from desk.changes.lines_logs import past_changed
from desk.changes.sides import Asked, sides
from desk.options import add_as_at, add_root
from desk.surroundings import DONE, CannotRun
from desk.terminal import width_of
from validate.github import add_step_summary, way_from_top, workflow_command
from validate.history.comparison import compare
from validate.history.logs import is_logged
from validate.history.spoken import subject
from validate.records.base import Audience
from validate.safe_text import markdown_text
from validate.words import commas

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from desk.changes.sides import Sides
    from desk.surroundings import Surroundings
    from validate.cli import Commands
    from validate.history.comparison import Comparison
    from validate.plan.entry import Entry

DESCRIPTION = (
    "Show what changed in meaning: which actions and goals moved, what passed its date, what evidence was added, "
    "and, apart from that, every promise that was amended."
)
FORMATS = ("text", "markdown", "json", "github")


def add(commands: Commands) -> None:
    """Add the command that shows what changed."""
    changes = commands.add_parser("changes", description=DESCRIPTION)
    changes.add_argument(
        "--since", required=True, metavar="REF|DATE|TAG", help="a commit, branch, tag or day to compare with"
    )
    changes.add_argument("--until", metavar="REF|DATE|TAG", help="compare up to this, else up to the files here")
    add_as_at(changes)
    add_root(changes)
    changes.add_argument(
        "--format", choices=FORMATS, default="text", help="text for people, markdown, json, or github for its Actions"
    )
    changes.add_argument("--site", default="", metavar="URL", help="the address of the site, for links in Markdown")
    changes.add_argument(
        "--audience",
        choices=[audience.value for audience in Audience],
        default=Audience.TRUSTEES.value,
        help="whose view of the plan is compared: that of trustees, or of the public",
    )
    changes.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:
    """Print what changed."""
    asked = Asked(
        root=options.root,
        since=options.since,
        until=options.until,
        as_at=options.as_at,
        audience=Audience(options.audience),
        today=surroundings.today,
    )
    try:
        compared = sides(asked)
    except CannotRun as error:
        if options.format == "github":
            _summarise(f"{markdown_text(str(error))}\n", surroundings)
        raise
    found = compare(compared.before.progress, compared.after.progress)
    if compared.doubt:
        # What was not yet to be seen on the earlier day is no amendment; only what names its day is known to be new.
        dated = tuple(one for one in found.changed if one.was is None and is_logged(one.entry))
        found = replace(found, amended=(), promised=(), decisions_changed=(), entries_changed=(), changed=dated)
    print(_rendered(options, surroundings, compared, found), end="")
    return DONE


def _rendered(options: Namespace, surroundings: Surroundings, compared: Sides, found: Comparison) -> str:
    listed = groups(found, compared)
    match options.format:
        case "json":
            return render_json(compared, found)
        case "text":
            return render_text(compared, listed, width_of(surroundings.environment))
    goals = compared.after.progress.plan.record.wording.goal
    text = render_markdown(compared, listed, found.map, goals, options.site)
    if options.format == "markdown":
        return text
    _summarise(text, surroundings)
    prefix = way_from_top(options.root, surroundings.environment)
    counts = commas(group.counted for group in listed) or "nothing"
    return "\n".join([*_notices(found, prefix), f"{span(compared)}: {counts}."]) + "\n"


def _summarise(text: str, surroundings: Surroundings) -> None:
    try:
        add_step_summary(text, surroundings.environment)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotRun(f"The summary cannot be written ({reason}). See GITHUB_STEP_SUMMARY.") from None


def _notices(found: Comparison, prefix: str) -> Iterator[str]:
    """Yield a mark for every amendment of a promise, at the place of the promise, and for every past report changed."""
    for change in found.amended:
        words = f"{change.promise.name} ({change.id}). {amendment(change)}"
        yield _notice(change.promise.part, prefix, "Promise amended", words)
    for title, entries in (("report", found.reports_changed), ("entry", found.entries_changed)):
        for changed in entries:
            line = subject_line(subject(changed.held_by), [])
            words = f"{line.title} ({line.id}). {past_changed(changed)}"
            yield _notice(changed.entry, prefix, f"Past {title} changed", words)


def _notice(entry: Entry[Any], prefix: str, title: str, words: str) -> str:
    place = entry.place()
    return workflow_command("notice", {"file": f"{prefix}{place.file}", "line": str(place.line), "title": title}, words)
