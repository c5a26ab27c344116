"""What is kept for trustees reaches nobody else: not in words, not in counts, not by what is missing."""

from __future__ import annotations

import gzip
import html
import json
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from hooks.context import SiteContext
from hooks.downloads.files import render_downloads
from hooks.leaks import find_leaks
from hooks.own_words import without_own_words
from hooks.pages import render_pages
from tests.case_folders import CASES, build_case
from tests.golden_pages import TEMPLATES
from tests.kept_entries import KeptEntry, copied, entries_of, fill
from tests.plan_files import read_files, write_files
from tests.site_build import ATTENBOROUGH, QUILLBROOK, add_site_files, build_site, try_build
from validate.fields import fields_of
from validate.layout import KINDS
from validate.pipeline import load_plan, outcome_seen
from validate.plan.growing import grow
from validate.plan.seen import SeenPlan, plan_in, plan_seen
from validate.plan.tables import compile_tables
from validate.plan.withheld import NOTHING, Text, Withheld
from validate.problems import Place, Severity
from validate.reading.folder import read_folder
from validate.reading.shape import check_shape
from validate.records.base import Audience, Record, Shareable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = read_files(QUILLBROOK.root)
FILES["schools/corvane-junior.yml"]["predecessor"] = {"urn": "100009", "closed": "2019-08-31"}
"""The invented trust has no reference numbers, and so names no predecessor; here it does."""

ENTRIES = tuple(entries_of(FILES))
RECORDS = sorted({entry.record.__name__ for entry in ENTRIES})


def _public(root: Path) -> SeenPlan:
    """Return what the public sees of a folder's files, taken as they are, without checking what they refer to."""
    folder = read_folder(root)
    files = [check_shape(file) for file in folder.files]
    plan = plan_in(grow(files, folder.stories))
    assert plan is not None
    assert plan.record.reporting.as_at is not None
    whole = SeenPlan(plan=plan)
    return plan_seen(whole, Audience.PUBLIC, plan.record.reporting.as_at)


def _shareable_records(record: type[Record]) -> set[str]:
    own = {record.__name__} if issubclass(record, Shareable) else set()
    inner = (about.record for about in fields_of(record).values() if about.record)
    return own.union(*map(_shareable_records, inner))


def test_the_example_has_every_kind_of_entry() -> None:
    """The invented trust holds at least one of every entry that can be kept for trustees, so that each is tried."""
    assert set(RECORDS) == set().union(*(_shareable_records(kind.record) for kind in KINDS))


@pytest.fixture(scope="module", params=RECORDS)
def planted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Path]:
    """Return secrets planted in every text of the first entry of a kind, and the folder of the trust that keeps it."""
    entry = next(entry for entry in ENTRIES if entry.record.__name__ == request.param)
    files = copied(FILES)
    secrets: list[str] = []
    fill(entry.find(files), entry.record, secrets)
    entry.keep(files)
    root = tmp_path_factory.mktemp("planted")
    write_files(QUILLBROOK.root, files, root)
    return secrets, root


def test_planted_secrets_are_found(planted: tuple[list[str], Path], tmp_path: Path) -> None:
    """A secret planted in any field of any kind of entry is not in the public plan, and is caught where it leaks."""
    secrets, root = planted
    seen = _public(root)
    assert {text.text for text in seen.withheld.texts} >= set(secrets)
    rows = [
        value
        for table in compile_tables(seen.plan.tree).values()
        for row in table.rows
        for value in row.values.values()
    ]
    assert set(map(str, rows)).isdisjoint(secrets)
    for n, secret in enumerate(secrets):
        (tmp_path / f"{n}.html").write_text(f'<p title="{html.escape(secret)}">', encoding="utf-8")
    leaks = {leak.path for leak in find_leaks(tmp_path, seen.withheld, root / "plan" / "evidence")}
    assert leaks == {f"{n}.html" for n in range(len(secrets))}


SHAPES: dict[str, Callable[[str], str]] = {
    "page.html": lambda secret: f"<!doctype html><p>{html.escape(secret)}</p>",
    "broken.html": lambda secret: f"<p>{'</b> <b>'.join(html.escape(secret).split(' '))}</p>",
    "letters.html": lambda secret: f"<p>{secret[:2]}<b>{secret[2:]}</b></p>",
    "entities.html": lambda secret: "".join(f"&#{ord(letter)};" for letter in secret),
    "comment.html": lambda secret: f"<!-- {secret} -->",
    "search_index.json": lambda secret: json.dumps({"text": f"\u2019{secret}\n\u2019"}),
    "table.csv": lambda secret: f'1,"{secret}",2',
    "feed.xml": lambda secret: f"<title>{secret.upper()}</title>",
    "picture.svg": lambda secret: f"<svg><title>{secret}</title></svg>",
    "links.txt": quote,
}
"""The ways in which a text may stand in a file of a site."""


@pytest.mark.parametrize(
    "name", [*SHAPES, "folder/elm-road-junior.png", "sitemap.xml.gz", "copy.bin", "letter.docx", "wide.csv"]
)
def test_leaks_are_found_in_every_shape(name: str, tmp_path: Path) -> None:
    """A kept text is found whatever stands around or inside it, in names of files, and a kept file under any name."""
    root, site = tmp_path / "root", tmp_path / "site"
    build_case(CASES / "valid" / "kept-for-trustees", root)
    outcome = load_plan(root)
    assert outcome.as_at is not None
    kept = outcome_seen(outcome, Audience.PUBLIC, outcome.as_at).withheld
    file = site / name
    file.parent.mkdir(parents=True)
    if name == "copy.bin":
        file.write_bytes((root / "plan" / "evidence" / "reading-results-2022.txt").read_bytes())
    elif name.endswith(".gz"):
        file.write_bytes(gzip.compress(b"<loc>https://example.org/schools/elm-road-junior/</loc>"))
    elif name.endswith(".docx"):
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", "<w:t>Two schools needed</w:t><w:t> more books.</w:t>")
    elif name == "wide.csv":
        file.write_bytes("1,Two schools needed more books.".encode("utf-16"))
    elif name.endswith(".png"):
        file.write_bytes(b"")
    else:
        file.write_text(SHAPES[name]("Two schools needed more books."), encoding="utf-8")
    assert {leak.path for leak in find_leaks(site, kept, root / "plan" / "evidence")} == {name}


def test_a_site_that_leaks_is_not_left_behind(tmp_path: Path) -> None:
    """A build says where a text leaks and leaves no site; when it is gone, only evidence of what is seen is copied."""
    root, site = tmp_path / "root", tmp_path / "site"
    build_case(CASES / "valid" / "kept-for-trustees", root)
    school = root / "schools" / "elm-road-junior.yml"
    text = school.read_text(encoding="utf-8").replace("elm-road-junior", "zennor-vale")
    text = text.replace("Elm Road", "Zennor Vale")
    school.with_name("zennor-vale.yml").write_text(text, encoding="utf-8")
    school.unlink()
    add_site_files(root)
    about = root / "plan" / "about.md"
    prose = about.read_text(encoding="utf-8")
    line = prose.count("\n") + 2
    about.write_text(f"{prose}\nSoon Zennor Vale Junior School\u2019s pupils will be ours.\n", encoding="utf-8")
    (root / "plan" / "evidence" / "forgotten.txt").write_text("Nothing refers to this.", encoding="utf-8")
    done = try_build(site, root=root)
    assert done.returncode != 0
    place = "about/index.html holds what schools/zennor-vale.yml:2:7 keeps from the public"
    assert f"{place}; it stands in plan/about.md, line {line}" in done.stderr
    assert "was removed" in done.stderr
    assert list(site.iterdir()) == []
    about.write_text(prose, encoding="utf-8")
    build_site(site, root=root)
    assert list((site / "evidence").iterdir()) == [site / "evidence" / "index.html"]


def test_a_site_without_leaks_has_none(tmp_path: Path) -> None:
    """Words that stand near each other, or only in part, are no leak."""
    outcome = load_plan(QUILLBROOK.root)
    assert outcome.as_at is not None
    kept = outcome_seen(outcome, Audience.PUBLIC, outcome.as_at).withheld
    assert kept != NOTHING
    (tmp_path / "page.html").write_text("<p>Schools that needed two more books.</p>", encoding="utf-8")
    assert list(find_leaks(tmp_path, kept, QUILLBROOK.root / "plan" / "evidence")) == []


def test_school_lists_do_not_come_to_all(tmp_path: Path) -> None:
    """What names only schools that are kept goes with them, since a list without schools would speak of all."""
    files = copied(FILES)
    files["schools/ashlark-primary.yml"]["audience"] = "trustees"
    body = {"id": "north-board", "name": "North board", "kind": "local-board", "purpose": "Looks after one school."}
    files["plan/governance.yml"]["bodies"].append({**body, "schools": ["ashlark-primary"]})
    write_files(QUILLBROOK.root, files, tmp_path)
    seen = _public(tmp_path)
    assert "north-board" not in {row.values["id"] for row in compile_tables(seen.plan.tree)["governance_bodies"].rows}
    assert "North board" in {text.text for text in seen.withheld.texts}


def test_what_cannot_stand_any_more_is_kept_whole(tmp_path: Path) -> None:
    """Where all proofs of an inspection are kept, so is the inspection, with its note."""
    files = copied(FILES)
    school = next(path for path in files if path.startswith("schools/") and files[path].get("inspections"))
    inspection = files[school]["inspections"][0]
    inspection["note"] = "Zyx quietly kept words"
    inspection["evidence"] = [{**proof, "audience": "trustees"} for proof in inspection["evidence"]]
    write_files(QUILLBROOK.root, files, tmp_path)
    seen = _public(tmp_path)
    before = len(files[school]["inspections"])
    rows = [
        row for row in compile_tables(seen.plan.tree)["inspections"].rows if row.values["school"] == files[school]["id"]
    ]
    assert len(rows) == before - 1
    assert "Zyx quietly kept words" in {text.text for text in seen.withheld.texts}


@pytest.mark.parametrize("audience", list(Audience))
def test_what_became_known_is_no_secret(audience: Audience) -> None:
    """In a past view, what happened or was published since is not taken for a leak; nothing is kept from trustees."""
    day = date(2021, 12, 31)
    real = outcome_seen(load_plan(ATTENBOROUGH.root, day), audience, day)
    assert len(real.plan.schools) < len(load_plan(ATTENBOROUGH.root).tables["schools"].rows)
    assert real.withheld.texts == ()
    example = outcome_seen(load_plan(QUILLBROOK.root, day), audience, day).withheld.texts
    assert {text.place.file for text in example if text.names_school} == (
        {"schools/inglecote-primary.yml"} if audience is Audience.PUBLIC else set()
    )


def test_the_trackers_own_words_are_no_leak() -> None:
    """A kept text that every site holds, such as the title of a page, is not taken for a leak; a school's name is."""
    place = Place("plan/support.yml", 1, 1)
    names = ("Measures of it", "Support between schools", "Only in the menu")
    texts = [Text(name, place, "name") for name in names]
    texts.append(Text("Oak Lane Primary", place, "name", names_school=True))
    kept = Withheld(texts=tuple(texts), files=frozenset())
    kept = without_own_words(kept, TEMPLATES, ["[{'Only in the menu': 'a.md'}]"])
    assert [text.text for text in kept.texts] == ["Measures of it", "Oak Lane Primary"]


NAMED_BY_OTHERS = {
    "AreaRecord", "BodyRecord", "ChargeRecord", "GoalRecord", "GovernanceRecord", "GrowthRecord", "JoiningCaseRecord",
    "JoiningRecord", "LevelRecord", "MeasureRecord", "ObjectiveRecord", "PhaseRecord", "PillarRecord", "PostRecord",
    "SchoolRecord", "ServiceLevelRecord", "ServicesRecord", "StageRecord", "SupportRecord", "TaskRecord",
    "TriggerRecord",
}  # fmt: skip
"""Records that others refer to or need: without them a plan would have errors, which the public's view has not."""


def _one_of_each(*, named: bool) -> list[KeptEntry]:
    """Return one entry of every kind that others refer to, or of every other kind, none inside another."""
    found: list[KeptEntry] = []
    for name in RECORDS:
        if (name in NAMED_BY_OTHERS) is named:
            same = [entry for entry in ENTRIES if entry.record.__name__ == name]
            free = [entry for entry in same if not any(o.holds(entry) or entry.holds(o) for o in found)]
            found += free[len(free) // 2 :][:1]
    return found


def _dealt(entries: list[KeptEntry], hands: int) -> list[list[KeptEntry]]:
    return [entries[n::hands] for n in range(hands)]


def _made_of(seen: SeenPlan) -> dict[str, bytes]:
    """Return every page and download of the public site, by path."""
    day = seen.plan.record.reporting.as_at
    assert day is not None
    context = SiteContext(plan=seen.plan, as_at=day)
    made = {page.path: page.text.encode() for page in render_pages(context, TEMPLATES)}
    return made | {download.path: download.content for download in render_downloads(context)}


def _written(value: Any) -> Any:
    """Return what a record's values are written as: text in lists and groups, without what is empty."""
    if isinstance(value, dict):
        return {name: _written(inner) for name, inner in value.items() if inner not in (None, [])}
    return [_written(inner) for inner in value] if isinstance(value, list) else str(value)


def _assert_same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


@pytest.mark.parametrize("chosen", _dealt(_one_of_each(named=False), 2))
def test_kept_is_as_if_never_written(chosen: list[KeptEntry], tmp_path: Path) -> None:
    """Pages, downloads and every count are to the byte what they would be if what is kept had never been written."""
    kept, removed = copied(FILES), copied(FILES)
    for entry in chosen:
        entry.keep(kept)
    for entry in sorted(chosen, key=lambda found: [f"{step:>9}" for step in found.steps], reverse=True):
        entry.remove(removed)
    made = []
    for name, files in (("kept", kept), ("removed", removed)):
        write_files(QUILLBROOK.root, files, tmp_path / name)
        made.append(_made_of(_public(tmp_path / name)))
    _assert_same(*made)


@pytest.mark.parametrize("chosen", _dealt(_one_of_each(named=True), 2))
def test_what_is_seen_is_a_plan_of_its_own(chosen: list[KeptEntry], tmp_path: Path) -> None:
    """What is left when something that others refer to is kept could have been written so, and makes the same site."""
    files = copied(FILES)
    for entry in chosen:
        entry.keep(files)
    write_files(QUILLBROOK.root, files, tmp_path / "kept")
    seen = _public(tmp_path / "kept")
    left = {
        entry.file_path: _written(entry.record.model_dump(mode="json", exclude_unset=True))
        for entry in seen.plan.tree.every(Record)
        if not entry.path
    }
    write_files(QUILLBROOK.root, left, tmp_path / "left")
    outcome = load_plan(tmp_path / "left")
    assert [problem for problem in outcome.problems if problem.severity is Severity.ERROR] == []
    _assert_same(_made_of(seen), _made_of(_public(tmp_path / "left")))
