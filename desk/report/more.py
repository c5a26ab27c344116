"""What is seldom said of a report, asked for behind one question: who may see it, and what only trustees read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.asking import Choice
from desk.interview import Manner, decides_who_sees
from validate.fields import fields_of
from validate.records.base import Audience
from validate.records.report import EvidenceRecord, UpdateRecord

if TYPE_CHECKING:
    from desk.asking import Conversation
    from desk.entry import Entry
    from desk.interview import Interview
    from validate.records.base import Record

WORDS = {
    "audience": "keep this report off the public website",
    "publish_after": "keep it off the public website up to a day",
    "trustees_note": "add words that only trustees read",
    "evidence.audience": "keep a proof off the public website",
    "evidence.publish_after": "keep a proof off the public website up to a day",
}
QUESTIONS = {
    "publish_after": "Up to which day?",
    "trustees_note": "What should trustees know?",
    "evidence.publish_after": "Up to which day?",
}

IS_THERE_ANY = "Anything for trustees only, or not public yet?"
WHAT = "Which of these? A number, or nothing to go on"
ABOUT = "Most reports need none of it. An end that the public reads needs a proof that the public may read too."


def ask_more(interview: Interview, report: Entry) -> None:
    """Ask for whatever is to be said besides."""
    talk = interview.talk
    asking = replace(interview, manner=lambda asked: Manner(question=QUESTIONS.get(asked.path, ""), needed=True))
    talk.say()
    if not talk.agrees(IS_THERE_ANY, default="no", about=ABOUT):
        return
    while lacking := _lacking(report):
        talk.say()
        by_name = {path.replace(".", "-").replace("_", "-"): path for path in lacking}
        choices = [Choice(name, WORDS.get(path, "")) for name, path in by_name.items()]
        chosen = talk.choice(WHAT, choices, about=ABOUT, needed=False)
        if not chosen:
            return
        path = by_name[chosen]
        part = _one_of(talk, lacking[path])
        if path.endswith("audience"):
            part["audience"] = Audience.TRUSTEES.value
        else:
            asking.ask_in(part, EvidenceRecord if part is not report else UpdateRecord, path, report)


def _lacking(report: Entry) -> dict[str, list[Entry]]:
    """Return what can be said yet, each with the report or the proofs of which it can be said."""
    own = {name: [report] for name in _seldom(UpdateRecord) if name not in report}
    proofs = report.get("evidence", [])
    of_proof = {f"evidence.{name}": [p for p in proofs if name not in p] for name in _seldom(EvidenceRecord)}
    return own | {path: lacking for path, lacking in of_proof.items() if lacking}


def _seldom(record: type[Record]) -> list[str]:
    """Return the fields that most reports do without, those first that all kinds of record share."""
    return [name for name in record.model_fields if decides_who_sees(fields_of(record)[name])]


def _one_of(talk: Conversation, parts: list[Entry]) -> Entry:
    if len(parts) == 1:
        return parts[0]
    talk.say()
    title = talk.choice("Which proof?", [Choice(proof["title"]) for proof in parts])
    return next(proof for proof in parts if proof["title"] == title)
