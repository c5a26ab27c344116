"""`trustplan approve`: records that a body approved the promises as they are, by their fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.approving import (
    approved,
    check_day,
    check_decider,
    check_not_amended_since,
    check_not_recorded,
)
from desk.options import add_root, day
from desk.plan_on_day import plan_on_day
from desk.report.entry import files_in, proof_entry, take_kinds
from desk.report.evidence_files import take_in
from desk.report.options import add_proof_options, proofs_of
from desk.surroundings import REFUSED
from desk.writing.appending import with_entry, with_new_file
from desk.writing.change import edited, new_file
from desk.writing.changes import add_writing, write_changes
from validate.layout import APPROVALS_FILE
from validate.words import count

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from pathlib import Path

    from desk.surroundings import Surroundings
    from desk.writing.change import Change
    from validate.cli import Commands

DESCRIPTION = (
    "Record that a body approved what the plan promises: wording, dates, years, schools and targets. "
    "The site then says whether the promises are still the same. Reports do not change them."
)


def add(commands: Commands) -> None:
    """Add the command that records an approval."""
    approve = commands.add_parser("approve", description=DESCRIPTION)
    approve.add_argument("--by", required=True, metavar="BODY", help="the body or role that approved them")
    approve.add_argument("--on", required=True, type=day, metavar="YYYY-MM-DD", help="the day on which it did")
    approve.add_argument("--note", default="", metavar="TEXT", help="what a reader should know about it")
    add_proof_options(approve)
    add_writing(approve)
    add_root(approve)
    approve.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:
    """Work out what is approved, show the entry, check it and write it."""
    on_day = plan_on_day(options.root, None, surroundings.today)
    outcome = on_day.outcome
    if outcome.errors or outcome.plan is None:
        print(f"The check finds {count(outcome.errors, 'error')}, so it is not certain what would be approved.")
        print("Nothing was written. To see what is wrong: trustplan check")
        return REFUSED
    check_decider(outcome.plan, options.by)
    check_day(outcome, outcome.plan, options.on)
    check_not_amended_since(outcome.plan, options.on)
    found = approved(outcome, outcome.plan, options.on, on_day.as_at)
    check_not_recorded(outcome.plan, found, options.by, options.on)
    proofs = proofs_of(options.proofs, options.root)
    take_kinds(proofs)
    names, copies = take_in(options.root, files_in(proofs))
    said: dict[str, object] = {
        "date": options.on.isoformat(),
        "by": options.by,
        "fingerprint": found.fingerprint,
        "trustees_fingerprint": found.trustees_fingerprint,
        "note": " ".join(options.note.split()),
        "evidence": [proof_entry(proof, names) for proof in proofs],
    }
    entry = {name: value for name, value in said.items() if value}
    print(f"{found.sentence}\n")
    changes = [_recorded(options.root, entry), *copies]
    message = f"Approval of the promises by {options.by} on {options.on}"
    return write_changes(options.root, changes, outcome, surroundings, options, message)


def _recorded(root: Path, entry: Mapping[str, object]) -> Change:
    if (root / APPROVALS_FILE).exists():
        return edited(root, APPROVALS_FILE, lambda text: with_entry(text, ("approvals",), entry))
    return new_file(root, APPROVALS_FILE, with_new_file({"approvals": [entry]}).encode("utf-8"))
