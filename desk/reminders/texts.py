"""Reminders: for each role one text, to be kept as an issue on the Git host, that lists what waits for its report.

The first line is hidden from readers and names the role, so that the issue of the week before is found again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from desk.due import NO_LEAD_NAME, due_items
from desk.due_text import counts_in_words
from hooks.filters import count, day, sentence, upper_first
from hooks.rendering import page_address
from hooks.views.items import NO_LEAD
from hooks.views.kept import TRUSTEES_ONLY
from hooks.views.standing import objective_page
from validate.pipeline import outcome_seen
from validate.records.base import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desk.due import DueItem
    from desk.plan_on_day import PlanOnDay

NOBODY = "_no-lead"
"""Stands in the marker for what nobody leads; no role can have this id."""

MOST_LISTED = 50
"""Entries of a list. Git hosts refuse texts that are much longer, and people do not read them."""

HOW_TO_REPORT = "how-to-report.md"
"""The page of the site that shows how to report, if the plan has it."""

LEAVES = "An entry leaves this list when its report is part of the plan; ticking its box alone changes nothing."

SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
CALLS = re.compile(r"[@#]")
"""Marks by which Git hosts call people and link to issues."""


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
    public: frozenset[str]
    """The ids of what is shown there."""
    has_how_to_report: bool
    """Whether the site has the page that shows how to report."""

    def link(self, due: DueItem) -> str:
        """Return the id with a link to its page, where that can be opened."""
        name = f"`{due.item.id}`"
        if not self.site or due.item.id not in self.public:
            return name
        return f"[{name}]({self.site}/{page_address(objective_page(due.item.objective_id))}#{due.item.id})"


def reader_of(on_day: PlanOnDay, root: Path, site: str) -> Reader:
    """Return what readers can open of the public site of the plan in this folder."""
    public = outcome_seen(on_day.outcome, Audience.PUBLIC, on_day.as_at).plan
    return Reader(
        site=site.rstrip("/"),
        public=frozenset(item.id for item in public.items),
        has_how_to_report=bool(site) and (root / "plan" / HOW_TO_REPORT).is_file(),
    )


def reminders(on_day: PlanOnDay, reader: Reader, role: str | None = None) -> tuple[Reminder, ...]:
    """Return the reminder of each role of the plan, or of one role alone; what nobody leads comes last."""
    names = {found.id: found.name for found in on_day.plan.roles.values() if not found.outside}
    wanted = {**names, NO_LEAD: NO_LEAD_NAME} if role is None else {role: names[role]}
    found = due_items(on_day.plan, on_day.progress)
    return tuple(
        _reminder(on_day, reader, known, name, [due for due in found if due.lead_id == known])
        for known, name in wanted.items()
    )


def _reminder(on_day: PlanOnDay, reader: Reader, role: str, name: str, found: Sequence[DueItem]) -> Reminder:
    whose = "without a lead" if role == NO_LEAD else f"led by the role “{_plain(name)}”"
    as_at = f"as at {day(on_day.as_at)}"
    if found:
        many = count(len(found), "action or goal", "actions and goals")
        waits = f"{many} {whose} {'waits' if len(found) == 1 else 'wait'} for a report {as_at}"
        parts = [f"{waits}: {counts_in_words(found)}.", LEAVES, *_lists(reader, role, found), *_how(reader, found[0])]
    else:
        parts = [f"No action or goal {whose} waits for a report {as_at}. This reminder is closed until one does."]
    return Reminder(
        role=NOBODY if role == NO_LEAD else role,
        title=f"Reports wait: {name}",
        text="\n\n".join(parts),
        is_due=bool(found),
    )


def _lists(reader: Reader, role: str, found: Sequence[DueItem]) -> Iterator[str]:
    for kind, group in groupby(found[:MOST_LISTED], key=lambda due: due.kind):
        yield f"### {kind.heading}"
        yield "\n".join(_entry(reader, due) for due in group)
    more = len(found) - MOST_LISTED
    if more > 0:
        command = "trustplan status" if role == NO_LEAD else f"trustplan status --role {role}"
        yield f"{more} more wait besides these. `{command}` lists all of them."


def _entry(reader: Reader, due: DueItem) -> str:
    kept = "" if due.item.id in reader.public else f" ({TRUSTEES_ONLY.lower()})"
    why = f"{upper_first(due.why)}."
    return f"- [ ] {reader.link(due)}{kept}: {_plain(sentence(due.item.text))} {_plain(why)}"


def _how(reader: Reader, first: DueItem) -> Iterator[str]:
    page = f" [How to report]({reader.site}/{page_address(HOW_TO_REPORT)}) shows each step."
    where = "open its page by the link above" if reader.site else "open its page on the plan's website"
    yield "### How to report"
    yield (
        f"- In the browser: {where} and choose “Report progress”.{page if reader.has_how_to_report else ''}\n"
        f"- On the command line: `trustplan report {first.item.id}` asks for the rest."
    )


def _plain(text: str) -> str:
    """Return text that a Git host shows as it is, calling nobody and linking nowhere."""
    return CALLS.sub(r"\g<0><!-- -->", SPECIAL.sub(r"\\\g<0>", text))
