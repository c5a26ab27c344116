"""The same outcome as text, JSON, GitHub annotations, a step summary and JUnit."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from validate import reporters
from validate.pipeline import Outcome
from validate.problems import Place, Problem

WARNING = Problem(
    code="phase-overlap",
    place=Place("plan/growth.yml", 3, 5),
    message="phases 1 and 2 both hold 4 schools",
    cure="Say why.",
)
ERROR = Problem(
    code="unknown-status",
    place=Place("plan/pillars/4/4.1/2022-23.yml", 6, 17),
    message='status "on_trak" is not a status; did you mean "on-track"?',
    allowed="not-started, on-track",
    cure="Write one of the allowed words.",
)
HOSTILE = Problem(
    code="bad-id",
    place=Place("schools/a|b,c:d%\n\x1b[31m.yml", 1, 1),
    message='"id" is "<script>|`*x*`\x00\x1b[0m\ud800\r\n::error::x"',
    cure="50% & more",
)


def _outcome(*problems: Problem, as_at: date | None = date(2024, 8, 31)) -> Outcome:
    files = ("plan/growth.yml", "plan/pillars/4/4.1/2022-23.yml", "plan/plan.yml")
    return Outcome(plan=None, problems=problems, data_files=files, as_at=as_at)


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        ([], "3 data files checked as at 31 August 2024: no problems."),
        ([ERROR], "3 data files checked as at 31 August 2024: 1 error."),
        ([WARNING, WARNING], "3 data files checked as at 31 August 2024: 2 warnings."),
        ([WARNING, ERROR, ERROR], "3 data files checked as at 31 August 2024: 2 errors and 1 warning."),
    ],
)
def test_summary(problems: list[Problem], sentence: str) -> None:
    """One sentence counts files, errors and warnings, in the singular and the plural."""
    assert reporters.summary(_outcome(*problems)) == sentence


def test_summary_without_day() -> None:
    """Where nothing names a day, the sentence names none."""
    assert reporters.summary(_outcome(as_at=None)) == "3 data files checked: no problems."


def test_summary_of_one_file() -> None:
    """One file is counted in the singular."""
    outcome = Outcome(plan=None, problems=(), data_files=("plan/plan.yml",), as_at=None)
    assert reporters.summary(outcome) == "1 data file checked: no problems."


def test_text() -> None:
    """Each problem is one line, with what is allowed and the cure indented beneath it."""
    assert reporters.render_text(_outcome(WARNING, ERROR)) == (
        "plan/growth.yml:3:5: warning: phases 1 and 2 both hold 4 schools (phase-overlap)\n"
        "    cure: Say why.\n"
        'plan/pillars/4/4.1/2022-23.yml:6:17: error: status "on_trak" is not a status; did you mean "on-track"? '
        "(unknown-status)\n"
        "    allowed: not-started, on-track\n"
        "    cure: Write one of the allowed words.\n"
        "3 data files checked as at 31 August 2024: 1 error and 1 warning.\n"
    )


def test_text_does_not_repeat_itself() -> None:
    """What is allowed is left out where the message has already said it."""
    problem = Problem(code="bad-number", place=Place("a.yml"), message='"fte" must be a number', allowed="a number")
    assert reporters.render_text(_outcome(problem)).splitlines()[:-1] == [
        'a.yml:1:1: error: "fte" must be a number (bad-number)'
    ]


def test_text_in_colour() -> None:
    """Colour marks the place and the severity and changes no word."""
    assert reporters.render_text(_outcome(WARNING, ERROR), colour=True).splitlines()[:3:2] == [
        "\x1b[1mplan/growth.yml:3:5\x1b[0m: \x1b[33mwarning\x1b[0m: phases 1 and 2 both hold 4 schools (phase-overlap)",
        (
            "\x1b[1mplan/pillars/4/4.1/2022-23.yml:6:17\x1b[0m: \x1b[31merror\x1b[0m: "
            'status "on_trak" is not a status; did you mean "on-track"? (unknown-status)'
        ),
    ]


def test_text_shows_hidden_characters() -> None:
    """Terminal codes and line breaks from files are spelt out, so that they cannot act."""
    assert reporters.render_text(_outcome(HOSTILE)).splitlines()[:-1] == [
        (
            "schools/a|b,c:d%\\n\\x1b[31m.yml:1:1: error: "
            '"id" is "<script>|`*x*`\\x00\\x1b[0m\\ud800\\r\\n::error::x" (bad-id)'
        ),
        "    cure: 50% & more",
    ]


def test_json() -> None:
    """Programs get the counts and every part of each problem."""
    assert json.loads(reporters.render_json(_outcome(WARNING, ERROR))) == {
        "as_at": "2024-08-31",
        "files": 3,
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "code": "phase-overlap",
                "severity": "warning",
                "file": "plan/growth.yml",
                "line": 3,
                "column": 5,
                "message": "phases 1 and 2 both hold 4 schools",
                "allowed": "",
                "cure": "Say why.",
            },
            {
                "code": "unknown-status",
                "severity": "error",
                "file": "plan/pillars/4/4.1/2022-23.yml",
                "line": 6,
                "column": 17,
                "message": 'status "on_trak" is not a status; did you mean "on-track"?',
                "allowed": "not-started, on-track",
                "cure": "Write one of the allowed words.",
            },
        ],
    }


def test_json_without_day() -> None:
    """Where nothing names a day, it is null."""
    assert json.loads(reporters.render_json(_outcome(as_at=None)))["as_at"] is None


def test_github() -> None:
    """Annotations come worst first, on their lines, then the summary."""
    assert reporters.render_github(_outcome(WARNING, ERROR), prefix="plans/ours/") == (
        "::error file=plans/ours/plan/pillars/4/4.1/2022-23.yml,line=6,col=17,title=unknown-status::"
        'status "on_trak" is not a status; did you mean "on-track"?%0AAllowed: not-started, on-track.%0A'
        "Write one of the allowed words.\n"
        "::warning file=plans/ours/plan/growth.yml,line=3,col=5,title=phase-overlap::"
        "phases 1 and 2 both hold 4 schools%0ASay why.\n"
        "3 data files checked as at 31 August 2024: 1 error and 1 warning.\n"
    )


def test_github_escapes() -> None:
    """Nothing in a file's text or name can end an annotation or start another."""
    lines = reporters.render_github(_outcome(HOSTILE)).split("\n")
    assert lines[0] == (
        "::error file=schools/a|b%2Cc%3Ad%25%0A\x1b[31m.yml,line=1,col=1,title=bad-id::"
        '"id" is "<script>|`*x*`\x00\x1b[0m?%0D%0A::error::x"%0A50%25 & more'
    )
    assert len(lines) == 3


def test_step_summary() -> None:
    """The step summary is the count and a table, worst first."""
    assert reporters.render_step_summary(_outcome(WARNING, ERROR)) == (
        "**3 data files checked as at 31 August 2024: 1 error and 1 warning.**\n"
        "\n"
        "| Where | What is wrong | What to do |\n"
        "| --- | --- | --- |\n"
        "| plan/pillars/4/4.1/2022-23.yml:6:17 "
        '| error: status "on&#95;trak" is not a status; did you mean "on-track"? (unknown-status) '
        "| Allowed: not-started, on-track. Write one of the allowed words. |\n"
        "| plan/growth.yml:3:5 | warning: phases 1 and 2 both hold 4 schools (phase-overlap) | Say why. |\n"
        "\n"
    )


def test_step_summary_without_problems() -> None:
    """A clean plan has no table."""
    assert reporters.render_step_summary(_outcome()) == (
        "**3 data files checked as at 31 August 2024: no problems.**\n\n"
    )


def test_step_summary_escapes() -> None:
    """Text from files is shown as it is: no markup, no further columns, no further lines."""
    row = reporters.render_step_summary(_outcome(HOSTILE)).splitlines()[4]
    assert row == (
        "| schools/a&#124;b,c:d%&#92;n&#92;x1b&#91;31m.yml:1:1 "
        '| error: "id" is "&lt;script&gt;&#124;&#96;&#42;x&#42;&#96;&#92;x00&#92;x1b&#91;0m&#92;ud800'
        '&#92;r&#92;n::error::x" (bad-id) | 50% &amp; more |'
    )


def test_step_summary_is_short_enough() -> None:
    """A step summary keeps within what GitHub accepts, and says what it leaves out."""
    summary = reporters.render_step_summary(_outcome(*[ERROR] * 3000))
    assert len(summary.encode()) < 1_000_000
    assert summary.endswith("\nThe first 1,000 are shown here; the log has them all.\n\n")


def test_junit() -> None:
    """Each file is a test case: errors make it fail, warnings are its output."""
    assert reporters.render_junit(_outcome(WARNING, ERROR)) == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<testsuites tests="3" failures="1" errors="0" skipped="0">\n'
        '  <testsuite name="trustplan" tests="3" failures="1" errors="0" skipped="0">\n'
        '    <testcase classname="trustplan" name="plan/growth.yml">\n'
        "      <system-out>plan/growth.yml:3:5: warning: phases 1 and 2 both hold 4 schools (phase-overlap)\n"
        "    cure: Say why.</system-out>\n"
        "    </testcase>\n"
        '    <testcase classname="trustplan" name="plan/pillars/4/4.1/2022-23.yml">\n'
        '      <failure message="status &quot;on_trak&quot; is not a status; did you mean &quot;on-track&quot;?" '
        'type="unknown-status">plan/pillars/4/4.1/2022-23.yml:6:17: error: '
        'status "on_trak" is not a status; did you mean "on-track"? (unknown-status)\n'
        "    allowed: not-started, on-track\n"
        "    cure: Write one of the allowed words.</failure>\n"
        "    </testcase>\n"
        '    <testcase classname="trustplan" name="plan/plan.yml" />\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_junit_is_xml_whatever_the_text() -> None:
    """Characters that XML forbids are replaced, and a file that is no data file has a test case too."""
    suite = ET.fromstring(reporters.render_junit(_outcome(HOSTILE, HOSTILE)))[0]  # noqa: S314 - our own text
    assert suite.get("tests") == "4"
    failure = suite[3][0]
    assert failure.get("message") == "2 errors"
    assert failure.text is not None
    assert failure.text.count("::error::x") == 2
