"""Reminders of what waits for a report: their text, their links, and the folder that a pipeline reads."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from desk.surroundings import COULD_NOT_RUN, DONE
from tests.case_folders import BASE, CASES, build_case
from tests.desk_runs import run
from tests.golden_pages import assert_golden

if TYPE_CHECKING:
    from pathlib import Path

YEAR = "plan/pillars/1-learning/1.1-reading/2022-23.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a plan that may be changed."""
    shutil.copytree(BASE, tmp_path / "plan-of-a-trust")
    return tmp_path / "plan-of-a-trust"


def _write(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, encoding="utf-8")


def test_text_for_a_site(root: Path) -> None:
    """With the address of the site, each entry leads to its page, and the page that shows how to report is named."""
    build_case(CASES / "pages" / "school-by-school", root)
    _write(root, "plan/how-to-report.md", "# How to report\n")
    ran = run("remind --role ceo --site https://example.org/plan/", root)
    assert ran.code == DONE
    assert_golden("desk/reminders/ceo.md", ran.shown)


def test_text_for_every_role(root: Path) -> None:
    """Without a role there is a reminder for each; one with nothing says that it is closed, and nobody's comes last."""
    roles = "roles:\n  - id: cook\n    name: Head cook\n"
    plan = (root / "plan" / "plan.yml").read_text(encoding="utf-8")
    _write(root, "plan/plan.yml", plan.replace("roles:\n", roles))
    assert_golden("desk/reminders/every-role.md", run("remind", root).shown)


def test_folder(root: Path, tmp_path: Path) -> None:
    """A folder holds a file for each role, and a list of what is to be done with each."""
    out = tmp_path / "out" / "reminders"
    ran = run(f"remind --folder '{out}'", root)
    assert ran == (DONE, f"Written to {out}: 3 reminders, listed in reminders.tsv.\n")
    assert (out / "reminders.tsv").read_text(encoding="utf-8") == (
        "open\tceo\tReports wait: Chief executive officer\tceo.md\n"
        "open\tclerk\tReports wait: Clerk to the board\tclerk.md\n"
        "open\t_no-lead\tReports wait: No lead named\t_no-lead.md\n"
    )
    assert sorted(path.name for path in out.iterdir()) == ["_no-lead.md", "ceo.md", "clerk.md", "reminders.tsv"]
    assert (out / "ceo.md").read_text(encoding="utf-8").startswith("<!-- trustplan-reminder: ceo -->\n\n")
    written = {entry["role"]: entry["body"] for entry in json.loads(run("remind --format json", root).shown)}
    assert all((out / f"{role}.md").read_text(encoding="utf-8") == body for role, body in written.items())


def test_json(root: Path) -> None:
    """As JSON, a reminder has what a pipeline needs to find, open or close its issue."""
    (entry,) = json.loads(run("remind --format json --role clerk", root).shown)
    body = entry.pop("body")
    assert entry == {
        "action": "open",
        "role": "clerk",
        "title": "Reports wait: Clerk to the board",
        "marker": "<!-- trustplan-reminder: clerk -->",
    }
    assert body.startswith(entry["marker"])


def test_words_of_the_plan_stay_words(root: Path) -> None:
    """Words that would call people, link to issues or look like Markdown are shown as they are."""
    action = "Ask @everyone about #12, !3 and GH-4, [this](https://example.org) & `that` | *now*, at 5%!"
    _write(root, YEAR, f"focus: planned\nactions:\n  - id: train-staff\n    action: '{action}'\n")
    assert (
        r"Ask @&#8203;everyone about #&#8203;12, !&#8203;3 and GH&#8203;-4, \[this\](https://example.org) \& \`that\` "
        r"\| \*now\*, at 5%!" in run("remind --role ceo", root).shown
    )


def test_what_the_public_does_not_see(root: Path) -> None:
    """What is kept for trustees is marked so, and has no link, as the public site has no page of it."""
    text = (root / YEAR).read_text(encoding="utf-8")
    _write(root, YEAR, text.replace("    updates:\n", "    audience: trustees\n    updates:\n"))
    shown = run("remind --role ceo --site https://example.org --as-at 2023-08-31", root).shown
    assert "- [ ] `1.1/2022-23/train-staff` (trustees only): Train every teacher" in shown
    assert "[`1.1/goal/nine-in-ten`](https://example.org/objectives/1.1/#1.1/goal/nine-in-ten): " in shown


def test_long_list(root: Path) -> None:
    """Of a very long list only the first entries stand there, with the command that shows all."""
    actions = "".join(f"  - id: a-{n}\n    action: Do part {n}\n" for n in range(70))
    _write(root, YEAR, f"focus: planned\nactions:\n{actions}")
    shown = run("remind --role ceo", root).shown
    assert shown.count("- [ ] ") == 50
    assert "more wait besides these. `trustplan status --role ceo` lists all of them." in shown
    assert len(shown) < 65_000


def test_very_long_texts(root: Path) -> None:
    """However long the texts are, an issue can hold what is listed, and the command for the rest stands below."""
    actions = "".join(f"  - id: a-{n}\n    action: Do part {n}{' @' * 140}\n" for n in range(40))
    _write(root, YEAR, f"focus: planned\nactions:\n{actions}")
    shown = run("remind --role ceo", root).shown
    assert len(shown) < 65_000
    assert "more wait besides these. `trustplan status --role ceo` lists all of them." in shown


def test_other_dates(tmp_path: Path) -> None:
    """Reviews and tests stand in the lists, with the file to record them in; levels of support are for trustees."""
    build_case(CASES / "pages" / "support-and-deployments", tmp_path)
    ran = run("remind --site https://example.org", tmp_path)
    assert ran.code == DONE
    assert_golden("desk/reminders/other-dates.md", ran.shown)


def test_role_with_other_dates_only(root: Path) -> None:
    """A role that leads nothing and answers for something is told of that alone."""
    services = (root / "plan" / "services.yml").read_text(encoding="utf-8")
    roles = "roles:\n  - id: cook\n    name: Head cook\n"
    plan = (root / "plan" / "plan.yml").read_text(encoding="utf-8")
    _write(root, "plan/plan.yml", plan.replace("roles:\n", roles))
    _write(root, "plan/services.yml", services.replace("    name: Finance\n", "    name: Finance\n    lead: cook\n"))
    shown = run("remind --role cook --as-at 2024-07-10", root).shown
    assert "Of the dates that the role “Head cook” answers for, 1 has passed as at 10 July 2024." in shown
    assert "trustplan report" not in shown
    assert "To be recorded in `plan/services.yml`." in shown


def test_folder_of_one_role(root: Path, tmp_path: Path) -> None:
    """A folder holds every role, since the issues of roles that it does not know are closed."""
    ran = run(f"remind --role ceo --folder '{tmp_path}/out'", root)
    assert ran == (
        COULD_NOT_RUN,
        "trustplan: A folder holds the reminders of all roles. Leave out --role, or leave out --folder.\n",
    )
    assert not (tmp_path / "out").exists()


def test_plan_with_errors(root: Path) -> None:
    """A plan with errors gives no reminders, since something could be missing from them."""
    _write(root, YEAR, "focus: planed\n")
    ran = run("remind", root)
    assert ran.code == COULD_NOT_RUN
    assert ran.shown == (
        "trustplan: The check finds 1 error, so reminders could leave something out. Put it right first. "
        "To see: trustplan check\n"
    )


def test_work_that_was_on_track(root: Path) -> None:
    """The day after its date, what was on track is an error of the check, and the very thing to remind of."""
    shown = run("remind --role ceo --as-at 2023-09-01", root).shown
    assert "Train every teacher in the new scheme. Was due on 31 August 2023, 1 day ago; reported as on track." in shown


def test_folder_that_cannot_be_written(root: Path) -> None:
    """A folder that is a file is refused in words."""
    assert run(f"remind --folder '{root}/plan/plan.yml'", root) == (
        COULD_NOT_RUN,
        "trustplan: The reminders cannot be written to FOLDER/plan/plan.yml (file exists).\n",
    )


@pytest.mark.parametrize("site", ["example.org", "ftp://example.org", "https://example.org/a b", "https://a/)("])
def test_address_that_is_none(site: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is not a web address is refused before anything is written."""
    with pytest.raises(SystemExit) as stop:
        run(f"remind --site '{site}'", root)
    assert stop.value.code == COULD_NOT_RUN
    assert f'"{site}" is not a web address that starts with https:// or http://' in capsys.readouterr().err
