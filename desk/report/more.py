"""What is seldom said of a report, asked for behind one question: who may see it, and what only trustees read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.asking import Choice
from desk.entry import set_value
from desk.interview import Interview, Manner, decides_who_sees
from validate.fields import fields_of
from validate.records.base import Audience
from validate.records.report import EvidenceRecord, UpdateRecord

if TYPE_CHECKING:
    from desk.asking import Conversation
    from desk.entry import Entry
    from desk.interview import Wanted
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


def ask_more(talk: Conversation, report: Entry) -> None:
    """Ask for whatever is to be said besides."""
    talk.say()
    if not talk.agrees(IS_THERE_ANY, default="no", about=ABOUT):
        return
    interview = Interview(talk=talk, record=UpdateRecord, manner=_manner)
    while lacking := _lacking(report):
        talk.say()
        by_option = {path.replace(".", "-").replace("_", "-"): path for path in lacking}
        choices = [Choice(option, WORDS.get(path, "")) for option, path in by_option.items()]
        chosen = talk.choice(WHAT, choices, about=ABOUT, needed=False)
        if not chosen:
            return
        name = _one_of(talk, report, lacking[by_option[chosen]])
        if name.endswith("audience"):
            set_value(UpdateRecord, report, name, Audience.TRUSTEES.value)
        else:
            interview.ask(report, name)


def _manner(wanted: Wanted) -> Manner:
    return Manner(question=QUESTIONS.get(wanted.path, ""), needed=True)


def _lacking(report: Entry) -> dict[str, list[str]]:
    """Return what can be said yet, each with the names under which it is said: of the report, or of which proofs."""
    own = {name: [name] for name in _seldom(UpdateRecord) if name not in report}
    proofs = list(enumerate(report.get("evidence", []), start=1))
    of_proof = {
        f"evidence.{name}": [f"evidence.{number}.{name}" for number, proof in proofs if name not in proof]
        for name in _seldom(EvidenceRecord)
    }
    return own | {path: names for path, names in of_proof.items() if names}


def _seldom(record: type[Record]) -> list[str]:
    """Return the fields that most reports do without, those first that all kinds of record share."""
    return [name for name in record.model_fields if decides_who_sees(fields_of(record)[name])]


def _one_of(talk: Conversation, report: Entry, names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    talk.say()
    titles = [report["evidence"][int(name.split(".")[1]) - 1]["title"] for name in names]
    return names[titles.index(talk.choice("Which proof?", [Choice(title) for title in titles]))]
