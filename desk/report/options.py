"""The options of `trustplan report`: what can be said of an action or goal in one command."""

from __future__ import annotations

import shlex
from functools import partial
from typing import TYPE_CHECKING

from desk.entry import in_order
from desk.options import add_root
from desk.report.entry import schools_in
from desk.report.evidence_files import located
from desk.surroundings import CannotRun
from desk.writing.changes import add_writing
from validate.fields import fields_of
from validate.records.report import EvidenceRecord, UpdateRecord
from validate.values.dates import DAY, YEAR
from validate.values.text import SLUG

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
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

ABOUT_ID = "the action or goal, such as 4.1/2022-23/one-or-two-join; at a terminal, some of its words will do"


def add_report_options(parser: ArgumentParser) -> None:
    """Add everything that may be said in the command."""
    parser.add_argument("id", nargs="*", metavar="ID", help=ABOUT_ID)
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


def add_proof_options(parser: ArgumentParser) -> None:
    """Add what may be said of proofs."""
    prove = parser.add_argument_group("proofs, each with what belongs to it behind it")
    for name, about in _plain_fields(EvidenceRecord).items():
        text = "A file to be copied into plan/evidence/." if name == "file" else _help(about)
        prove.add_argument(
            proof_option(name),
            dest="proofs",
            action="append",
            default=[],
            type=partial(_named, name),
            metavar=name.upper().replace("_", "-"),
            help=text,
        )


def _named(name: str, text: str) -> tuple[str, str]:
    """Return what an option says of a proof, with the field of which it speaks: their order tells the proofs apart."""
    return name, text


def said_in(options: Namespace) -> Entry:
    """Return what the options say of an action or goal."""
    texts = {name: " ".join((getattr(options, name) or "").split()) for name in _plain_fields(UpdateRecord)}
    schools = [{"school": school} for school in dict.fromkeys(options.schools)]
    said = {**texts, "schools": schools, "evidence": proofs_of(options.proofs, options.root)}
    return {name: value for name, value in said.items() if value}


def proofs_of(said: Sequence[tuple[str, str]], root: Path) -> list[Entry]:
    """Return the proofs that the options name; each title begins another one."""
    proofs: list[Entry] = []
    for name, text in said:
        if name == "title":
            proofs.append({name: " ".join(text.split())})
        elif not proofs:
            option = proof_option(name)
            raise CannotRun(f"{option}: say which proof this is about: put --evidence and its title in front.")
        elif name in proofs[-1]:
            raise CannotRun(f"{proof_option(name)}: this was said of the same proof before.")
        elif text:
            proofs[-1][name] = str(located(root, text)) if name == "file" else text
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
