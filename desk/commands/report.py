"""`trustplan report`: adds one report to an action or goal, and touches nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desk.asking import Conversation, Left
from desk.finding import find_item, refuse_conflicts, updates_path
from desk.plan_on_day import plan_on_day
from desk.report.entry import Report, entry_of
from desk.report.evidence_files import take_in
from desk.report.faults import Rules, says_nothing
from desk.report.offers import offer_item
from desk.report.options import add_report_options, as_command, proofs_of
from desk.report.questions import Questions, ask_role
from desk.surroundings import REFUSED, CannotRun
from desk.terminal import width_of
from desk.writing.appending import with_entry
from desk.writing.change import edited
from desk.writing.changes import write_changes
from desk.writing.replacing import with_value
from validate.days import in_words
from validate.layout import PLAN_FILE
from validate.model.items import Action
from validate.quoting import listed
from validate.status import ReportedStatus

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from desk.plan_on_day import PlanOnDay
    from desk.report.entry import Proof
    from desk.surroundings import Surroundings
    from validate.cli import Commands
    from validate.model.items import Item
    from validate.model.plan import Plan

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
    try:
        if is_asked:
            item, report = _asked(options, surroundings, on_day, plan, rules)
        else:
            item = _named(options, surroundings, on_day, plan)
            report = _said(options, surroundings, item, rules)
        code = _write(options, surroundings, on_day, item, report)
    except Left:
        print("Nothing was written.")
        return REFUSED
    if is_asked and code == REFUSED:
        print(f"To say the same again, or in other words:\n    {as_command(item.id, report, options.root)}")
    return code


def _asked(
    options: Namespace, surroundings: Surroundings, on_day: PlanOnDay, plan: Plan, rules: Rules
) -> tuple[Item, Report]:
    """Ask for what the command does not say; where nobody is there to answer, say what is missing."""
    if surroundings.ask is None:
        raise CannotRun(_missing(options))
    talk = _conversation(surroundings.ask, surroundings)
    if options.role and (complaint := rules.of_role(options.role)):
        raise CannotRun(f"--as: {complaint}")
    role, proofs = options.role or "", proofs_of(options.proofs, options.root)
    if options.id:
        item = _named(options, surroundings, on_day, plan)
    else:
        refuse_conflicts(on_day.outcome)
        talk.say("A number or a word answers a question. ? explains it, an empty line goes on, and q leaves.")
        role = role or ask_role(talk, plan, "")
        item = offer_item(talk, plan, on_day, role)
    _refuse_faults(rules, _report(options, proofs, date=options.date or "", role=role), item)
    standing = on_day.progress.standings.get(item.id)
    questions = Questions(talk=talk, rules=rules, item=item, standing=standing, options=options)
    return item, questions.report(role, proofs)


def _named(options: Namespace, surroundings: Surroundings, on_day: PlanOnDay, plan: Plan) -> Item:
    """Return the action or goal of the id; where somebody is there to look at it, a few words will do."""
    if surroundings.ask and not options.yes and all(item.id != options.id for item in plan.items):
        refuse_conflicts(on_day.outcome)
        talk = _conversation(surroundings.ask, surroundings)
        return offer_item(talk, plan, on_day, options.role or "", options.id)
    return find_item(plan, on_day.outcome, options.id)


def _conversation(ask: Callable[[str], str], surroundings: Surroundings) -> Conversation:
    return Conversation(ask=ask, width=width_of(surroundings.environment))


def _missing(options: Namespace) -> str:
    if options.id:
        return f"Say where it stands with --status and one of these words: {listed(list(ReportedStatus))}."
    return (
        "Name the action or goal and where it stands, such as: trustplan report 4.1/2022-23/one-or-two-join "
        "--status on-track. To see what waits for a report: trustplan status"
    )


def _said(options: Namespace, surroundings: Surroundings, item: Item, rules: Rules) -> Report:
    """Return the report that the command says, with the day and the role that go without saying."""
    proofs = proofs_of(options.proofs, options.root)
    given = _report(options, proofs, date=options.date or surroundings.today.isoformat(), role=_role(options, item))
    if not given.reported_by and surroundings.ask:
        talk = _conversation(surroundings.ask, surroundings)
        given = replace(given, reported_by=ask_role(talk, rules.plan, ""))
    if not given.reported_by:
        known = listed(list(rules.plan.roles))
        raise CannotRun(f"Nobody is named who leads this, so say who reports with --as and one of these: {known}.")
    _refuse_faults(rules, given, item)
    given = replace(given, moves_as_at=rules.is_ahead(given.date))
    if complaint := says_nothing(given.status, given.note, given.proofs):
        raise CannotRun(complaint)
    _tell_what_was_taken(options, given, item)
    return given


def _role(options: Namespace, item: Item) -> str:
    return options.role or (item.lead.id if item.lead else "")


def _report(options: Namespace, proofs: tuple[Proof, ...], *, date: str, role: str) -> Report:
    return Report(
        date=date,
        status=options.status or "",
        reported_by=role,
        note=" ".join((options.note or "").split()),
        trustees_note=" ".join((options.trustees_note or "").split()),
        moved_to=options.moved_to or "",
        reason=" ".join((options.reason or "").split()),
        audience=options.audience or "",
        publish_after=options.publish_after or "",
        moves_as_at=options.move_as_at,
        schools=tuple(dict.fromkeys(options.schools)),
        proofs=proofs,
    )


def _refuse_faults(rules: Rules, report: Report, item: Item) -> None:
    for option, complaint in rules.faults(report, item):
        if complaint:
            raise CannotRun(f"{option}: {complaint}")


def _tell_what_was_taken(options: Namespace, report: Report, item: Item) -> None:
    """Say what the command left open and how it was understood."""
    told = []
    if not options.date:
        told.append(f"It is dated today, {in_words(date.fromisoformat(report.date))}; --date names another day.")
    if not options.role and item.lead:
        told.append(f"It is reported by {item.lead.id}, who leads this; --as names another role.")
    for said, proof in zip(options.proofs, report.proofs, strict=True):
        if "kind" not in said:
            told.append(f'The kind of "{proof.title}" is taken to be {proof.kind}; --evidence-kind names another.')
    if isinstance(item, Action) and item.is_by_school and not report.schools:
        told.append("It speaks of every school of the trust on that day; --school names single ones.")
    if told:
        print("\n".join(told), end="\n\n")


def _write(options: Namespace, surroundings: Surroundings, on_day: PlanOnDay, item: Item, report: Report) -> int:
    names, copies = take_in(options.root, [proof.file for proof in report.proofs if proof.file])
    entry = entry_of(report, names)
    change = edited(options.root, item.origin.file, lambda text: with_entry(text, updates_path(item), entry))
    changes = [change, *copies]
    if report.moves_as_at:
        changes.append(edited(options.root, PLAN_FILE, lambda text: with_value(text, AS_AT, report.date)))
    message = f"Report on {item.id}: {report.status}"
    return write_changes(options.root, changes, on_day.outcome, surroundings, options, message)
