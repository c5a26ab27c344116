"""`trustplan report`: adds one report to an action or goal, and touches nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desk.asking import HOW_TO_ANSWER, Left, talk_with
from desk.finding import find_item, refuse_conflicts, updates_path
from desk.plan_on_day import plan_on_day
from desk.report.entry import entry_of, files_in, take_kinds
from desk.report.evidence_files import take_in
from desk.report.faults import Rules, says_nothing
from desk.report.offers import offer_item
from desk.report.options import add_report_options, as_command, option_of, said_in
from desk.report.questions import Questions, ask_role
from desk.surroundings import REFUSED, CannotRun
from desk.writing.appending import with_entry
from desk.writing.change import edited
from desk.writing.changes import write_changes
from desk.writing.replacing import with_value
from validate.layout import PLAN_FILE
from validate.plan.pillars import Action
from validate.status import ReportedStatus
from validate.words import commas, day

if TYPE_CHECKING:
    from argparse import Namespace

    from desk.asking import Conversation
    from desk.entry import Entry
    from desk.plan_on_day import PlanOnDay
    from desk.surroundings import Surroundings
    from validate.cli import Commands
    from validate.plan.pillars import Item
    from validate.plan.plan import Plan

AS_AT = ("reporting", "as_at")
"""Where plan.yml says for which day the plan is kept."""

DESCRIPTION = (
    "Report on one action or goal: adds one update to its file, after checking it. "
    "Without an id or a status, it asks step by step."
)


def add(commands: Commands) -> None:
    """Add the command that reports."""
    report = commands.add_parser("report", description=DESCRIPTION)
    add_report_options(report)
    report.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:
    """Take a report, show what it adds, check it and write it."""
    on_day = plan_on_day(options.root, None, surroundings.today)
    plan = on_day.outcome.plan or on_day.plan
    rules = Rules(plan=plan, today=surroundings.today, newest_day=on_day.outcome.newest_day or surroundings.today)
    is_asked = not (options.id and options.status)
    talk = talk_with(surroundings)
    report = said_in(options)
    try:
        if is_asked:
            item = _asked(options, talk, on_day, rules, report)
        else:
            item = _named(options, talk, on_day, plan)
            _complete(options, talk, item, rules, report)
        code = _write(options, surroundings, on_day, item, report, moves_as_at=rules.is_ahead(report["date"]))
    except Left:
        print("Nothing was written.")
        return REFUSED
    if is_asked and code == REFUSED:
        command = as_command(item.id, report, options.root, moves_as_at=rules.is_ahead(report["date"]))
        print(f"To say the same again, or in other words:\n    {command}")
    return code


def _asked(options: Namespace, talk: Conversation | None, on_day: PlanOnDay, rules: Rules, report: Entry) -> Item:
    """Ask for what the command does not say; where nobody is there to answer, say what is missing."""
    if talk is None:
        raise CannotRun(_missing(options))
    role = report.get("reported_by", "")
    if role and (complaint := rules.of_role(role)):
        raise CannotRun(f"{option_of('reported_by')}: {complaint}")
    if options.id:
        item = _named(options, talk, on_day, rules.plan)
    else:
        refuse_conflicts(on_day.outcome)
        talk.say(HOW_TO_ANSWER)
        report["reported_by"] = role or ask_role(talk, rules.plan)
        item = offer_item(talk, rules.plan, on_day, report["reported_by"])
    _refuse_faults(options, rules, report, item)
    take_kinds(report.get("evidence", []))
    standing = on_day.progress.standings.get(item.id)
    Questions(talk=talk, rules=rules, item=item, standing=standing, may_move=options.move_as_at).fill(report)
    return item


def _named(options: Namespace, talk: Conversation | None, on_day: PlanOnDay, plan: Plan) -> Item:
    """Return the action or goal of the id; where somebody is there to look at it, a few words will do."""
    name = " ".join(options.id)
    if talk and not options.yes and all(item.id != name for item in plan.items):
        refuse_conflicts(on_day.outcome)
        return offer_item(talk, plan, on_day, options.reported_by or "", name)
    return find_item(plan, on_day.outcome, name)


def _missing(options: Namespace) -> str:
    if options.id:
        return f"Say where it stands with --status and one of these words: {commas(list(ReportedStatus))}."
    return (
        "Name the action or goal and where it stands, such as: trustplan report 4.1/2022-23/one-or-two-join "
        "--status on-track. To see what waits for a report: trustplan status"
    )


def _complete(options: Namespace, talk: Conversation | None, item: Item, rules: Rules, report: Entry) -> None:
    """Add the day and the role that go without saying, and stop where what the command says cannot be."""
    report.setdefault("date", rules.today.isoformat())
    if item.lead:
        report.setdefault("reported_by", item.lead.id)
    if talk and "reported_by" not in report:
        report["reported_by"] = ask_role(talk, rules.plan)
    if "reported_by" not in report:
        known = commas(list(rules.plan.roles))
        raise CannotRun(f"Nobody is named who leads this, so say who reports with --as and one of these: {known}.")
    _refuse_faults(options, rules, report, item)
    if complaint := says_nothing(report):
        raise CannotRun(complaint)
    _take_as_usual(options, report, item)


def _refuse_faults(options: Namespace, rules: Rules, report: Entry, item: Item) -> None:
    for option, complaint in rules.faults(report, item, may_move=options.move_as_at):
        if complaint:
            raise CannotRun(f"{option}: {complaint}")


def _take_as_usual(options: Namespace, report: Entry, item: Item) -> None:
    """Take what the command left open as it is usually meant, and say so."""
    told = []
    if not options.date:
        told.append(f"It is dated today, {day(date.fromisoformat(report['date']))}; --date names another day.")
    if not options.reported_by and item.lead:
        told.append(f"It is reported by {item.lead.id}, who leads this; --as names another role.")
    told += take_kinds(report.get("evidence", []))
    if isinstance(item, Action) and item.is_by_school and "schools" not in report:
        told.append("It speaks of every school of the trust on that day; --school names single ones.")
    if told:
        print("\n".join(told), end="\n\n")


def _write(
    options: Namespace, surroundings: Surroundings, on_day: PlanOnDay, item: Item, report: Entry, *, moves_as_at: bool
) -> int:
    names, copies = take_in(options.root, files_in(report.get("evidence", [])))
    entry = entry_of(report, names)
    change = edited(options.root, item.file_path, lambda text: with_entry(text, updates_path(item), entry))
    changes = [change, *copies]
    if moves_as_at:
        changes.append(edited(options.root, PLAN_FILE, lambda text: with_value(text, AS_AT, report["date"])))
    message = f"Report on {item.id}: {report['status']}"
    return write_changes(options.root, changes, on_day.outcome, surroundings, options, message)
