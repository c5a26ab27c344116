"""Finds what a name stands for in a plan, and says what there is where it stands for nothing."""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from desk.explain.item import explain_at_school
from desk.explain.names import kinds
from desk.sheet import BLANK, Line
from desk.surroundings import CannotRun
from validate.catalogue import CODES
from validate.plan.pillars import Action
from validate.words import listed, short, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desk.explain.names import Explain, Kind
    from desk.plan_on_day import PlanOnDay

PROBLEMS = "problems/"
"""May stand before the code of a problem."""

HOW_TO_LIST = "To see what can be explained: trustplan explain"
MOST_SUGGESTED = 3


def problem_code(name: str) -> str | None:
    """Return the problem code that a name stands for, or nothing."""
    code = name.removeprefix(PROBLEMS)
    return code if code in CODES else None


def explained(name: str, on_day: PlanOnDay) -> Iterator[Line]:
    """Return the explanation of what has this name in the plan, or the list of what is of this kind."""
    known = kinds(on_day)
    wanted = name.strip().rstrip("/")
    if kind := next((kind for kind in known if kind.code == wanted), None):
        return list_of(kind)
    names = {entry.id: entry.explain for kind in known for entry in kind.names}
    longer = [f"{kind.code}/{wanted}" for kind in known if kind.has_own_ids]
    meant = [wanted] if wanted in names else [full for full in longer if full in names]
    if len(meant) == 1:
        return names[meant[0]]()
    if meant:
        raise CannotRun(f'"{short(name)}" is the name of more than one thing. Write {listed(meant, "or")}.')
    if at_school := _at_school(wanted, on_day):
        return at_school()
    if wanted in on_day.plan.roles and not on_day.plan.roles[wanted].record.outside:
        raise CannotRun(f'"{wanted}" is a role. To see what waits for it: trustplan status --role {wanted}')
    suggested = _suggested(wanted, [*(entry.id for kind in known for entry in kind.listed), *CODES])
    raise CannotRun(f'Nothing in this plan is called "{short(name)}".{suggested}')


def all_kinds(on_day: PlanOnDay) -> Iterator[Line]:
    """Yield what can be explained, kind by kind, with an example of each."""
    yield Line("What can be explained")
    yield BLANK
    for kind in kinds(on_day):
        about = f" ({kind.about})" if kind.about else ""
        yield Line(f"{kind.code}{about}: {len(kind.listed)}, such as {kind.listed[0].id}", 1)
    yield BLANK
    yield Line("To list one kind: trustplan explain schools")
    yield Line("To explain one thing: trustplan explain ID")
    yield Line("An action at one school: the action's id, a slash and the school's id")


def list_of(kind: Kind) -> Iterator[Line]:
    """Yield the name of everything of a kind, with its words."""
    yield Line(f"{upper_first(kind.code)}{f' ({kind.about})' if kind.about else ''}: {len(kind.listed)}")
    yield BLANK
    for entry in kind.listed:
        yield Line(f"{entry.id}: {entry.words}", 1)


def _at_school(name: str, on_day: PlanOnDay) -> Explain | None:
    """Return what explains an action at one school, if that is what is named."""
    item_id, _, school_id = name.rpartition("/")
    standing = on_day.progress.standings.get(item_id)
    parts = standing.schools if standing else ()
    school = next((part.school for part in parts if part.school and part.school.id == school_id), None)
    if standing and school and isinstance(standing.item, Action):
        return partial(explain_at_school, standing.item, school, on_day.progress)
    return None


def _suggested(name: str, known: Sequence[str]) -> str:
    """Return the names most like this one, as a question; those that hold it as a whole come first."""
    wanted = name.casefold()[:100]
    names = [full for full in known if wanted in full.rpartition("/")[2].casefold()] if len(wanted) > 2 else []
    names += get_close_matches(wanted, known, n=MOST_SUGGESTED, cutoff=0.75)
    found = list(dict.fromkeys(names))[:MOST_SUGGESTED]
    guess = f" Did you mean {listed(found, 'or')}?" if found else ""
    return f"{guess} {HOW_TO_LIST}"
