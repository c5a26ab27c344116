"""From the growth record to the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate import model

if TYPE_CHECKING:
    from validate.records import growth as growth_records
    from validate.shape import Loaded


def growth_model(loaded: Loaded, record: growth_records.GrowthRecord) -> model.Growth:
    """Return phases, posts and limits."""
    return model.Growth(
        origin=model.Origin(loaded),
        source=record.source,
        footnote=record.footnote,
        phases=tuple(
            model.Phase(origin=model.Origin(loaded, ("phases", n)), **dict(phase))
            for n, phase in enumerate(record.phases)
        ),
        posts=tuple(
            model.Post(
                origin=model.Origin(loaded, ("posts", n)),
                id=post.id,
                name=post.name,
                internal=post.kind == "internal",
                sizes=tuple(
                    model.PostSize(
                        origin=model.Origin(loaded, ("posts", n, "phases", m)),
                        phase_id=size.phase,
                        fte=size.fte,
                        as_published=size.as_published,
                    )
                    for m, size in enumerate(post.phases)
                ),
            )
            for n, post in enumerate(record.posts)
        ),
        rules=tuple(
            model.GrowthRule(origin=model.Origin(loaded, ("rules", n)), **dict(rule))
            for n, rule in enumerate(record.rules)
        ),
    )
