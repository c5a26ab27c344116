"""Finds what a name stands for in a plan, and says what there is where it stands for nothing."""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from desk.explain.item import explain_at_school
from desk.explain.names import kinds, other_kinds
from desk.sheet import BLANK, Line
from desk.surroundings import CannotRun
from validate.catalogue import CODES
from validate.plan.pillars import Action
from validate.words import listed, name_in_words, short, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    wanted = name.strip().rstrip("/")
    own = kinds(on_day)
    if found := _found(wanted, own):
        return found
    if at_school := _at_school(wanted, on_day):
        return at_school()
    if wanted in on_day.plan.roles and not on_day.plan.roles[wanted].record.outside:
        raise CannotRun(f'"{wanted}" is a role. To see what waits for it: trustplan status --role {wanted}')
    others = other_kinds(on_day, own)
    if found := _found(wanted, others):
        return found
    like = _like(wanted, [*_listed(own), *CODES]) or _like(wanted, _listed(others))
    guess = f" Did you mean {listed(like, 'or')}?" if like else ""
    raise CannotRun(f'Nothing in this plan is called "{short(name)}".{guess} {HOW_TO_LIST}')


def _found(wanted: str, known: Sequence[Kind]) -> Iterator[Line] | None:
    """Return the explanation of what is called so among these kinds, or the list of one; nothing where none is."""
    if kind := next((kind for kind in known if kind.code == wanted), None):
        return list_of(kind)
    entries = [entry for kind in known for entry in kind.names]
    names = {entry.entry.full_name: entry.explain for entry in entries if entry.entry}
    names |= {entry.entry.file_path: entry.explain for entry in entries if entry.entry and not entry.entry.path}
    names |= {entry.id: entry.explain for entry in entries}
    longer = [f"{kind.code}/{wanted}" for kind in known if kind.has_own_ids]
    meant = [wanted] if wanted in names else [full for full in longer if full in names]
    if len(meant) > 1:
        raise CannotRun(f'"{short(wanted)}" is the name of more than one thing. Write {listed(meant, "or")}.')
    return names[meant[0]]() if meant else None


def _listed(known: Iterable[Kind]) -> list[str]:
    return [entry.id for kind in known for entry in kind.listed]


def all_kinds(on_day: PlanOnDay) -> Iterator[Line]:
    """Yield what can be explained, kind by kind, with an example of each."""
    own = kinds(on_day)
    yield Line("What can be explained")
    yield BLANK
    yield from map(_in_short, own)
    yield BLANK
    yield Line("Whatever else the plan's files say")
    yield BLANK
    yield from map(_in_short, other_kinds(on_day, own))
    yield BLANK
    yield Line("To list one kind: trustplan explain schools")
    yield Line("To explain one thing: trustplan explain ID")
    yield Line("An action at one school: the action's id, a slash and the school's id")


def _in_short(kind: Kind) -> Line:
    about = f" ({kind.about})" if kind.about else ""
    return Line(f"{kind.code}{about}: {len(kind.listed)}, such as {kind.listed[0].id}", 1)


def list_of(kind: Kind) -> Iterator[Line]:
    """Yield the name of everything of a kind, with its words."""
    yield Line(f"{upper_first(name_in_words(kind.code))}{f' ({kind.about})' if kind.about else ''}: {len(kind.listed)}")
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


def _like(name: str, known: Sequence[str]) -> list[str]:
    """Return the names most like this one; those that hold it as a whole come first."""
    wanted = name.casefold()[:100]
    names = [full for full in known if wanted in full.rpartition("/")[2].casefold()] if len(wanted) > 2 else []
    names += get_close_matches(wanted, known, n=MOST_SUGGESTED, cutoff=0.75)
    return list(dict.fromkeys(names))[:MOST_SUGGESTED]
