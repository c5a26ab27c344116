"""The options of `trustplan report`: what can be said of an action or goal in one command."""

from __future__ import annotations

import argparse
import shlex
from typing import TYPE_CHECKING, Any

from desk.options import add_root
from desk.report.entry import Proof, usual_kind
from desk.report.evidence_files import located
from desk.writing.changes import add_writing
from validate.fields import fields_of
from validate.records.report import EvidenceRecord, UpdateRecord
from validate.status import EvidenceKind, ReportedStatus
from validate.words import commas, listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desk.report.entry import Report

ABOUT_PROOF = ("url", "file", "kind", "date", "audience", "publish_after")
"""What may be said of a proof, each by an option behind the one that names the proof."""

MOVE_AS_AT = "--move-as-at"

LONE_OPTION = "say which proof this is about: put --evidence and its title in front"

ABOUT_ID = "the action or goal, such as 4.1/2022-23/one-or-two-join; at a terminal, some of its words will do"


class _Words(argparse.Action):
    """Keeps several words as one text."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        del parser, option_string
        setattr(namespace, self.dest, " ".join(values or ()))


class _BeginProof(argparse.Action):
    """Begins another proof with its title."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        del parser, option_string
        namespace.proofs = [*namespace.proofs, {"title": values}]


class _AboutProof(argparse.Action):
    """Says something of the proof that was begun last."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        del parser, option_string
        if not namespace.proofs:
            raise argparse.ArgumentError(self, LONE_OPTION)
        if self.dest in namespace.proofs[-1]:
            raise argparse.ArgumentError(self, "this was said of the same proof before")
        namespace.proofs[-1][self.dest] = values


def add_report_options(parser: argparse.ArgumentParser) -> None:
    """Add everything that may be said in the command."""
    parser.add_argument("id", nargs="*", action=_Words, metavar="ID", help=ABOUT_ID)
    say = parser.add_argument_group("what to report")
    say.add_argument("--status", metavar="WORD", help=f"one of {commas(ReportedStatus)}")
    say.add_argument("--note", metavar="TEXT", help=_about(UpdateRecord, "note"))
    say.add_argument("--date", metavar="YYYY-MM-DD", help=f"{_about(UpdateRecord, 'date')} Left out, it is today")
    say.add_argument("--as", dest="role", metavar="ROLE", help="who reports; left out, it is who leads the work")
    say.add_argument("--reason", metavar="TEXT", help=_about(UpdateRecord, "reason"))
    say.add_argument("--moved-to", metavar="YEAR", help=_about(UpdateRecord, "moved_to"))
    say.add_argument(
        "--school",
        dest="schools",
        nargs="+",
        action="extend",
        default=[],
        metavar="ID",
        help="schools that it speaks of",
    )
    audiences = fields_of(UpdateRecord)["audience"].choices
    say.add_argument("--audience", metavar="WHO", help=f"who may see it, {listed(audiences, 'or')}")
    say.add_argument("--publish-after", metavar="YYYY-MM-DD", help=_about(UpdateRecord, "publish_after"))
    say.add_argument("--trustees-note", metavar="TEXT", help=_about(UpdateRecord, "trustees_note"))
    say.add_argument(
        MOVE_AS_AT, action="store_true", help="move as_at in plan.yml forward to a later day of the report"
    )
    add_proof_options(parser)
    add_writing(parser)
    add_root(parser)


def add_proof_options(parser: argparse.ArgumentParser) -> None:
    """Add what may be said of proofs."""
    prove = parser.add_argument_group("proofs, each with what belongs to it behind it")
    parser.set_defaults(proofs=[])
    prove.add_argument("--evidence", action=_BeginProof, metavar="TITLE", help=_about(EvidenceRecord, "title"))
    for name in ABOUT_PROOF:
        kinds = f" One of {commas(EvidenceKind)}" if name == "kind" else ""
        about = "A file to be copied into plan/evidence/." if name == "file" else _about(EvidenceRecord, name)
        metavar = name.upper().replace("_", "-")
        prove.add_argument(option_of(name), dest=name, action=_AboutProof, metavar=metavar, help=about + kinds)


def proofs_of(said: Sequence[dict[str, str]], root: Path) -> tuple[Proof, ...]:
    """Return the proofs that the options name."""
    return tuple(
        Proof(
            title=" ".join(proof["title"].split()),
            kind=proof.get("kind") or usual_kind(proof["title"], proof.get("url", "")),
            date=proof.get("date", ""),
            url=proof.get("url", ""),
            file=located(root, proof["file"]) if proof.get("file") else None,
            audience=proof.get("audience", ""),
            publish_after=proof.get("publish_after", ""),
        )
        for proof in said
    )


def option_of(name: str) -> str:
    """Return the option that says this of a proof."""
    return f"--evidence-{name.replace('_', '-')}"


def as_command(name: str, report: Report, root: Path) -> str:
    """Return the command that says the same."""
    words = ["trustplan", "report", name, "--status", report.status, "--date", report.date, "--as", report.reported_by]
    given = {
        "note": report.note,
        "reason": report.reason,
        "moved-to": report.moved_to,
        "audience": report.audience,
        "publish-after": report.publish_after,
        "trustees-note": report.trustees_note,
    }
    words += [word for option, text in given.items() if text for word in (f"--{option}", text)]
    words += [MOVE_AS_AT] if report.moves_as_at else []
    words += [word for school in report.schools for word in ("--school", school)]
    for proof in report.proofs:
        words += ["--evidence", proof.title]
        about = {name: getattr(proof, name) for name in ABOUT_PROOF}
        words += [word for name, text in about.items() if text for word in (option_of(name), str(text))]
    return shlex.join([*words, *(("--root", str(root)) if str(root) != "." else ())])


def _about(record: type[UpdateRecord | EvidenceRecord], name: str) -> str:
    return fields_of(record)[name].description.replace("%", "%%")
