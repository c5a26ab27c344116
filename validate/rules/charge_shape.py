"""What is said of a charge fits its model, and no school stands in two of its tiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.services import ChargeRecord, ServicesRecord, TierRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene

FLAT, TIERED = "top-slice-flat", "top-slice-tiered"


def check(scene: Scene) -> Iterator[Problem]:
    """Report tiers and percentages that do not fit the charge's model, and schools named twice."""
    offer = scene.plan.part(ServicesRecord)
    for charge in offer.below(ChargeRecord) if offer else ():
        if charge.record.percent is not None and charge.record.model != FLAT:
            yield _does_not_fit(charge, "percent", "a percentage", FLAT)
        if charge.record.tiers and charge.record.model != TIERED:
            yield _does_not_fit(charge, "tiers", "tiers", TIERED)
        yield from _named_twice(charge)


def _does_not_fit(charge: Entry[ChargeRecord], name: str, thing: str, model: str) -> Problem:
    return Problem(
        code="charge-shape",
        place=charge.place(name),
        message=f'the charge "{charge.record.name}" has {thing}, and its model is "{charge.record.model}"',
        allowed=f"{thing} with the model {model}",
        cure=f'Write "model: {model}" if that is how schools pay, or remove "{name}".',
    )


def _named_twice(charge: Entry[ChargeRecord]) -> Iterator[Problem]:
    tier_of: dict[str, str] = {}
    for tier in charge.below(TierRecord):
        for number, school in enumerate(tier.record.schools):
            if school in tier_of:
                yield Problem(
                    code="charge-shape",
                    place=tier.place("schools", number),
                    message=f'the school "{school}" stands in "{tier_of[school]}" already, '
                    "and can pay in one tier only",
                    cure="Leave it in the tier in which it pays, and remove it from the other.",
                )
            tier_of.setdefault(school, tier.record.name)
