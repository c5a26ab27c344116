"""Files that nothing would read, though their place or their name says that they are data."""

from __future__ import annotations

from validate.layout import EVIDENCE_FOLDER, KINDS, MEASURES_FOLDER, is_data_folder
from validate.nearest import did_you_mean
from validate.problems import Place, Problem
from validate.reading.stories import STORIES, STORY, is_story
from validate.words import commas


def unexpected(path: str) -> list[Problem]:
    """Return a problem for a file that nothing would read, unless it may well be something else than data."""
    name = path.rsplit("/", 1)[-1]
    stem, _, ending = name.rpartition(".")
    is_table = ending.lower() == "csv" and path.startswith(f"{MEASURES_FOLDER}/")
    is_data, is_prose = is_table or ending.lower() in ("yml", "yaml"), ending.lower() == "md"
    if is_story(path) or path.startswith(f"{EVIDENCE_FOLDER}/") or not (is_data or is_data_folder(path)):
        return []
    if is_table:
        message = f'"{name}" is not a table that the plan knows' + did_you_mean(name, _usual_names(path))
        cure = "Rename it to observations.csv, or put its lines there: one table holds the figures of every measure."
    elif is_data and ending != "yml":
        message, cure = f'the name of "{name}" does not end in .yml', f"Rename it to {stem}.yml."
    elif is_data:
        message = f'"{name}" is not a file that the plan knows here' + did_you_mean(name, _usual_names(path))
        cure = "Rename it, or move it to where such files stand."
    elif is_prose:
        message = f'"{name}" is not a page of text that the plan knows here' + did_you_mean(name, [STORY])
        cure = f"An objective may have a {STORY} beside its objective.yml; other pages of text stand directly in plan/."
    else:
        message = f'"{name}" is neither a data file nor a page of text'
        cure = f"If it proves something, move it to {EVIDENCE_FOLDER}/; if not, remove it."
    allowed = commas([*(_shown(kind.pattern) for kind in KINDS), STORIES])
    return [Problem(code="unexpected-file", place=Place(path), message=message, allowed=allowed, cure=cure)]


def _usual_names(path: str) -> list[str]:
    """Return the file names that are the same everywhere at this depth of folders."""
    names = [kind.pattern.rsplit("/", 1)[-1] for kind in KINDS if kind.pattern.count("/") == path.count("/")]
    return [name for name in names if "*" not in name]


def _shown(pattern: str) -> str:
    return pattern.replace("[0-9]*", "2022-23")
