"""Results as a page: what was measured, as ratios, and which targets were reached."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.measure import Cost

TOOLS = ("mkdocs", "mkdocs-material", "frictionless", "pydantic", "check-jsonschema", "sphinx", "sphinx-needs")

PAGE = """# How long it takes

Written by `make bench`. Everything was measured in one run on one machine ({cores} cores, {system}, Python {python};
{tools}).
Each figure is the best of two or three runs, each a process of its own, with the most memory
that it held. The plans of 1,000 and 10,000 actions are invented, in the manner of the real one.
Of all the time measured, {waiting:.0%} was spent waiting; where that is more than a tenth, other programs were busy
and the figures are too high.

## Targets

| what | target | measured | reached |
| --- | --- | --- | --- |
{targets}

## Checking

check-jsonschema checks the shape of the same files with the generated schemas, in one run for each kind of file;
`trustplan check` does that, and the tables, the references and the rules as well.

| plan | data files | `trustplan check` | check-jsonschema | ratio |
| --- | ---: | ---: | ---: | ---: |
{checks}

## Building

Material alone builds as many pages with the same words, written in plain Markdown, with the same short navigation.
sphinx-needs builds the same objectives, actions and goals, each a need of its own, with one table of them all.

| plan | pages | this site | Material alone | ratio | sphinx-needs | ratio |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
{builds}
"""

BESIDE = """
## Beside earlier code

The same plans, checked and built by the code of {before} in the same run.

| plan | check | before | ratio | build | before | ratio |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
{rows}
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """What one plan took, in this project and in the others."""

    name: str
    files: int
    pages: int
    check: Cost
    schemas: Cost
    """check-jsonschema on the same files."""
    build: Cost
    plain: Cost
    """Material alone, with as many pages and the same words."""
    needs: Cost | None
    """sphinx-needs, with the same objectives, actions and goals."""
    before: Before | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """What an earlier state of this project took for the same."""

    check: Cost
    build: Cost


@dataclass(frozen=True, slots=True)
class Target:
    """Something to be reached: the most that a figure may be."""

    about: str
    figure: float
    limit: float
    unit: str

    @property
    def is_reached(self) -> bool:
        """Tell whether the figure keeps to its limit."""
        return self.figure <= self.limit

    def row(self) -> str:
        """Return the target as a row of a table."""
        reached = "yes" if self.is_reached else "**no**"
        return f"| {self.about} | at most {self.limit:g}{self.unit} | {self.figure:.2f}{self.unit} | {reached} |"


def targets(real: Measured, small: Measured, large: Measured) -> list[Target]:
    """Return every target with its figure."""
    return [
        Target("Check of the real plan", real.check.seconds, 1, " s"),
        Target("Check of the real plan, beside check-jsonschema", ratio(real.check, real.schemas), 1.5, " ×"),
        *(
            [Target("Check of the real plan, beside the earlier code", ratio(real.check, real.before.check), 0.7, " ×")]
            if real.before
            else []
        ),
        Target("Build of 1,000 actions, beside Material alone", ratio(small.build, small.plain), 1.2, " ×"),
        Target("Build of 10,000 actions, beside Material alone", ratio(large.build, large.plain), 1.5, " ×"),
        Target("Memory to build 10,000 actions", large.build.megabytes, 700, " MB"),
        Target("Check of 10,000 actions, beside 1,000", ratio(large.check, small.check), 11, " ×"),
        Target("Build of 10,000 actions, beside 1,000", ratio(large.build, small.build), 11, " ×"),
    ]


def ratio(one: Cost, other: Cost) -> float:
    """Return how many times as long one took as the other."""
    return one.seconds / other.seconds


def render_results(real: Measured, small: Measured, large: Measured, before: str = "") -> str:
    """Return the page. `before` names the earlier code that was measured too."""
    plans = (real, small, large)
    beside = BESIDE.format(before=before, rows="\n".join(map(beside_row, plans))) if before else ""
    page = PAGE.format(
        cores=os.cpu_count(),
        system=platform.system(),
        python=platform.python_version(),
        tools=", ".join(f"{tool} {version(tool)}" for tool in TOOLS),
        waiting=waiting(plans),
        targets="\n".join(target.row() for target in targets(real, small, large)),
        checks="\n".join(map(check_row, plans)),
        builds="\n".join(map(build_row, plans)),
    )
    return page + beside


def waiting(plans: tuple[Measured, ...]) -> float:
    """Return which share of the time measured was not spent on the processor."""
    costs = [cost for plan in plans for cost in (plan.check, plan.schemas, plan.build, plan.plain, plan.needs) if cost]
    return max(0.0, 1 - sum(cost.processor for cost in costs) / sum(cost.seconds for cost in costs))


def check_row(plan: Measured) -> str:
    """Return the row about checking a plan."""
    cells = [plan.name, f"{plan.files:,}", amount(plan.check), amount(plan.schemas), times(plan.check, plan.schemas)]
    return "| " + " | ".join(cells) + " |"


def build_row(plan: Measured) -> str:
    """Return the row about building a plan's site."""
    needs = [amount(plan.needs), times(plan.build, plan.needs)] if plan.needs else ["", ""]
    cells = [
        plan.name,
        f"{plan.pages:,}",
        amount(plan.build),
        amount(plan.plain),
        times(plan.build, plan.plain),
        *needs,
    ]
    return "| " + " | ".join(cells) + " |"


def beside_row(plan: Measured) -> str:
    """Return the row that sets a plan's costs beside those of earlier code."""
    if plan.before is None:
        return f"| {plan.name} | | | | | | |"
    check, build = plan.before.check, plan.before.build
    cells = [
        *(plan.name, amount(plan.check), amount(check), times(plan.check, check)),
        *(amount(plan.build), amount(build), times(plan.build, build)),
    ]
    return "| " + " | ".join(cells) + " |"


def amount(one: Cost) -> str:
    """Return a cost in words."""
    return f"{one.seconds:.2f} s, {one.megabytes:.0f} MB"


def times(one: Cost, other: Cost) -> str:
    """Return a ratio in words."""
    return f"{ratio(one, other):.2f} ×"
