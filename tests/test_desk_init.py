"""`trustplan init`: another trust's repository, made from a few answers, passes the check and builds its site."""

from __future__ import annotations

import re
from argparse import Namespace
from typing import TYPE_CHECKING

import pytest
import yaml

from desk.commands import schemas
from desk.init.files import editor_files
from desk.init.origin import Origin, origin_of
from desk.surroundings import DONE, REFUSED, CannotRun, Surroundings
from tests.golden_pages import assert_golden
from tests.html_pages import one_spaced
from tests.init_runs import ANSWERS, SHAPES, SHORT, TODAY, files_from, run_init
from tests.site_build import build_site, files_of
from validate.pipeline import load_plan

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("shape", SHAPES)
def test_plan_passes_the_check(shape: str, tmp_path: Path) -> None:
    """A new repository holds what was answered, nothing made up, and passes the check without a word."""
    folder = tmp_path / "new" / "plan"
    assert run_init(folder, answers=ANSWERS / f"{shape}.yml") == DONE
    assert load_plan(folder, today=TODAY).problems == ()
    texts = {name: text.decode() for name, text in files_of(folder).items()}
    assert [name for name, text in texts.items() if "[[" in text or "[%" in text] == []
    names = [name for name in sorted(texts) if not name.startswith(".vscode/")]
    parts = [f"=== {name}\n{texts[name] if name.endswith('.yml') and name[0] != '.' else ''}" for name in names]
    assert_golden(f"init/{shape}.txt", "".join(parts))


def test_site_is_built(tmp_path: Path) -> None:
    """The site of a new repository builds strictly, without schools, actions or a page about the trust."""
    folder = tmp_path / "trust"
    run_init(folder, answers=ANSWERS / f"{SHAPES[1]}.yml")
    home = (build_site(tmp_path / "site", root=folder) / "index.html").read_text(encoding="utf-8")
    assert "Southmoor Trust" in home
    assert "about/" not in home


def test_site_is_a_trusts_own(tmp_path: Path) -> None:
    """What the readme says of the logo, the colours and pages of one's own is all that a site needs to show them."""
    folder = tmp_path / "trust"
    run_init(folder, answers=ANSWERS / f"{SHAPES[1]}.yml")
    readme = (folder / "README.md").read_text(encoding="utf-8")
    settings, colours = (readme.partition(f"```{kind}\n")[2].partition("```")[0] for kind in ("yaml", "css"))
    said = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**said, **yaml.safe_load(settings)}), encoding="utf-8")
    (folder / "plan" / "brand").mkdir()
    (folder / "plan" / "brand" / "brand.css").write_text(colours, encoding="utf-8")
    (folder / "plan" / "brand" / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (folder / "plan" / "contact.md").write_text("# Who to ask\n\nThe office.\n", encoding="utf-8")
    (folder / "plan" / "accessibility.md").unlink()
    site = build_site(tmp_path / "site", root=folder)
    page = (site / "contact" / "index.html").read_text(encoding="utf-8")
    assert '<img class="brand__logo" src="../brand/logo.svg" alt="">' in page
    assert page.index("assets/css/tokens.css") < page.index("brand/brand.css")
    assert '<a href="./" aria-current="page">Who to ask</a>' in page
    assert "accessibility/" not in page
    assert "../evidence/" in page
    tokens = (site / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
    for name in re.findall(r"\[data-md[^\]]*\]|--[\w-]+:", colours):
        assert name in tokens


ORIGINS = {
    None: Origin(requirement="trustplan==1.2.0"),
    '{"url": "https://example.org/a.whl", "archive_info": {}}': Origin(
        requirement="trustplan @ https://example.org/a.whl"
    ),
    '{"url": "https://example.org/t.git", "vcs_info": {"vcs": "git", "commit_id": "ab1"}}': (
        Origin(requirement="trustplan @ git+https://example.org/t.git@ab1")
    ),
    '{"url": "file:///C:/a.whl", "archive_info": {}}': Origin(
        requirement="./trustplan-1.2.0-py3-none-any.whl", is_local=True
    ),
}


@pytest.mark.parametrize("note", ORIGINS)
def test_a_repository_asks_for_what_made_it(note: str | None) -> None:
    """The requirement names the origin of the trustplan that runs, and a bare name only where an index has it."""
    assert origin_of("1.2.0", note) == ORIGINS[note]


@pytest.mark.parametrize("is_local", [False, True])
def test_what_nobody_else_can_fetch_is_said(
    is_local: bool,  # noqa: FBT001 - a case
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A trustplan that came from a file is told of, at once and in the file that asks for it."""
    files = files_from(SHORT, tmp_path, origin=Origin(requirement="./t.whl", is_local=is_local))
    assert files["requirements.txt"].endswith("\n./t.whl\n")
    assert ("Put that file beside this one" in files["requirements.txt"]) is is_local
    assert ("nobody else can fetch it yet" in capsys.readouterr().out) is is_local


def test_words_of_a_new_repository_are_its_own(tmp_path: Path) -> None:
    """The example of a report is by a role that the plan has, and nothing there speaks of another trust."""
    files = files_from(SHORT, tmp_path)
    assert "reported_by: ceo\n" in files["plan/how-to-report.md"]
    texts = "\n".join(text for name, text in files.items() if "schemas/" not in name)
    for word in ("Attenborough", "Quillbrook", "quillbrook", "trust-board", "`make"):
        assert word not in texts


@pytest.mark.parametrize(
    ("address", "host", "options"),
    [
        ("https://git.example.org/a/plan", "gitlab", {"git_host": "gitlab"}),
        ("https://gitlab.example.org/a/plan", "gitlab", {}),
        ("https://git.example.org/a/plan", "both", {}),
    ],
)
def test_a_host_of_ones_own_is_named(address: str, host: str, options: dict[str, str], tmp_path: Path) -> None:
    """Where an address does not tell what stands behind it, the settings of both sites do."""
    files = files_from(f"{SHORT}repository: {address}\nhost: {host}\n", tmp_path)
    public, trustees = (yaml.safe_load(files[name]) for name in ("mkdocs.yml", "trustees.yml"))
    assert public["plugins"] == ["search", {"trustplan": options} if options else "trustplan"]
    assert trustees["plugins"] == ["search", {"trustplan": {"audience": "trustees", **options}}]
    assert trustees["INHERIT"] == "mkdocs.yml"


def test_what_trustees_see_is_not_kept_in_git(tmp_path: Path) -> None:
    """The trustees' site has a folder of its own, which no version holds, as none holds a board's papers."""
    files = files_from(SHORT, tmp_path)
    kept_out = files[".gitignore"].splitlines()
    assert f"{yaml.safe_load(files['trustees.yml'])['site_dir']}/" in kept_out
    assert "board-pack/" in kept_out


def test_a_folder_in_another_repository_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the automatic checks would not be found, that is said; where Git is begun already, it is not asked for."""
    (tmp_path / ".git").mkdir()
    run_init(tmp_path / "inner", answers=ANSWERS / f"{SHAPES[0]}.yml")
    said = one_spaced(capsys.readouterr().out)
    assert "is inside another repository" in said
    assert "git init --initial-branch main" in said
    (tmp_path / "cloned" / ".git").mkdir(parents=True)
    run_init(tmp_path / "cloned", answers=ANSWERS / f"{SHAPES[0]}.yml")
    said = one_spaced(capsys.readouterr().out)
    assert "is inside another repository" not in said
    assert "git init" not in said


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    """A folder that holds anything, and a file, are left as they are."""
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter.txt").write_text("Dear all", encoding="utf-8")
    for name in ("used", "used/letter.txt", "used/letter.txt/below"):
        with pytest.raises(CannotRun, match="Name a folder that is new or empty"):
            run_init(tmp_path / name, answers=ANSWERS / f"{SHAPES[0]}.yml")
    assert files_of(tmp_path) == {"used/letter.txt": b"Dear all"}


def test_a_place_without_permission_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers questions in vain: where nothing may be written, that is said before the first."""
    monkeypatch.setattr("desk.commands.init.os.access", lambda *_: False)
    with pytest.raises(CannotRun, match=f"You may not write to {re.escape(str(tmp_path))}"):
        run_init(tmp_path / "new" / "plan", answers=ANSWERS / f"{SHAPES[0]}.yml")
    assert files_of(tmp_path) == {}


def test_a_cloned_folder_is_filled(tmp_path: Path) -> None:
    """A folder that was cloned from an empty repository counts as empty."""
    (tmp_path / ".git").mkdir()
    assert run_init(tmp_path, answers=ANSWERS / f"{SHAPES[0]}.yml") == DONE


WRONG = {
    "years: 1": ("years: 0", '"years" is "0"; it must be a number from 1 to 20'),
    "title: B": ("tilte: B", 'did you mean "title"'),
    "first_year: 2025-26": ("first_year: 2025-27", '"first_year" is "2025-27"'),
    "roles: [CEO]": ("roles: [CEO]\nhost: bitbucket", '"bitbucket" is not one of the allowed words'),
    "opened: 2018-04-12": ("opened: 2018-04-12\nopened: 2019-04-12", "opened"),
    "trust: A": ("trust: &a A", "answers.yml:1:8"),
    "pillars:\n  - title: B": ("pillars: []", '"pillars" is an empty list'),
    "title: Plan": ("title: Plan\ngoal_date: 2019-08-31", "2019"),
    "[CEO]": ("[Mrs Smith]", "personal-detail"),
    "- title: B": ("- title: <b>B</b>", "answers.yml:7:12"),
}


@pytest.mark.parametrize("right", WRONG)
def test_wrong_answers_are_refused(right: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with a file of answers is said with its line, and nothing is written."""
    wrong, said = WRONG[right]
    (tmp_path / "answers.yml").write_text(SHORT.replace(right, wrong, 1), encoding="utf-8")
    assert run_init(tmp_path / "new", answers=tmp_path / "answers.yml") == REFUSED
    printed = capsys.readouterr().out
    assert said in printed
    assert "Nothing was written." in printed
    assert not (tmp_path / "new").exists()


def test_answers_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is absent, empty or no text ends in a sentence."""
    (tmp_path / "empty.yml").write_text("# later\n", encoding="utf-8")
    (tmp_path / "picture.yml").write_bytes(b"\xff\xd8\xff")
    for name, said in {"absent.yml": "cannot be read", "empty.yml": "holds nothing", "picture.yml": "UTF-8"}.items():
        with pytest.raises(CannotRun, match=said):
            run_init(tmp_path / "new", answers=tmp_path / name)


def test_editor_files_name_every_kind(tmp_path: Path) -> None:
    """The editor's settings lead to schemas that are there, and a later version can write the schemas anew."""
    folder = tmp_path / "trust"
    (tmp_path / "answers.yml").write_text(SHORT, encoding="utf-8")
    run_init(folder, answers=tmp_path / "answers.yml")
    files = dict(editor_files())
    assert files == {name: text.decode() for name, text in files_of(folder).items() if name in files}
    old = folder / ".vscode" / "schemas" / "plan.schema.json"
    old.write_text("{}", encoding="utf-8")
    schemas.run(Namespace(root=folder), Surroundings(today=TODAY, environment={}))
    assert old.read_text(encoding="utf-8") == files[".vscode/schemas/plan.schema.json"]
    with pytest.raises(CannotRun, match="holds no plan/"):
        schemas.run(Namespace(root=tmp_path), Surroundings(today=TODAY, environment={}))


def test_titles_in_any_script(tmp_path: Path) -> None:
    """A title that can be no name of a folder leaves its number alone, and roles of the same name have two ids."""
    text = SHORT.replace("title: B", "title: 学校").replace("[CEO]", "[Head, Head, 校長]")
    (tmp_path / "answers.yml").write_text(text, encoding="utf-8")
    assert run_init(tmp_path / "new", answers=tmp_path / "answers.yml") == DONE
    plan = load_plan(tmp_path / "new").plan
    assert plan is not None
    assert list(plan.roles) == ["head", "head-2", "role"]
    assert (tmp_path / "new" / "plan" / "pillars" / "1" / "pillar.yml").exists()
