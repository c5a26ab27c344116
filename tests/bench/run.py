"""Measure the check and the build beside other tools, and write RESULTS.md: `python -m tests.bench.run [COMMIT]`.

With a commit, the code of that commit is measured in the same run, turn by turn with that of now.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.measure import Cost, measure
from tests.bench.report import Before, Measured, render_results

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
RESULTS = Path(__file__).parent / "RESULTS.md"
SIZES = {"1,000 actions": (1_000, 3), "10,000 actions": (10_000, 2)}
"""Invented plans: how many actions, and how many runs the best is taken of."""
REAL_RUNS = 5

run = partial(measure, root=ROOT)


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """One plan to be measured, and an empty folder for what is made from it."""

    name: str
    folder: Path
    """The folder that holds plan/, schools/ and mkdocs.yml."""
    scratch: Path
    runs: int


@contextmanager
def code_of(commit: str) -> Iterator[Path | None]:
    """Give the folder that holds the code of a commit; nothing where none is named."""
    if not commit:
        yield None
        return
    with TemporaryDirectory() as folder:
        git = which("git") or "git"
        packed = subprocess.run([git, "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def measure_subject(subject: Subject, before: Path | None, *, with_needs: bool = False) -> Measured:
    """Check and build one plan, with this project, with its earlier code if that is given, and with the others."""
    site, plain, needs = (subject.scratch / name for name in ("site", "plain", "needs"))
    check = run("validate", "check", "--root", subject.folder, folder=ROOT, runs=subject.runs)
    print(f"{subject.name}: check {check.seconds:.2f} s", flush=True)
    schemas = check_schemas(subject)
    print(f"{subject.name}: check-jsonschema {schemas.seconds:.2f} s", flush=True)
    build = run("mkdocs", "build", "--strict", "-q", "-d", site, folder=subject.folder, runs=subject.runs)
    print(f"{subject.name}: build {build.seconds:.2f} s", flush=True)
    run("tests.bench.plain", site, plain, folder=ROOT)
    alone = run("mkdocs", "build", "--strict", "-q", "-d", plain / "site", folder=plain, runs=subject.runs)
    print(f"{subject.name}: Material alone {alone.seconds:.2f} s", flush=True)
    return Measured(
        name=subject.name,
        before=measure_before(subject, before) if before else None,
        files=sum(len(files) for files in data_files(subject.folder).values()),
        pages=len(list(site.rglob("index.html"))),
        check=check,
        schemas=schemas,
        build=build,
        plain=alone,
        needs=build_needs(subject, needs) if with_needs else None,
    )


def measure_before(subject: Subject, code: Path) -> Before:
    """Check and build one plan with earlier code."""
    site, turn = subject.scratch / "before", partial(measure, root=code, runs=subject.runs)
    check = turn("validate", "check", "--root", subject.folder, folder=code)
    print(f"{subject.name}: check by the earlier code {check.seconds:.2f} s", flush=True)
    build = turn("mkdocs", "build", "--strict", "-q", "-d", site, folder=subject.folder)
    print(f"{subject.name}: build by the earlier code {build.seconds:.2f} s", flush=True)
    return Before(check=check, build=build)


def data_files(folder: Path) -> dict[str, list[Path]]:
    """Return the data files of a plan by the schema for them, as the editor's settings say.

    The record classes would say so too, but a process starts with its parent's memory as its own peak, so this one
    must stay small.
    """
    schemas = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    found = {schema: sorted(folder.glob(here)) for schema, (here, *_) in schemas.items()}
    return {schema: files for schema, files in found.items() if files}


def check_schemas(subject: Subject) -> Cost:
    """Check the same files with check-jsonschema, one run for each kind of file, and add up."""
    total = Cost(seconds=0, processor=0, megabytes=0)
    for schema, files in data_files(subject.folder).items():
        total += run("check_jsonschema", "--schemafile", ROOT / schema, *files, folder=ROOT, runs=subject.runs)
    return total


def build_needs(subject: Subject, folder: Path) -> Cost:
    """Build the same actions with sphinx-needs, each time from nothing."""
    run("tests.bench.needs", subject.folder, folder, folder=ROOT)
    cost = run("sphinx", "-q", "-E", "-a", "-b", "html", folder, folder / "out", folder=folder, runs=subject.runs)
    print(f"{subject.name}: sphinx-needs {cost.seconds:.2f} s", flush=True)
    return cost


def main(commit: str = "") -> None:
    """Measure the real plan and the invented ones, one after the other, and write the results."""
    with TemporaryDirectory() as name, code_of(commit) as before:
        scratch = Path(name)
        subject = Subject(name="real plan", folder=ROOT, scratch=scratch / "real", runs=REAL_RUNS)
        real = measure_subject(subject, before)
        invented: list[Measured] = []
        for title, (actions, runs) in SIZES.items():
            subject = Subject(name=title, folder=scratch / str(actions), scratch=scratch / f"{actions}-made", runs=runs)
            run("tests.bench.generate", subject.folder, actions, folder=ROOT)
            invented.append(measure_subject(subject, before, with_needs=not invented))
        small, large = invented
        RESULTS.write_text(render_results(real, small, large, commit), encoding="utf-8")
    print("Written to tests/bench/RESULTS.md")


if __name__ == "__main__":
    main(*sys.argv[1:2])
