"""Reminders: for each role one text, to be kept as an issue on the Git host, that lists what waits.

The first line is hidden from readers and names the role, so that the issue of the week before is found again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from desk.status.due import waiting
from desk.status.text import counts_in_words, dates_in_words
from hooks.rendering import page_address
from hooks.views.dates import page_of
from hooks.views.items import NO_LEAD
from hooks.views.kept import TRUSTEES_ONLY
from validate.pipeline import outcome_seen
from validate.records.base import Audience
from validate.standing.deadlines.everything import dates
from validate.words import count, day, one_or_many, sentence, short, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from desk.plan_on_day import PlanOnDay
    from desk.status.due import Wait
    from validate.standing.deadlines.due import Due

NOBODY = "_no-lead"
"""Stands in the marker for what nobody leads; no role can have this id."""

MOST_LISTED = 50
"""Entries of a list. People do not read more."""

LONGEST = 50_000
"""Characters of all entries together. GitHub refuses a text of more than 65,536."""

MARKER = re.compile(rf"<!-- trustplan-reminder: (?:{NOBODY}|[a-z0-9-]+) -->")
"""The first line of each issue, by which it is found again."""

INDEX = "reminders.tsv"
"""The list of the reminders in a folder: what to do, role, title and file of each, with tabs between them."""

HOW_TO_REPORT = "how-to-report.md"
"""The page of the site that shows how to report, if the plan has it."""

LEAVES = "An entry leaves this list when its report is part of the plan; ticking its box alone changes nothing."

SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
CALLS = re.compile(r"[@#]|[!$%](?=\w)|\bGH(?=-\d)")
"""Marks by which Git hosts call people and link to issues, merge requests, snippets and the like."""
UNSEEN = "&#8203;"
"""A space without width. After such a mark it keeps both GitHub and GitLab from taking it for one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reminder:
    """What one role is to be reminded of."""

    role: str
    """The role's id, or NOBODY."""
    title: str
    text: str
    """What it says, in Markdown."""
    is_due: bool
    """Whether anything waits; otherwise its issue is to be closed."""

    @property
    def marker(self) -> str:
        """The line by which its issue is found again."""
        return f"<!-- trustplan-reminder: {self.role} -->"

    @property
    def body(self) -> str:
        """The whole text of its issue."""
        return f"{self.marker}\n\n{self.text}\n"

    @property
    def action(self) -> str:
        """What is to be done with its issue: `open` or bring up to date, or `close`."""
        return "open" if self.is_due else "close"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """What the readers of reminders can open."""

    site: str
    """The address of the published site without its last slash; empty where it is not known."""
    public: frozenset[tuple[str, date]]
    """The id and the date of what is shown there."""
    has_how_to_report: bool
    """Whether the site has the page that shows how to report."""

    def sees(self, due: Due) -> bool:
        """Tell whether the published site shows it, with the same date."""
        return (due.id, due.due) in self.public

    def link(self, due: Due) -> str:
        """Return the id with a link to its page, where that can be opened."""
        name = f"`{due.id}`"
        if not self.site or not self.sees(due):
            return name
        page, _, place = page_of(due).partition("#")
        return f"[{name}]({self.site}/{page_address(page)}#{place})"


def reader_of(on_day: PlanOnDay, root: Path, site: str) -> Reader:
    """Return what readers can open of the public site of the plan in this folder."""
    public = outcome_seen(on_day.outcome, Audience.PUBLIC, on_day.as_at).plan
    items = on_day.progress.standings
    known = [(item.id, items[item.id].due) for item in public.items if item.id in items]
    known += [(found.id, found.due) for found in dates(public, on_day.as_at) if found.due]
    return Reader(
        site=site.rstrip("/"),
        public=frozenset(known),
        has_how_to_report=bool(site) and (root / "plan" / HOW_TO_REPORT).is_file(),
    )


def reminders(on_day: PlanOnDay, reader: Reader, role: str | None = None) -> tuple[Reminder, ...]:
    """Return the reminder of each role of the plan, or of one role alone; what nobody leads comes last."""
    waits, outside = waiting(on_day), {known.id for known in on_day.plan.roles.values() if known.record.outside}
    every = {known: name for known, name in waits.names.items() if known not in outside}
    wanted = every if role is None else {role: every[role]}
    return tuple(_reminder(on_day, reader, known, name, waits.of(known)) for known, name in wanted.items())


def _reminder(on_day: PlanOnDay, reader: Reader, role: str, name: str, found: Sequence[Wait]) -> Reminder:
    as_at = f"as at {day(on_day.as_at)}"
    if found:
        parts = [_sentence(role, name, found, as_at), LEAVES, *_lists(reader, role, found), *_how(reader, found)]
    else:
        whose = "without a lead" if role == NO_LEAD else f"of the role “{_plain(name)}”"
        parts = [f"Nothing {whose} waits {as_at}. This reminder is closed; a new one opens when something does."]
    return Reminder(
        role=NOBODY if role == NO_LEAD else role,
        title=f"Reports wait: {short(name)}",
        text="\n\n".join(parts),
        is_due=bool(found),
    )


def _sentence(role: str, name: str, found: Sequence[Wait], as_at: str) -> str:
    items = [wait for wait in found if wait.item]
    other = [wait for wait in found if not wait.item]
    passed = dates_in_words(other)
    if not items:
        whose = "for which no role is named" if role == NO_LEAD else f"that the role “{_plain(name)}” answers for"
        return f"Of the dates {whose}, {passed} {as_at}."
    whose = "without a lead" if role == NO_LEAD else f"led by the role “{_plain(name)}”"
    many = f"{count(len(items), 'action or goal', 'actions and goals')} {whose}"
    waits = f"{many} {one_or_many(len(items), 'waits', 'wait')} for a report {as_at}: {counts_in_words(items)}."
    besides = "for which no role is named" if role == NO_LEAD else "that it answers for"
    return f"{waits} Besides, of the other dates {besides}, {passed}." if other else waits


def _lists(reader: Reader, role: str, found: Sequence[Wait]) -> Iterator[str]:
    shown = _that_fit(reader, found)
    for kind, group in groupby(shown, key=lambda entry: entry[0].kind):
        yield f"### {kind.heading}"
        yield "\n".join(text for _, text in group)
    more = len(found) - len(shown)
    if more > 0:
        command = "trustplan status" if role == NO_LEAD else f"trustplan status --role {role}"
        yield f"{count(more, 'more waits', 'more wait')} besides these. `{command}` lists all of them."


def _that_fit(reader: Reader, found: Sequence[Wait]) -> list[tuple[Wait, str]]:
    """Return the first entries with their texts, as many as an issue can hold."""
    entries = [(wait, _entry(reader, wait)) for wait in found[:MOST_LISTED]]
    lengths = accumulate(len(text) for _, text in entries)
    return [entry for entry, length in zip(entries, lengths, strict=True) if length <= LONGEST]


def _entry(reader: Reader, wait: Wait) -> str:
    due = wait.due
    kept = "" if reader.sees(due) else f" ({TRUSTEES_ONLY.lower()})"
    why = f"{upper_first(wait.why)}."
    file = "" if wait.item else f" To be recorded in `{due.about.file_path}`."
    return f"- [ ] {reader.link(due)}{kept}: {_plain(sentence(due.text))} {_plain(why)}{file}"


def _how(reader: Reader, found: Sequence[Wait]) -> Iterator[str]:
    page = f" [How to report]({reader.site}/{page_address(HOW_TO_REPORT)}) shows each step."
    where = "open its page by the link above" if reader.site else "open its page on the plan's website"
    item = next((wait.item for wait in found if wait.item), None)
    lines = []
    if item:
        lines = [
            f"- In the browser: {where} and choose “Report progress”.{page if reader.has_how_to_report else ''}",
            f"- On the command line: `trustplan report {item.id}` asks for the rest.",
        ]
    if not all(wait.item for wait in found):
        lines.append("- Where a file is named: say in it what was done and when, in a form under `edit/` or by hand.")
    yield "### How to report"
    yield "\n".join(lines)


def _plain(text: str) -> str:
    """Return text that a Git host shows as it is, calling nobody and linking nowhere."""
    return CALLS.sub(rf"\g<0>{UNSEEN}", SPECIAL.sub(r"\\\g<0>", text))
