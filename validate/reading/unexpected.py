"""Files that nothing would read, though their place or their name says that they are data."""

from __future__ import annotations

from validate.fields import fields_of
from validate.layout import EVIDENCE_FOLDER, KINDS, FileKind, is_data_folder
from validate.nearest import did_you_mean
from validate.problems import Place, Problem
from validate.reading.stories import STORIES, STORY, is_story
from validate.words import commas, lower_first


def unexpected(path: str) -> list[Problem]:
    """Return a problem for a file that nothing would read, unless it may well be something else than data."""
    name = path.rsplit("/", 1)[-1]
    stem, _, ending = name.rpartition(".")
    table = _table_near(path) if ending.lower() == "csv" else None
    is_data, is_prose = table or ending.lower() in ("yml", "yaml"), ending.lower() == "md"
    if is_story(path) or path.startswith(f"{EVIDENCE_FOLDER}/") or not (is_data or is_data_folder(path)):
        return []
    if table:
        message = f'"{name}" is not a table that the plan knows' + did_you_mean(name, _usual_names(path))
        cure = f"Rename it to {table.pattern.rpartition('/')[2]}, or put its lines there{_holds(table)}"
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


def _table_near(path: str) -> FileKind | None:
    """Return the table that a file may have been meant to be: the one that stands nearest above it."""
    near = [kind for kind in KINDS if kind.is_table and path.startswith(f"{kind.folder}/")]
    return max(near, key=lambda kind: len(kind.folder), default=None)


def _holds(table: FileKind) -> str:
    (lines,) = fields_of(table.record).values()
    about = lines.record.table.about if lines.record and lines.record.table else ""
    return f": one table holds {lower_first(about)}" if about else "."


def _usual_names(path: str) -> list[str]:
    """Return the file names that are the same everywhere at this depth of folders."""
    names = [kind.pattern.rsplit("/", 1)[-1] for kind in KINDS if kind.pattern.count("/") == path.count("/")]
    return [name for name in names if "*" not in name]


def _shown(pattern: str) -> str:
    return pattern.replace("[0-9]*", "2022-23")
