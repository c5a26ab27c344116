"""What a Git host runs in another trust's repository: sound YAML, sound shell, and commands that do their work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from desk.commands import init
from desk.surroundings import Surroundings
from tests.site_build import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANSWERS = ROOT / "tests" / "cases" / "init" / "five-years-of-pillars.yml"
GIT = ("git", "-c", "user.name=Clerk", "-c", "user.email=clerk@example.org", "-c", "commit.gpgsign=false")
PLANNED = "focus: planned\nactions:\n  - id: windows\n    action: Every window closes\n"
HOST_VALUE = re.compile(r"\$\{\{.*?\}\}")
PLACES = {
    "github": (".github/workflows/plan.yml", ".github/workflows/remind.yml"),
    "gitlab": (".gitlab-ci.yml",),
}
AS_ON_HOST = {
    "github": {"GITHUB_ACTIONS": "true"},
    "gitlab": {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD^",
        "CI_COMMIT_BEFORE_SHA": "0" * 40,
        "CI_PAGES_URL": "https://trust.example.org/plan",
        "BUILDER": "true",
    },
}
"""What each host tells its jobs. The same site need not be built for both, so for one of them nothing is built."""


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return another trust's repository with two commits, and beside it the commands that its jobs call."""
    folder = tmp_path_factory.mktemp("adopter")
    root = folder / "trust"
    init.run(Namespace(folder=root, answers=ANSWERS), Surroundings(today=date(2026, 3, 2), environment={}))
    _git(root, "init", "--quiet", "--initial-branch", "main")
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", "The plan as it was published")
    year = next(root.glob("plan/pillars/*/*/2025-26.yml"))
    year.write_text(PLANNED, encoding="utf-8")
    _git(root, "commit", "--quiet", "--all", "--message", "A year has an action")
    commands = folder / "bin"
    commands.mkdir()
    _write_command(commands / "trustplan", f'exec "{sys.executable}" -m desk "$@"')
    _write_command(commands / "mkdocs", f'exec ${{BUILDER:-"{sys.executable}" -m mkdocs}} "$@"')
    _write_command(commands / "pip", ":")
    _write_command(commands / "gh", 'case "$*" in *list*) echo "[]" ;; esac')
    return root


def _git(root: Path, *arguments: str) -> None:
    subprocess.run([*GIT, *arguments], cwd=root, check=True, capture_output=True)


def _write_command(file: Path, line: str) -> None:
    file.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    file.chmod(0o755)


def _jobs(repository: Path, host: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the name of each job, its shell commands one after the other, and the variables it sets."""
    for place in PLACES[host]:
        whole: dict[str, Any] = yaml.safe_load((repository / place).read_text(encoding="utf-8"))
        if host == "github":
            for name, job in whole["jobs"].items():
                steps = [step for step in job["steps"] if "run" in step]
                sets = [whole.get("env", {}), job.get("env", {}), *(step.get("env", {}) for step in steps)]
                variables = {name: value for each in sets for name, value in each.items()}
                yield name, "\n".join(step["run"] for step in steps), variables
        else:
            for name, job in whole.items():
                if isinstance(job, dict) and "script" in job:
                    yield name, "\n".join([*whole["default"]["before_script"], *job["script"]]), whole["variables"]


def _run(
    repository: Path, host: str, script: str, variables: dict[str, str], *, summary: Path | None = None
) -> subprocess.CompletedProcess[str]:
    given = {name: HOST_VALUE.sub("HEAD^", value) for name, value in variables.items()}
    path = f"{repository.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    settings = {**environment(), **AS_ON_HOST[host], **given, "PATH": path}
    settings.pop("GITHUB_STEP_SUMMARY", None)
    if summary:
        settings["GITHUB_STEP_SUMMARY"] = str(summary)
    bash = shutil.which("bash") or pytest.skip("there is no bash")
    command = [bash, "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(command, cwd=repository, env=settings, capture_output=True, text=True, check=False)


KINDS = {
    ".github/workflows/plan.yml": "github-workflows",
    ".github/workflows/remind.yml": "github-workflows",
    ".github/dependabot.yml": "dependabot",
    ".gitlab-ci.yml": "gitlab-ci",
}


@pytest.mark.parametrize("place", KINDS)
def test_each_file_is_one_that_its_host_reads(place: str, repository: Path) -> None:
    """The files keep to the hosts' own schemas, which also know every name that a job may use."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{KINDS[place]}", place]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("host", PLACES)
def test_every_job_runs(host: str, repository: Path) -> None:
    """The commands of each job run as they would on the host, and every one of ours is among them."""
    said = {}
    for name, script, variables in _jobs(repository, host):
        if script:
            done = _run(repository, host, script, variables)
            assert done.returncode == 0, f"{name}\n{script}\n{done.stdout}{done.stderr}"
            said[name] = done.stdout
    scripts = "\n".join(script for _, script, _ in _jobs(repository, host))
    for command in ("check .*--against", "changes --since", "remind --folder", "post-reminders"):
        assert re.search(f"trustplan {command}", scripts)
    assert "mkdocs build --strict" in scripts
    assert "no problems" in said["check"]
    assert "reminders" in said["remind"]


@pytest.mark.parametrize("host", PLACES)
def test_a_mistake_stops_the_check(host: str, repository: Path) -> None:
    """The job that checks fails on a mistake, and says it in the host's own form."""
    year = next(repository.glob("plan/pillars/*/*/2024-25.yml"))
    before = year.read_text(encoding="utf-8")
    year.write_text("focus: planed\n", encoding="utf-8")
    scripts = {name: (script, variables) for name, script, variables in _jobs(repository, host)}
    try:
        done = _run(repository, host, *scripts["check"])
    finally:
        year.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    place = year.relative_to(repository).as_posix()
    assert (f"::error file={place},line=1" if host == "github" else f"{place}:1:8: error:") in done.stdout
    if host == "gitlab":
        assert "<failure" in (repository / "check.xml").read_text(encoding="utf-8")


def test_actions_are_those_of_this_repository(repository: Path) -> None:
    """Other people's actions are named with the major versions that this repository uses itself."""
    uses = re.compile(r"uses: (\S+)")
    own = set(uses.findall((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")))
    theirs = {name for place in PLACES["github"] for name in uses.findall((repository / place).read_text("utf-8"))}
    assert theirs - own == {"actions/upload-artifact@v7"}
    assert {name.partition("/")[0] for name in theirs} == {"actions"}


def test_jobs_on_github_may_do_no_more_than_they_must(repository: Path) -> None:
    """A job may read, one may publish and one may write issues; none leaves a password behind or names a secret."""
    plan, remind = (repository / place for place in PLACES["github"])
    allowed = {
        (name, right): to
        for file in (plan, remind)
        for name, job in _read(file)["jobs"].items()
        for right, to in {**_read(file)["permissions"], **job.get("permissions", {})}.items()
        if to != "read"
    }
    assert allowed == {("publish", "pages"): "write", ("publish", "id-token"): "write", ("remind", "issues"): "write"}
    for file in (plan, remind):
        text = file.read_text(encoding="utf-8")
        assert "secrets." not in text
        assert "pull_request_target" not in text
        steps = [step for job in _read(file)["jobs"].values() for step in job["steps"]]
        assert all("${{" not in step.get("run", "") for step in steps)
        copies = [step["with"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
        assert all(copy["persist-credentials"] is False for copy in copies)


def test_the_public_site_comes_from_the_main_branch_alone(repository: Path) -> None:
    """Neither a proposed change nor a run that somebody starts on another branch is published."""
    publish = _read(repository / PLACES["github"][0])["jobs"]["publish"]
    assert publish["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    pages = _read(repository / PLACES["gitlab"][0])["pages"]
    assert pages["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_the_summary_of_a_proposed_change_says_what_it_means(repository: Path, tmp_path: Path) -> None:
    """On GitHub, the summary that a reviewer opens holds the meaning of the change and the map before and after."""
    scripts = {name: (script, variables) for name, script, variables in _jobs(repository, "github")}
    summary = tmp_path / "summary.md"
    done = _run(repository, "github", *scripts["check"], summary=summary)
    assert done.returncode == 0, done.stdout + done.stderr
    said = summary.read_text(encoding="utf-8")
    assert "Every window closes" in said
    assert "### The map before and after" in said


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def test_pre_commit_checks_the_plan(repository: Path) -> None:
    """The hook is the check, here as in what a trust starts with, where it is the one that is installed already."""
    (ours,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (source,) = yaml.safe_load((repository / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    (theirs,) = source["hooks"]
    same = ours.keys() - {"description", "language"}
    assert {name: theirs[name] for name in same} == {name: ours[name] for name in same}
    assert theirs["language"] == "system"
    assert "additional_dependencies" not in theirs
    done = subprocess.run(
        [repository.parent / "bin" / "trustplan", *ours["entry"].split()[1:]],
        cwd=repository,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
