"""Links from what a page shows to where it can be reported on, edited, or told to be wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from hooks.editor.collections import form_place
from hooks.editor.site import PAGE
from hooks.page_paths import GROWTH_PAGE, measure_page, objective_page, school_page
from hooks.rendering import page_address
from hooks.repository import Host
from validate.reading.yaml_tree import Mapping, Sequence, find
from validate.records.measures import MeasureRecord, ObservationRecord
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from hooks.repository import Repository
    from validate.plan.entry import Entry
    from validate.plan.pillars import Objective
    from validate.problems import Place
    from validate.reading.yaml_tree import Node

PHASES = f"{GROWTH_PAGE}#phases"
"""Where the page on growth speaks of the plan's phases."""

CORRECTION = """\
About: {id}
Page: {page}
As it stood on: {day}

What is wrong:

What is right, and how it is known:

(Leave out the names of pupils, parents and staff. Others may read this.)
"""
"""What a new issue says before anything is written in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EditLinks:
    """The links beside one thing."""

    about: str
    """What they are about, for those who hear them without the text around."""
    report: str
    """Where its progress is reported: in the editor, below the site's root, or on the Git host."""
    report_is_here: bool
    """Whether that is in the editor."""
    edit: str
    """Its file on the Git host, at its line."""
    correct: str
    """A new issue on the Git host, filled in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Thing:
    """Something that a page shows and that stands in a file."""

    page: str
    """The page that shows it, with the anchor there."""
    key: str = ""
    """What templates know it by where it has no anchor of its own."""
    id: str
    place: Place
    next_place: Place
    """Where its next report goes."""
    collection: str = ""
    """The editor's group of files; empty where the editor has no form for its reports."""
    entry: str = ""
    """The file's name in that group."""


def edit_links(context: SiteContext) -> dict[str, EditLinks]:
    """Return the links of everything that has a place on a page, by page and anchor.

    There are none where the site's settings name no Git host.
    """
    editing = context.editing
    if editing.repository is None:
        return {}
    return {
        thing.key or thing.page: links_of(
            thing,
            editing.repository,
            in_browser=editing.in_browser,
            site_url=editing.site_url,
            as_at=context.as_at,
        )
        for thing in _things(context)
    }


def links_of(thing: Thing, repository: Repository, *, in_browser: bool, as_at: date, site_url: str = "") -> EditLinks:
    """Return the links of one thing."""
    has_form = in_browser and bool(thing.collection)
    return EditLinks(
        about=thing.id,
        report=form_of(thing) if has_form else file_on_host(repository, thing.next_place),
        report_is_here=has_form,
        edit=file_on_host(repository, thing.place),
        correct=new_issue(repository, thing, as_at, site_url),
    )


def form_of(thing: Thing) -> str:
    """Return where the editor shows a file's form, below the site's root."""
    return f"{PAGE.removesuffix('index.html')}#/collections/{quote(thing.collection)}/entries/{quote(thing.entry)}"


def file_on_host(repository: Repository, place: Place) -> str:
    """Return the address at which a file is edited on the host, at a line."""
    between = "/-/edit/" if repository.host is Host.GITLAB else "/edit/"
    path = quote(f"{repository.branch}/{repository.path(place.file)}")
    return f"{repository.address}{between}{path}#L{place.line}"


def new_issue(repository: Repository, thing: Thing, as_at: date, site_url: str = "") -> str:
    """Return the address of a new issue that says which thing is meant, and where and as of which day it was read."""
    path, mark, anchor = thing.page.partition("#")
    where = f"{site_url.rstrip('/')}/{page_address(path)}" if site_url else f"/{page_address(path)}"
    title = f"Correction: {thing.id}"
    body = CORRECTION.format(id=thing.id, page=f"{where}{mark}{anchor}", day=day(as_at))
    if repository.host is Host.GITLAB:
        return f"{repository.address}/-/issues/new?{_query({'issue[title]': title, 'issue[description]': body})}"
    return f"{repository.address}/issues/new?{_query({'title': title, 'body': body})}"


def _query(values: dict[str, str]) -> str:
    return urlencode(values, quote_via=quote, safe="")


def _things(context: SiteContext) -> Iterator[Thing]:
    plan = context.plan
    for objective in plan.objectives:
        yield from _of_objective(objective)
    for school in plan.schools:
        yield _thing(school_page(school.id), school)
    yield from _of_measures(context)
    if plan.growth:
        file = plan.growth.loaded.file.kind.name
        yield _thing(PHASES, plan.growth.phases[0], name=file)
        for phase in plan.growth.phases:
            yield replace(_thing(PHASES, phase, name=f"{file}/{phase.id}"), key=f"{PHASES}/{phase.id}")


def _of_objective(objective: Objective) -> Iterator[Thing]:
    page = objective_page(objective.id)
    yield _thing(page, objective)
    for goal in objective.goals:
        yield _thing(f"{page}#{goal.id}", goal)
    for milestone in objective.milestones:
        if not milestone.actions:  # otherwise each action's own links lead to the file of its year
            yield _thing(f"{page}#{milestone.id}", milestone)
        for action in milestone.actions:
            yield _thing(f"{page}#{action.id}", action)


def _of_measures(context: SiteContext) -> Iterator[Thing]:
    """Yield each measure. Its progress is a new line in the table of figures, for which there is no form."""
    observations = context.plan.entries(ObservationRecord)
    last = observations[-1].place() if observations else None
    for measure in context.plan.entries(MeasureRecord):
        place = measure.place()
        yield Thing(page=measure_page(measure.record.id), id=measure.record.id, place=place, next_place=last or place)


def _thing(page: str, entry: Entry[Any], name: str = "") -> Thing:
    place, next_place = entry.place(), _next_place(entry)
    collection, form = form_place(entry)
    return Thing(page=page, id=name or entry.id, place=place, next_place=next_place, collection=collection, entry=form)


def _next_place(entry: Entry[Any]) -> Place:
    """Return where the newest report of a part begins its last line, or else the part itself: the next goes beneath."""
    tree = entry.loaded.file.tree
    node = find(tree, (*entry.path, "updates")) or find(tree, entry.path)
    return max(_places(node)) if node else entry.place()


def _places(node: Node) -> Iterator[Place]:
    yield node.place
    inner = node.values.values() if isinstance(node, Mapping) else node.items if isinstance(node, Sequence) else ()
    for part in inner:
        yield from _places(part)
