"""The palette: every status can be read on its colour and seen on the page, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from validate.standing.measures import Verdict
from validate.status import Status

ROOT = Path(__file__).parent.parent
STYLES = ROOT / "site_overrides" / "assets" / "css"
SYMBOLS = ROOT / "site_overrides" / "partials" / "symbols.html"
SCHEMES = ("default", "slate")
TEXT, EDGE = 4.5, 3.0
"""The least contrast of text, and of a shape that must be seen (WCAG 1.4.3 and 1.4.11)."""
GROUNDS = ("--paper", "--surface", "--sunken")

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;]+);")
MEDIA = re.compile(r"@media screen \{((?:[^{}]|\{[^{}]*\})*)\}")


def rules(file: str) -> list[tuple[str, dict[str, str]]]:
    """Return the rules of a style sheet that set variables, those for screens among them."""
    text = MEDIA.sub(r"\1", COMMENT.sub("", (STYLES / file).read_text(encoding="utf-8")))
    found = ((selectors, dict(DECLARATION.findall(body))) for selectors, body in RULE.findall(text))
    return [(one.strip(), names) for selectors, names in found if names for one in selectors.split(",")]


def tokens(scheme: str) -> dict[str, str]:
    """Return the value of every token in a colour scheme."""
    applies = (":root", "[data-md-color-scheme]", f'[data-md-color-scheme="{scheme}"]')
    values: dict[str, str] = {}
    for selector, names in rules("tokens.css"):
        values |= names if selector in applies else {}
    return values


def status_colours(status: Status, scheme: str) -> dict[str, str]:
    """Return fill, text and edge of a status as colours; a transparent fill is that of each ground."""
    selectors = (f".status-{status}", f'[data-md-color-scheme="{scheme}"] .status-{status}')
    names: dict[str, str] = {}
    for selector, declared in rules("status.css"):
        names |= declared if selector in selectors else {}
    values = tokens(scheme)
    found = {name: resolved(names[name], values) for name in ("--fill", "--on-fill")}
    return {**found, "--edge": resolved(names.get("--edge", names["--fill"]), values)}


def verdict_colours(verdict: Verdict, scheme: str) -> dict[str, str]:
    """Return fill, text and edge of a verdict on a measure as colours."""
    names: dict[str, str] = {}
    for selector, declared in rules("measures.css"):
        names |= declared if selector == f".verdict-{verdict}" else {}
    values = tokens(scheme)
    return {name: resolved(value, values) for name, value in names.items()}


def resolved(value: str, values: dict[str, str]) -> str:
    """Return a colour with every variable in it looked up."""
    while found := re.fullmatch(r"var\((--[\w-]+)\)", value):
        value = values[found[1]]
    return value


def luminance(colour: str) -> float:
    """Return how bright a colour written #rrggbb is, from 0 to 1, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_worked_out_right() -> None:
    """Black on white is 21, and a pair from the published examples has its known value."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("status", Status)
def test_status_can_be_read(status: Status, scheme: str) -> None:
    """The word and symbol of a status stand out from its colour, on every ground."""
    colours = status_colours(status, scheme)
    fills = [tokens(scheme)[name] for name in GROUNDS] if colours["--fill"] == "transparent" else [colours["--fill"]]
    assert [fill for fill in fills if contrast(fill, colours["--on-fill"]) < TEXT] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("status", Status)
def test_status_can_be_seen(status: Status, scheme: str) -> None:
    """The shape of a status, by its edge or its fill, stands out from every ground."""
    colours = status_colours(status, scheme)
    seen = [colour for colour in (colours["--edge"], colours["--fill"]) if colour != "transparent"]
    grounds = {name: tokens(scheme)[name] for name in GROUNDS}
    assert [name for name, ground in grounds.items() if max(contrast(ground, one) for one in seen) < EDGE] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("verdict", Verdict)
def test_verdict_can_be_read_and_seen(verdict: Verdict, scheme: str) -> None:
    """The word of a verdict stands out from its colour, and its edge from every ground."""
    colours = verdict_colours(verdict, scheme)
    grounds = [tokens(scheme)[name] for name in GROUNDS]
    fills = grounds if colours["--fill"] == "transparent" else [colours["--fill"]]
    assert [fill for fill in fills if contrast(fill, colours["--on-fill"]) < TEXT] == []
    assert [ground for ground in grounds if contrast(ground, colours["--edge"]) < EDGE] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_verdicts_are_no_statuses(scheme: str) -> None:
    """No verdict on a measure has a colour of a status."""
    of_statuses = {colour for status in Status for colour in status_colours(status, scheme).values()}
    judged = [verdict_colours(verdict, scheme) for verdict in (Verdict.MET, Verdict.NEAR, Verdict.MISSED)]
    assert of_statuses.isdisjoint(colour for colours in judged for colour in colours.values())


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["--ink", "--ink-soft", "--accent"])
def test_text_can_be_read(name: str, scheme: str) -> None:
    """Text and links stand out from everything that they are written on."""
    values = tokens(scheme)
    assert [ground for ground in (*GROUNDS, "--highlight") if contrast(values[ground], values[name]) < TEXT] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["--focus", "--rule-strong"])
def test_controls_can_be_seen(name: str, scheme: str) -> None:
    """The ring of the focus and the edge of a control stand out from every ground."""
    values = tokens(scheme)
    assert [ground for ground in GROUNDS if contrast(values[ground], values[name]) < EDGE] == []


@pytest.mark.parametrize("name", [*Status, *(f"verdict-{verdict}" for verdict in Verdict)])
def test_everything_has_its_own_symbol(name: str) -> None:
    """Every status and every verdict has a symbol, drawn unlike any other."""
    drawing = re.sub(r"\{#.*?#\}", "", SYMBOLS.read_text(encoding="utf-8"), flags=re.DOTALL)
    shapes = {symbol.attrib["id"]: [ET.tostring(part) for part in symbol] for symbol in ET.fromstring(drawing)}  # noqa: S314 - our own file
    own = shapes[f"symbol-{name}"]
    assert [other for other, shape in shapes.items() if shape == own] == [f"symbol-{name}"]


def test_no_colour_without_status() -> None:
    """Every colour of a status belongs to one that exists, but for a report that changes none."""
    named = {match for selector, _ in rules("status.css") for match in re.findall(r"\.status-([\w-]+)$", selector)}
    assert named == {*map(str, Status), "no-change"}
