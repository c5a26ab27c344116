"""Central services: charges that fit their model, contracts, market tests, and promises that reviews speak of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from validate.nearest import did_you_mean
from validate.records.services import (
    MARKET_TEST,
    ChargeRecord,
    ContractRecord,
    ServiceRecord,
    ServiceReviewRecord,
    TierRecord,
)
from validate.rules.rule import Found, rule, rule_of
from validate.standing.deadlines.due import since_last
from validate.standing.deadlines.noted import due_of
from validate.standing.services import promises_of
from validate.words import commas, day, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.records.services import ServiceLevelRecord
    from validate.rules.scene import Scene

FLAT, TIERED = "top-slice-flat", "top-slice-tiered"


@rule_of(ChargeRecord, "charge-shape")
def charge_unlike_its_model(charge: Entry[ChargeRecord]) -> Iterator[Found]:
    """Report tiers and percentages that do not fit the charge's model."""
    said = (
        ("percent", "a percentage", FLAT, charge.record.percent is not None),
        ("tiers", "tiers", TIERED, bool(charge.record.tiers)),
    )
    for name, thing, model, is_said in said:
        if is_said and charge.record.model != model:
            yield Found(
                charge.place(name),
                f'the charge "{charge.record.name}" has {thing}, and its model is "{charge.record.model}"',
                f'Write "model: {model}" if that is how schools pay, or remove "{name}".',
                allowed=f"{thing} with the model {model}",
            )


@rule_of(ChargeRecord, "charge-shape")
def school_in_two_tiers(charge: Entry[ChargeRecord]) -> Iterator[Found]:
    """Report schools that stand in two tiers of a charge."""
    tier_of: dict[str, str] = {}
    for tier in charge.below(TierRecord):
        for number, school in enumerate(tier.record.schools):
            if school in tier_of:
                yield Found(
                    tier.place("schools", number),
                    f'the school "{school}" stands in "{tier_of[school]}" already, and can pay in one tier only',
                    "Leave it in the tier in which it pays, and remove it from the other.",
                )
            tier_of.setdefault(school, tier.record.name)


@rule_of(ContractRecord, "contract-dates")
def contract_dates(contract: Entry[ContractRecord]) -> Iterator[Found]:
    """Report contracts that end before they start."""
    starts, ends = contract.record.starts, contract.record.ends
    if ends and ends < starts:
        yield Found(
            contract.place("ends"),
            f"this contract ends on {day(ends)}, which is before it starts on {day(starts)}",
            "Correct one of the two dates; without an end, the contract is taken to go on.",
        )


@rule_of(ServiceReviewRecord, "no-intervention")
def no_intervention(review: Entry[ServiceReviewRecord]) -> Iterator[Found]:
    """Report reviews that find a service below its promises and name no intervention."""
    if not review.record.meets and not review.record.intervention:
        yield Found(
            review.place("meets"),
            f'"{review.owner.record.name}" does not keep what it promises, '
            "and this review does not say what is done about it",
            "Add an intervention: one sentence on what is done until the service keeps its promises.",
        )


@rule("market-test-overdue")
def market_test_overdue(scene: Scene) -> Iterator[Found]:
    """Report services whose next market test should have been made by the day of the check."""
    if scene.as_at is None:
        return
    for service in scene.every(ServiceRecord):
        found = due_of(service, MARKET_TEST, scene.as_at)
        if found.overdue:
            yield Found(
                found.last.place("date") if found.last else service.place("first_market_test"),
                f'the market test of "{service.record.name}" {since_last(found)}',
                "If it was made, add it to market_tests. If not, leave this: the page says so too.",
            )


@rule_of(ServiceReviewRecord, "unknown-promise")
def unknown_promise(review: Entry[ServiceReviewRecord]) -> Iterator[Found]:
    """Report reviews that name a promise the service does not make, too many or none."""
    if review.record.meets and review.record.below:
        found = "this review says that every promise is kept, and names some that are not"
        yield Found(review.place("below"), found, 'Write "meets: false", or remove "below".')
    elif not review.record.meets and not review.record.below:
        found = "this review says that not every promise is kept, and does not name which"
        cure = 'Add "below" with the ids of the levels that are not kept, or write "meets: true".'
        yield Found(review.place("meets"), found, cure)
    promises = {promise.record.id: promise for promise in promises_of(review.owner)}
    for number, named in enumerate(review.record.below):
        promise = promises.get(named)
        if promise is None:
            yield Found(
                review.place("below", number),
                f'"{short(named)}" is not a promise of this service' + did_you_mean(named, promises),
                "Write the id of one of the service's levels, or add the promise there first.",
                allowed=commas(list(promises)),
            )
        elif _is_seen_before(review, promise):
            yield Found(
                review.place("below", number),
                f'the public sees this review, and does not see the promise "{short(named)}" that it names',
                'Keep the review from the public as well, with the promise\'s "audience" or "publish_after".',
            )


def _is_seen_before(review: Entry[ServiceReviewRecord], promise: Entry[ServiceLevelRecord]) -> bool:
    """Tell whether the public sees the review at a time when it does not see the promise."""
    if review.for_trustees:
        return False
    return promise.for_trustees or (promise.publish_after or date.min) > (review.publish_after or date.min)
