"""The settings of the editor, as the file that it reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from hooks.editor.collections import Files
from hooks.editor.fields import Forms
from hooks.repository import Host
from validate.layout import EVIDENCE_FOLDER

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from hooks.editing import Editing
    from hooks.editor.fields import Settings
    from hooks.repository import Repository

NO_HOST = "this-computer"
"""What stands for the owner of the project where none is named, so that a copy on one's own computer can be edited."""

LARGEST_FILE = 20_000_000
"""Bytes of the largest file that may be handed in as evidence."""

COMMITS = {"create": "Add {{path}}", "update": "Change {{path}}", "delete": "Remove {{path}}"}
"""What is written beside each change in the log of the repository."""


def editor_settings(context: SiteContext, editing: Editing) -> Settings:
    """Return the editor's settings for a plan, as its audience sees it."""
    repository = editing.repository
    evidence = editing.path(EVIDENCE_FOLDER)
    return {
        "backend": _backend(repository) if repository else _own_computer(context),
        "publish_mode": "editorial_workflow" if editing.by_request and repository else "simple",
        "app_title": f"{context.plan.record.trust.name}: {context.plan.record.title}",
        "media_folder": evidence,
        "public_folder": "/evidence",
        "media_libraries": {
            "default": {"config": {"max_file_size": LARGEST_FILE, "slugify_filename": True}},
            "stock_assets": {"providers": []},
        },
        "show_preview_links": False,
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": False},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": list(Files(context, Forms(context.tables, evidence), editing).collections()),
    }


def config_yaml(settings: Settings) -> str:
    """Return the settings as YAML. Forms that stand in many places are written once and referred to."""
    return yaml.dump(settings, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


class _Dumper(yaml.SafeDumper):
    """Writes every text in quotes, since what looks like a number differs between readers of YAML."""


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_Dumper.add_representer(str, _quoted)


def _own_computer(context: SiteContext) -> Settings:
    """Return what the editor needs to be told where there is no host.

    It remembers which folder was chosen by this name, so each plan has one of its own.
    """
    name = re.sub(r"[^a-z0-9]+", "-", f"{context.plan.record.trust.name} {context.plan.record.title}".lower()).strip(
        "-"
    )
    return {"name": Host.GITHUB.value, "repo": f"{NO_HOST}/{name}", "auth_methods": ["token"]}


def _backend(repository: Repository) -> Settings:
    """Return where the editor reads and writes. Everyone signs in with a token of their own: no server is needed."""
    backend: Settings = {
        "name": repository.host.value,
        "repo": repository.project,
        "branch": repository.branch,
        "auth_methods": ["token"],
        "commit_messages": COMMITS,
    }
    root = api_root(repository)
    return {**backend, **({"api_root": root, "base_url": repository.site} if _is_own(repository) else {})}


def api_root(repository: Repository) -> str:
    """Return the address at which the host answers programs."""
    if repository.host is Host.GITLAB:
        return f"{repository.site}/api/v4"
    return f"{repository.site}/api/v3" if _is_own(repository) else "https://api.github.com"


def _is_own(repository: Repository) -> bool:
    """Tell whether the host is one that an organisation runs for itself."""
    return repository.site not in ("https://github.com", "https://gitlab.com")
