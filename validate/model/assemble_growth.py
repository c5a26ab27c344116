"""From the growth record to the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.model import growth as model_growth
from validate.model import plan as model
from validate.records.base import own_values

if TYPE_CHECKING:
    from validate.reading.shape import Loaded
    from validate.records import growth as growth_records


def growth_model(loaded: Loaded, record: growth_records.GrowthRecord) -> model_growth.Growth:
    """Return phases, posts and limits."""
    return model_growth.Growth(
        origin=model.Origin(loaded),
        source=record.source,
        footnote=record.footnote,
        phases=tuple(
            model_growth.Phase(origin=model.Origin(loaded, ("phases", n)), **own_values(phase))
            for n, phase in enumerate(record.phases)
        ),
        posts=tuple(
            model_growth.Post(
                origin=model.Origin(loaded, ("posts", n)),
                id=post.id,
                name=post.name,
                internal=post.kind == "internal",
                sizes=tuple(
                    model_growth.PostSize(
                        origin=model.Origin(loaded, ("posts", n, "phases", m)),
                        phase_id=size.phase,
                        fte=size.fte,
                        as_published=size.as_published,
                    )
                    for m, size in enumerate(post.phases)
                ),
                filled=model.entries(model.Origin(loaded, ("posts", n)), "filled", post.filled),
            )
            for n, post in enumerate(record.posts)
        ),
        rules=tuple(
            model_growth.GrowthRule(origin=model.Origin(loaded, ("rules", n)), **own_values(rule))
            for n, rule in enumerate(record.rules)
        ),
    )
