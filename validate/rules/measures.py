"""Measures and their figures: one for each time, and none that tells of single people."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.figures import number_of
from validate.records.measures import MeasureRecord, ObservationRecord
from validate.rules.rule import Found, rule, rule_of
from validate.standing.measures import TRUST, newest_first
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene
    from validate.standing.measures import Observation

LARGEST_SMALL = 5
"""The most people that a group may have for its figures to be hidden."""

HIDDEN = "c"
"""The symbol that stands in place of a figure that is hidden."""


@rule_of(MeasureRecord, "tolerance-missing")
def tolerance_missing(measure: Entry[MeasureRecord]) -> Iterator[Found]:
    """Report measures that are to be near their target and have no tolerance."""
    tolerance = measure.record.tolerance
    if measure.record.better == "near-target" and not tolerance:
        yield Found(
            measure.place("tolerance" if tolerance is not None else "better"),
            "near the target is good here, and how near is not said",
            'Write "tolerance" with the distance from the target that still counts as met.',
        )


@rule_of(ObservationRecord, "observation-per")
def observation_per(entry: Entry[ObservationRecord]) -> Iterator[Found]:
    """Report figures of schools for measures that are of the trust as a whole."""
    measure = entry.refers("measure")
    if measure and entry.record.school and measure.record.per == "trust":
        yield Found(
            entry.place("school"),
            f'the measure "{measure.id}" has one figure for the whole trust, and this line is about one school',
            'Empty this cell; or write "per: school" in the file of the measure, if each school has a figure of its '
            "own.",
        )


@rule("observation-repeated")
def final_figure_followed(scene: Scene) -> Iterator[Found]:
    """Report figures that replace one that was not provisional."""
    groups: dict[tuple[str | None, ...], list[Entry[ObservationRecord]]] = {}
    for entry in scene.every(ObservationRecord):
        record = entry.record
        groups.setdefault((record.measure, record.year, record.term, record.school), []).append(entry)
    for group in groups.values():
        for before, entry in pairwise(sorted(group, key=lambda entry: entry.record.published)):
            published = before.record.published
            if published < entry.record.published and before.record.status == "final":
                line = before.place("measure").line
                yield Found(
                    entry.place("measure"),
                    f"line {line} gives a figure for the same measure, time and school, final since {day(published)}",
                    "Remove one of the two. Only a provisional figure may be followed by another, published on a "
                    "later day.",
                )


@rule_of(ObservationRecord, "group-size-missing")
def group_size_missing(entry: Entry[ObservationRecord]) -> Iterator[Found]:
    """Report figures of sensitive measures without the size of their group."""
    measure, is_figure = entry.refers("measure"), number_of(entry.record.value) is not None
    if measure and measure.record.sensitive and is_figure and entry.record.group_size is None:
        yield Found(
            entry.place("value"),
            f'the measure "{measure.id}" is sensitive, and no size of the group is given',
            'Write in the column "group_size" how many people the figure is about. If they are few, '
            'or nobody knows how many, write "c" in place of the figure.',
        )


@rule_of(ObservationRecord, "small-group")
def small_group(entry: Entry[ObservationRecord]) -> Iterator[Found]:
    """Report figures about small groups, small numbers of people, and the sizes of small groups."""
    value, size, measure = number_of(entry.record.value), entry.record.group_size, entry.refers("measure")
    few = ""
    if measure and value is not None and size is not None and size <= LARGEST_SMALL:
        few = f"this figure is about a group of {size}"
    elif measure and value is not None and measure.record.counts_people and 0 < value <= LARGEST_SMALL:
        few = f"this figure counts {value} {'person' if value == 1 else 'people'}"
    elif measure and size is not None and 0 < size <= LARGEST_SMALL:
        found = f"the figure is hidden, and its group size of {size} still tells of few people"
        yield Found(entry.place("group_size"), found, "Leave the group size empty where the figure is hidden.")
    if few:
        yield Found(
            entry.place("value"),
            f"{few}: with {LARGEST_SMALL} or fewer, people could be recognised",
            'Write "c" in place of the figure, and leave the group size empty.',
        )


def _shown_for_the_trust(scene: Scene) -> Iterator[tuple[Observation, list[Observation]]]:
    """Yield every figure of the trust that is shown, with the newest lines of its schools for the same time."""
    groups: dict[tuple[str, str, str | None], dict[str, list[Observation]]] = {}
    for entry in scene.every(ObservationRecord):
        if entry.refers("measure"):
            time = (entry.record.measure, entry.record.year, entry.record.term)
            groups.setdefault(time, {}).setdefault(entry.record.school or TRUST, []).append(entry)
    for group in groups.values():
        newest = {name: newest_first(entries)[0] for name, entries in group.items()}
        trust = newest.pop(TRUST, None)
        if trust is not None and number_of(trust.record.value) is not None:
            yield trust, list(newest.values())


def _in_words(trust: Observation) -> str:
    """Return the measure with its time, such as `attendance in 2022-23, autumn`."""
    record = trust.record
    return f"{record.measure} in {record.year}{f', {record.term}' if record.term else ''}"


@rule("lone-hidden")
def lone_hidden(scene: Scene) -> Iterator[Found]:
    """Report schools that are hidden alone, beside a figure of the trust that is shown."""
    for trust, schools in _shown_for_the_trust(scene):
        hidden = [school for school in schools if school.record.value == HIDDEN]
        if len(hidden) == 1:
            yield Found(
                hidden[0].place("value"),
                f'only "{hidden[0].record.school}" is hidden for {_in_words(trust)}, and the trust\'s figure '
                f"on line {trust.place('value').line} is shown: subtraction would bring it to light",
                'Hide a second school too, or the trust\'s figure: write "c" in its place.',
            )


@rule("lone-kept")
def lone_kept(scene: Scene) -> Iterator[Found]:
    """Report schools whose figure alone is kept for trustees, or until later."""
    kept = {text.text for text in scene.public.withheld.texts if text.names_school and text.field == "id"}
    for trust, schools in _shown_for_the_trust(scene):
        unseen = [entry for entry in schools if _is_kept(entry, kept) or entry.record.value == HIDDEN]
        if len(unseen) == 1 and unseen[0].record.value != HIDDEN and not _is_kept(trust, kept):
            yield Found(
                unseen[0].place("value"),
                f'only "{unseen[0].record.school}" is kept from the public for {_in_words(trust)}, and the '
                f"trust's figure on line {trust.place('value').line} is not: it might be worked out",
                "Keep a second school back too, or the trust's figure, if the figures add up.",
            )


def _is_kept(entry: Observation, schools: set[str]) -> bool:
    """Tell whether a line is kept from the public, on its own or with the file of its school, which is one of these."""
    return entry.for_trustees or entry.publish_after is not None or entry.record.school in schools
