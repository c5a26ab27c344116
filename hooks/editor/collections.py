"""The files that the editor offers, in groups: the plan as a whole, each pillar, schools and measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.fields import fields_of, title_field
from validate.layout import KINDS
from validate.words import name_in_words, plural, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from hooks.editing import Editing
    from hooks.editor.fields import Forms, Settings
    from validate.layout import FileKind
    from validate.plan.entry import Entry
    from validate.plan.pillars import Pillar

FORMAT = "plan"
"""The name of our own way of reading and writing files, which the editor's script defines."""

WHOLE_PLAN = "plan"
"""The name of the group of files of which a plan has one at most."""

WHOLE = "One entry for each part of the plan."
PILLAR = "One entry for each objective and year. More are made with “trustplan new objective” or “new milestone”."
OF_FOLDER = {
    "measure": "What is measured, and its targets. Figures are added with “trustplan new observation”.",
}
"""What there is to know of a kind that has a folder of files, besides that each has an entry."""

ALWAYS_OFFERED = ("amendments",)
"""Those that are offered while there is none yet, since changing a promise calls for one."""


def form_place(entry: Entry[Any]) -> tuple[str, str]:
    """Return the group in which an entry's file is offered, and what the file is called there."""
    *inner, top = (found for found in entry.lineage if not found.path)
    kind = top.loaded.file.kind
    if kind.is_single:
        return WHOLE_PLAN, kind.name
    if has_folder(kind):
        return plural(kind.name), top.id
    own = "--".join(map(_name, inner[0].id.split("/"))) if inner else kind.name
    return f"{kind.name}-{_name(top.id)}", own


def has_folder(kind: FileKind) -> bool:
    """Tell whether files of a kind stand in a folder of their own, each under a name of its own."""
    return not kind.is_single and not kind.within and kind.pattern.rpartition("/")[0] == kind.folder


def _name(text: str) -> str:
    """Return an id as the editor's names may be. No id has an underscore, so no two become the same."""
    return text.replace(".", "_")


def _in_words(kind: FileKind) -> str:
    return upper_first(name_in_words(kind.name))


class Files:
    """Tells the editor of the plan's files, with their forms and their places in the repository."""

    def __init__(self, context: SiteContext, forms: Forms, editing: Editing) -> None:
        self.context = context
        self.forms = forms
        self.editing = editing

    def collections(self) -> Iterator[Settings]:
        """Yield the settings of every group of files."""
        plan = self.context.plan
        yield self._files(WHOLE_PLAN, "The plan as a whole", WHOLE, list(self._whole_plan()))
        for pillar in plan.pillars:
            group, _ = form_place(pillar)
            yield self._files(group, f"{pillar.id} {pillar.record.title}", PILLAR, list(self._of(pillar)))
        yield from (self._folder(kind) for kind in KINDS if has_folder(kind))

    def _files(self, name: str, label: str, description: str, files: list[Settings]) -> Settings:
        return {"name": name, "label": label, "description": description, "format": FORMAT, "files": files}

    def _whole_plan(self) -> Iterator[Settings]:
        present = {entry.file_path for entry in self.context.plan.tree.children}
        for kind in KINDS:
            is_offered = kind.pattern in present or kind.name in ALWAYS_OFFERED
            if kind.is_single and not kind.is_table and is_offered:
                yield self._file(kind.name, kind.record.file_title or _in_words(kind), kind.pattern, kind)

    def _of(self, pillar: Pillar) -> Iterator[Settings]:
        yield self._file_of(pillar, f"{pillar.id}: its name and aim")
        for objective in pillar.objectives:
            label = f"{objective.id} {objective.record.title}"
            yield self._file_of(objective, f"{label}: its words and goals")
            for milestone in objective.milestones:
                yield self._file_of(milestone, f"{label}, {milestone.year.id}")

    def _file_of(self, entry: Entry[Any], label: str) -> Settings:
        return self._file(form_place(entry)[1], label, entry.file_path, entry.loaded.file.kind)

    def _file(self, name: str, label: str, file: str, kind: FileKind) -> Settings:
        return {"name": name, "label": label, "file": self.editing.path(file), "fields": self.forms.form(kind.record)}

    def _folder(self, kind: FileKind) -> Settings:
        called = title_field(kind.record) or next(iter(fields_of(kind.record).values()))
        return {
            "name": plural(kind.name),
            "label": plural(_in_words(kind)),
            "label_singular": _in_words(kind),
            "description": OF_FOLDER.get(kind.name, f"One entry for each {name_in_words(kind.name)}."),
            "folder": self.editing.path(kind.folder),
            "extension": "yml",
            "format": FORMAT,
            "identifier_field": called.name,
            "slug": "{{fields.id}}",
            "summary": f"{{{{fields.{called.name}}}}}",
            "sortable_fields": [called.name],
            "thumbnail": False,
            "create": True,
            "delete": False,
            "duplicate": False,
            "fields": self.forms.form(kind.record),
        }
