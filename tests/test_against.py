"""`trustplan check --against`: which commit the plan is set against, and what is said where Git cannot tell."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.case_folders import BASE
from validate import cli
from validate.history import git

STAFF = "plan/pillars/1-learning/1.1-reading/2022-23.yml"
CLUBS = "plan/pillars/1-learning/1.2-attendance/2022-23.yml"
CLEAN = "22 data files checked as at 31 March 2023: no problems.\n"
GIT = ("git", "-c", "user.name=Example", "-c", "user.email=example@example.org", "-c", "commit.gpgsign=false")
NEW_UPDATE = "      - date: 2023-03-10\n        status: at-risk\n        reported_by: ceo\n"


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what the tests run in from deciding what they see."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SOURCE_DATE_EPOCH", *git.LOCATION):
        monkeypatch.delenv(name, raising=False)


def _git(root: Path, *arguments: str, day: str = "2023-03-01") -> str:
    moment = f"{day}T12:00:00Z"
    env = {"PATH": _path(), "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "HOME": str(root)}
    done = subprocess.run([*GIT, "-C", str(root), *arguments], check=True, capture_output=True, text=True, env=env)
    return done.stdout.strip()


def _path() -> str:
    return str(Path(shutil.which("git") or "git").parent)


def _commit(root: Path, message: str, day: str = "2023-03-01") -> str:
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", message, day=day)
    return _git(root, "rev-parse", "HEAD")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a clean plan in a repository of its own, with one commit."""
    root = tmp_path / "repository"
    shutil.copytree(BASE, root)
    _git(root, "init", "--quiet", "--initial-branch=main")
    _commit(root, "The plan", day="2023-01-10")
    return root


def _change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def _append(root: Path, path: str, text: str) -> None:
    with (root / path).open("a", encoding="utf-8") as stream:
        stream.write(text)


def _check(root: Path, ref: str) -> int:
    return cli.main(["check", "--root", str(root), "--against", ref])


def test_nothing_changed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plan set against itself is clean."""
    assert _check(root, "HEAD") == 0
    assert capsys.readouterr() == (CLEAN, "")


def test_new_report(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To add a report, and to write an old one in another way, is no problem."""
    _change(root, STAFF, "status: on-track", "status:   'on-track'   # still")
    _append(root, STAFF, NEW_UPDATE)
    assert _check(root, "main") == 0
    assert capsys.readouterr() == (CLEAN, "")


def test_rewritten_report(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report that was changed is found in the files at hand, with Windows' line ends too, and in older commits."""
    _change(root, STAFF, "status: on-track", "status: at-risk")
    text = (root / STAFF).read_bytes()
    (root / STAFF).write_bytes(text.replace(b"\n", b"\r\n"))
    assert _check(root, "HEAD") == 1
    found = (
        f'{STAFF}:7:17: error: the update of 9 December 2022 was rewritten: "status" was "on-track", and is "at-risk" '
        "now (update-rewritten)"
    )
    assert capsys.readouterr().out.splitlines()[0] == found
    _commit(root, "Rewritten")
    assert _check(root, "HEAD") == 0
    assert _check(root, "HEAD~1") == 1
    assert found in capsys.readouterr().out


def test_own_line_of_work(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was added to the other branch since this one left it was not taken out here."""
    _git(root, "branch", "report")
    _append(root, STAFF, NEW_UPDATE)
    _commit(root, "A report on the main branch")
    _git(root, "checkout", "--quiet", "report")
    _append(root, CLUBS, f"    updates:\n{NEW_UPDATE}")
    _commit(root, "A report on this branch")
    assert _check(root, "main") == 0
    assert capsys.readouterr() == (CLEAN, "")


def test_plan_in_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The plan may stand in any folder of the repository."""
    root = tmp_path / "trusts" / "ours"
    shutil.copytree(BASE, root)
    _git(tmp_path, "init", "--quiet")
    _commit(tmp_path, "The plan")
    _change(root, STAFF, "Half of the teachers", "Most of the teachers")
    assert _check(root, "HEAD") == 1
    assert "(update-rewritten)" in capsys.readouterr().out


def test_file_that_cannot_be_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands in a file that cannot be read now is not called removed."""
    _append(root, STAFF, "\t- what is this\n")
    assert _check(root, "HEAD") == 1
    assert capsys.readouterr().out.count(" error: ") == 1


def test_no_plan_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there was no plan before, nothing can have been changed."""
    (tmp_path / "README.md").write_text("A plan is to come.\n", encoding="utf-8")
    _git(tmp_path, "init", "--quiet")
    _commit(tmp_path, "No plan yet")
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    assert _check(tmp_path, "HEAD") == 0
    assert capsys.readouterr() == (CLEAN, "")


def test_broken_plan_before(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the plan could not be read before, putting it right is not held up."""
    whole = (root / "plan/plan.yml").read_text(encoding="utf-8")
    _append(root, "plan/plan.yml", "years: []\n")
    _append(root, "plan/plan.yml", "\t\n: [")
    broken = _commit(root, "Broken")
    (root / "plan/plan.yml").write_text(whole, encoding="utf-8")
    assert _check(root, broken) == 0
    assert capsys.readouterr() == (
        CLEAN,
        f"trustplan: the plan could not be read at {broken}, so nothing is compared with it\n",
    )


def test_broken_file_before(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where one file could not be read before, it is said that it is not compared; the others are."""
    whole = (root / CLUBS).read_text(encoding="utf-8")
    (root / CLUBS).write_text(f"<<<<<<< HEAD\n{whole}", encoding="utf-8")
    broken = _commit(root, "Broken")
    (root / CLUBS).write_text(whole, encoding="utf-8")
    assert _check(root, broken) == 0
    said = f"not everything could be read in the plan at {broken}, and what could not is not compared"
    assert capsys.readouterr() == (CLEAN, f"trustplan: {said}\n")
    _change(root, STAFF, "on-track", "at-risk")
    assert _check(root, broken) == 1


@pytest.mark.parametrize("ref", ["nowhere", "", "--all", "HEAD~9", "HEAD:plan", "-h", "main..HEAD", "a\nb"])
def test_unknown_ref(root: Path, capsys: pytest.CaptureFixture[str], ref: str) -> None:
    """What names no commit is said in a sentence, and the check returns 2."""
    assert cli.main(["check", "--root", str(root), f"--against={ref}"]) == 2
    shown = " ".join(ref.split())
    assert capsys.readouterr() == ("", f'trustplan: "{shown}" is not a commit, a branch or a tag of this repository\n')


def test_no_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a repository the check returns 2 and says so."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    assert _check(tmp_path, "HEAD") == 2
    sentence = f"{tmp_path} does not lie in a Git repository, and only Git knows how the plan stood before"
    assert capsys.readouterr() == ("", f"trustplan: {sentence}\n")


def test_no_git(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Git the check returns 2 and says so."""
    monkeypatch.setattr(git, "which", lambda _: None)
    assert _check(root, "HEAD") == 2
    sentence = "Git is not installed here, and only Git knows how the plan stood before"
    assert capsys.readouterr() == ("", f"trustplan: {sentence}\n")
    assert not git.is_repository(root)


def test_cut_off(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where only the newest commits were copied, it is said how to fetch the others."""
    first = _git(root, "rev-parse", "HEAD")
    _append(root, STAFF, NEW_UPDATE)
    _commit(root, "A report")
    copy = tmp_path / "copy"
    _git(root, "clone", "--quiet", "--depth=1", root.as_uri(), str(copy))
    assert _check(copy, first) == 2
    cure = "this copy lacks the older commits: fetch them all (git fetch --unshallow, or fetch-depth: 0 in CI)"
    said = f'trustplan: "{first}" is not a commit, a branch or a tag of this repository; {cure}\n'
    assert capsys.readouterr() == ("", said)
    with pytest.raises(git.GitError, match="the commits up to 2023-02-01 are not here; this copy lacks"):
        git.commit_on(copy, date(2023, 2, 1))


def test_in_a_hook(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git's hooks name the repository that they run in; the plan's own is read all the same."""
    other = tmp_path / "other"
    other.mkdir()
    _git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    assert _check(root, "HEAD") == 0


def test_commit_on_a_day(root: Path) -> None:
    """The commit of a day is the last one up to its end."""
    first = _git(root, "rev-parse", "HEAD")
    _append(root, STAFF, NEW_UPDATE)
    second = _commit(root, "A report", day="2023-03-10")
    assert git.commit_on(root, date(2023, 1, 9)) is None
    assert git.commit_on(root, date(2023, 1, 10)) == first
    assert git.commit_on(root, date(2023, 3, 9)) == first
    assert git.commit_on(root, date(2023, 3, 10)) == second
    assert git.day_of_commit(root, first) == date(2023, 1, 10)


def test_plan_folder(root: Path, tmp_path: Path) -> None:
    """The plan of a commit is written byte by byte; links, and what is not of the plan, are left out."""
    (root / "README.md").write_text("Not of the plan.\n", encoding="utf-8")
    (root / "plan/evidence/Übersicht, 2023.txt").write_bytes(b"\xff\x00\r\n")
    (root / "plan/link.yml").symlink_to("plan.yml")
    (root / ".gitattributes").write_text("*.yml export-ignore\n*.txt text eol=lf\n", encoding="utf-8")
    _commit(root, "More")
    (root / STAFF).unlink()
    git.plan_folder_at(root, "HEAD", tmp_path / "into")
    written = {
        path.relative_to(tmp_path / "into").as_posix() for path in (tmp_path / "into").rglob("*") if path.is_file()
    }
    kept = {path.relative_to(root).as_posix() for top in ("plan", "schools") for path in (root / top).rglob("*.*")}
    files = {path for path in kept if not (root / path).is_dir()}
    assert written == (files | {STAFF}) - {"plan/link.yml"}
    assert (tmp_path / "into/plan/evidence/Übersicht, 2023.txt").read_bytes().startswith(b"\xff\x00")
