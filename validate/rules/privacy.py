"""Privacy: no people in the files, and no school where the public reads from which it is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from validate.plan.withheld import texts_in
from validate.plan.wording import Finder
from validate.problems import Place
from validate.reading.stories import story_of
from validate.reading.yaml_tree import Mapping, Node, Scalar
from validate.rules.rule import Found, rule
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene

LINK = re.compile(r"https?://\S+")
EMAIL = re.compile(r"\b([\w.+-]{1,64})@[\w-]+(?:\.[\w-]+)+")
OFFICES = re.compile(
    r"(admin|clerk|contact|dpo|enquir(?:y|ies)|finance|governance|hello|help|hr|info|office|reception|recruitment"
    r"|safeguarding|schooloffice|trust)(?![a-z])"
)
"""How the names of mailboxes begin that belong to no one person."""
PHONE = re.compile(r"(?<![\w./-])(?:\+44[\s()-]*(?:0[\s()-]*)?|\(?0)[1-35789](?:[\s()-]*\d){8,9}(?!\d)")
TITLED = re.compile(
    r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Revd|Reverend)\b\.?\s+[A-Z][\w'\u2019-]*+"
    r"(?!(?:\s+[A-Z][\w'\u2019-]*){0,3}\s+(?:School|Academy|College|Primary|Infant|Junior|Nursery|Trust)\b)"
)
"""A title with a name, unless a school is called so."""


@rule("personal-detail")
def personal_detail(scene: Scene) -> Iterator[Found]:
    """Report text that seems to name a person or to say how to reach one."""
    for loaded in scene.files:
        for scalar in _scalars(loaded.file.tree):
            yield from _personal(scalar.text, scalar.place)
    for objective in scene.plan.objectives:
        for number, line in enumerate(objective.story.split("\n"), start=1):
            yield from _personal(line, Place(story_of(objective.file_path), number))


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        for part in node.values.values() if isinstance(node, Mapping) else node.items:
            yield from _scalars(part)


def _personal(text: str, place: Place) -> Iterator[Found]:
    for found in _details(LINK.sub(" ", text) if "://" in text else text):
        yield Found(
            place,
            f"this seems to hold {found}, and everybody can read it here",
            "Name the role instead of the person, and the office's mailbox instead of a personal address.",
        )


def _details(text: str) -> Iterator[str]:
    """Return what was found, without repeating it: reports are kept longer than the text."""
    if "@" in text and any(not OFFICES.match(match[1].lower()) for match in EMAIL.finditer(text)):
        yield "a person's e-mail address"
    if PHONE.search(text):
        yield "a phone number"
    if titled := TITLED.search(text):
        yield f'a person\'s name after "{titled[1]}"'


@rule("said-in-public")
def said_in_public(scene: Scene) -> Iterator[Found]:
    """Report public texts that hold the name or the id of a school whose file the public does not see."""
    names = {str(text.place): text.text for text in scene.public.withheld.texts if text.names_school}
    if not names:
        return
    finder = Finder(names)
    for text in texts_in(scene.public.plan.tree):
        place = max(finder.names_in(text.text), key=lambda found: len(names[found]), default="")
        if place:
            yield Found(
                text.place,
                f'this names "{short(names[place])}", which {place.split(":")[0]} keeps for trustees',
                "Take the name out, or keep this for trustees as well, with audience: trustees.",
            )
