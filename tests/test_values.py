"""What each kind of value accepts, what it makes of it, and how it refuses the rest."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from validate import values
from validate.catalogue import CODES


def _refusal(kind: Any, text: Any) -> tuple[str, str, str]:
    """Return the code, what was wanted, and the hint, of the refusal of a value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    [details] = caught.value.errors()
    return details["type"], details["msg"], details["ctx"]["hint"]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (values.Line, "  Two words\n  and more ", "Two words and more"),
        (
            values.Line,
            "Fewer than 5 < 6 & more; 50% of \u2018cafés\u2019",
            "Fewer than 5 < 6 & more; 50% of \u2018cafés\u2019",
        ),
        (values.Line, "x" * 300, "x" * 300),
        (values.Prose, "x" * 2000, "x" * 2000),
        (values.Slug, "one-or-two-join", "one-or-two-join"),
        (values.Slug, "2023", "2023"),
        (values.Slug, "index-of-schools", "index-of-schools"),
        (values.Code, "1.10", "1.10"),
        (values.Code, "TR01234", "TR01234"),
        (values.Day, "2024-02-29", date(2024, 2, 29)),
        (values.When, "2023-07-01", "2023-07-01"),
        (values.When, "2023-07", "2023-07"),
        (values.When, "2023", "2023"),
        (values.Year, "2022-23", "2022-23"),
        (values.Year, "2099-00", "2099-00"),
        (values.MonthDay, "09-01", "09-01"),
        (values.MonthDay, "02-29", "02-29"),
        (values.Whole, "0", 0),
        (values.Whole, "007", 7),
        (values.Number, "0.60", Decimal("0.60")),
        (values.Number, "1", Decimal(1)),
        (values.YesNo, "true", True),
        (values.YesNo, "No", False),
        (values.Link, "https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        (values.Link, "http://example.org:8080", "http://example.org:8080"),
        (values.EvidenceFile, "2023/minutes-07.pdf", "2023/minutes-07.pdf"),
        (values.EvidenceFile, "Board minutes_7 July.v2.PDF", "Board minutes_7 July.v2.PDF"),
        (values.Urn, "012345", "012345"),
    ],
)
def test_accepted(kind: Any, text: str, value: object) -> None:
    """Each kind of value makes of the text what it looks like."""
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (values.Line, " ", "empty-value"),
        (values.Line, ["a"], "wrong-type"),
        (values.Line, "x" * 301, "too-long"),
        (values.Prose, "x" * 2001, "too-long"),
        (values.Line, "<b>bold</b>", "html-in-text"),
        (values.Line, "< script", "html-in-text"),
        (values.Line, "<!-- a", "html-in-text"),
        (values.Line, "a &nbsp; b", "html-in-text"),
        (values.Line, "a &#60; b", "html-in-text"),
        (values.Line, "a\u200bb", "hidden-character"),
        (values.Line, "a\u202eb", "hidden-character"),
        (values.Line, "a\ufeffb", "hidden-character"),
        (values.Line, "a\u00adb", "hidden-character"),
        (values.Slug, "One", "bad-id"),
        (values.Slug, "a--b", "bad-id"),
        (values.Slug, "a-", "bad-id"),
        (values.Slug, "é", "bad-id"),
        (values.Slug, "a" * 81, "bad-id"),
        (values.Slug, "a\n", "bad-id"),
        (values.Slug, "index", "bad-id"),
        (values.Slug, "readme", "bad-id"),
        (values.Code, "index", "bad-id"),
        (values.Code, "README", "bad-id"),
        (values.Code, "4.", "bad-id"),
        (values.Code, "4 1", "bad-id"),
        (values.Code, "../4", "bad-id"),
        (values.Day, "2023-7-1", "bad-date"),
        (values.Day, "2023-02-29", "bad-date"),
        (values.Day, "20230701", "bad-date"),
        (values.Day, "\uff12\uff10\uff12\uff13-07-01", "bad-date"),
        (values.Day, "0000-01-01", "bad-date"),
        (values.Day, "9999-12-31", "bad-date"),
        (values.When, "2023-13", "bad-date"),
        (values.When, "July 2023", "bad-date"),
        (values.When, "0000", "bad-date"),
        (values.MonthDay, "13-45", "bad-date"),
        (values.MonthDay, "02-30", "bad-date"),
        (values.MonthDay, "1 September", "bad-date"),
        (values.Year, "2022", "bad-year"),
        (values.Year, "2022-22", "bad-year"),
        (values.Year, "9998-99", "bad-year"),
        (values.Whole, "1.5", "bad-number"),
        (values.Whole, "-1", "bad-number"),
        (values.Whole, "1,000", "bad-number"),
        (values.Whole, "9" * 10, "bad-number"),
        (values.Whole, "٣", "bad-number"),
        (values.Number, "half", "bad-number"),
        (values.Number, "-0.5", "bad-number"),
        (values.Number, "1e9", "bad-number"),
        (values.Number, "NaN", "bad-number"),
        (values.Number, ".5", "bad-number"),
        (values.YesNo, "on", "bad-yes-no"),
        (values.YesNo, "1", "bad-yes-no"),
        (values.Link, "example.org", "bad-link"),
        (values.Link, "javascript:alert(1)", "bad-link"),
        (values.Link, "JAVASCRIPT://example.org/%0aalert(1)", "bad-link"),
        (values.Link, "data:text/html,a", "bad-link"),
        (values.Link, "file:///etc/passwd", "bad-link"),
        (values.Link, "//example.org", "bad-link"),
        (values.Link, "https://", "bad-link"),
        (values.Link, "https:///path", "bad-link"),
        (values.Link, "https://[::1", "bad-link"),
        (values.Link, "https://a:b@example.org", "bad-link"),
        (values.Link, "https://example.org/a b", "bad-link"),
        (values.Link, 'https://example.org/"onclick="', "bad-link"),
        (values.Link, "https://example.org/\u202e", "bad-link"),
        (values.Link, f"https://example.org/{'a' * 2000}", "too-long"),
        (values.EvidenceFile, "../secret.pdf", "outside-folder"),
        (values.EvidenceFile, "a/../../secret.pdf", "outside-folder"),
        (values.EvidenceFile, "/etc/passwd", "outside-folder"),
        (values.EvidenceFile, "C:\\a.pdf", "outside-folder"),
        (values.EvidenceFile, "a:b.pdf", "outside-folder"),
        (values.EvidenceFile, ".", "outside-folder"),
        (values.EvidenceFile, "a?.pdf", "bad-file-name"),
        (values.EvidenceFile, "a#b.pdf", "bad-file-name"),
        (values.EvidenceFile, "50%.pdf", "bad-file-name"),
        (values.EvidenceFile, "caf\u00e9.pdf", "bad-file-name"),
        (values.EvidenceFile, ".hidden.pdf", "bad-file-name"),
        (values.EvidenceFile, "a/ b.pdf", "bad-file-name"),
        (values.EvidenceFile, "a/", "bad-file-name"),
        (values.EvidenceFile, "a.pdf\n", "bad-file-name"),
        (values.EvidenceFile, "figures.YML", "bad-file-name"),
        (values.EvidenceFile, "figures.yaml", "bad-file-name"),
        (values.EvidenceFile, "notes.md", "bad-file-name"),
        (values.EvidenceFile, "index.html", "bad-file-name"),
        (values.EvidenceFile, "a\u202e.pdf", "bad-file-name"),
        (values.Urn, "12345", "bad-format"),
        (values.Urn, "1234567", "bad-format"),
    ],
)
def test_refused(kind: Any, text: Any, code: str) -> None:
    """Each kind of value refuses what it cannot be, with a known code, what was wanted, and a hint."""
    found, wanted, hint = _refusal(kind, text)
    assert found == code
    assert found in CODES
    assert wanted
    assert hint.endswith(".")


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        (values.Day, "1/7/2023", "Write 2023-07-01."),
        (values.Day, "01.07.2023", "Write 2023-07-01."),
        (values.Year, "2022/23", 'Write "2022-23".'),
        (values.Year, "2022-2023", 'Write "2022-23".'),
        (values.Year, "2022-24", "An academic year spans two years in a row."),
    ],
)
def test_hint(kind: Any, text: str, hint: str) -> None:
    """Where the meaning is plain, the hint says what to write."""
    assert _refusal(kind, text)[2] == hint


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024-02-10", date(2024, 2, 10), date(2024, 2, 10)),
    ],
)
def test_span(when: str, first: date, last: date) -> None:
    """A month or a year means all of its days."""
    assert (values.earliest(when), values.latest(when)) == (first, last)
