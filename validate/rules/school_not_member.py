"""Schools are only reported on for days on which they were in the trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.plan_time import time_of_updates
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.schools import School
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report what updates say of schools that were not in the trust on the update's date."""
    first, last = time_of_updates(scene)
    schools = {school.id: school for school in scene.plan.schools if school.loaded.is_whole("membership")}
    for _, update in scene.updates:
        for report in update.schools if first <= update.record.date <= last else ():
            school = schools.get(report.record.school)
            if school and not school.belongs_on(update.record.date):
                yield Problem(
                    code="school-not-member",
                    place=report.place("school"),
                    message=f"{school.record.name} was not in the trust on {in_words(update.record.date)}, the date of this update; "
                    f"{_membership(school, update.record.date)}",
                    cure="Correct the school or the date, or remove what is said of it; "
                    f"if the dates of membership are wrong, correct them in {school.file_path}.",
                )


def _membership(school: School, day: date) -> str:
    """Say what is known of the time that the school spent in the trust."""
    joined = next((m.record.joined for m in school.membership if m.record.joined > day), None)
    left = next((m.record.left for m in reversed(school.membership) if m.record.left and m.record.left <= day), None)
    said = [f"left on {in_words(left)}"] if left else []
    said += [f"joined {'again ' if left else ''}on {in_words(joined)}"] if joined else []
    return f"it {' and '.join(said) or 'has not joined'}"
