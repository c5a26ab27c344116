"""The files of a plan that has just been started: what is known, and nothing made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from desk.new.ids import slug_of, unused
from desk.writing.appending import with_new_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.init.answers import Answers

TERMS = (("autumn", "Autumn", "09-01"), ("spring", "Spring", "01-01"), ("summer", "Summer", "04-16"))
"""The terms that a new plan starts with, as id, name and first day; a trust puts its own in plan.yml."""


def plan_files(answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield each data file of the plan: its path from the root and its text."""
    yield "plan/plan.yml", with_new_file(_plan(answers))
    years = _years(answers)
    for number, pillar in enumerate(answers.pillars, start=1):
        home = f"plan/pillars/{_folder(str(number), pillar.title)}"
        record = {"id": str(number), "title": pillar.title, "aim": pillar.aim or pillar.title}
        yield f"{home}/pillar.yml", with_new_file(record)
        for place, title in enumerate(pillar.objectives, start=1):
            name = f"{number}.{place}"
            folder = f"{home}/{_folder(name, title)}"
            yield f"{folder}/objective.yml", with_new_file({"id": name, "title": title, "objective": title})
            for year in years:
                yield f"{folder}/{year}.yml", with_new_file({"focus": "nothing-published"})


def _plan(answers: Answers) -> dict[str, Any]:
    years = _years(answers)
    goal_date = answers.goal_date or date(int(years[-1][:4]) + 1, 8, 31)
    return {
        "title": answers.title,
        "trust": {"name": answers.trust, "opened": answers.opened},
        "years": years,
        "goal_date": goal_date,
        "terms": [{"id": term, "name": name, "starts": starts} for term, name, starts in TERMS],
        "roles": [{"id": role, "name": name} for role, name in roles_of(answers)],
        "wording": {"pillar": answers.pillar_word, "pillars": answers.plural},
    }


def _years(answers: Answers) -> list[str]:
    first = int(answers.first_year[:4])
    return [f"{year}-{(year + 1) % 100:02}" for year in range(first, first + answers.years)]


def _folder(number: str, title: str) -> str:
    return "-".join(filter(None, (number, slug_of(title))))


def roles_of(answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield the id and the name of each role."""
    taken: list[str] = []
    for name in answers.roles:
        taken.append(unused(slug_of(name) or "role", taken))
        yield taken[-1], name
