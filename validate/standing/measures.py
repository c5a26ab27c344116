"""What measures come to: the newest figure of each time, the target it is set beside, and the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from validate.figures import number_of
from validate.records.measures import MeasureRecord, ObservationRecord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from validate.plan.entry import Entry
    from validate.plan.plan import Plan
    from validate.records.measures import TargetRecord

    Observation = Entry[ObservationRecord]

TRUST = ""
"""Stands for the trust as a whole where a school's id could stand."""

ADD_UP = ("number", "days", "pounds")
"""Units whose figures add up: those of terms to a year, and those of schools to the trust."""


class Verdict(StrEnum):
    """What a figure comes to beside its target. Worked out, never typed."""

    MET = "met"
    NEAR = "near"
    MISSED = "missed"
    NOT_JUDGED = "not-judged"
    NO_TARGET = "no-target"
    NO_FIGURE = "no-figure"

    @property
    def word(self) -> str:
        """The verdict as it is written on every page."""
        return WORDS[self]


WORDS = {
    Verdict.MET: "Target met",
    Verdict.NEAR: "Near target",
    Verdict.MISSED: "Target missed",
    Verdict.NOT_JUDGED: "Not judged",
    Verdict.NO_TARGET: "No target",
    Verdict.NO_FIGURE: "No figure",
}


class Unjudged(StrEnum):
    """Why a figure is not set beside a target."""

    NONE_SET = "no target is set for the year"
    IN_WORDS = "the target is in words only"
    PART_OF_YEAR = "the figure is of one term, and terms add up to the year"
    PART_OF_TRUST = "the figure is of one school, and schools add up to the trust"


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """A verdict with what it rests on."""

    verdict: Verdict
    value: Decimal | None
    target: TargetRecord | None
    """The year's target, also where the figure is not set beside it."""
    unjudged: Unjudged | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """What is known of a measure for the trust or a school at one time, newest first."""

    newest: Observation
    replaced: tuple[Observation, ...]
    judgement: Judgement

    @property
    def year(self) -> str:
        """Its academic year."""
        return self.newest.record.year

    @property
    def is_provisional(self) -> bool:
        """Tell whether it may still change."""
        return self.newest.record.status == "provisional"


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """Every figure of a measure for the trust or one school, oldest first; a year follows its own terms."""

    school: str
    figures: tuple[Figure, ...]

    @property
    def by_year(self) -> dict[str, Figure]:
        """Return the figure that stands for each year: the year's own, or else its last term's."""
        return {figure.year: figure for figure in self.figures}

    @property
    def now(self) -> Figure | None:
        """Return the figure of the newest year."""
        return self.figures[-1] if self.figures else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """A measure with all its figures."""

    measure: Entry[MeasureRecord]
    trust: Series
    schools: tuple[Series, ...]
    """The schools that have figures, in the order of the plan's schools."""

    @property
    def id(self) -> str:
        """The measure's id."""
        return self.measure.record.id

    @property
    def by_school(self) -> bool:
        """Tell whether schools have figures and the trust as a whole has none."""
        return bool(self.schools) and not self.trust.figures

    @property
    def verdict(self) -> Verdict:
        """Return the verdict on the trust's newest figure."""
        return self.trust.now.judgement.verdict if self.trust.now else Verdict.NO_FIGURE


def terms_of(plan: Plan) -> dict[str, str]:
    """Return the names of the plan's terms by their ids, in order of time."""
    year = plan.years[0]
    return {term.id.rsplit("/", 1)[-1]: term.name.removesuffix(year.id).strip() for term in year.terms}


def measures_of(plan: Plan, day: date | None = None) -> tuple[Measured, ...]:
    """Return every measure of the plan with its figures, or only with those that were published by a day."""
    terms = list(terms_of(plan))
    schools = [school.id for school in plan.schools]
    found: dict[str, dict[str, list[Observation]]] = {}
    for entry in plan.entries(ObservationRecord):
        if day is None or entry.record.published <= day:
            found.setdefault(entry.record.measure, {}).setdefault(entry.record.school or TRUST, []).append(entry)
    return tuple(
        _measured(measure, found.get(measure.record.id, {}), schools, terms) for measure in plan.entries(MeasureRecord)
    )


def verdict_on(measure: MeasureRecord, value: Decimal, target: Decimal) -> Verdict:
    """Return the verdict by the published rule: on the good side of the target it is met, within tolerance near."""
    tolerance = measure.tolerance or Decimal(0)
    match measure.better:
        case "higher":
            short = target - value
        case "lower":
            short = value - target
        case _:
            short = abs(value - target) - tolerance
    if short <= 0:
        return Verdict.MET
    return Verdict.NEAR if short <= tolerance else Verdict.MISSED


def judge(measure: MeasureRecord, observed: ObservationRecord, *, trust_has_figure: bool) -> Judgement:
    """Return the verdict on one figure. Where the trust has a figure for the year, schools may be only parts of it."""
    value = number_of(observed.value)
    target = next((target for target in measure.targets if target.year == observed.year), None)
    if value is None:
        return Judgement(verdict=Verdict.NO_FIGURE, value=None, target=target, unjudged=None)
    adds_up = measure.unit in ADD_UP
    if target is None:
        unjudged = Unjudged.NONE_SET
    elif target.value is None:
        unjudged = Unjudged.IN_WORDS
    elif adds_up and observed.term:
        unjudged = Unjudged.PART_OF_YEAR
    elif adds_up and observed.school and trust_has_figure:
        unjudged = Unjudged.PART_OF_TRUST
    else:
        verdict = verdict_on(measure, value, target.value)
        return Judgement(verdict=verdict, value=value, target=target, unjudged=None)
    verdict = Verdict.NO_TARGET if unjudged is Unjudged.NONE_SET else Verdict.NOT_JUDGED
    return Judgement(verdict=verdict, value=value, target=target, unjudged=unjudged)


def newest_first(entries: Iterable[Observation]) -> list[Observation]:
    """Return observations of one thing at one time by the day they were published; of one day, the final one first."""
    return sorted(entries, key=lambda e: (e.record.published, e.record.status == "final"), reverse=True)


def _measured(
    measure: Entry[MeasureRecord], found: dict[str, list[Observation]], schools: list[str], terms: list[str]
) -> Measured:
    trust_years = frozenset(entry.record.year for entry in found.get(TRUST, ()))
    series = {
        name: Series(school=name, figures=_figures(measure.record, entries, trust_years, terms))
        for name, entries in found.items()
    }
    return Measured(
        measure=measure,
        trust=series.get(TRUST, Series(school=TRUST, figures=())),
        schools=tuple(series[school] for school in schools if school in series),
    )


def _figures(
    measure: MeasureRecord, entries: list[Observation], trust_years: frozenset[str], terms: list[str]
) -> tuple[Figure, ...]:
    times: dict[tuple[str, int], list[Observation]] = {}
    for entry in entries:
        times.setdefault((entry.record.year, _place_in_year(entry.record.term, terms)), []).append(entry)
    return tuple(_figure(measure, times[time], trust_years) for time in sorted(times))


def _figure(measure: MeasureRecord, entries: list[Observation], trust_years: frozenset[str]) -> Figure:
    newest, *replaced = newest_first(entries)
    judgement = judge(measure, newest.record, trust_has_figure=newest.record.year in trust_years)
    return Figure(newest=newest, replaced=tuple(replaced), judgement=judgement)


def _place_in_year(term: str | None, terms: list[str]) -> int:
    """Return where a time stands among its year's: terms in their order, then the year as a whole."""
    return terms.index(term) if term in terms else len(terms)
