"""The options of `trustplan report`: what can be said of an action or goal in one command."""

from __future__ import annotations

import argparse
import shlex
from typing import TYPE_CHECKING, Any

from desk.entry import in_order
from desk.options import add_root
from desk.report.entry import schools_in, usual_kind
from desk.report.evidence_files import located
from desk.writing.changes import add_writing
from validate.fields import fields_of
from validate.records.report import EvidenceRecord, UpdateRecord
from validate.values.dates import DAY, YEAR
from validate.values.text import SLUG

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from desk.entry import Entry
    from validate.fields import Field
    from validate.records.base import Record

MOVE_AS_AT = "--move-as-at"

SPECIAL = {"reported_by": "--as", "schools": "--school"}
"""Fields of a report whose options have names of their own."""

FORMS = {DAY: "YYYY-MM-DD", YEAR: "YEAR", SLUG: "ID"}
"""What stands for a value of this form in the help."""

LEFT_OUT = {"date": " Left out, it is today", "reported_by": " Left out, it is who leads the work"}

LONE_OPTION = "say which proof this is about: put --evidence and its title in front"

ABOUT_ID = "the action or goal, such as 4.1/2022-23/one-or-two-join; at a terminal, some of its words will do"


class _Said(argparse.Action):
    """Takes what was said in one option, with all its words as one text."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        del parser, option_string
        text = values if isinstance(values, str) else " ".join(values or ())
        self.take(namespace, text)

    def take(self, namespace: argparse.Namespace, text: str) -> None:
        """Keep the text."""
        setattr(namespace, self.dest, text)


class _BeginProof(_Said):
    """Begins another proof with its title."""

    def take(self, namespace: argparse.Namespace, text: str) -> None:
        """Keep the title."""
        namespace.proofs = [*namespace.proofs, {"title": text}]


class _AboutProof(_Said):
    """Says something of the proof that was begun last."""

    def take(self, namespace: argparse.Namespace, text: str) -> None:
        """Keep what is said, once for each proof."""
        if not namespace.proofs:
            raise argparse.ArgumentError(self, LONE_OPTION)
        if self.dest in namespace.proofs[-1]:
            raise argparse.ArgumentError(self, "this was said of the same proof before")
        namespace.proofs[-1][self.dest] = text


def add_report_options(parser: argparse.ArgumentParser) -> None:
    """Add everything that may be said in the command."""
    parser.add_argument("id", nargs="*", action=_Said, metavar="ID", help=ABOUT_ID)
    say = parser.add_argument_group("what to report")
    for name, about in _plain_fields(UpdateRecord).items():
        say.add_argument(
            option_of(name),
            dest=name,
            metavar=FORMS.get(about.pattern, "TEXT"),
            help=f"{_help(about)}{LEFT_OUT.get(name, '')}",
        )
    say.add_argument(
        option_of("schools"),
        dest="schools",
        nargs="+",
        action="extend",
        default=[],
        metavar="ID",
        help="schools that it speaks of",
    )
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
    for name, about in _plain_fields(EvidenceRecord).items():
        action: type[_Said] = _BeginProof if name == "title" else _AboutProof
        text = "A file to be copied into plan/evidence/." if name == "file" else _help(about)
        prove.add_argument(
            proof_option(name), dest=name, action=action, metavar=name.upper().replace("_", "-"), help=text
        )


def said_in(options: argparse.Namespace) -> Entry:
    """Return what the options say of an action or goal."""
    texts = {name: " ".join((getattr(options, name) or "").split()) for name in _plain_fields(UpdateRecord)}
    schools = [{"school": school} for school in dict.fromkeys(options.schools)]
    said = {**texts, "schools": schools, "evidence": proofs_of(options.proofs, options.root)}
    return {name: value for name, value in said.items() if value}


def proofs_of(said: Sequence[Mapping[str, str]], root: Path) -> list[Entry]:
    """Return the proofs that the options name, each with the kind that it has or is taken to have."""
    proofs = []
    for texts in said:
        proof = {name: text for name, text in texts.items() if text} | {"title": " ".join(texts["title"].split())}
        proof.setdefault("kind", usual_kind(proof["title"], proof.get("url", "")))
        if "file" in proof:
            proof["file"] = str(located(root, proof["file"]))
        proofs.append(proof)
    return proofs


def option_of(name: str) -> str:
    """Return the option that says this of a report."""
    return SPECIAL.get(name, f"--{name.replace('_', '-')}")


def proof_option(name: str) -> str:
    """Return the option that says this of a proof; its title begins it."""
    return "--evidence" if name == "title" else f"--evidence-{name.replace('_', '-')}"


def as_command(name: str, report: Entry, root: Path, *, moves_as_at: bool) -> str:
    """Return the command that says the same."""
    report = in_order(UpdateRecord, report)
    words = ["trustplan", "report", name]
    words += [word for name, text in report.items() if isinstance(text, str) for word in (option_of(name), text)]
    words += [MOVE_AS_AT] if moves_as_at else []
    words += [word for school in schools_in(report) for word in (option_of("schools"), school)]
    for proof in report.get("evidence", []):
        words += [word for name, text in proof.items() for word in (proof_option(name), text)]
    return shlex.join([*words, *(("--root", str(root)) if str(root) != "." else ())])


def _plain_fields(record: type[Record]) -> dict[str, Field]:
    """Return the fields that hold one value, for each of which there is an option."""
    return {name: about for name, about in fields_of(record).items() if not about.record and not about.many}


def _help(about: Field) -> str:
    words = f" One of {', '.join(about.choices)}" if about.choices else ""
    return about.description.replace("%", "%%") + words
