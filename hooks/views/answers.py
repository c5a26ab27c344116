"""What templates may ask of entries on a day, beyond what their records say."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hooks.page_paths import asked_place
from hooks.views.amendments import AmendmentView, amendment_view, correction_words
from hooks.views.item_words import why_item
from hooks.views.items import NO_LEAD, SchoolStandingView, school_standing_view
from hooks.views.kept import kept
from validate.history.amendments import amendments_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from validate.plan.entry import Entry
    from validate.plan.pillars import Action, Item, SchoolReport, Update
    from validate.plan.schools import School
    from validate.records.base import Shareable
    from validate.standing.progress import Progress
    from validate.standing.standing import Standing


class Answers:
    """What is known of entries on a day."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress

    @property
    def functions(self) -> dict[str, Callable[..., object]]:
        """The questions by the names that templates call."""
        asked = (
            self.kept_words,
            self.standing_of,
            self.standing_at,
            self.why,
            self.correction,
            self.amendments_of,
            self.school_of,
            self.lead_id,
            self.asked_at,
        )
        return {function.__name__: function for function in asked}

    def kept_words(self, part: Entry[Any] | Shareable, around: Entry[Any] | None = None) -> str:
        """Return the words of the tag beside what the public does not see; nothing where that is said around it."""
        return kept(part, self.progress.as_at, around)

    def standing_of(self, item: Item) -> Standing:
        """Return where an action or goal stands."""
        return self.progress.standings[item.id]

    def standing_at(self, standing: Standing) -> SchoolStandingView:
        """Return what the newest reports say of an action at one school."""
        return school_standing_view(standing, self.progress)

    def why(self, item: Item) -> str:
        """Return how the status of an action or goal came about."""
        return why_item(item, self.progress)

    def correction(self, update: Update) -> str:
        """Return when and why a report was corrected; nothing where it was not."""
        return correction_words(update, self.progress.plan)

    def amendments_of(self, promise: str) -> tuple[AmendmentView, ...]:
        """Return how a promise was changed, oldest first."""
        return self._amendments.get(promise, ())

    def school_of(self, report: SchoolReport) -> School:
        """Return the school that a report speaks of."""
        return self.progress.schools[report.record.school]

    def lead_id(self, item: Item) -> str:
        """Return the id of the role that leads an action or goal, or what stands for it where the plan names none."""
        return item.lead.id if item.lead else NO_LEAD

    def asked_at(self, report: SchoolReport, item: Action) -> str:
        """Return the place on a school's page that speaks of an action, as far as it is tracked there."""
        tracked = self.progress.by_school[report.record.school]
        is_tracked = any(found.item.objective is item.objective for found in tracked)
        return asked_place(report.record.school, item.objective.id if is_tracked else "")

    @cached_property
    def _amendments(self) -> dict[str, tuple[AmendmentView, ...]]:
        plan, found = self.progress.plan, defaultdict[str, list[AmendmentView]](list)
        for amendment in amendments_of(plan):
            found[amendment.promise].append(amendment_view(amendment, plan, self.progress.as_at))
        return {promise: tuple(views) for promise, views in found.items()}
