"""What the derived tables are: the columns of those that are worked out from the plan."""

from __future__ import annotations

from validate.plan.columns import Column, choice, key
from validate.plan.tables import Spec
from validate.records.notes import OBJECTIVE, SCHOOL, YEAR, Reference
from validate.status import WORST_FIRST, Focus, Status

COUNTED_STATUSES = (*WORST_FIRST, Status.NOT_REPORTED)
KINDS = ("action", "goal")


IDENTITY = key("id", "Its name, unique in this table.", path=("id",))


def _column(name: str, value_type: str, description: str, *, required: bool = True) -> Column:
    return key(name, description, value_type=value_type, required=required)


def _status_counts() -> tuple[Column, ...]:
    return tuple(
        _column(count_name(status), "integer", f"How many stand at: {status.word.lower()}.")
        for status in COUNTED_STATUSES
    )


def count_name(status: Status) -> str:
    """Return the name of the column that counts a status."""
    return status.value.replace("-", "_")


OBJECTIVE_KEY = key("objective", "Its objective.", OBJECTIVE)
YEAR_KEY = key("year", "Its academic year; empty for goals.", YEAR, required=False)
KIND = choice("kind", "Whether it is an action or a goal.", KINDS)
TOTAL = _column("total", "integer", "How many there are; the counts of each status add up to it.")
STATUSES = tuple(status.value for status in Status)
PERCENT = _column(
    "percent",
    "integer",
    "Complete as a percentage of those that were not cancelled or deferred, rounded down; empty where none is left.",
    required=False,
)

STANDING = Spec(
    name="standing",
    description="Where each action and goal stands on the day of this site: one row for each.",
    columns=(
        IDENTITY,
        KIND,
        OBJECTIVE_KEY,
        YEAR_KEY,
        choice("status", "Its status by the newest report that names one.", STATUSES),
        _column("overdue", "boolean", "True where its date has passed and nothing final was reported."),
        _column("stale", "boolean", "True where it is open and its newest report has grown old."),
        _column("due", "date", "The day by which it is to be done."),
        _column("last_reported", "date", "The day of its newest report; empty where there is none.", required=False),
        _column("days_since_report", "integer", "Days since its newest report.", required=False),
        _column("reports", "integer", "How many reports there are."),
        _column("evidence", "integer", "How many proofs its reports name."),
        _column("schools", "integer", "At how many schools it is tracked; empty if not so.", required=False),
        _column("schools_complete", "integer", "At how many of them it is complete.", required=False),
        _column("schools_not_reported", "integer", "At how many of them no report gives a status.", required=False),
    ),
)
CELLS = Spec(
    name="cells",
    description="The cells of the transformation map, rolled up: one row for each objective in each year, and "
    "one for its goals.",
    columns=(
        IDENTITY,
        OBJECTIVE_KEY,
        YEAR_KEY,
        choice("kind", "Whether the cell counts actions or goals.", KINDS),
        choice("focus", "What the plan asks here.", tuple(focus.value for focus in Focus), required=False),
        choice("status", "The status that speaks for the cell; empty where it is empty.", STATUSES, required=False),
        *_status_counts(),
        TOTAL,
        _column(
            "partly_complete",
            "integer",
            "Of those complete, how many are so at a part of their schools; not in percent.",
        ),
        _column("counted", "integer", "How many were not cancelled or deferred, or not at each of their schools."),
        PERCENT,
        _column("overdue", "integer", "How many are past their date."),
        _column("stale", "integer", "How many have a report that has grown old."),
    ),
)
TERMS = Spec(
    name="heatmap-terms",
    description="How each objective's status moved: one row for each objective and term, by what had been "
    "reported by its end.",
    columns=(
        IDENTITY,
        OBJECTIVE_KEY,
        YEAR_KEY,
        _column("term", "string", "The term's name, or what follows the last one."),
        _column("day", "date", "The day looked back from: the term's end, or the day of this site if that is earlier."),
        _column("known", "boolean", "False where the term had not begun on the day of this site."),
        choice("status", "The status for all the objective's actions; empty if not known.", STATUSES, required=False),
        _column("reported", "integer", "How many actions had a status by then.", required=False),
        _column("total", "integer", "How many actions the objective has."),
    ),
)
PILLARS = Spec(
    name="heatmap-pillars",
    description="How many actions and goals of each pillar stand at each status: one row for each pillar and kind.",
    columns=(IDENTITY, key("pillar", "The pillar.", Reference("pillars")), KIND, *_status_counts(), TOTAL),
)
FRESHNESS = Spec(
    name="freshness",
    description="How long ago each objective was last reported on, its actions and goals together.",
    columns=(
        key("id", "The objective.", OBJECTIVE),
        _column("last_reported", "date", "The day of the newest report; empty where there is none.", required=False),
        _column("days_since_report", "integer", "Days since then.", required=False),
        _column("reported", "integer", "How many of its actions and goals have a report."),
        _column("never", "integer", "How many have none."),
        _column("total", "integer", "How many there are."),
        _column("open", "integer", "How many have no final status, so that a report is still to be expected."),
    ),
)
SCHOOL_STANDING = Spec(
    name="school-standing",
    description="Where the actions that are tracked school by school stand at each school: one row for each "
    "action and school.",
    columns=(
        IDENTITY,
        key("school", "The school.", SCHOOL),
        key("action", "The action.", Reference("actions")),
        OBJECTIVE_KEY,
        YEAR_KEY,
        choice("status", "The status there, by the newest report that names one.", STATUSES),
        _column("overdue", "boolean", "True where its date has passed and nothing final was reported there."),
        _column("stale", "boolean", "True where it is open there and the newest report has grown old."),
        _column("due", "date", "The day by which it is to be done there."),
        _column("last_reported", "date", "The day of the newest report; empty where there is none.", required=False),
        _column("days_since_report", "integer", "Days since then.", required=False),
    ),
)
SCHOOL_HEAT = Spec(
    name="heatmap-schools",
    description="Where each school stands in each objective with actions tracked there: one row for each school "
    "and objective.",
    columns=(
        IDENTITY,
        key("school", "The school.", SCHOOL),
        OBJECTIVE_KEY,
        choice("status", "The status for all those actions at the school.", STATUSES),
        *_status_counts(),
        TOTAL,
        _column("overdue", "integer", "How many are past their date there."),
        _column("stale", "integer", "How many have a report there that has grown old."),
    ),
)
