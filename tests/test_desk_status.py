"""What waits for a report: which kind each thing is of, and how the command says so."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk.plan_on_day import plan_on_day
from desk.status.dates import due_dates, set_dates
from desk.status.due import DueKind, due_items
from desk.surroundings import COULD_NOT_RUN, DONE
from hooks.page_paths import school_page
from hooks.views.governance_reviews import review_views
from hooks.views.items import NO_LEAD
from hooks.views.joining_cases import case_views
from hooks.views.services_calendar import OVERDUE, calendar_view
from hooks.views.support_schools import school_levels
from tests.case_folders import BASE, CASES, build_case
from tests.desk_runs import TODAY, run
from tests.golden_pages import assert_golden
from validate.pipeline import Outcome, load_plan
from validate.records.governance import GovernanceRecord
from validate.records.services import ServicesRecord
from validate.standing.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from validate.plan.plan import Plan

MILESTONE = "plan/pillars/1-learning/1.1-reading/2022-23.yml"


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a plan with actions that are tracked school by school."""
    root = tmp_path_factory.mktemp("schools")
    build_case(CASES / "pages" / "school-by-school", root)
    return root


def _progress(outcome: Outcome) -> Progress:
    assert outcome.plan is not None
    assert outcome.as_at is not None
    return Progress(outcome.plan, outcome.as_at)


def _plan_and_progress(root: Path, day: date) -> tuple[Plan, Progress]:
    progress = _progress(load_plan(root, day))
    return progress.plan, progress


def _found(progress: Progress, role: str | None = None, within: int | None = None) -> list[tuple[str, str, int]]:
    return [(due.item.id, due.kind.value, due.days) for due in due_items(progress.plan, progress, role, within)]


def test_kinds(schools: Path) -> None:
    """Each thing is listed once, by what presses most: first what is past its date, last what is due soon."""
    assert _found(_progress(load_plan(schools))) == [
        ("1.2/2022-23/breakfast-clubs", "overdue", 31),
        ("1.1/goal/nine-in-ten", "stale", 121),
        ("1.1/2022-23/train-staff", "stale", 112),
        ("2.1/goal/one-school-joined", "unreported", 576),
        ("1.2/2022-23/one-register", "unreported", 211),
        ("1.2/2022-23/call-families", "unreported", 211),
        ("2.1/2022-23/one-school-joins", "unreported", 211),
        ("1.1/2021-22/reading-scheme", "due", 153),
    ]


def test_due_soon() -> None:
    """Due soon means by the end of the next term, or within the days that are named."""
    outcome = load_plan(BASE, date(2022, 12, 20))
    train = ("1.1/2022-23/train-staff", "due", 254)
    assert train not in _found(_progress(outcome))
    assert train in _found(_progress(outcome), within=254)
    assert train not in _found(_progress(outcome), within=253)
    assert ("1.1/2022-23/train-staff", "due", 242) in _found(_progress(load_plan(BASE, date(2023, 1, 1))))


def test_nothing_is_waited_for_before_the_plan_begins() -> None:
    """Neither what has not begun nor what is due much later waits for a report."""
    assert _found(_progress(load_plan(BASE, date(2021, 8, 31)))) == []


def test_role(schools: Path) -> None:
    """Only what a role leads is listed, or what nobody leads."""
    progress = _progress(load_plan(schools))
    assert [name for name, _, _ in _found(progress, "clerk")] == ["2.1/2022-23/one-school-joins"]
    assert [name for name, _, _ in _found(progress, NO_LEAD)] == [
        "1.2/2022-23/breakfast-clubs",
        "1.2/2022-23/one-register",
        "1.2/2022-23/call-families",
    ]


def test_deferred_work_is_due_in_its_new_year(tmp_path: Path) -> None:
    """What was deferred is past its date once the year that it moved to has ended."""
    build_case(CASES / "valid" / "deferred-and-continued", tmp_path)
    corners = "1.1/2021-22/reading-corners"
    assert (corners, "due", 0) in _found(_progress(load_plan(tmp_path, date(2023, 8, 31))))
    late = due_items(*_plan_and_progress(tmp_path, date(2023, 9, 1)))
    assert [(due.kind, due.why) for due in late if due.item.id == corners] == [
        (DueKind.OVERDUE, "was due on 31 August 2023, 1 day ago; reported as deferred")
    ]


def test_kinds_agree_with_the_marks_of_the_site(root: Path) -> None:
    """Everything that is marked past its date, stale or not reported on the site waits for a report here."""
    for folder in (root, root / "examples" / "quillbrook"):
        progress = _progress(load_plan(folder))
        found = {due.item.id: due.kind for due in due_items(progress.plan, progress)}
        for standing in progress.standings.values():
            if standing.overdue:
                assert found[standing.item.id] is DueKind.OVERDUE
            elif standing.stale:
                assert found[standing.item.id] is DueKind.STALE
            else:
                assert found.get(standing.item.id) not in (DueKind.OVERDUE, DueKind.STALE)


@pytest.mark.parametrize(
    ("case", "dates"),
    [
        ("joining", [("joining/hill-top-junior/welcome-day", NO_LEAD, "overdue", 150)]),
        (
            "services-and-governance",
            [
                ("services/payroll", NO_LEAD, "overdue", 304),
                ("governance/external-review", NO_LEAD, "overdue", 121),
                ("services/estates", NO_LEAD, "overdue", 90),
                ("services/legal", NO_LEAD, "overdue", 59),
                ("governance/skills-audit", NO_LEAD, "due", 91),
            ],
        ),
        (
            "support-and-deployments",
            [("support/elm-road-junior", NO_LEAD, "overdue", 77), ("support/oak-lane-primary", NO_LEAD, "due", 105)],
        ),
        (
            "every-text",
            [
                ("joining/oak-lane-primary/first-year", NO_LEAD, "overdue", 576),
                ("support/oak-lane-primary", "ceo", "due", 50),
            ],
        ),
    ],
)
def test_other_dates(case: str, dates: list[tuple[str, str, str, int]], tmp_path: Path) -> None:
    """Stages of joining, reviews and market tests are listed under the role that answers for them, if one is named."""
    build_case(CASES / "pages" / case, tmp_path)
    plan, progress = _plan_and_progress(tmp_path, date(2023, 3, 31))
    found = due_dates(plan, set_dates(plan, progress.as_at), progress.as_at)
    assert [(due.id, due.lead_id, due.kind.value, due.days) for due in found] == dates


def test_other_dates_agree_with_the_marks_of_the_site(root: Path) -> None:
    """What the site marks as past its date besides actions and goals is past its date here, and nothing else."""
    on_day = plan_on_day(root / "examples" / "quillbrook", None, TODAY)
    context, services, governance = on_day.context, on_day.plan.part(ServicesRecord), on_day.plan.part(GovernanceRecord)
    assert services
    assert governance
    marked = {
        *(f"support/{school_page(row.school.id)}" for row in school_levels(context).rows if row.passed),
        *(f"services/{e.href}" for y in calendar_view(services, context).years for e in y.events if e.state == OVERDUE),
        *(f"governance/{view.name}" for view in review_views(governance, on_day.as_at) if view.overdue),
        *(
            f"joining/{school_page(case.school.id)}"
            for group in case_views(context).values()
            for case in group
            if case.overdue
        ),
    }
    found = due_dates(on_day.plan, set_dates(on_day.plan, on_day.as_at), on_day.as_at)
    late = [due for due in found if due.kind is DueKind.OVERDUE]
    named = {"support": lambda due: due.page.partition("#")[0], "joining": lambda due: due.page.partition("#")[0]}
    named |= {"services": lambda due: f"#{due.page.partition('#')[2]}", "governance": lambda due: due.text}
    assert {f"{part}/{named[part](due)}" for due in late if (part := due.id.partition("/")[0])} == marked


def test_text_of_other_dates(tmp_path: Path) -> None:
    """Other dates are counted in a sentence of their own and stand in the same lists."""
    build_case(CASES / "pages" / "services-and-governance", tmp_path)
    assert_golden("desk/status-dates.txt", run("status", tmp_path, width=90).shown)


@pytest.mark.parametrize(
    ("options", "near"),
    [("", "is not near"), ("--within 500", "comes soon"), ("--as-at 2024-07-10", "has passed")],
)
def test_one_date_of_a_role(options: str, near: str, tmp_path: Path) -> None:
    """Where a role answers for one date only, that is said without counts."""
    build_case(CASES / "pages" / "services-and-governance", tmp_path)
    shown = " ".join(run(f"status --role ceo {options}", tmp_path).shown.split())
    assert f"Besides, 1 market test that this role answers for has a date, and it {near}." in shown


def test_text(schools: Path) -> None:
    """The command says how much waits for a report, then lists it by role and by what is the matter."""
    ran = run("status", schools, width=90)
    assert ran.code == DONE
    assert_golden("desk/status.txt", ran.shown)


def test_narrow_terminal(schools: Path) -> None:
    """A narrow terminal shows the same words; only an id may be wider than it."""
    wide, narrow = run("status", schools).shown, run("status", schools, width=32).shown
    assert narrow.split() == wide.split()
    assert all(len(line) <= 32 or len(line.split()) == 1 for line in narrow.splitlines())


def test_json(schools: Path) -> None:
    """As JSON, every field has a name of its own and days and dates are plain."""
    answer = json.loads(run("status --format json --role clerk", schools).shown)
    assert answer == {
        "as_at": "2023-03-31",
        "errors": 0,
        "counts": {"overdue": 0, "stale": 0, "unreported": 1, "due": 0},
        "items": [
            {
                "id": "2.1/2022-23/one-school-joins",
                "sort": "action",
                "words": "One school joins the trust",
                "role": "clerk",
                "kind": "unreported",
                "why": "nothing reported; its year began on 1 September 2022",
                "days": 211,
                "due": "2023-06-30",
                "status": "not-reported",
            }
        ],
    }


def test_nothing_waits() -> None:
    """Where nothing waits for a report, that is said in a sentence."""
    assert run("status --as-at 2021-08-31", BASE).shown == (
        "Example plan 2021 to 2023, as at 31 August 2021\n\nOf 6 actions and goals, none waits for a report.\n\n"
        "Besides, 1 market test and 1 review of governance have dates: none of them is near.\n"
    )


def test_wrong_role() -> None:
    """A role that the plan does not have is answered with the nearest and with all of them."""
    ran = run("status --role clark", BASE)
    assert ran.code == COULD_NOT_RUN
    assert ran.shown == (
        'trustplan: "clark" is not a role of this plan; did you mean "clerk"? The roles are: ceo, clerk.\n'
    )
    assert 'did you mean "ceo"?' in run("status --role 'Chief executive'", BASE).shown


def test_role_that_leads_nothing(tmp_path: Path) -> None:
    """A role without any actions or goals is told so."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    plan = tmp_path / "plan" / "plan.yml"
    roles = "roles:\n  - id: cook\n    name: Head cook\n"
    plan.write_text(plan.read_text(encoding="utf-8").replace("roles:\n", roles), encoding="utf-8")
    assert run("status --role cook", tmp_path).shown.endswith(
        "\n\nThe plan has no actions or goals led by the role “Head cook”.\n"
    )


def test_plan_with_errors(tmp_path: Path) -> None:
    """Of a plan with errors, what can be read is shown, and that something may be missing."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / MILESTONE).write_text("focus: planed\n", encoding="utf-8")
    ran = run("status", tmp_path)
    assert ran.code == DONE
    assert "The check finds 1 error, so something may be missing here. To see: trustplan check" in ran.shown
    assert "train-staff" not in ran.shown


def test_no_plan(tmp_path: Path) -> None:
    """Without a plan, the answer says what to do."""
    no_folder, no_plan = run("status", tmp_path / "nowhere"), run("status", tmp_path)
    assert (no_folder.code, no_folder.shown) == (COULD_NOT_RUN, "trustplan: FOLDER is not a folder.\n")
    assert no_plan.code == COULD_NOT_RUN
    assert no_plan.shown == (
        "trustplan: There is no plan in this folder. Run the command in the folder that holds plan/ and schools/, "
        "or name that folder with --root.\n"
    )
