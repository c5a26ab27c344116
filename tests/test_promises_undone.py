"""Amendments say enough to work out what was promised before them, or it is known that they do not."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from hooks.views.approval import approval_view
from tests.case_folders import BASE
from tests.golden_pages import site_context
from tests.plan_files import write_files
from tests.test_promises import BASE_FINGERPRINT, CHANGES, FILES, SCHEME, STAFF, amendments_between
from validate.history.amendments import amendments_of
from validate.history.fingerprint import fingerprint
from validate.history.promise import promises_of
from validate.history.undone import CannotBeUndone, undone
from validate.pipeline import load_plan

if TYPE_CHECKING:
    from pathlib import Path

    from tests.plan_files import Files
    from validate.plan.plan import Plan

AMENDMENTS = "plan/amendments.yml"
DECIDED = {"why": "It had to be.", "decided_by": "ceo", "decided": "2023-02-14"}
CANNOT = {"removal", "a target less"}
"""Changes after which an amendment keeps one sentence of several."""
NOT_ALL = {"baseline"}
"""Changes to what was not said before, for which an amendment has no word."""


def _plan(files: Files, root: Path) -> Plan:
    write_files(BASE, files, root)
    plan = load_plan(root).plan
    assert plan is not None
    return plan


def _with_amendments(files: Files, root: Path) -> Plan:
    """Return the changed plan with an amendment for each change of a promise of the base."""
    before, after = _plan(deepcopy(FILES), root / "before"), _plan(deepcopy(files), root / "after")
    entries: list[dict[str, Any]] = [
        {"promise": change.id, "what": change.what.value, **({"was": change.was.plain} if change.was.plain else {})}
        for change in amendments_between(before, after)
    ]
    files[AMENDMENTS] = {"amendments": [entry | DECIDED for entry in entries]}
    return _plan(files, root / "amended")


def _undone(plan: Plan) -> str:
    return fingerprint(undone(plan, promises_of(plan).values(), amendments_of(plan)))


@pytest.mark.parametrize("name", sorted(set(CHANGES) - CANNOT))
def test_amendments_lead_back(name: str, tmp_path: Path) -> None:
    """Undoing what is on record gives the promises of before, and the fingerprint that was approved."""
    files = deepcopy(FILES)
    CHANGES[name][0](files)
    assert (_undone(_with_amendments(files, tmp_path)) == BASE_FINGERPRINT) is (name not in NOT_ALL)


@pytest.mark.parametrize("name", sorted(CANNOT))
def test_removed_promises_are_lost(name: str, tmp_path: Path) -> None:
    """What was removed cannot be worked out again, and that is said."""
    files = deepcopy(FILES)
    CHANGES[name][0](files)
    with pytest.raises(CannotBeUndone):
        _undone(_with_amendments(files, tmp_path))


def test_several_amendments(tmp_path: Path) -> None:
    """Two amendments of one date are undone, the newest first."""
    files = deepcopy(FILES)
    CHANGES["date"][0](files)
    entry = {"promise": "1.1/2021-22/reading-scheme", "what": "due"} | DECIDED
    files[AMENDMENTS] = {
        "amendments": [
            entry | {"was": "2022-08-31", "decided": "2022-01-10"},
            entry | {"was": "2022-05-31", "decided": "2022-02-10"},
        ]
    }
    assert _undone(_plan(files, tmp_path)) == BASE_FINGERPRINT


def test_amended_under_a_former_id(tmp_path: Path) -> None:
    """What was amended before an action moved to another year stands under its former id, and is undone as well."""
    files = deepcopy(FILES)
    CHANGES["another year"][0](files)
    action = next(action for action in files[STAFF]["actions"] if action["id"] == "reading-scheme")
    was, action["action"] = action["action"], "Choose one reading scheme for every school"
    files[AMENDMENTS] = {
        "amendments": [
            {"promise": "1.1/2021-22/reading-scheme", "what": "wording", "was": was} | DECIDED,
            {"promise": "1.1/2022-23/reading-scheme", "what": "year", "was": "2021-22"} | DECIDED,
        ]
    }
    files[SCHEME] = {"focus": "nothing-published"}
    approved = {"date": "2022-01-01", "by": "board", "fingerprint": BASE_FINGERPRINT}
    files["plan/approvals.yml"] = {"approvals": [approved]}
    assert _undone(_plan(files, tmp_path)) == BASE_FINGERPRINT
    approval = approval_view(site_context(tmp_path))
    assert approval is not None
    assert approval.sentence.endswith("Since then one promise was amended, and nothing else was changed.")
