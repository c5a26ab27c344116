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
HOST_VALUE = re.compile(r"\$\{\{.*?\}\}")
PLACES = {
    "github": (".github/workflows/plan.yml", ".github/workflows/remind.yml"),
    "gitlab": (".gitlab-ci.yml",),
}
AS_ON_HOST = {
    "github": {"GITHUB_ACTIONS": "true"},
    "gitlab": {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD^", "CI_COMMIT_BEFORE_SHA": "0" * 40, "BUILDER": "true"},
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
    objective = next(root.glob("plan/pillars/*/*/objective.yml"))
    objective.write_text(f"{objective.read_text(encoding='utf-8')}lead: trust-leader\n", encoding="utf-8")
    _git(root, "commit", "--quiet", "--all", "--message", "An objective has a lead")
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


def _run(repository: Path, host: str, script: str, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    given = {name: HOST_VALUE.sub("HEAD^", value) for name, value in variables.items()}
    path = f"{repository.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    settings = {**environment(), **AS_ON_HOST[host], **given, "PATH": path}
    settings.pop("GITHUB_STEP_SUMMARY", None)
    bash = shutil.which("bash") or pytest.skip("there is no bash")
    command = [bash, "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(command, cwd=repository, env=settings, capture_output=True, text=True, check=False)


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
    assert theirs - own == {"actions/upload-artifact@v4"}


def test_pre_commit_checks_the_plan(repository: Path) -> None:
    """The hook for pre-commit is the check, in this repository's own definition as in what a trust starts with."""
    (ours,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (source,) = yaml.safe_load((repository / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    (theirs,) = source["hooks"]
    engine = (repository / "requirements.txt").read_text(encoding="utf-8").strip()
    assert {name: theirs[name] for name in ours if name != "description"} == {
        name: value for name, value in ours.items() if name != "description"
    }
    assert theirs["additional_dependencies"] == [engine]
    done = subprocess.run(
        [repository.parent / "bin" / "trustplan", *ours["entry"].split()[1:]],
        cwd=repository,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
