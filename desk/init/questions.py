"""Asks, one after the other, what has to be known to start a plan's repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.asking import Left
from desk.init.answers import Answers, likely_hosts
from desk.interview import Interview, Manner
from desk.writing.appending import with_new_file
from validate.words import plural

if TYPE_CHECKING:
    from desk.asking import Conversation
    from desk.entry import Entry
    from desk.interview import Wanted

INTRODUCTION = (
    "A few questions, and the folder is made. Nothing is written before the last answer. "
    "An empty line leaves out what is not known, ? explains a question, and q leaves."
)

TO_CHANGE = (
    "To change an answer, save the lines above in a file such as answers.yml and correct them there. "
    "Then run: trustplan init FOLDER --answers answers.yml"
)

HOSTS = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "both": "files for both, where it is not known yet",
    "neither": "no files for either",
}
"""Each answer to the question whose automatic checks to set up, and what it means."""


def ask_answers(talk: Conversation) -> Answers:
    """Ask everything, show it once more, and return the answers; raises Left where the person stops."""
    talk.say(INTRODUCTION)
    talk.say()
    known: Entry = {}
    Interview(talk=talk, record=Answers, manner=_manner).fill(known)
    print(f"\nThese are your answers:\n\n{with_new_file(known)}")
    if not talk.agrees("Make the folder from them?", default="yes"):
        talk.say(TO_CHANGE)
        raise Left
    return Answers.model_validate(known)


def _manner(wanted: Wanted) -> Manner:
    """Return how a field is asked for: by its title, with an example where its form is not plain."""
    about, said, number = wanted.about, wanted.said, wanted.number + 1
    likely = likely_hosts(said.get("repository", ""))
    usual = {
        "pillar_word": Answers.model_fields["pillar_word"].default,
        "pillars_word": plural(said.get("pillar_word", "")),
        "host": likely[0] if likely else "both",
    }
    before = {
        "pillars": f"Now the {said.get('pillars_word')}, in the plan's order. An empty line ends them.",
        "roles": f"{about.title}. {about.description} An empty line ends them.",
    }
    questions = {
        "pillars.title": f"{said.get('pillar_word')} {number}",
        "pillars.aim": "  In one line, what it is for",
        "pillars.objectives": f"  Objective {number}",
        "roles": f"Role {number}",
    }
    default, has_a_form = usual.get(wanted.path, ""), about.pattern or about.value_type != "string"
    example = f" (such as {about.example})" if has_a_form and not default else ""
    return Manner(
        question=questions.get(wanted.path, f"{about.title}{example}"),
        before=("", before[wanted.path]) if wanted.path in before else (),
        default=default,
        choices=HOSTS if wanted.path == "host" else {},
    )
