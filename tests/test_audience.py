"""What is kept for trustees reaches nobody else: not in words, not in counts, not by what is missing."""

from __future__ import annotations

import gzip
import html
import json
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hooks.downloads import render_downloads
from hooks.leaks import find_leaks
from hooks.pages import render_pages
from tests.case_folders import CASES, build_case
from tests.golden_pages import TEMPLATES, site_context
from tests.kept_entries import KeptEntry, copied, entries_of, fill
from tests.plan_files import read_files, write_files
from tests.site_build import QUILLBROOK
from validate.assemble import assemble
from validate.audience import Seen, plan_seen
from validate.compiling import compile_tables
from validate.fields import fields_of
from validate.layout import KINDS
from validate.pipeline import load_plan, outcome_seen
from validate.reading import read_folder
from validate.records.base import Audience, Record, Shareable
from validate.shape import check_shape
from validate.withheld import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = read_files(QUILLBROOK.root)
FILES["schools/corvane-junior.yml"]["predecessor"] = {"urn": "100009", "closed": "2019-08-31"}
"""The invented trust has no reference numbers, and so names no predecessor; here it does."""

ENTRIES = tuple(entries_of(FILES))
RECORDS = sorted({entry.record.__name__ for entry in ENTRIES})


def _made(root: Path) -> dict[str, bytes]:
    """Return every page and download of the public site, by path."""
    context = site_context(root)
    made = {page.path: page.text.encode() for page in render_pages(context, TEMPLATES)}
    return made | {download.path: download.content for download in render_downloads(context)}


def _public(root: Path) -> Seen:
    """Return what the public sees of a folder's files, taken as they are, without checking what they refer to."""
    folder = read_folder(root)
    files = [check_shape(file) for file in folder.files]
    plan = assemble(files, folder.stories)
    assert plan is not None
    assert plan.reporting.as_at is not None
    whole = Seen(plan=plan, files=files, tables=compile_tables(files))
    return plan_seen(whole, folder.stories, Audience.PUBLIC, plan.reporting.as_at)


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
    rows = [value for table in seen.tables.values() for row in table.rows for value in row.values.values()]
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


@pytest.mark.parametrize("name", [*SHAPES, "folder/elm-road-junior.png", "sitemap.xml.gz", "copy.bin"])
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
    elif name.endswith(".png"):
        file.write_bytes(b"")
    else:
        file.write_text(SHAPES[name]("Two schools needed more books."), encoding="utf-8")
    assert {leak.path for leak in find_leaks(site, kept, root / "plan" / "evidence")} == {name}


def test_a_site_without_leaks_has_none(tmp_path: Path) -> None:
    """Words that stand near each other, or only in part, are no leak."""
    outcome = load_plan(QUILLBROOK.root)
    assert outcome.as_at is not None
    kept = outcome_seen(outcome, Audience.PUBLIC, outcome.as_at).withheld
    assert kept != NOTHING
    (tmp_path / "page.html").write_text("<p>Schools that needed two more books.</p>", encoding="utf-8")
    assert list(find_leaks(tmp_path, kept, QUILLBROOK.root / "plan" / "evidence")) == []


NAMED_BY_OTHERS = {
    "AreaRecord", "BodyRecord", "ChargeRecord", "GoalRecord", "LevelRecord", "MeasureRecord", "ObjectiveRecord",
    "PhaseRecord", "PillarRecord", "PostRecord", "SchoolRecord", "ServiceLevelRecord", "StageRecord", "TaskRecord",
    "TriggerRecord", "JoiningRecord", "ServicesRecord", "SupportRecord", "GovernanceRecord", "GrowthRecord",
}  # fmt: skip
"""Records that others refer to: without them a plan would have errors, which the public's view has not."""

alone = [entry for entry in ENTRIES if entry.record.__name__ not in NAMED_BY_OTHERS]


@settings(
    max_examples=4,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(chosen=st.lists(st.sampled_from(alone), min_size=4, max_size=12, unique=True))
def test_kept_is_as_if_never_written(chosen: list[KeptEntry], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Pages, downloads and every count are to the byte what they would be if what is kept had never been written."""
    outermost = [entry for entry in chosen if not any(o is not entry and o.holds(entry) for o in chosen)]
    kept, removed = copied(FILES), copied(FILES)
    for entry in outermost:
        entry.keep(kept)
    for entry in sorted(outermost, key=lambda found: found.steps[-1:], reverse=True):
        entry.remove(removed)
    made = []
    for files in (kept, removed):
        root = tmp_path_factory.mktemp("trust")
        write_files(QUILLBROOK.root, files, root)
        made.append(_made(root))
    assert made[0].keys() == made[1].keys()
    assert [path for path in made[0] if made[0][path] != made[1][path]] == []
