"""`trustplan board-pack`: what it writes and says, and that each wrong turn ends in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desk.cli import main
from desk.site_address import site_address
from tests.case_folders import BASE, CASES, build_case
from tests.html_pages import read_page
from tests.site_build import QUILLBROOK

if TYPE_CHECKING:
    from pathlib import Path


def test_command_writes_the_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It looks back to the last day before the term, is for trustees, and takes an older PDF away."""
    stale = tmp_path / "board-pack-2026-03-31.pdf"
    stale.touch()
    assert main(["board-pack", "--root", str(QUILLBROOK.root), "--out", str(tmp_path), "--no-pdf"]) == 0
    page = tmp_path / "board-pack-2026-03-31.html"
    assert capsys.readouterr().out == (
        f"The board pack is in {page}\nRemoved, because it was of an older pack: {stale}\n"
    )
    assert list(tmp_path.iterdir()) == [page]
    text = read_page("", page.read_text(encoding="utf-8")).text
    assert "what moved since 31 December 2025" in text
    assert "For trustees only" in text
    assert not stale.exists()


def test_command_rebuilds_a_past_meeting(tmp_path: Path) -> None:
    """For an earlier day and the public, the pack has a name of its own and knows nothing later."""
    days = ["--since", "2025-03-31", "--until", "2025-08-31"]
    command = ["board-pack", "--root", str(QUILLBROOK.root), "--audience", "public", *days, "--no-pdf"]
    assert main([*command, "--out", str(tmp_path)]) == 0
    text = (tmp_path / "board-pack-2025-08-31-public.html").read_text(encoding="utf-8")
    assert "31 August 2025" in text
    assert "2026-03-27" not in text
    assert "For trustees only" not in text


@pytest.mark.parametrize(
    ("insist", "code"), [((), 0), (("--pdf",), 2)], ids=["where it can be made", "where it was asked for"]
)
def test_without_a_browser(
    insist: tuple[str, ...],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The HTML is written, and a sentence says how to get the PDF; only who asked for it gets an error."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert main(["board-pack", "--root", str(BASE), "--out", str(tmp_path), *insist]) == code
    assert [file.name for file in tmp_path.iterdir()] == ["board-pack-2023-03-31.html"]
    assert capsys.readouterr().err == (
        "There is no PDF. No Chromium or Google Chrome was found to make the PDF with. Install one of them, or name "
        "its command in the variable CHROMIUM; or open the HTML in any browser and print it from there.\n"
    )


def test_a_browser_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the browser said last is told."""
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\necho first >&2\necho the last word >&2\nexit 1\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert main(["board-pack", "--root", str(BASE), "--out", str(tmp_path / "out"), "--pdf"]) == 2
    assert capsys.readouterr().err == (
        f"There is no PDF. {browser} made none. It said: the last word "
        "Name another browser in the variable CHROMIUM, or open the HTML and print it from there.\n"
    )
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["board-pack-2023-03-31.html"]


def test_a_browser_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where one is named, no other is taken in its place without a word."""
    monkeypatch.setenv("CHROMIUM", "chromiun")
    assert main(["board-pack", "--root", str(BASE), "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().err == (
        'There is no PDF. The variable CHROMIUM names "chromiun", and there is no such command. Name the command of a '
        "Chromium or Google Chrome, or leave the variable out so that one is looked for.\n"
    )


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ("site_name: x\nsite_url: https://plan.example.org/  # ours\nplugins: !ENV [X]\n", "https://plan.example.org/"),
        ("site_url: 'https://plan.example.org'\n", "https://plan.example.org"),
        ("site_name: x\n# site_url: https://plan.example.org\n", ""),
        (None, ""),
    ],
    ids=["plain", "quoted", "left out", "no settings"],
)
def test_the_site_is_named_in_the_settings(settings: str | None, address: str, tmp_path: Path) -> None:
    """The address is read though the rest may be for MkDocs alone."""
    if settings is not None:
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert site_address(tmp_path) == address


def test_site_must_be_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    """Something that no link can begin with is refused."""
    with pytest.raises(SystemExit):
        main(["board-pack", "--site", "plan.example.org"])
    assert '"plan.example.org" is not an address such as https://plan.example.org/' in capsys.readouterr().err


def test_a_plan_with_errors_has_no_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, and the check is named."""
    build_case(CASES / "invalid" / "unknown-status", tmp_path)
    assert main(["board-pack", "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "The plan has 1 error, so no board pack was made. To see it: trustplan check\n"
    assert not (tmp_path / "board-pack").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            ["--since", "2023-03-31"],
            "The plan is shown for 31 March 2023, so --since must name an earlier day than 31 March 2023.",
        ),
        (
            ["--as-at", "2019-08-31"],
            "The plan begins on 1 September 2021, so there is nothing to show for 31 August 2019.",
        ),
        (
            ["--out", "{file}"],
            "{file} is not a folder, so nothing can be written into it. Name another one with --out.",
        ),
    ],
    ids=["since too late", "before the plan", "out is a file"],
)
def test_wrong_turns(wrong: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each ends in a sentence and with nothing written."""
    file = tmp_path / "file"
    file.touch()
    options = [word.format(file=file) for word in wrong]
    assert main(["board-pack", "--root", str(BASE), *options]) == 2
    assert capsys.readouterr().err == f"trustplan: {said.format(file=file)}\n"
    assert not (BASE / "board-pack").exists()
