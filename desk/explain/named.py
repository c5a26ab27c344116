"""Finds what a name stands for in a plan and explains it: a promise, what promises add up to, a school, a measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from desk.explain.group import explain_goals, explain_milestone, explain_objective, explain_pillar
from desk.explain.item import explain_item
from desk.explain.measure import explain_measure
from desk.explain.school import explain_school
from desk.sheet import Line
from desk.surroundings import CannotRun
from hooks.views.numbers import listed
from validate.catalogue import CODES
from validate.progress.measures import measures_of
from validate.quoting import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.plan_on_day import PlanOnDay

Explain = Callable[[], Iterator[Line]]

SCHOOLS, MEASURES, PROBLEMS = "schools/", "measures/", "problems/"
"""What may stand before an id to say what it is of."""

MOST_SUGGESTED = 3


def problem_code(name: str) -> str | None:
    """Return the problem code that a name stands for, or nothing."""
    code = name.removeprefix(PROBLEMS)
    return code if code in CODES else None


def explained(name: str, on_day: PlanOnDay) -> Iterator[Line]:
    """Return the explanation of what has this name in the plan."""
    known = dict(_names(on_day))
    meant = [full for full in (name, SCHOOLS + name, MEASURES + name) if full in known]
    if len(meant) == 1:
        return known[meant[0]]()
    if meant:
        raise CannotRun(f'"{short(name)}" is the name of more than one thing. Write {listed(meant, "or")}.')
    raise CannotRun(f'Nothing in this plan is called "{short(name)}".{_suggested(name, [*known, *CODES])}')


def _names(on_day: PlanOnDay) -> Iterator[tuple[str, Explain]]:
    plan = on_day.plan
    for pillar in plan.pillars:
        yield pillar.id, partial(explain_pillar, pillar, on_day)
    for objective in plan.objectives:
        yield objective.id, partial(explain_objective, objective, on_day)
        yield f"{objective.id}/goal", partial(explain_goals, objective, on_day)
        for milestone in objective.milestones:
            yield milestone.id, partial(explain_milestone, milestone, objective, on_day)
        for item in objective.items:
            yield item.id, partial(explain_item, item, objective, on_day.progress)
    for school in plan.schools:
        yield f"{SCHOOLS}{school.id}", partial(explain_school, school, on_day)
    for measured in measures_of(plan):
        yield f"{MEASURES}{measured.id}", partial(explain_measure, measured, on_day)


def _suggested(name: str, known: Sequence[str]) -> str:
    """Return the names most like this one, as a question; those that hold it as a whole come first."""
    wanted = name.casefold()[:100]
    names = [full for full in known if wanted in full.rpartition("/")[2].casefold()] if len(wanted) > 2 else []
    names += get_close_matches(wanted, known, n=MOST_SUGGESTED, cutoff=0.75)
    found = list(dict.fromkeys(names))[:MOST_SUGGESTED]
    return f" Did you mean {listed(found, 'or')}?" if found else " To see what waits for a report: trustplan status"
