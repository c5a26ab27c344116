"""Finds an action or goal by its id or by a few words, and its place in its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desk.surroundings import CannotRun
from validate.nearest import did_you_mean
from validate.words import commas, short

if TYPE_CHECKING:
    from validate.pipeline import Outcome
    from validate.plan.pillars import Item, Objective
    from validate.plan.plan import Plan
    from validate.reading.yaml_tree import Path as Steps


def find_item(plan: Plan, outcome: Outcome, name: str) -> Item:
    """Return the action or goal of this id.

    Raises:
        CannotRun: if there is none, or there are two, with what was probably meant.

    """
    found = [item for item in plan.items if item.id == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise CannotRun(f'"{name}" is the id of {len(found)} actions or goals. Correct that first: trustplan check')
    refuse_conflicts(outcome)
    raise CannotRun(f"{_no_such_item(plan, name)}{_unread(outcome)}")


def matching(plan: Plan, words: str) -> tuple[Item, ...]:
    """Return the actions and goals that have all these words in their id, their text or their objective's title.

    A word may be the beginning of one there. Only where nothing has such words are they looked for inside words.
    """
    wanted = [re.escape(word) for word in words.casefold().split()]
    texts = [(item, _text(objective, item)) for objective in plan.objectives for item in objective.items]
    begun = tuple(item for item, text in texts if all(re.search(rf"(?<!\w){word}", text) for word in wanted))
    return begun or tuple(item for item, text in texts if all(re.search(word, text) for word in wanted))


def updates_path(item: Item) -> Steps:
    """Return where the item's reports stand in its file."""
    return (*item.path, "updates")


def refuse_conflicts(outcome: Outcome) -> None:
    """Stop where a file holds a merge that was left unfinished."""
    for problem in outcome.problems:
        if problem.code == "unfinished-merge":
            raise CannotRun(
                f"{problem.place.file} holds a merge that was left unfinished, on line {problem.place.line}. "
                "Choose between the two versions there, then run this again."
            )


def _text(objective: Objective, item: Item) -> str:
    return f"{item.id} {item.text} {objective.record.title}".casefold()


def _no_such_item(plan: Plan, name: str) -> str:
    start = f'"{short(name)}" is not the id of an action or goal of this plan'
    inside = [item.id for item in plan.items if item.id.startswith(f"{name}/")]
    if inside:
        return f"{start}, but of what holds some. Report on one of these: {commas(inside)}."
    guess = did_you_mean(name, [item.id for item in plan.items])
    if guess:
        return f"{start}{guess}"
    alike = [item.id for item in matching(plan, name.rsplit("/", 1)[-1].replace("-", " "))]
    return (
        f"{start}. These have such words: {commas(alike)}."
        if alike
        else f"{start}. To see them all: trustplan explain actions"
    )


def _unread(outcome: Outcome) -> str:
    lost = len(outcome.data_files) - len(outcome.loaded)
    shortcuts = any(problem.code == "link-in-folder" for problem in outcome.problems)
    if not lost and not shortcuts and not any(loaded.problems for loaded in outcome.loaded):
        return ""
    return " It may stand in a file, or in an entry, that cannot be read. To see: trustplan check"
