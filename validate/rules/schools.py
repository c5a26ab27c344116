"""Schools: when they belonged to the trust, and how they were inspected."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.inspections import frameworks
from validate.nearest import did_you_mean
from validate.plan.schools import School
from validate.records.school import InspectionRecord, MembershipRecord, SchoolRecord
from validate.rules.rule import Found, rule, rule_of
from validate.values.dates import latest
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.reading.yaml_tree import Path
    from validate.rules.scene import Scene


@rule_of(SchoolRecord, "no-membership")
def no_membership(school: Entry[SchoolRecord]) -> Iterator[Found]:
    """Report schools with neither a membership nor a joining case."""
    record = school.record
    if not record.membership and record.joining is None and school.loaded.is_whole("membership"):
        yield Found(
            school.place("id"),
            f"the file of {record.name} says neither when it joined nor how it is to join",
            "Add membership with the day on which it joined, or joining with its route.",
        )


@rule("joined-before-trust")
def joined_before_trust(scene: Scene) -> Iterator[Found]:
    """Report schools that joined before the trust opened."""
    opened = scene.plan.record.trust.opened
    for membership in scene.every(MembershipRecord):
        joined = membership.record.joined
        if joined < opened:
            yield Found(
                membership.place("joined"),
                f"{membership.owner.record.name} joined on {day(joined)}, and the trust opened on {day(opened)}",
                "Correct this date, or the trust's opening in plan/plan.yml.",
            )


@rule("left-before-joined")
def left_before_joined(scene: Scene) -> Iterator[Found]:
    """Report memberships that end before they start, or overlap."""
    for school in scene.plan.schools:
        sound = []
        for membership in sorted(school.membership, key=lambda m: m.record.joined):
            if membership.record.left and membership.record.left <= membership.record.joined:
                yield Found(
                    membership.place("left"),
                    f"the school left on {day(membership.record.left)}, "
                    f"which is not after it joined on {day(membership.record.joined)}",
                    "Correct one of the two dates; left out, the school still belongs to the trust.",
                )
            else:
                sound.append(membership)
        for before, after in pairwise(sound):
            if before.record.left is None or after.record.joined < before.record.left:
                yield Found(
                    after.place("joined"),
                    f"{school.record.name} joined on {day(after.record.joined)}, "
                    f"and had not left since it joined on {day(before.record.joined)}",
                    "Say in the earlier membership when the school left, or remove one of the two.",
                )


@rule_of(InspectionRecord, "inspection-undated")
def inspection_undated(inspection: Entry[InspectionRecord]) -> Iterator[Found]:
    """Report inspections without any date."""
    if not inspection.record.date and not inspection.record.seen:
        yield Found(
            inspection.place(),
            "this inspection says neither when it took place nor when its grade was seen",
            "Add its date (a year or a month will do); if no source gives it, add as seen when a source showed the "
            "grade.",
        )


@rule_of(InspectionRecord, "inspection-before-opening")
def inspection_before_opening(inspection: Entry[InspectionRecord]) -> Iterator[Found]:
    """Report inspections that are older than the academy they stand under, and not marked as its predecessor's."""
    school, record = inspection.within(School).record, inspection.record
    when = record.date or record.seen
    if school.opened and when and latest(when) < school.opened and not record.predecessor:
        yield Found(
            inspection.place("date" if record.date else "seen"),
            f"{school.name} opened on {day(school.opened)}, and this inspection is of {when}",
            'Add "predecessor: true", if the school before it was inspected; else correct the date.',
        )


@rule_of(InspectionRecord, "framework-unknown")
def framework_unknown(inspection: Entry[InspectionRecord]) -> Iterator[Found]:
    """Report inspections with a framework that is not known."""
    name, known = inspection.record.framework, frameworks()
    if name not in known:
        yield Found(
            inspection.place("framework"),
            f'"{name}" is not an inspection framework' + did_you_mean(name, known),
            "Write the one that was in use when the school was inspected.",
            allowed=", ".join(f"{framework.id} ({framework.time_in_use})" for framework in known.values()),
        )


@rule_of(InspectionRecord, "framework-date")
def framework_date(inspection: Entry[InspectionRecord]) -> Iterator[Found]:
    """Report inspections under a framework that was not in use at the time."""
    date, seen = inspection.record.date, inspection.record.seen
    framework = frameworks().get(inspection.record.framework)
    if framework and not framework.fits(date, seen):
        yield Found(
            inspection.place("framework"),
            f'"{framework.id}" does not fit the date {date or seen}; it is for inspections {framework.time_in_use}',
            "Correct the framework or the date.",
            allowed=", ".join(other.id for other in frameworks().values() if other.fits(date, seen)),
        )


@rule_of(InspectionRecord, "grade-unknown")
def grade_unknown(inspection: Entry[InspectionRecord]) -> Iterator[Found]:
    """Report grades and areas that the inspection's framework does not have, where it is the right one."""
    record = inspection.record
    framework = frameworks().get(record.framework)
    if framework is None or not framework.fits(record.date, record.seen):
        return
    if record.overall and not framework.overall:
        yield Found(
            inspection.place("overall"),
            f'an overall grade is given, and "{framework.id}" inspections have none',
            "Remove the overall grade, and give the grades of the areas; or correct the framework.",
        )
    elif record.overall and record.overall not in framework.overall:
        yield _unknown(inspection, ("overall",), "an overall grade", framework.overall)
    for n, given in enumerate(record.grades):
        area = framework.areas.get(given.area)
        grades = area.grades if area else framework.overall
        if area is None and framework.fixes_areas(record.date):
            yield _unknown(inspection, ("grades", n, "area"), "an area", tuple(framework.areas))
        elif given.grade not in grades:
            yield _unknown(inspection, ("grades", n, "grade"), f"a grade for {given.area}", grades)


def _unknown(inspection: Entry[InspectionRecord], path: Path, thing: str, allowed: tuple[str, ...]) -> Found:
    found, used = inspection.written(*path), inspection.record.framework
    others = [f'"{f.id}"' for f in frameworks().values() if f.id != used and found in f.words_for(path[-1])]
    if others:
        reason = f"; it belongs to {' and '.join(others)}"
        cure = (
            "Write what the inspection report says, or correct the framework or the date. "
            "No grade is turned into one of another framework."
        )
    else:
        reason = did_you_mean(found, allowed)
        cure = "Write it as the inspection report does, in small letters with hyphens; or correct the framework."
    return Found(
        inspection.place(*path), f'"{found}" is not {thing} in "{used}" inspections{reason}', cure, ", ".join(allowed)
    )
