"""The form for a record: one entry of the editor's settings for each field, made from the record classes.

Everything is kept as text. The editor would otherwise read `4.10` as a number and write 4.1.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hooks.editor.choices import choices_of
from hooks.views.field_words import field_words
from validate.fields import fields_of
from validate.figures import SIGNED
from validate.layout import EVIDENCE_FOLDER
from validate.records.base import Shareable
from validate.records.measures import MeasureRecord
from validate.records.report import EvidenceRecord
from validate.values.dates import DAY
from validate.values.every import EVERY, EveryOrList
from validate.values.numbers import NUMBER, WHOLE
from validate.words import name_in_words, upper_first

if TYPE_CHECKING:
    from hooks.editor.choices import Choice
    from validate.fields import Field
    from validate.plan.tables import Tables
    from validate.records.base import Record

Settings = dict[str, Any]
"""A part of the editor's settings."""

ONE_LINE = 300
"""Characters up to which a text is written on one line."""

TOLD = 3
LONGEST_TOLD = 60
"""How many things stand for an entry that is closed, and how many characters of each."""

FIGURES = (
    "What was reached is not said here: add it with “trustplan new observation”, or as a line of the table "
    "plan/measures/observations.csv."
)
REMARKS: dict[tuple[type[Record], str], str] = {(MeasureRecord, "targets"): FIGURES}
"""What a form says above a field, where people may look for something that it does not hold."""

YES_OR_NO: list[Choice] = [{"label": "Yes", "value": "true"}, {"label": "No", "value": "false"}]
EVERY_SCHOOL: Choice = {"label": "Every school", "value": EVERY}
NUMBERS = {"integer": WHOLE, "number": NUMBER}


class Forms:
    """Makes the forms of one plan. Each record class gets one form, which every place that needs it shares."""

    def __init__(self, tables: Tables, evidence: str = EVIDENCE_FOLDER) -> None:
        """Make forms with the choices of these tables; files that prove something go into a folder."""
        self.tables = tables
        self.evidence = evidence
        self._made: dict[type[Record], list[Settings]] = {}

    def form(self, record: type[Record]) -> list[Settings]:
        """Return the form of a record class, with the fields in the order of the class."""
        if record not in self._made:
            self._made[record] = [self._field(record, about) for about in fields_of(record).values()]
        return self._made[record]

    def _field(self, record: type[Record], about: Field) -> Settings:
        return {
            "name": about.name,
            "label": about.title,
            "hint": _hint(about),
            "required": about.required,
            **({"comment": REMARKS[record, about.name]} if (record, about.name) in REMARKS else {}),
            **self._widget(record, about),
        }

    def _widget(self, record: type[Record], about: Field) -> Settings:
        if about.record is not None:
            return self._group(about, about.record)
        if record is EvidenceRecord and about.name == "file":
            return {"widget": "file", "media_folder": f"/{self.evidence}", "public_folder": "", "choose_url": False}
        choices = self._choices(record, about)
        if choices:
            return {"widget": "select", "options": choices, **({"multiple": True} if about.many else {})}
        plain = _plain(record, about)
        if about.many:
            entry = {"name": "entry", "label": about.title, "required": True, **plain}
            return {"widget": "list", "field": entry, "label_singular": "entry", "allow_duplicate": False}
        return plain

    def _group(self, about: Field, record: type[Record]) -> Settings:
        group: Settings = {"fields": self.form(record), "collapsed": "auto", "summary": _summary(record)}
        if not about.many:
            return {"widget": "object", **group}
        return {"widget": "list", **group, "label_singular": _one(record), "allow_duplicate": False}

    def _choices(self, record: type[Record], about: Field) -> list[Choice]:
        if about.choices:
            return [{"label": upper_first(name_in_words(word)), "value": word} for word in about.choices]
        if about.value_type == "boolean":
            return YES_OR_NO
        found = choices_of(about.reference, self.tables) if about.reference else []
        return [EVERY_SCHOOL, *found] if found and _may_be_every(record, about) else found


def _plain(record: type[Record], about: Field) -> Settings:
    """Return the settings of a field for text, a date or a number."""
    if about.value_type == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "pattern": _pattern(DAY, about)}
    limits = _limits(record, about.name)
    widget: Settings = {"widget": "text" if limits.get("maxLength", 0) > ONE_LINE else "string"}
    if "maxLength" in limits:
        widget["maxlength"] = limits["maxLength"]
    pattern = about.pattern or NUMBERS.get(about.value_type, "")
    if about.value_type == "number" and "minimum" not in limits:
        pattern = SIGNED
    if pattern:
        widget["pattern"] = _pattern(pattern, about)
    return {**widget, "use_emoji_autocomplete": False}


def _pattern(pattern: str, about: Field) -> list[str]:
    """Return the pattern with what to say of text that does not have it."""
    example = f", such as {about.example}" if about.example and not about.many else ""
    return [pattern, f"Write {field_words(about).removeprefix('a list, each entry ')}{example}."]


def _hint(about: Field) -> str:
    """Return the description without the marks of code, which the editor would show as they are."""
    parts = about.description.split("`")
    return "".join(f"“{part}”" if n % 2 else part for n, part in enumerate(parts))


def _one(record: type[Record]) -> str:
    """Return what one entry of a list is called: update for UpdateRecord, school status for SchoolStatusRecord."""
    name = record.__name__.removesuffix("Record")
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def _summary(record: type[Record]) -> str:
    """Return what stands for an entry that is closed: the first things that it says, such as date, status and note."""
    first, *others = [about.name for about in fields_of(record).values() if _tells(about)][:TOLD]
    return f"{{{{fields.{first}}}}}" + "".join(
        f"{{{{fields.{name} | ternary(' · ', '')}}}}{{{{fields.{name} | truncate({LONGEST_TOLD})}}}}" for name in others
    )


def _tells(about: Field) -> bool:
    is_one_value = about.record is None and not about.many and about.value_type != "boolean"
    return is_one_value and about.name not in ("id", *Shareable.model_fields)


def _may_be_every(record: type[Record], about: Field) -> bool:
    return EveryOrList in record.model_fields[about.name].metadata


@cache
def _limits(record: type[Record], name: str) -> Settings:
    """Return how long a field's text, or how small its number, may be."""
    schema = record.model_json_schema()["properties"][name]
    parts = [schema, *schema.get("anyOf", ()), schema.get("items", {})]
    return {key: part[key] for part in parts for key in ("maxLength", "minimum") if key in part}
