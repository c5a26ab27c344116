"""Helps to find what to report on: offers what waits for a report, and looks for a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.asking import Choice
from desk.finding import matching
from desk.status.due import waiting
from hooks.views.items import NO_LEAD
from validate.nearest import did_you_mean
from validate.words import digits, one_or_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.asking import Conversation
    from desk.plan_on_day import PlanOnDay
    from validate.plan.pillars import Item
    from validate.plan.plan import Plan

MOST = 9
"""Actions and goals that are offered at once."""

QUESTION = "Which one? A number, or a few words to look for"
WITHOUT_LIST = "Which one? A few words to look for"
ABOUT = (
    "Type the number of an action or goal in the list, or its id, or some words that stand in it, such as two words "
    "of its text; whatever has all of them is listed. q leaves."
)


def offer_item(talk: Conversation, plan: Plan, on_day: PlanOnDay, role: str, words: str = "") -> Item:
    """Return the action or goal that somebody of this role chooses; `words` are what was said of it already."""
    by_id = {item.id: item for item in plan.items}
    offered = [] if words else _show_waiting(talk, plan, on_day, role)
    while True:
        answer = words or talk.line(QUESTION if offered else WITHOUT_LIST, about=ABOUT, needed=True)
        words = ""
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:6]) <= len(offered):
            return offered[int(answer) - 1]
        if answer in by_id:
            return by_id[answer]
        found = matching(plan, answer)
        if len(found) == 1:
            return found[0]
        if found:
            talk.say(f'These have "{answer}":')
            offered = _show(talk, [(item, "") for item in found])
        else:
            guess = did_you_mean(answer, by_id) or "."
            talk.say(f'Nothing has "{answer}"{guess} Try fewer or other words.')


def _show_waiting(talk: Conversation, plan: Plan, on_day: PlanOnDay, role: str) -> list[Item]:
    """List what waits for a report of the role, else what nobody leads; without a role of the trust, everything."""
    leads = role if role and not plan.roles[role].record.outside else ""
    found = _waiting(plan, on_day, leads)
    lead = f" (lead: {plan.roles[leads].record.name})" if leads else ""
    talk.say()
    if leads and not found:
        talk.say(f"Nothing waits for a report{lead}.")
        found = _waiting(plan, on_day, NO_LEAD)
        lead = ", and nobody is named who leads them" if found else ""
    if found:
        talk.say(f"These wait for a report{lead}:")
    elif not leads:
        talk.say("Nothing waits for a report.")
    return _show(talk, found)


def _waiting(plan: Plan, on_day: PlanOnDay, leads: str) -> list[tuple[Item, str]]:
    """Return what waits for a report, each with the reason; where a role is named, what it leads."""
    by_id = {item.id: item for item in plan.items}
    found = waiting(on_day, leads or None).items
    return [(by_id[wait.due.id], wait.why) for wait in found if wait.due.id in by_id]


def _show(talk: Conversation, items: Sequence[tuple[Item, str]]) -> list[Item]:
    """List the first of them with numbers, and return those."""
    first = items[:MOST]
    talk.show([Choice(item.id, f"{item.text} ({why})" if why else item.text) for item, why in first])
    if len(items) > MOST:
        more = len(items) - MOST
        talk.say(f"There {one_or_many(more, 'is', 'are')} {digits(more)} more. More words find fewer.")
    return [item for item, _ in first]
