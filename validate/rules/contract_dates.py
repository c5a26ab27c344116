"""A contract ends after it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.services import ServicesRecord
from validate.standing.services import services_in
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report contracts that end before they start."""
    offer = scene.plan.part(ServicesRecord)
    for service in services_in(offer) if offer else ():
        contract = service.record.contract
        if contract and contract.ends and contract.ends < contract.starts:
            yield Problem(
                code="contract-dates",
                place=service.place("contract", "ends"),
                message=f"this contract ends on {in_words(contract.ends)}, "
                f"which is before it starts on {in_words(contract.starts)}",
                cure="Correct one of the two dates; without an end, the contract is taken to go on.",
            )
