"""The files that the editor offers, in groups: the plan as a whole, each pillar, schools and measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.layout import KINDS, MEASURES_FOLDER, FileKind
from validate.words import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from hooks.editing import Editing
    from hooks.editor.fields import Forms, Settings
    from validate.plan.pillars import Pillar

FORMAT = "plan"
"""The name of our own way of reading and writing files, which the editor's script defines."""

WHOLE = "One entry for each part of the plan."
PILLAR = "One entry for each objective and year. More are made with “trustplan new objective” or “new milestone”."
SCHOOLS = "One entry for each school."
MEASURES = "What is measured, and its targets. Figures are added with “trustplan new observation”."
WHOLE_PLAN = {
    "plan": "Title, years, terms and roles",
    "growth": "Growth and capacity",
    "support": "School improvement",
    "joining": "Joining the trust",
    "services": "Central services",
    "governance": "Governance",
    "deployments": "Support between schools",
    "amendments": "Changes of what was promised",
    "approvals": "Approvals of the plan",
}
"""The files of which a plan has one at most, as the editor calls them."""

ALWAYS_OFFERED = ("amendments",)
"""Those that are offered while there is none yet, since changing a promise calls for one."""


def pillar_collection(pillar_id: str) -> str:
    """Return the name of the group that holds a pillar's files."""
    return f"pillar-{_name(pillar_id)}"


def entry_name(*names: str) -> str:
    """Return the name of a file in its group, from the ids that say which it is."""
    return "--".join(map(_name, names))


def _name(text: str) -> str:
    """Return an id as the editor's names may be. No id has an underscore, so no two become the same."""
    return text.replace(".", "_")


class Files:
    """Tells the editor of the plan's files, with their forms and their places in the repository."""

    def __init__(self, context: SiteContext, forms: Forms, editing: Editing) -> None:
        self.context = context
        self.forms = forms
        self.editing = editing

    def collections(self) -> Iterator[Settings]:
        """Yield the settings of every group of files."""
        plan = self.context.plan
        yield self._files("plan", "The plan as a whole", WHOLE, list(self._whole_plan()))
        for pillar in plan.pillars:
            yield self._files(
                pillar_collection(pillar.id), f"{pillar.id} {pillar.record.title}", PILLAR, list(self._of(pillar))
            )
        yield self._folder("school", "Schools", "schools", "name", SCHOOLS)
        yield self._folder("measure", "Measures", MEASURES_FOLDER, "title", MEASURES)

    def _files(self, name: str, label: str, description: str, files: list[Settings]) -> Settings:
        return {"name": name, "label": label, "description": description, "format": FORMAT, "files": files}

    def _whole_plan(self) -> Iterator[Settings]:
        present = {entry.file_path for entry in self.context.plan.tree.children}
        for kind in KINDS:
            if kind.name in WHOLE_PLAN and (kind.pattern in present or kind.name in ALWAYS_OFFERED):
                yield self._file(kind.name, WHOLE_PLAN[kind.name], kind.pattern, kind)

    def _of(self, pillar: Pillar) -> Iterator[Settings]:
        of = {kind.name: kind for kind in KINDS}
        yield self._file("pillar", f"{pillar.id}: its name and aim", pillar.file_path, of["pillar"])
        for objective in pillar.objectives:
            label = f"{objective.id} {objective.record.title}"
            name = entry_name(objective.id)
            yield self._file(name, f"{label}: its words and goals", objective.file_path, of["objective"])
            for milestone in objective.milestones:
                year = milestone.year.id
                name = entry_name(objective.id, year)
                yield self._file(name, f"{label}, {year}", milestone.file_path, of["milestone"])

    def _file(self, name: str, label: str, file: str, kind: FileKind) -> Settings:
        return {"name": name, "label": label, "file": self.editing.path(file), "fields": self.forms.form(kind.record)}

    def _folder(self, kind: str, label: str, folder: str, title: str, description: str) -> Settings:
        record = next(known.record for known in KINDS if known.name == kind)
        return {
            "name": f"{kind}s",
            "label": label,
            "label_singular": upper_first(kind),
            "description": description,
            "folder": self.editing.path(folder),
            "extension": "yml",
            "format": FORMAT,
            "identifier_field": title,
            "slug": "{{fields.id}}",
            "summary": f"{{{{fields.{title}}}}}",
            "sortable_fields": [title],
            "thumbnail": False,
            "create": True,
            "delete": False,
            "duplicate": False,
            "fields": self.forms.form(record),
        }
