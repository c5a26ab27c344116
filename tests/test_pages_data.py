"""The data page and the reference of fields: their texts as wholes, and that nothing is missing from them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from hooks.views import data, fields
from hooks.views.field_words import field_words, pieces
from hooks.views.fields import kind_view
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from tests.page_cases import case_context
from validate.fields import fields_of
from validate.layout import KINDS, kind_of
from validate.plan.tables import specs
from validate.records.base import Shareable

if TYPE_CHECKING:
    from pathlib import Path

    from validate.fields import Field
    from validate.records.base import Record

CASES = ["base", "valid/no-growth-and-no-schools"]


@pytest.mark.parametrize("case", CASES)
def test_pages(case: str, tmp_path: Path) -> None:
    """The pages are as they were, to the letter."""
    context = case_context(case, tmp_path)
    listing, tables = data.pages(context)
    assert_golden(f"data/{case.rsplit('/', 1)[-1]}.md", page_text(context, listing))
    if case == "base":
        assert_golden("data/tables.md", page_text(context, tables))
        for page in fields.pages(context):
            assert_golden(page.path, page_text(context, page))


def test_every_field_has_its_anchor() -> None:
    """Every field of every kind of file has a place of its own; those that all share have one unless they differ."""
    anchors = {
        f"{group.path}-{field.name}" for kind in KINDS for group in kind_view(kind).groups for field in group.fields
    }
    shared = {f"-{name}" for name in Shareable.model_fields}
    names = {name for kind in KINDS for name in _names(kind.record, kind.name)}
    assert {name for name in names - anchors if not name.endswith(tuple(shared))} == set()
    assert anchors <= names
    assert "school-support_levels-audience" in anchors
    assert "milestone-actions-updates-status" in anchors


def _names(record: type[Record], path: str) -> list[str]:
    found = []
    for name, field in fields_of(record).items():
        found.append(f"{path}-{name}")
        if field.record:
            found.extend(_names(field.record, f"{path}-{name}"))
    return found


def test_ids_are_unique() -> None:
    """No two things on a reference page have the same anchor, and every link inside it leads somewhere."""
    context = site_context(ROOT)
    for page in (*data.pages(context), *fields.pages(context)):
        _assert_unique_ids(page_text(context, page))


def _assert_unique_ids(text: str) -> None:
    ids = Counter(re.findall(r'\bid="([^"]+)"', text))
    assert [name for name, count in ids.items() if count > 1] == []
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_places_are_those_of_the_check() -> None:
    """Where the reference says that a kind of file stands is where the check looks for it."""
    for kind in KINDS:
        real = kind_view(kind).place.replace("PILLAR", "1-a").replace("OBJECTIVE", "1.1-b").replace("YEAR", "2022-23")
        assert kind_of(real) == kind


def test_references_have_words() -> None:
    """Whatever a field may refer to is said in words."""
    known = [(field, field.reference) for kind in KINDS for field in _fields(kind.record)]
    words = {to.table: field_words(field).removeprefix("a list, each entry ") for field, to in known if to}
    assert all(said.startswith("one of the ") for said in words.values())
    assert len(set(words.values())) == len(words)
    assert words["deciders"] == "one of the roles in plan.yml or the bodies in governance.yml"


def _fields(record: type[Record]) -> list[Field]:
    own = list(fields_of(record).values())
    return [*own, *(inner for field in own if field.record for inner in _fields(field.record))]


def test_every_table_is_listed() -> None:
    """Every table has either its file or its name among those without rows."""
    listing, _ = data.pages(site_context(ROOT))
    view = listing.view
    assert isinstance(view, data.DataView)
    assert {table.name for table in view.written} | set(view.empty) == {spec.name for spec in specs()}


def test_pieces() -> None:
    """Names between backticks are told from the words around them."""
    assert pieces("`planned`; or `not`, if") == (("planned", True), ("; or ", False), ("not", True), (", if", False))
