"""`trustplan changes`: what it says in each format, where it takes the earlier side from, and each wrong turn."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from desk import cli
from tests.case_folders import CASES, build_case
from tests.golden_pages import assert_golden

if TYPE_CHECKING:
    from pathlib import Path

READING = "plan/pillars/1-learning/1.1-reading/2022-23.yml"
PLAN = "plan/plan.yml"
AFTER_THE_END = (
    "1 April 2023 is after 31 March 2023, the day for which the later side is worked out. "
    "Name an earlier day with --since, or a later one with --as-at.\n"
)
SURROUNDINGS = ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "GITHUB_ACTIONS")


def git(root: Path, *arguments: str, day: str = "2023-04-03") -> None:
    """Run Git in a folder, as nobody in particular, on a day."""
    who = ("-c", "user.name=A trustee", "-c", "user.email=trustee@example.org")
    at = f"{day}T12:00:00Z"
    environment = {"GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": at, "PATH": "/usr/bin:/bin:/usr/local/bin"}
    subprocess.run(["git", "-C", root, *who, *arguments], check=True, env=environment, capture_output=True)  # noqa: S607 - any Git will do


def commit(root: Path, day: str = "2023-04-03") -> None:
    """Commit every file on a day."""
    git(root, "add", "--all", day=day)
    git(root, "commit", "--quiet", "--message", "The plan", day=day)


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test run on the same day and in a terminal of the same width."""
    for name in SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1690848000")
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with a plan that was committed and tagged in spring 2023."""
    root = tmp_path_factory.mktemp("spring")
    build_case(CASES / "pages" / "school-by-school", root)
    shutil.copy(CASES / "pages" / "joining" / "schools" / "mill-street-infant.yml", root / "schools")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    git(root, "tag", "spring")
    return root


@pytest.fixture
def root(spring: Path, tmp_path: Path) -> Path:
    """Return a copy of that repository which may be changed."""
    return shutil.copytree(spring, tmp_path / "trust")


@pytest.fixture
def changed(root: Path) -> Path:
    """Return a copy in which nearly everything changed that can, not committed."""
    shutil.copytree(CASES / "desk" / "changes", root, dirs_exist_ok=True)
    return root


def answer(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """Return what the command says, without the name of the commit, which is another one in every copy."""
    assert cli.main(["changes", "--root", str(root), *options]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    head = subprocess.run(["git", "-C", root, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)  # noqa: S607 - any Git will do
    return out.replace(head.stdout[:8], "COMMIT")


def below_the_title(said: str) -> str:
    """Return what is said after the line that names both sides."""
    return said.partition("\n\n")[2]


def refusal(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """Return why the command could not be run."""
    assert cli.main(["changes", "--root", str(root), *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.removeprefix("trustplan: ")


@pytest.mark.parametrize("form", ["text", "markdown", "json", "github"])
def test_formats(form: str, changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each format says the same of a change that has everything in it, to the letter."""
    said = answer(changed, capsys, "--since", "spring", "--format", form, "--site", "https://plan.example.org/")
    assert_golden(f"changes/{form}.{'json' if form == 'json' else 'txt'}", said)


def test_public(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is kept for trustees is not told to the public."""
    said = answer(changed, capsys, "--since", "spring", "--audience", "public")
    assert "more money" not in said
    assert "Mill Street" not in said
    assert "It opened after Whitsun" in said


def test_summary_on_github(
    changed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On GitHub the Markdown is added to the step's summary, and paths begin at the top of the repository."""
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    notice = answer(changed, capsys, "--since", "spring", "--format", "github").splitlines()[0]
    assert notice.startswith(f"::notice file=trust/{READING},line=3,title=Promise amended::Train every teacher who")
    markdown = answer(changed, capsys, "--since", "spring", "--format", "markdown")
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("Before.\n## What changed from 31 March 2023")
    assert below_the_title(written) == below_the_title(markdown)


def test_summary_that_cannot_be_written(
    changed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A summary that cannot be written is a sentence, not a traceback."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(changed))
    assert refusal(changed, capsys, "--since", "spring", "--format", "github") == (
        "The summary cannot be written (is a directory). See GITHUB_STEP_SUMMARY.\n"
    )


def test_nothing_changed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing changed, each format says so."""
    (root / READING).write_text(f"# A remark.\n{(root / READING).read_text(encoding='utf-8')}", encoding="utf-8")
    said = "Nothing changed: no promise, status, report or figure is otherwise than it was."
    assert said in answer(root, capsys, "--since", "HEAD")
    assert answer(root, capsys, "--since", "HEAD", "--format", "github").endswith(": nothing.\n")
    counts = json.loads(answer(root, capsys, "--since", "HEAD", "--format", "json"))["counts"]
    assert set(counts.values()) == {0}


def test_day_with_a_commit(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A day stands for the last commit up to it; one made on the day itself counts."""
    spring = answer(changed, capsys, "--since", "spring").replace(", spring", "")
    assert answer(changed, capsys, "--since", "2023-04-03") == spring
    assert answer(changed, capsys, "--since", "2023-07-01") == spring


@pytest.mark.parametrize("is_in_git", [True, False])
def test_day_without_a_commit(*, is_in_git: bool, changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where Git knows nothing so old, today's files are read as they were known, and amendments cannot be known."""
    if not is_in_git:
        shutil.rmtree(changed / ".git")
    assert cli.main(["changes", "--root", str(changed), "--since", "2023-03-31"]) == 0
    why = "Git has no commit so old" if is_in_git else "they are not kept in Git"
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith(
        "What changed from 31 March 2023 (the same files, as they were known then) to 31 July 2023 (the files here) "
        f"The files here were read as they were known on 31 March 2023, because {why}. "
        "So it cannot be known which promises were amended since. 3 actions and goals moved"
    )
    assert "Promises amended" not in said
    assert "Promises added" not in said


def test_day_before_there_was_a_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A commit from before the plan was in Git is no help, and today's files are read instead."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    (tmp_path / "README.md").write_text("Soon.\n", encoding="utf-8")
    commit(tmp_path, "2023-01-10")
    build_case(CASES / "pages" / "school-by-school", tmp_path)
    commit(tmp_path, "2023-04-01")
    said = " ".join(answer(tmp_path, capsys, "--since", "2023-02-01").split())
    assert "because there was no plan in Git then." in said
    assert "There was no plan at commit" in refusal(tmp_path, capsys, "--since", "HEAD~1")


def test_up_to_a_commit(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --until, files that are not committed make no difference; those of the later commit do."""
    commit(changed, "2023-08-01")
    after = answer(changed, capsys, "--since", "spring", "--until", "main")
    (changed / READING).write_text("this is no plan", encoding="utf-8")
    assert answer(changed, capsys, "--since", "spring", "--until", "main") == after
    assert "(commit COMMIT, main)" in " ".join(after.split())
    until = answer(changed, capsys, "--since", "spring", "--until", "2023-08-01")
    assert below_the_title(until) == below_the_title(after)


def test_since_a_branch_that_went_on(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What happened on the other branch meanwhile is no change of this work."""
    git(changed, "stash", "--include-untracked")
    git(changed, "switch", "--quiet", "--create", "other")
    (changed / READING).write_text((changed / READING).read_text(encoding="utf-8").replace("on-track", "at-risk"))
    commit(changed)
    git(changed, "switch", "--quiet", "main")
    git(changed, "stash", "pop")
    said = answer(changed, capsys, "--since", "other")
    assert "(commit COMMIT, where this work left other)" in " ".join(said.split())
    assert below_the_title(said) == below_the_title(answer(changed, capsys, "--since", "spring"))


def test_day_of_each_side(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plan that names no day is worked out for that of its commit, and the one here for today or --as-at."""
    text = (root / PLAN).read_text(encoding="utf-8").replace("  as_at: 2023-03-31\n", "")
    (root / PLAN).write_text(text, encoding="utf-8")
    commit(root, "2023-05-05")
    first = answer(root, capsys, "--since", "HEAD").splitlines()[0]
    assert first == "What changed from 5 May 2023 (commit COMMIT, HEAD) to 1 August 2023 (the files here)"
    later = answer(root, capsys, "--since", "HEAD", "--as-at", "2023-06-01").splitlines()[0]
    assert later == "What changed from 5 May 2023 (commit COMMIT, HEAD) to 1 June 2023 (the files here)"


def test_plan_below_the_top_of_the_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The plan may lie in a folder of its repository."""
    root = tmp_path / "ours" / "trust"
    build_case(CASES / "pages" / "school-by-school", root)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path)
    assert "Nothing changed" in answer(root, capsys, "--since", "HEAD")


def test_errors_on_either_side(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where one side has errors, the sentence says which and what to run."""
    sound = (root / READING).read_text(encoding="utf-8")
    (root / READING).write_text(sound.replace("on-track", "on_trak"), encoding="utf-8")
    assert refusal(root, capsys, "--since", "spring") == (
        "The plan in the files here has 1 error, so nothing can be compared with it. "
        "To see what is wrong: trustplan check\n"
    )
    commit(root)
    (root / READING).write_text(sound, encoding="utf-8")
    said = refusal(root, capsys, "--since", "HEAD")
    assert "The plan in commit " in said
    assert ", HEAD has 1 error, so nothing can be compared with it. To see what was wrong: git worktree add" in said


@pytest.mark.parametrize(
    ("since", "sentence"),
    [
        ("sprnig", '"sprnig" is not a commit, a branch or a tag of this repository.\n'),
        ("--upload-pack=x", '"--upload-pack=x" is not a commit, a branch or a tag of this repository.\n'),
        ("", '"" is not a commit, a branch or a tag of this repository.\n'),
        ("2023-4-1", '"2023-4-1" is not a date such as 2024-08-31.\n'),
        ("31/03/2023", '"31/03/2023" is not a date such as 2024-08-31.\n'),
        ("2023-02-30", '"2023-02-30" is not a date such as 2024-08-31.\n'),
        ("2023-04-01", AFTER_THE_END),
    ],
)
def test_wrong_beginnings(since: str, sentence: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A beginning that names nothing, or lies after the end, ends in a sentence."""
    assert refusal(root, capsys, f"--since={since}") == sentence


def test_no_repository_and_no_plan(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without Git a commit cannot be found, and without a plan nothing can be compared."""
    shutil.rmtree(root / ".git")
    assert "does not lie in a Git repository" in refusal(root, capsys, "--since", "HEAD")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert refusal(empty, capsys, "--since", "HEAD").startswith("There is no plan in this folder.")
    assert refusal(empty / "nowhere", capsys, "--since", "HEAD") == f"{empty / 'nowhere'} is not a folder.\n"


def test_refusal_in_the_summary(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On GitHub the reason for which nothing could be compared stands in the summary too."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    refusal(root, capsys, "--since", "nowhere", "--format", "github")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith('"nowhere" is not a commit')
