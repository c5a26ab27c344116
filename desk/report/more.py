"""What is seldom said of a report, asked for behind one question: who may see it, and what only trustees read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.answers import fault
from desk.asking import Choice
from validate.fields import fields_of
from validate.records.base import Audience
from validate.records.report import EvidenceRecord, UpdateRecord

if TYPE_CHECKING:
    from desk.asking import Conversation
    from desk.report.entry import Proof, Report
    from validate.records.base import Record

OF_REPORT = {
    "audience": "keep this report off the public website",
    "publish-after": "keep it off the public website up to a day",
    "trustees-note": "add words that only trustees read",
}
OF_PROOF = {
    "evidence-audience": "keep a proof off the public website",
    "evidence-publish-after": "keep a proof off the public website up to a day",
}
"""What can be said, by the names that the command's options have."""

IS_THERE_ANY = "Anything for trustees only, or not public yet?"
WHAT = "Which of these? A number, or nothing to go on"
ABOUT = "Most reports need none of it. An end that the public reads needs a proof that the public may read too."


def ask_more(talk: Conversation, report: Report) -> Report:
    """Return the report with whatever is to be said besides."""
    talk.say()
    if not talk.agrees(IS_THERE_ANY, default="no", about=ABOUT):
        return report
    while choices := _left(report):
        talk.say()
        chosen = talk.choice(WHAT, choices, about=ABOUT, needed=False)
        if not chosen:
            break
        report = _with_proof(talk, report, chosen) if chosen in OF_PROOF else _with_own(talk, report, chosen)
    return report


def _left(report: Report) -> list[Choice]:
    """Return what was not said yet."""
    own = [name for name in OF_REPORT if not getattr(report, name.replace("-", "_"))]
    of_proof = [name for name in OF_PROOF if _proofs_without(report, name)]
    return [Choice(name, (OF_REPORT | OF_PROOF)[name]) for name in (*own, *of_proof)]


def _with_own(talk: Conversation, report: Report, name: str) -> Report:
    if name == "audience":
        return replace(report, audience=Audience.TRUSTEES.value)
    if name == "publish-after":
        return replace(report, publish_after=_day(talk, UpdateRecord))
    return replace(report, trustees_note=_line(talk, "What should trustees know?", UpdateRecord, "trustees_note"))


def _with_proof(talk: Conversation, report: Report, name: str) -> Report:
    """Return the report with this said of one of its proofs."""
    open_ones = _proofs_without(report, name)
    title = open_ones[0].title
    if len(open_ones) > 1:
        talk.say()
        title = talk.choice("Which proof?", [Choice(proof.title) for proof in open_ones])
    chosen = next(proof for proof in open_ones if proof.title == title)
    if name == "evidence-audience":
        said = replace(chosen, audience=Audience.TRUSTEES.value)
    else:
        said = replace(chosen, publish_after=_day(talk, EvidenceRecord))
    return replace(report, proofs=tuple(said if proof is chosen else proof for proof in report.proofs))


def _proofs_without(report: Report, name: str) -> list[Proof]:
    return [proof for proof in report.proofs if not getattr(proof, name.removeprefix("evidence-").replace("-", "_"))]


def _day(talk: Conversation, record: type[Record]) -> str:
    return _line(talk, "Up to which day?", record, "publish_after")


def _line(talk: Conversation, question: str, record: type[Record], name: str) -> str:
    about = fields_of(record)[name]
    return talk.line(
        question,
        about=f"{about.description} For example: {about.example}.",
        fault=lambda text: fault(record, name, text),
        needed=True,
    )
