"""One issue for each role on the Git host: opened, brought up to date, closed, and never another's touched."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from desk.commands.post_reminders import run
from desk.surroundings import DONE, CannotRun, Surroundings
from tests.golden_pages import assert_golden

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping
    from pathlib import Path

NOTES = {
    "ceo": ("open", "Reports wait: Chief executive", "Two actions wait."),
    "clerk": ("open", "Reports wait: Clerk", "One action waits."),
    "board": ("close", "Reports wait: Board", "Nothing waits."),
    "estates": ("close", "Reports wait: Estates", "Nothing waits."),
    "people": ("open", "Reports wait: People", "The same as last week."),
}
ISSUES = [
    (12, "Reports wait: Chief executive", "<!-- trustplan-reminder: ceo -->\n\nOpened by mistake.\n"),
    (7, "Reports wait: Chief executive", "<!-- trustplan-reminder: ceo -->\r\n\r\nOne action waits.\r\n"),
    (8, "Reports wait: Board", "<!-- trustplan-reminder: board -->\n\nOne action waits.\n"),
    (9, "Reports wait: People", "<!-- trustplan-reminder: people -->\n\nThe same as last week.\n"),
    (10, "Reports wait: Head cook", "<!-- trustplan-reminder: cook -->\n\nOne action waits.\n"),
    (11, "A question", "What is <!-- trustplan-reminder: clerk --> for?"),
]
"""What this command opened: of one role twice, of one that the plan no longer has, and one that only speaks of it."""
FOREIGN = (13, "My own reminder", "<!-- trustplan-reminder: clerk -->\n\nBy somebody else.\n")
BROKEN = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n["

FAKE_GH = """#!{python}
import json, os, sys
arguments = sys.argv[1:]
text = sys.stdin.read() if "--body-file" in arguments else ""
with open(os.environ["CALLS"], "a", encoding="utf-8") as calls:
    print("gh", *arguments, file=calls)
    for line in text.splitlines():
        print("    " + line, file=calls)
if os.environ.get("REFUSES") in arguments:
    sys.exit("HTTP 403: Resource not accessible by integration")
if "list" in arguments:
    print(os.environ["ISSUES"])
if "user" in arguments:
    print("the-clerk")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of reminders, as `trustplan remind --folder` writes it."""
    found = tmp_path / "reminders"
    found.mkdir()
    rows = [f"{action}\t{role}\t{title}\t{role}.md\n" for role, (action, title, _) in NOTES.items()]
    (found / "reminders.tsv").write_text("".join(rows), encoding="utf-8")
    for role, (_, _, text) in NOTES.items():
        (found / f"{role}.md").write_text(f"<!-- trustplan-reminder: {role} -->\n\n{text}\n", encoding="utf-8")
    return found


@pytest.fixture
def github(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which `gh` writes down what it is asked."""
    command = tmp_path / "bin" / "gh"
    command.parent.mkdir()
    command.write_text(FAKE_GH.format(python=sys.executable), encoding="utf-8")
    command.chmod(0o755)
    issues = [
        {"number": number, "title": title, "body": body, "author": {"is_bot": True, "login": "app/github-actions"}}
        for number, title, body in ISSUES
    ]
    number, title, body = FOREIGN
    issues.append({"number": number, "title": title, "body": body, "author": {"is_bot": False, "login": "the-clerk"}})
    calls = str(tmp_path / "calls")
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "CALLS": calls, "ISSUES": json.dumps(issues), "GITHUB_ACTIONS": "true"}


def _post(folder: Path, environment: Mapping[str, str]) -> int:
    options: Any = type("Options", (), {"folder": folder})
    given: Namespace = options
    return run(given, Surroundings(today=date(2026, 3, 2), environment=environment))


def test_github(
    folder: Path,
    github: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On GitHub, what is new is opened, what changed edited, what is done with closed, and the rest left alone."""
    monkeypatch.setenv("PATH", github["PATH"])
    assert _post(folder, github) == DONE
    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    assert_golden("init/posting-github.txt", f"{calls}\n{capsys.readouterr().out}")


def test_github_refuses(folder: Path, github: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What GitHub says against it is passed on in a sentence, and nothing more is asked of it."""
    monkeypatch.setenv("PATH", github["PATH"])
    with pytest.raises(CannotRun, match="GitHub refused gh issue edit: HTTP 403: Resource not accessible"):
        _post(folder, {**github, "REFUSES": "edit"})


def test_github_refuses_half_way(
    folder: Path, github: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was done before a failure is said, and that the command can be run again for the rest."""
    monkeypatch.setenv("PATH", github["PATH"])
    with pytest.raises(CannotRun) as stop:
        _post(folder, {**github, "REFUSES": "create"})
    assert capsys.readouterr().out.splitlines()[0] == "Brought up to date: Reports wait: Chief executive"
    assert str(stop.value) == (
        "GitHub refused gh issue create: HTTP 403: Resource not accessible by integration. "
        "What stands above is done. Run the command again for the rest."
    )


def test_github_by_hand(folder: Path, github: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Run by hand, the command also keeps the issues of whoever runs it."""
    monkeypatch.setenv("PATH", github["PATH"])
    (folder / "reminders.tsv").write_text("open\tclerk\tReports wait: Clerk\tclerk.md\n", encoding="utf-8")
    _post(folder, {**github, "GITHUB_ACTIONS": ""})
    assert "gh issue edit 13 --title Reports wait: Clerk" in (folder.parent / "calls").read_text(encoding="utf-8")


def test_without_gh(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without GitHub's command the answer says what is missing."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRun, match="The command gh was not found"):
        _post(folder, {"PATH": str(tmp_path)})


@contextmanager
def _gitlab(calls: list[str], *, breaks_at: str = "") -> Iterator[dict[str, str]]:
    """Run a server that answers as GitLab does and writes down what it is asked; one answer may break off."""

    class Answers(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            calls.append(f"{self.command} {self.path} {self.rfile.read(length).decode()}".strip())
            if breaks_at and breaks_at in self.path:
                self.wfile.write(BROKEN.encode())
                return
            self.send_response(200 if self.headers["PRIVATE-TOKEN"] == "secret" else 401)
            self.end_headers()
            self.wfile.write(json.dumps(_said(self.command, self.path)).encode())

        do_GET = do_POST = do_PUT = _answer  # noqa: N815 - the server's own names

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/api/v4"
    yield {"GITLAB_CI": "true", "CI_API_V4_URL": address, "CI_PROJECT_ID": "42", "TRUSTPLAN_TOKEN": "secret"}
    server.shutdown()
    server.server_close()


def _said(method: str, path: str) -> object:
    """Return what GitLab says: who asks, a first page that is full of others' issues, a second with ours."""
    if path.endswith("/user"):
        return {"username": "project_42_bot_new"}
    if method != "GET":
        return {}
    if path.endswith("page=1"):
        number, title, body = FOREIGN
        return [{"iid": number, "title": title, "description": body, "author": {"username": "the-clerk"}}] * 100
    return [
        {"iid": number, "title": title, "description": body, "author": {"username": "project_42_bot_old"}}
        for number, title, body in ISSUES
    ]


def test_gitlab(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On GitLab the same is done through its API."""
    calls: list[str] = []
    with _gitlab(calls) as environment:
        assert _post(folder, environment) == DONE
    assert_golden("init/posting-gitlab.txt", "\n".join([*calls, "", capsys.readouterr().out]))


def test_gitlab_refuses(folder: Path) -> None:
    """A token that is missing or does not do ends in a sentence."""
    with _gitlab([]) as environment:
        with pytest.raises(CannotRun, match=r"GitLab refused GET /user \(401 Unauthorized\)"):
            _post(folder, {**environment, "TRUSTPLAN_TOKEN": "old"})
        with pytest.raises(CannotRun, match="The variable TRUSTPLAN_TOKEN is not set"):
            _post(folder, {**environment, "TRUSTPLAN_TOKEN": ""})


def test_gitlab_breaks_off(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An answer that breaks off, or none at all, ends in a sentence."""
    with _gitlab([], breaks_at="issues/7") as environment:
        with pytest.raises(CannotRun, match="GitLab's answer broke off or cannot be read"):
            _post(folder, environment)
        with pytest.raises(CannotRun, match="GitLab cannot be reached"):
            _post(folder, {**environment, "CI_API_V4_URL": "http://127.0.0.1:9/api/v4"})
    assert capsys.readouterr().out == ""


def test_gitlab_outside_a_pipeline(folder: Path) -> None:
    """What a pipeline would say, and is not there, is named."""
    with pytest.raises(CannotRun, match="The variable CI_API_V4_URL is not set"):
        _post(folder, {"GITLAB_CI": "true", "TRUSTPLAN_TOKEN": "secret"})


def test_nothing_to_change(
    folder: Path, github: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second run in the same week edits nothing."""
    monkeypatch.setenv("PATH", github["PATH"])
    (folder / "reminders.tsv").write_text("open\tpeople\tReports wait: People\tpeople.md\n", encoding="utf-8")
    people = [entry for entry in json.loads(github["ISSUES"]) if entry["number"] == 9]
    assert _post(folder, {**github, "ISSUES": json.dumps(people)}) == DONE
    assert (folder.parent / "calls").read_text(encoding="utf-8").count("gh issue") == 1
    assert capsys.readouterr().out == "Nothing to change: every issue says what it should.\n"


@pytest.mark.parametrize(
    ("index", "answer"), [(None, "cannot be read"), ("open\tceo\n", "is not a list of reminders"), ("\n", "not a list")]
)
def test_no_reminders(folder: Path, index: str | None, answer: str) -> None:
    """A folder that holds no reminders ends in a sentence."""
    file = folder / "reminders.tsv"
    if index is None:
        file.unlink()
    else:
        file.write_text(index, encoding="utf-8")
    with pytest.raises(CannotRun, match=answer):
        _post(folder, {})
