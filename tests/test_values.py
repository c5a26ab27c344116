"""What each kind of value accepts, what it makes of it, and how it refuses the rest."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from validate.catalogue import CODES
from validate.values import dates, numbers, places, text


def _refusal(kind: Any, text: Any) -> tuple[str, str, str]:
    """Return the code, what was wanted, and the hint, of the refusal of a value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    [details] = caught.value.errors()
    return details["type"], details["msg"], details["ctx"]["hint"]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (text.Line, "  Two words\n  and more ", "Two words and more"),
        (
            text.Line,
            "Fewer than 5 < 6 & more; 50% of \u2018cafés\u2019",
            "Fewer than 5 < 6 & more; 50% of \u2018cafés\u2019",
        ),
        (text.Line, "x" * 300, "x" * 300),
        (text.Prose, "x" * 2000, "x" * 2000),
        (text.Slug, "one-or-two-join", "one-or-two-join"),
        (text.Slug, "2023", "2023"),
        (text.Slug, "index-of-schools", "index-of-schools"),
        (text.Code, "1.10", "1.10"),
        (text.Code, "TR01234", "TR01234"),
        (dates.Day, "2024-02-29", date(2024, 2, 29)),
        (dates.When, "2023-07-01", "2023-07-01"),
        (dates.When, "2023-07", "2023-07"),
        (dates.When, "2023", "2023"),
        (dates.Year, "2022-23", "2022-23"),
        (dates.Year, "2099-00", "2099-00"),
        (dates.MonthDay, "09-01", "09-01"),
        (dates.MonthDay, "02-29", "02-29"),
        (numbers.Whole, "0", 0),
        (numbers.Whole, "007", 7),
        (numbers.Number, "0.60", Decimal("0.60")),
        (numbers.Number, "1", Decimal(1)),
        (numbers.YesNo, "true", True),
        (numbers.YesNo, "No", False),
        (places.Link, "https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        (places.Link, "http://example.org:8080", "http://example.org:8080"),
        (places.EvidenceFile, "2023/minutes-07.pdf", "2023/minutes-07.pdf"),
        (places.EvidenceFile, "Board minutes_7 July.v2.PDF", "Board minutes_7 July.v2.PDF"),
        (text.Urn, "012345", "012345"),
    ],
)
def test_accepted(kind: Any, text: str, value: object) -> None:
    """Each kind of value makes of the text what it looks like."""
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (text.Line, " ", "empty-value"),
        (text.Line, ["a"], "wrong-type"),
        (text.Line, "x" * 301, "too-long"),
        (text.Prose, "x" * 2001, "too-long"),
        (text.Line, "<b>bold</b>", "html-in-text"),
        (text.Line, "< script", "html-in-text"),
        (text.Line, "<!-- a", "html-in-text"),
        (text.Line, "a &nbsp; b", "html-in-text"),
        (text.Line, "a &#60; b", "html-in-text"),
        (text.Line, "a\u200bb", "hidden-character"),
        (text.Line, "a\u202eb", "hidden-character"),
        (text.Line, "a\ufeffb", "hidden-character"),
        (text.Line, "a\u00adb", "hidden-character"),
        (text.Slug, "One", "bad-id"),
        (text.Slug, "a--b", "bad-id"),
        (text.Slug, "a-", "bad-id"),
        (text.Slug, "é", "bad-id"),
        (text.Slug, "a" * 81, "bad-id"),
        (text.Slug, "a\n", "bad-id"),
        (text.Slug, "index", "bad-id"),
        (text.Slug, "readme", "bad-id"),
        (text.Code, "index", "bad-id"),
        (text.Code, "README", "bad-id"),
        (text.Code, "4.", "bad-id"),
        (text.Code, "4 1", "bad-id"),
        (text.Code, "../4", "bad-id"),
        (dates.Day, "2023-7-1", "bad-date"),
        (dates.Day, "2023-02-29", "bad-date"),
        (dates.Day, "20230701", "bad-date"),
        (dates.Day, "\uff12\uff10\uff12\uff13-07-01", "bad-date"),
        (dates.Day, "0000-01-01", "bad-date"),
        (dates.Day, "9999-12-31", "bad-date"),
        (dates.When, "2023-13", "bad-date"),
        (dates.When, "July 2023", "bad-date"),
        (dates.When, "0000", "bad-date"),
        (dates.MonthDay, "13-45", "bad-date"),
        (dates.MonthDay, "02-30", "bad-date"),
        (dates.MonthDay, "1 September", "bad-date"),
        (dates.Year, "2022", "bad-year"),
        (dates.Year, "2022-22", "bad-year"),
        (dates.Year, "9998-99", "bad-year"),
        (numbers.Whole, "1.5", "bad-number"),
        (numbers.Whole, "-1", "bad-number"),
        (numbers.Whole, "1,000", "bad-number"),
        (numbers.Whole, "9" * 10, "bad-number"),
        (numbers.Whole, "٣", "bad-number"),
        (numbers.Number, "half", "bad-number"),
        (numbers.Number, "-0.5", "bad-number"),
        (numbers.Number, "1e9", "bad-number"),
        (numbers.Number, "NaN", "bad-number"),
        (numbers.Number, ".5", "bad-number"),
        (numbers.YesNo, "on", "bad-yes-no"),
        (numbers.YesNo, "1", "bad-yes-no"),
        (places.Link, "example.org", "bad-link"),
        (places.Link, "javascript:alert(1)", "bad-link"),
        (places.Link, "JAVASCRIPT://example.org/%0aalert(1)", "bad-link"),
        (places.Link, "data:text/html,a", "bad-link"),
        (places.Link, "file:///etc/passwd", "bad-link"),
        (places.Link, "//example.org", "bad-link"),
        (places.Link, "https://", "bad-link"),
        (places.Link, "https:///path", "bad-link"),
        (places.Link, "https://[::1", "bad-link"),
        (places.Link, "https://a:b@example.org", "bad-link"),
        (places.Link, "https://example.org/a b", "bad-link"),
        (places.Link, 'https://example.org/"onclick="', "bad-link"),
        (places.Link, "https://example.org/\u202e", "bad-link"),
        (places.Link, f"https://example.org/{'a' * 2000}", "too-long"),
        (places.EvidenceFile, "../secret.pdf", "outside-folder"),
        (places.EvidenceFile, "a/../../secret.pdf", "outside-folder"),
        (places.EvidenceFile, "/etc/passwd", "outside-folder"),
        (places.EvidenceFile, "C:\\a.pdf", "outside-folder"),
        (places.EvidenceFile, "a:b.pdf", "outside-folder"),
        (places.EvidenceFile, ".", "outside-folder"),
        (places.EvidenceFile, "a?.pdf", "bad-file-name"),
        (places.EvidenceFile, "a#b.pdf", "bad-file-name"),
        (places.EvidenceFile, "50%.pdf", "bad-file-name"),
        (places.EvidenceFile, "caf\u00e9.pdf", "bad-file-name"),
        (places.EvidenceFile, ".hidden.pdf", "bad-file-name"),
        (places.EvidenceFile, "a/ b.pdf", "bad-file-name"),
        (places.EvidenceFile, "a/", "bad-file-name"),
        (places.EvidenceFile, "a.pdf\n", "bad-file-name"),
        (places.EvidenceFile, "figures.YML", "bad-file-name"),
        (places.EvidenceFile, "figures.yaml", "bad-file-name"),
        (places.EvidenceFile, "notes.md", "bad-file-name"),
        (places.EvidenceFile, "index.html", "bad-file-name"),
        (places.EvidenceFile, "a\u202e.pdf", "bad-file-name"),
        (text.Urn, "12345", "bad-format"),
        (text.Urn, "1234567", "bad-format"),
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
        (dates.Day, "1/7/2023", "Write 2023-07-01."),
        (dates.Day, "01.07.2023", "Write 2023-07-01."),
        (dates.Year, "2022/23", 'Write "2022-23".'),
        (dates.Year, "2022-2023", 'Write "2022-23".'),
        (dates.Year, "2022-24", "An academic year spans two years in a row."),
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
    assert (dates.earliest(when), dates.latest(when)) == (first, last)
