"""How the status of a cell, an objective or a pillar came about, by the published rules of a roll-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.amendments import explain_amendments
from desk.sheet import BLANK, Line
from hooks.views.amendments import amendments_about
from hooks.views.cells import cells, goals_cell, milestone_cell
from hooks.views.items import standing_status
from hooks.views.standing import group_status, status_counts, why_group
from validate.status import WORST_FIRST, Focus
from validate.words import commas, count, day, its, name_in_words, sentence, singular, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desk.plan_on_day import PlanOnDay
    from hooks.views.cells import CellView
    from validate.plan.pillars import Item, Milestone, Objective, Pillar
    from validate.standing.tally import Tally

BLANKS = {
    Focus.NOT_A_FOCUS.value: "The plan says that this objective is not a focus in that year, so there is no status.",
    Focus.NOTHING_PUBLISHED.value: "The plan is blank here, so there is no status. "
    "A blank is never shown as good or bad.",
    "none": "The plan sets no goals here.",
}
"""What is said of a cell without actions or goals."""


def explain_milestone(milestone: Milestone, objective: Objective, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield how the status of an objective's year came about."""
    yield Line(milestone.id)
    yield Line(f"The actions of {milestone.year.id} in the objective {objective.id} {sentence(objective.record.title)}")
    yield BLANK
    yield from _cell(milestone_cell(milestone, on_day.progress), milestone.actions, on_day)


def explain_goals(objective: Objective, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield how the status of an objective's goals came about."""
    yield Line(f"{objective.id}/goal")
    goals = f"The goals ({on_day.plan.record.wording.goal})"
    yield Line(f"{goals} of the objective {objective.id} {sentence(objective.record.title)}")
    yield BLANK
    yield from _cell(goals_cell(objective, on_day.progress), objective.goals, on_day)


def explain_objective(objective: Objective, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield where an objective stands, year by year."""
    lead = f"Lead: {objective.lead.record.name}." if objective.lead else "The plan names no lead."
    yield Line(f"{objective.id} {objective.record.title}")
    yield Line(sentence(objective.record.objective))
    yield Line(lead)
    yield from explain_amendments(amendments_about(on_day.plan, objective.id, on_day.as_at))
    yield BLANK
    yield from _whole(objective.actions, objective.goals, on_day)
    yield Line("Year by year")
    for cell in cells(objective, on_day.progress):
        yield Line(f"{objective.id}/{cell.key}: {_in_short(cell)}", 1)
    yield BLANK
    yield from _rule()


def explain_pillar(pillar: Pillar, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield where a pillar stands, objective by objective."""
    yield Line(f"{upper_first(on_day.plan.record.wording.pillar)} {pillar.id} {pillar.record.title}")
    yield Line(sentence(pillar.record.aim))
    yield BLANK
    actions = [action for objective in pillar.objectives for action in objective.actions]
    goals = [goal for objective in pillar.objectives for goal in objective.goals]
    yield from _whole(actions, goals, on_day)
    yield Line("Objectives, by their actions and goals")
    for objective in pillar.objectives:
        group = on_day.progress.of(objective.items)
        said = f"{group_status(group).word} ({_counts(group)})" if group.total else "no actions or goals"
        yield Line(f"{objective.id} {objective.record.title}: {said}", 1)
    yield BLANK
    yield from _rule()


def _whole(actions: Iterable[Item], goals: Iterable[Item], on_day: PlanOnDay) -> Iterator[Line]:
    yield Line(f"On {day(on_day.as_at)}")
    for name, items in (("Actions", actions), ("Goals", goals)):
        group = on_day.progress.of(items)
        if group.total:
            yield Line(f"{name}: {group_status(group).word}", 1)
            yield from _sums(group, singular(name).lower(), 2)
        else:
            yield Line(f"{name}: none.", 1)
    yield BLANK


def _cell(cell: CellView, items: Iterable[Item], on_day: PlanOnDay) -> Iterator[Line]:
    if cell.tally is None:
        yield Line(BLANKS[cell.focus])
        return
    yield Line(f"On {day(on_day.as_at)}: {group_status(cell.tally).word}")
    yield Line(upper_first(sentence(why_group(cell.tally))), 1)
    yield from _sums(cell.tally, "goal" if cell.key == "goal" else "action", 1)
    yield BLANK
    yield Line("What it is made of")
    for item in items:
        standing = on_day.progress.standings[item.id]
        yield Line(f"{item.id}: {standing_status(standing).word}", 1)
        yield Line(sentence(item.text), 2)
    yield Line("The reports and the evidence of each: trustplan explain, and its name", 1)
    yield BLANK
    yield from _rule()


def _sums(group: Tally, one: str, level: int) -> Iterator[Line]:
    yield Line(f"{count(group.total, one)}: {_counts(group)}.", level)
    if group.percent is not None:
        yield Line(f"{group.percent}% complete: {group.complete} of the {group.counted} that count.", level)
    if group.overdue:
        yield Line(f"{group.overdue} past {its(group.overdue)} date.", level)
    if group.stale:
        yield Line(f"{group.stale} with a report that has grown old.", level)


def _counts(group: Tally) -> str:
    return commas(f"{status.count} {status.word.lower()}" for status in status_counts(group))


def _in_short(cell: CellView) -> str:
    if cell.tally is None:
        return {"none": "no goals"}.get(cell.focus, name_in_words(cell.focus))
    return f"{group_status(cell.tally).word} ({_counts(cell.tally)})"


def _rule() -> Iterator[Line]:
    worst_first = commas(status.word.lower() for status in WORST_FIRST)
    yield Line("The rule")
    yield Line("If nothing has a status, the group is not reported. If everything is complete, it is complete.", 1)
    yield Line(f"Otherwise it has the worst status that was reported. From worst to best: {worst_first}.", 1)
    yield Line("Complete, deferred and cancelled are called partly so where they do not hold for all.", 1)
    yield Line("Percent complete leaves out what was cancelled or deferred away, and is rounded down.", 1)
