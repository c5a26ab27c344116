"""Why a verdict on a figure is what it is: one sentence with the numbers, by the published rule."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hooks.views.measure_words import distance, exact, meaning, target_text
from validate.standing.measures import Unjudged, Verdict
from validate.words import sentence

if TYPE_CHECKING:
    from validate.records.measures import MeasureRecord, ObservationRecord
    from validate.standing.measures import Judgement

GOOD_SIDE = {"higher": " or higher", "lower": " or lower", "near-target": ""}
"""What follows a target in a sentence."""

NEAR_ENOUGH = {
    Verdict.MET: "which is within the tolerance of",
    Verdict.NEAR: "which is within twice the tolerance of",
    Verdict.MISSED: "which is more than twice the tolerance of",
}


def why(judgement: Judgement, observed: ObservationRecord, measure: MeasureRecord) -> str:
    """Explain the verdict on a figure."""
    target = judgement.target
    if judgement.value is None:
        return f"The entry for {observed.year} is “{observed.value}”: {meaning(observed)}."
    if target is None or target.value is None or judgement.unjudged:
        return sentence(_no_target(judgement, observed, measure))
    explain = _near if measure.better == "near-target" else _one_sided
    wanted = f"the target for {target.year}, {exact(target.value, measure)}{GOOD_SIDE[measure.better]}"
    return explain(judgement.verdict, judgement.value, target.value, wanted, measure)


def _one_sided(verdict: Verdict, value: Decimal, target: Decimal, wanted: str, measure: MeasureRecord) -> str:
    if verdict is Verdict.MET:
        return f"The figure, {exact(value, measure)}, meets {wanted}."
    misses = f"The figure, {exact(value, measure)}, misses {wanted}, by {distance(abs(value - target), measure)}"
    if not measure.tolerance:
        return f"{misses}; no tolerance is set."
    tolerance = distance(measure.tolerance, measure)
    if verdict is Verdict.NEAR:
        return f"{misses}, which is within the tolerance of {tolerance}."
    return f"{misses}, which is more than the tolerance of {tolerance}."


def _near(verdict: Verdict, value: Decimal, target: Decimal, wanted: str, measure: MeasureRecord) -> str:
    apart = distance(abs(value - target), measure)
    tolerance = distance(measure.tolerance or Decimal(0), measure)
    return f"The figure, {exact(value, measure)}, is {apart} from {wanted}, {NEAR_ENOUGH[verdict]} {tolerance}."


def _no_target(judgement: Judgement, observed: ObservationRecord, measure: MeasureRecord) -> str:
    target = target_text(judgement.target, measure)
    match judgement.unjudged:
        case Unjudged.IN_WORDS:
            return f"The target for {observed.year} is in words only: {target}"
        case Unjudged.PART_OF_YEAR:
            return f"The target, {target}, is for the whole of {observed.year}, and this is a part of it"
        case Unjudged.PART_OF_TRUST:
            return f"The target, {target}, is for the trust as a whole, and this is a part of it"
        case _:
            return f"No target is set for {observed.year}{_next_target(observed, measure)}"


def _next_target(observed: ObservationRecord, measure: MeasureRecord) -> str:
    later = [target for target in measure.targets if target.year > observed.year]
    if not later:
        return ""
    following = min(later, key=lambda target: target.year)
    return f"; the next is for {following.year}: {target_text(following, measure)}"
