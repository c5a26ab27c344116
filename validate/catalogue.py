"""The closed list of problem codes, sorted by name: how bad each is and what it means in one line."""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """What the catalogue says of one code."""

    severity: str
    meaning: str


CODES: dict[str, Code] = {
    "alias-used": Code("error", "A file repeats a part of itself with & and *."),
    "bad-date": Code("error", "A date is not written as year-month-day, or does not exist."),
    "bad-file-name": Code("error", "The name of an evidence file has characters that do not travel."),
    "bad-format": Code("error", "A number or code does not have its usual form."),
    "bad-id": Code("error", "An id has characters that ids cannot have."),
    "bad-link": Code("error", "A link is not a web address."),
    "bad-number": Code("error", "A number is not written in digits."),
    "bad-year": Code("error", "An academic year is not written like 2022-23."),
    "bad-yes-no": Code("error", "A value that must be true or false is something else."),
    "cannot-read": Code("error", "A file cannot be opened."),
    "deferred-nowhere": Code("error", "Deferred work does not say to which later year it moves."),
    "due-outside-plan": Code("error", "A goal or action is due outside the plan's time or its own year."),
    "duplicate-id": Code("error", "The same id names two things."),
    "duplicate-key": Code("error", "The same name is written twice in one group."),
    "empty-file": Code("error", "A file holds nothing."),
    "empty-value": Code("error", "A name is followed by nothing."),
    "evidence-missing": Code("error", "An evidence file is not in plan/evidence/."),
    "evidence-nowhere": Code("error", "The evidence of an update has neither a link nor a file."),
    "file-place": Code("error", "A folder's or file's name does not fit the id inside."),
    "framework-date": Code("error", "An inspection framework was not in use on the inspection's date."),
    "framework-unknown": Code("error", "An inspection framework is not one of the known ones."),
    "grade-unknown": Code("error", "A grade does not exist in the inspection's framework."),
    "growth-beyond-rules": Code("warning", "More schools joined in a year than the plan's own limit."),
    "hidden-character": Code("error", "Text holds a character that cannot be seen."),
    "html-in-text": Code("error", "Text holds HTML."),
    "impossible-status": Code("error", "A status cannot be true any more on its day."),
    "inspection-before-opening": Code(
        "error", "An inspection is older than the academy and not marked as its predecessor's."
    ),
    "inspection-undated": Code("error", "An inspection says neither its date nor when its grade was seen."),
    "joined-before-trust": Code("error", "A school joined before the trust existed."),
    "left-before-joined": Code("error", "A school left before it joined, or joined again before it left."),
    "link-in-folder": Code("error", "A file or folder is a link to another place."),
    "missing-field": Code("error", "Something that must be there is not."),
    "missing-file": Code("error", "A folder lacks the file that says what it is."),
    "missing-plan": Code("error", "There is no plan/plan.yml."),
    "missing-year": Code("error", "An objective has no file for one of the plan's years."),
    "no-evidence": Code("error", "Something is reported as complete or not met without evidence."),
    "no-reason": Code("error", "Deferred, cancelled or reopened work does not say why."),
    "not-a-choice": Code("error", "A value is not one of those allowed."),
    "not-planned-actions": Code("error", "A year that is not a focus has actions."),
    "not-utf8": Code("error", "A file is not plain text in UTF-8."),
    "outside-folder": Code("error", "A path leads out of plan/evidence/."),
    "personal-detail": Code("warning", "Text seems to hold a person's name, e-mail address or phone number."),
    "phase-overlap": Code("warning", "Two phases of growth hold the same number of schools."),
    "phase-shrinks": Code("warning", "A later phase of growth is for fewer schools, or has fewer staff."),
    "planned-empty": Code("error", "A planned year has no actions."),
    "several-documents": Code("error", "A file holds more than one YAML document."),
    "tab-indent": Code("error", "A line is indented with a tab."),
    "tag-used": Code("error", "A value has a YAML type tag."),
    "too-deep": Code("error", "A file nests too many levels."),
    "too-large": Code("error", "A file is too large."),
    "too-long": Code("error", "A text is too long."),
    "unexpected-file": Code("error", "A file is not one the plan knows."),
    "unknown-body": Code("error", "A body, or its part in a decision, is not defined in governance.yml."),
    "unknown-charge": Code("error", "A charge is not defined in services.yml."),
    "unknown-field": Code("error", "A name is not one that may stand here."),
    "unknown-level": Code("error", "A level of support, or a trigger, is not defined in support.yml."),
    "unknown-measure": Code("error", "A measure has no file in plan/measures/."),
    "unknown-objective": Code("error", "An objective or goal is not one of the plan's."),
    "unknown-phase": Code("error", "A phase of growth is not defined."),
    "unknown-post": Code("error", "A post is not defined in growth.yml."),
    "unknown-role": Code("error", "A role is not defined in plan.yml."),
    "unknown-school": Code("error", "A school has no file in schools/."),
    "unknown-stage": Code("error", "A stage, task or area is not defined in joining.yml."),
    "unknown-status": Code("error", "A status is not one that an update may have."),
    "unknown-term": Code("error", "A term is not defined in plan.yml."),
    "unknown-year": Code("error", "A year is not one of the plan's."),
    "update-after-final": Code("error", "Finished work is reported on again without a reason."),
    "update-in-future": Code("error", "An update is dated after the day of the check."),
    "update-order": Code("error", "Updates do not stand in order of time."),
    "update-outside-plan": Code("error", "An update is dated before the plan began or long after it ended."),
    "wrong-type": Code("error", "A text, a list or a group stands where another was expected."),
    "yaml-syntax": Code("error", "A line cannot be read as YAML."),
    "years-order": Code("error", "The plan's years or terms do not follow one another."),
}
