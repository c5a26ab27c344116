"""The same outcome for different readers: text, JSON, GitHub annotations and JUnit."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from validate.github import workflow_command
from validate.problems import Problem, Severity, worst_first
from validate.safe_text import markdown_text, visible
from validate.words import count, listed
from validate.words import day as in_words

if TYPE_CHECKING:
    from validate.pipeline import Outcome

COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m"}
BOLD = "\x1b[1m"
PLAIN = "\x1b[0m"

MOST_ROWS = 1000
"""Rows in a step summary. GitHub refuses summaries of more than a megabyte."""

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_text(outcome: Outcome, *, colour: bool = False) -> str:
    """Return the report as lines for a terminal, ending with the sentence that sums it up."""
    lines = [line for problem in outcome.problems for line in text_lines(problem, colour=colour)]
    return "\n".join([*lines, summary(outcome)]) + "\n"


def text_lines(problem: Problem, *, colour: bool = False) -> list[str]:
    """Return one problem as lines for a terminal."""
    place, severity = visible(str(problem.place)), str(problem.severity)
    if colour:
        place, severity = f"{BOLD}{place}{PLAIN}", f"{COLOURS[problem.severity]}{severity}{PLAIN}"
    lines = [f"{place}: {severity}: {visible(problem.message)} ({problem.code})"]
    if _adds_to_message(problem):
        lines.append(f"    allowed: {visible(problem.allowed)}")
    if problem.cure:
        lines.append(f"    cure: {visible(problem.cure)}")
    return lines


def _adds_to_message(problem: Problem) -> bool:
    return bool(problem.allowed) and problem.allowed not in problem.message


def summary(outcome: Outcome) -> str:
    """Return one sentence: how many files were checked, for which day, and what was found."""
    files = count(outcome.files, "data file")
    day = f" as at {in_words(outcome.as_at)}" if outcome.as_at else ""
    return f"{files} checked{day}: {_counts(outcome)}."


def _counts(outcome: Outcome) -> str:
    counts = [(outcome.errors, "error"), (outcome.warnings, "warning")]
    return listed(count(number, thing) for number, thing in counts if number) or "no problems"


def render_json(outcome: Outcome) -> str:
    """Return the report as a JSON object for programs."""
    report = {
        "as_at": outcome.as_at.isoformat() if outcome.as_at else None,
        "files": outcome.files,
        "errors": outcome.errors,
        "warnings": outcome.warnings,
        "problems": [_as_dict(problem) for problem in outcome.problems],
    }
    return json.dumps(report, indent=2) + "\n"


def _as_dict(problem: Problem) -> dict[str, str | int]:
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "allowed": problem.allowed,
        "cure": problem.cure,
    }


def render_github(outcome: Outcome, *, prefix: str = "") -> str:
    """Return workflow commands that mark the lines on GitHub, worst first, as only ten are shown.

    The prefix leads from the top of the repository to the folder that was checked.
    """
    lines = [_annotation(problem, prefix) for problem in sorted(outcome.problems, key=worst_first)]
    return "\n".join([*lines, summary(outcome)]) + "\n"


def _annotation(problem: Problem, prefix: str) -> str:
    properties = {
        "file": prefix + problem.place.file,
        "line": str(problem.place.line),
        "col": str(problem.place.column),
        "title": problem.code,
    }
    return workflow_command(problem.severity, properties, _in_full(problem))


def _in_full(problem: Problem) -> str:
    allowed = [f"Allowed: {problem.allowed.removesuffix('.')}."] if _adds_to_message(problem) else []
    return "\n".join(part for part in [problem.message, *allowed, problem.cure] if part)


def render_step_summary(outcome: Outcome) -> str:
    """Return the report as Markdown for a GitHub step summary: the count and a table, worst first."""
    lines = [f"**{markdown_text(summary(outcome))}**", ""]
    if outcome.problems:
        lines += ["| Where | What is wrong | What to do |", "| --- | --- | --- |"]
        lines += [_summary_row(problem) for problem in sorted(outcome.problems, key=worst_first)[:MOST_ROWS]]
        if len(outcome.problems) > MOST_ROWS:
            lines += ["", f"The first {MOST_ROWS:,} are shown here; the log has them all."]
        lines.append("")
    return "\n".join(lines) + "\n"


def _summary_row(problem: Problem) -> str:
    allowed = f"Allowed: {problem.allowed.removesuffix('.')}. " if _adds_to_message(problem) else ""
    what = f"{problem.severity}: {problem.message} ({problem.code})"
    return f"| {markdown_text(str(problem.place))} | {markdown_text(what)} | {markdown_text(allowed + problem.cure)} |"


def render_junit(outcome: Outcome) -> str:
    """Return the report as JUnit XML: a test case for each file, failed where it has errors."""
    by_file: dict[str, list[Problem]] = {path: [] for path in outcome.data_files}
    for problem in outcome.problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    cases = [_test_case(path, problems) for path, problems in sorted(by_file.items())]
    failed = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": str(len(cases)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suite = ET.Element("testsuite", {"name": "trustplan", **counts})
    suite.extend(cases)
    root = ET.Element("testsuites", counts)
    root.append(suite)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _test_case(path: str, problems: list[Problem]) -> ET.Element:
    case = ET.Element("testcase", {"classname": "trustplan", "name": _xml(path)})
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    if errors:
        message = errors[0].message if len(errors) == 1 else count(len(errors), "error")
        failure = ET.SubElement(case, "failure", {"message": _xml(message), "type": errors[0].code})
        failure.text = _xml_lines(errors)
    if warnings:
        ET.SubElement(case, "system-out").text = _xml_lines(warnings)
    return case


def _xml_lines(problems: list[Problem]) -> str:
    return _xml("\n".join(line for problem in problems for line in text_lines(problem, colour=False)))


def _xml(text: str) -> str:
    """Return the text without the characters that XML forbids."""
    return NOT_IN_XML.sub("\ufffd", text)
