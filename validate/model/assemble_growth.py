"""From the growth record to the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.model import base
from validate.model import growth as model_growth
from validate.records.base import own_values

if TYPE_CHECKING:
    from validate.reading.shape import Loaded
    from validate.records import growth as growth_records


def growth_model(loaded: Loaded, record: growth_records.GrowthRecord) -> model_growth.Growth:
    """Return phases, posts and limits."""
    return model_growth.Growth(
        origin=base.Origin(loaded),
        source=record.source,
        footnote=record.footnote,
        phases=tuple(
            model_growth.Phase(origin=base.Origin(loaded, ("phases", n)), **own_values(phase))
            for n, phase in enumerate(record.phases)
        ),
        posts=tuple(
            model_growth.Post(
                origin=base.Origin(loaded, ("posts", n)),
                id=post.id,
                name=post.name,
                internal=post.kind == "internal",
                sizes=tuple(
                    model_growth.PostSize(
                        origin=base.Origin(loaded, ("posts", n, "phases", m)),
                        phase_id=size.phase,
                        fte=size.fte,
                        as_published=size.as_published,
                    )
                    for m, size in enumerate(post.phases)
                ),
                filled=base.entries(base.Origin(loaded, ("posts", n)), "filled", post.filled),
            )
            for n, post in enumerate(record.posts)
        ),
        rules=tuple(
            model_growth.GrowthRule(origin=base.Origin(loaded, ("rules", n)), **own_values(rule))
            for n, rule in enumerate(record.rules)
        ),
    )
