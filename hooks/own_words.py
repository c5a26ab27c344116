"""The words that the tracker brings along itself: on its pages by design, whatever a plan keeps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import validate
from validate.plan.wording import phrases, stands_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.plan.withheld import Withheld

FOLDERS = (Path(__file__).parent, Path(validate.__file__).parent)
ENDINGS = (".py", ".md", ".html", ".js")


def without_own_words(kept: Withheld, templates: Path, headings: Iterable[str]) -> Withheld:
    """Return what is kept without texts that the tracker's own pages hold, such as a promise called "Once a year".

    Such a text stands on every site. The name of a school stays, since no page has to hold it.
    """
    own = phrases([*_own_texts(templates), *headings])
    return replace(kept, texts=tuple(t for t in kept.texts if t.names_school or not stands_in(t.text, own)))


def _own_texts(templates: Path) -> Iterator[str]:
    for folder in (templates, *FOLDERS):
        for file in sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS):
            yield file.read_text(encoding="utf-8")
