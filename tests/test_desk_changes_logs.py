"""`trustplan changes`: what it says of past reports, of decisions, of other names and of what the public loses."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from desk import cli
from desk.changes.lines_logs import NO_REASON, NO_SUCH_CHANGE
from tests.case_folders import CASES, build_case
from tests.plan_files import read_files, write_files
from validate.history.git import LOCATION
from validate.history.logs import HIDDEN

if TYPE_CHECKING:
    from pathlib import Path

CLUBS = "plan/pillars/1-learning/1.2-attendance/2022-23.yml"
AMENDMENTS = "plan/amendments.yml"
APPROVALS = "plan/approvals.yml"
NOTE = "        note: The kitchens were measured.\n"
REPORT = f"      - date: 2022-11-25\n        status: no-change\n{NOTE}        reported_by: ceo\n"
CORRECTION = "        correction:\n          date: 2023-03-20\n          reason: Two were left out\n"
OTHER_NOTE = '"note" was "The kitchens were measured.", and is "Most kitchens were measured." now'
DUE = """\
  - promise: 1.2/2022-23/breakfast-clubs
    what: due
    was: 2022-12-31
    why: The kitchens had to be measured
    decided_by: board
    decided: 2022-11-29
"""
APPROVED = f"  - date: 2022-10-04\n    by: board\n    fingerprint: {'0' * 64}\n    note: With the budget\n"


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with a plan, its decisions and one commit."""
    root = tmp_path_factory.mktemp("logs")
    build_case(CASES / "pages" / "school-by-school", root)
    (root / AMENDMENTS).write_text(f"amendments:\n{DUE}", encoding="utf-8")
    (root / APPROVALS).write_text(f"approvals:\n{APPROVED}", encoding="utf-8")
    git = ("git", "-C", str(root), "-c", "user.name=A trustee", "-c", "user.email=trustee@example.org")
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "The plan")):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    return root


@pytest.fixture
def root(committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of that repository which may be changed."""
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "GITHUB_ACTIONS", *LOCATION):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1690848000")
    return shutil.copytree(committed, tmp_path / "trust")


def _change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def _said(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert cli.main(["changes", "--root", str(root), "--since", "HEAD", *options]) == 0
    return capsys.readouterr().out


def _details(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is said below the counts, however it is broken into lines."""
    return " ".join(_said(root, capsys).split("\n\n", 2)[2].split())


def _text(*lines: str) -> str:
    return " ".join(lines)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (NOTE, NOTE.replace("The", "Most"), f"was changed: {OTHER_NOTE}. {NO_REASON}"),
        (
            NOTE,
            f"{NOTE.replace('The', 'Most')}{CORRECTION}",
            f"was changed: {OTHER_NOTE}. Corrected on 20 March 2023: Two were left out.",
        ),
        ("2022-11-25", "2022-11-26", f'was changed: "date" was "2022-11-25", and is "2022-11-26" now. {NO_REASON}'),
        (NOTE, f"{NOTE}        audience: trustees\n", f"was changed: {HIDDEN}. {NO_REASON}"),
        (REPORT, "", "was taken out."),
    ],
    ids=["rewritten", "corrected", "date", "hidden", "taken out"],
)
def test_past_report(root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str) -> None:
    """A past report that was written otherwise, hidden or taken out is told as that, and as nothing else."""
    _change(root, CLUBS, old, new)
    report = "The report of 25 November 2022" + (", which said “no-change”," if not new else "")
    assert _details(root, capsys) == _text(
        "Past reports changed",
        "1.2/2022-23/breakfast-clubs",
        "Open a breakfast club in each school",
        f"{report} {said}",
    )


def test_past_report_for_programs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs and GitHub are told of it as well, at the line of the report."""
    _change(root, CLUBS, NOTE, f"{NOTE.replace('The', 'Most')}{CORRECTION}")
    found = json.loads(_said(root, capsys, "--format", "json"))
    assert (found["counts"]["reports_changed"], sum(found["counts"].values())) == (1, 1)
    assert found["reports_changed"] == [
        {
            "id": "1.2/2022-23/breakfast-clubs",
            "date": "2022-11-25",
            "removed": False,
            "how": OTHER_NOTE,
            "correction": "Two were left out",
        }
    ]
    notice, counts = _said(root, capsys, "--format", "github").splitlines()
    assert notice == (
        f"::notice file={CLUBS},line=8,title=Past report changed::Open a breakfast club in each school "
        f"(1.2/2022-23/breakfast-clubs). The report of 25 November 2022 was changed: {OTHER_NOTE}. "
        "Corrected on 20 March 2023: Two were left out."
    )
    assert counts.endswith(": 1 past report changed.")


def test_decisions(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was decided is told with its reason; a decision that was changed or taken out is told apart."""
    _change(root, AMENDMENTS, "had to be", "could not be")
    new = DUE.replace("what: due\n    was: 2022-12-31", "what: schools\n    was: trust")
    _change(root, AMENDMENTS, "amendments:\n", f"amendments:\n{new}")
    (root / APPROVALS).write_text(f"approvals:\n{APPROVED.replace('2022-10-04', '2022-12-06')}", encoding="utf-8")
    assert _details(root, capsys) == _text(
        "Past decisions changed",
        "1.2/2022-23/breakfast-clubs",
        "Open a breakfast club in each school",
        'The amendment decided on 29 November 2022 was changed: "why" was "The kitchens had to be measured", and '
        'is "The kitchens could not be measured" now.',
        "Approval of the promises",
        "The approval of 4 October 2022 was taken out.",
        "Decisions put on record",
        "1.2/2022-23/breakfast-clubs",
        "Open a breakfast club in each school",
        "Changed on 29 November 2022 by the trust board: where it is to be done was the trust as a whole.",
        "Why: The kitchens had to be measured.",
        "The files compared show no such change.",
        "Approval of the promises",
        "Approved on 6 December 2022 by the trust board.",
        "With the budget.",
    )
    found = json.loads(_said(root, capsys, "--format", "json"))
    assert [entry["removed"] for entry in found["decisions_changed"]] == [False, True]
    assert [(entry["what"], entry["line"]) for entry in found["decided"]] == [("schools", 2), ("approval", 2)]


def test_other_name(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words under another name are said to be the same."""
    _change(root, CLUBS, "id: call-families", "id: ring-families")
    assert _details(root, capsys) == _text(
        "Promises amended",
        "1.2/2022-23/call-families",
        "Call families on the first day of absence",
        "Now called 1.2/2022-23/ring-families, in the same words.",
        "Promises added",
        "1.2/2022-23/ring-families",
        "Call families on the first day of absence",
        "New in the plan. The same words stood under 1.2/2022-23/call-families.",
    )


def test_kept_from_the_public(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A promise that the public cannot read any more is amended; for the public it is gone."""
    _change(root, CLUBS, "    action: Call", "    audience: trustees\n    action: Call")
    promise = ["Promises amended", "1.2/2022-23/call-families", "Call families on the first day of absence"]
    assert _details(root, capsys) == _text(*promise, "The audience is now trustees alone; it was everybody.")
    assert "Taken out of the plan." in _said(root, capsys, "--audience", "public")


SERVICES = "plan/services.yml"
GOVERNANCE = "plan/governance.yml"
REMOVED = (
    'Service "Finance" It was removed. With it went 1 promise of a service, 1 review and 1 market test.',
    'Service "Estates" It was added.',
)


def test_removed_with_all_that_was_in_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is removed is told with what went with it."""
    text = (root / SERVICES).read_text(encoding="utf-8")
    end = text.index("  - id: finance\n    name: Finance\n    provider")
    (root / SERVICES).write_text(f"{text[:end]}  - id: estates\n    name: Estates\n", encoding="utf-8")
    said = _details(root, capsys)
    assert said.startswith("What else changed services/estates")
    assert all(sentence.replace("services/finance ", "") in said for sentence in REMOVED)


def test_another_value(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A value that is neither a promise nor an entry of a log is told in the words of its record class."""
    _change(root, GOVERNANCE, "power: proposes", "power: decides")
    assert _details(root, capsys) == _text(
        "What else changed",
        "delegation/approve-budget",
        'Decision "approve-budget"',
        'Share (executive): power was "proposes", is "decides" now.',
    )
    (change,) = json.loads(_said(root, capsys, "--format", "json"))["changed"]
    assert (change["what"], change["field"], change["before"], change["after"]) == (
        "changed",
        "power",
        "proposes",
        "decides",
    )


EARLIER = "plan/pillars/1-learning/1.1-reading/2021-22.yml"
LATER = EARLIER.replace("2021-22.yml", "2022-23.yml")
MOVED = """\
amendments:
  - promise: 1.1/2021-22/reading-scheme
    what: wording
    was: Choose one reading scheme for the whole trust
    why: It was not clear for whom.
    decided_by: board
    decided: 2022-01-10
  - promise: 1.1/2022-23/reading-scheme
    what: year
    was: 2021-22
    why: The supplier was late.
    decided_by: board
    decided: 2022-06-10
"""


def test_moved_after_it_was_amended(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An amendment under a former id is of the promise as it is called now, and the change is shown with it."""
    files = read_files(root)
    (scheme,) = files[EARLIER]["actions"]
    scheme["action"] = "Choose one reading scheme for every school"
    scheme["updates"] = [update for update in scheme["updates"] if "moved_to" not in str(update)]
    files[EARLIER] = {"focus": "nothing-published"}
    files[LATER]["actions"].append(scheme)
    write_files(root, files, tmp_path / "moved")
    shutil.copytree(tmp_path / "moved", root, dirs_exist_ok=True)
    (root / AMENDMENTS).write_text(f"{MOVED}{DUE}", encoding="utf-8")
    said = _details(root, capsys)
    assert "the wording was “Choose one reading scheme for the whole trust”" in said
    assert "1.1/2021-22/reading-scheme" not in said
    assert NO_SUCH_CHANGE not in said
