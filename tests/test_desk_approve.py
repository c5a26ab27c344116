"""`trustplan approve`: what it records, when it refuses, and that only a change of promises ends an approval."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk.writing.appending import with_entry
from hooks.context import site_context
from hooks.views.approval import approval_view
from tests.case_folders import BASE
from tests.desk_runs import run
from validate.pipeline import load_plan
from validate.records.base import Audience

if TYPE_CHECKING:
    from pathlib import Path

APPROVALS = "plan/approvals.yml"
SCHEME = "plan/pillars/1-learning/1.1-reading/2021-22.yml"
STAFF = "plan/pillars/1-learning/1.1-reading/2022-23.yml"
PRINT = "0d3297e515c1762c9ca528b79eb217426e26db1105f9e0004092bd9eb9f99b60"
"""The fingerprint of the base of the cases."""

APPROVE = "approve --by board --on 2022-07-05"
ENTRY = f"  - date: 2022-07-05\n    by: board\n    fingerprint: {PRINT}\n"
AMENDED = """\
amendments:
  - promise: 1.1/2022-23/train-staff
    what: wording
    was: Train every teacher in the new scheme
    why: The course is full.
    decided_by: board
    decided: 2022-10-04
"""
SHOWN = f"""\
What is approved: 17 promises.

This new file will be written, plan/approvals.yml:

  +   1 | approvals:
  +   2 |   - date: 2022-07-05
  +   3 |     by: board
  +   4 |     fingerprint: {PRINT}

Written: plan/approvals.yml.
The check finds no problem.
What comes next: send the changed files to whoever looks after the plan.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a clean plan that may be changed."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def _approved(root: Path, entry: str = ENTRY) -> None:
    (root / APPROVALS).write_text(f"approvals:\n{entry}", encoding="utf-8")


def _said(root: Path, audience: Audience = Audience.PUBLIC, as_at: date = date(2023, 3, 31)) -> str:
    """Return what the site says of the approval."""
    outcome = load_plan(root, as_at)
    assert outcome.errors == 0
    view = approval_view(site_context(outcome, as_at, audience))
    return view.sentence if view else ""


def test_first_approval(root: Path) -> None:
    """The first approval makes the file; what is shown is what is written."""
    assert run(APPROVE, root) == (0, SHOWN)
    assert (root / APPROVALS).read_text(encoding="utf-8") == f"approvals:\n{ENTRY}"


def test_next_approval(root: Path) -> None:
    """A later approval is added below, with its note and proofs, and leaves the rest of the file as it is."""
    (root / APPROVALS).write_bytes(f"# Kept by the clerk\r\napprovals:\n{ENTRY}".encode())
    before = (root / APPROVALS).read_bytes()
    options = (
        "--by ceo --on 2023-03-31 --note 'Read again: whole' --evidence Minutes --evidence-url https://example.org/m"
    )
    assert run(f"approve {options}", root).code == 0
    after = (root / APPROVALS).read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].decode() == (
        f'  - date: 2023-03-31\n    by: ceo\n    fingerprint: {PRINT}\n    note: "Read again: whole"\n'
        "    evidence:\n      - title: Minutes\n        kind: minutes\n        url: https://example.org/m\n"
    )


def test_dry_run(root: Path) -> None:
    """A dry run shows the same and writes nothing."""
    ran = run(f"{APPROVE} --dry-run", root)
    assert ran.code == 0
    assert ran.shown.splitlines()[:6] == SHOWN.splitlines()[:6]
    assert not (root / APPROVALS).exists()


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (
            "--by bord --on 2022-07-05",
            (
                '"bord" is not a body or a role of this plan; did you mean "board"? '
                "The bodies and roles are: ceo, clerk, board, executive."
            ),
        ),
        (
            "--by 'A person' --on 2022-07-05",
            '"A person" is not a body or a role of this plan. The bodies and roles are: ceo, clerk, board, executive.',
        ),
        (
            "--by board --on 2023-04-01",
            (
                "1 April 2023 is later than 31 March 2023, the day for which this plan is kept. "
                "Give an earlier day, or bring as_at in plan/plan.yml up to date first."
            ),
        ),
    ],
)
def test_wrong_turns(root: Path, options: str, complaint: str) -> None:
    """What cannot be recorded is answered in a sentence, and nothing is written."""
    assert run(f"approve {options}", root) == (2, f"trustplan: {complaint}\n")
    assert not (root / APPROVALS).exists()


def test_day_to_come(root: Path) -> None:
    """Where the plan is kept for no day, an approval cannot be of a day after today."""
    _change(root, "plan/plan.yml", "reporting:\n  as_at: 2023-03-31\n", "")
    assert run("approve --by board --on 2023-04-01", root) == (
        2,
        "trustplan: 1 April 2023 is later than today, 31 March 2023. Record it when it has been decided.\n",
    )


def test_amended_since(root: Path) -> None:
    """Promises that were amended after a day cannot have been approved as they are on that day."""
    _change(root, STAFF, "Train every teacher", "Train half of the teachers")
    (root / "plan/amendments.yml").write_text(AMENDED, encoding="utf-8")
    assert run(APPROVE, root) == (
        2,
        (
            'trustplan: The promises were not yet these on 5 July 2022: "1.1/2022-23/train-staff" was amended on '
            "4 October 2022. Give the day on which the promises were approved as they are now.\n"
        ),
    )
    assert not (root / APPROVALS).exists()
    assert run("approve --by board --on 2022-10-04", root).code == 0


def test_twice_on_a_day(root: Path) -> None:
    """Of two approvals of one day, the lower one is the last."""
    _approved(root, ENTRY.replace(PRINT, "0" * 64))
    assert "no amendment says how they were changed" in _said(root)
    assert run(APPROVE, root).code == 0
    assert _said(root) == "The promises are unchanged since the trust board approved them on 5 July 2022."


def test_recorded_already(root: Path) -> None:
    """The same approval is not recorded twice."""
    _approved(root)
    assert run(APPROVE, root) == (
        2,
        "trustplan: This approval is recorded already, in plan/approvals.yml. Nothing was written.\n",
    )


def test_errors(root: Path) -> None:
    """A plan with errors is not approved."""
    _change(root, STAFF, "on-track", "on_trak")
    assert run(APPROVE, root) == (
        1,
        (
            "The check finds 1 error, so it is not certain what would be approved.\n"
            "Nothing was written. To see what is wrong: trustplan check\n"
        ),
    )


def test_proof_that_is_none(root: Path) -> None:
    """A proof that the check refuses is told with the check's words, and nothing is written."""
    ran = run(f"{APPROVE} --evidence Minutes --evidence-url ftp://example.org/m --yes", root)
    assert ran.code == 1
    assert '"url" is "ftp://example.org/m"; it must be a web address' in ran.shown
    assert not (root / APPROVALS).exists()


def test_no_approval(root: Path) -> None:
    """Where no approval is recorded, or none yet on the day, nothing is said of one."""
    assert _said(root) == ""
    _approved(root)
    assert _said(root, as_at=date(2022, 7, 4)) == ""


def test_reports_do_not_disturb(root: Path) -> None:
    """Reporting progress leaves the promises as they were approved, for everybody."""
    run(APPROVE, root)
    report = {"date": "2023-03-20", "status": "at-risk", "reported_by": "ceo", "note": "Two teachers have left."}
    text = (root / STAFF).read_text(encoding="utf-8")
    (root / STAFF).write_text(with_entry(text, ("actions", 0, "updates"), report), encoding="utf-8")
    unchanged = "The promises are unchanged since the trust board approved them on 5 July 2022."
    assert _said(root) == unchanged
    assert _said(root, Audience.TRUSTEES) == unchanged


def test_changed_promise(root: Path) -> None:
    """A changed promise ends it: the site says how many were amended, and whether that is all that was changed."""
    _approved(root)
    _change(root, STAFF, "Train every teacher", "Train half of the teachers")
    assert _said(root) == (
        "The promises are not the same as those that the trust board approved on 5 July 2022, and no amendment says "
        "how they were changed."
    )
    (root / "plan/amendments.yml").write_text(AMENDED, encoding="utf-8")
    amended = "The trust board approved the promises on 5 July 2022. Since then one promise was amended"
    assert _said(root) == f"{amended}, and nothing else was changed."
    _change(root, SCHEME, "Choose one", "Choose another")
    assert _said(root) == (
        f"{amended}. Something else differs too, or an amendment does not give the former words to the letter."
    )


def test_kept_promises(root: Path) -> None:
    """The public is told of the promises that it sees, and trustees of all; what is shown later was approved too."""
    _change(root, SCHEME, "    action:", "    audience: trustees\n    action:")
    _change(root, STAFF, "    action:", "    publish_after: 2022-12-31\n    action:")
    assert "What is approved: 17 promises, 2 of them kept from the public.\n" in run(APPROVE, root).shown
    unchanged = "The promises are unchanged since the trust board approved them on 5 July 2022."
    assert _said(root, as_at=date(2022, 12, 31)) == unchanged
    assert _said(root) == unchanged
    assert _said(root, Audience.TRUSTEES) == unchanged
    _change(root, SCHEME, "Choose one", "Choose another")
    assert _said(root) == unchanged
    assert _said(root, Audience.TRUSTEES).startswith("The promises are not the same as those")
