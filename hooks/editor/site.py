"""The files under edit/: the editor's page, its settings and its program, or words on how to get the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.downloads.files import Download
from hooks.editor.bundle import bundle_files
from hooks.editor.config import api_root, config_yaml, editor_settings
from hooks.rendering import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hooks.context import SiteContext
    from hooks.repository import Repository

FOLDER = "edit"
PAGE = f"{FOLDER}/index.html"
CONFIG = f"{FOLDER}/config.yml"
TEMPLATE = "pages/edit.html"


@dataclass(frozen=True, kw_only=True, slots=True)
class EditorView:
    """The editor's page."""

    title: str
    policy: str
    """What the page may load and whom it may ask, as browsers enforce it."""
    has_program: bool
    repository: str
    """The address of the project; empty where none is named."""


def render_editor(context: SiteContext, templates: Path, packages: Path | None) -> Iterator[Download]:
    """Yield every file of the editor. Without the npm packages its page says how to get them."""
    if not context.editing.in_browser:
        return
    repository = context.editing.repository
    view = EditorView(
        title=f"{context.plan.record.trust.name}: {context.plan.record.title}",
        policy=policy(repository),
        has_program=packages is not None,
        repository=repository.address if repository else "",
    )
    page = Renderer(templates, context.progress).render(TEMPLATE, PAGE, view=view)
    yield Download(path=PAGE, content=page.encode())
    if packages is not None:
        settings = editor_settings(context, context.editing)
        yield Download(path=CONFIG, content=config_yaml(settings).encode())
        for file in bundle_files(packages):
            yield Download(path=f"{FOLDER}/{file.name}", content=file.content)


def policy(repository: Repository | None) -> str:
    """Return whom the page may ask: the site itself, and the trust's Git host once somebody signs in."""
    hosts = f" {api_root(repository).split('/api/')[0]}" if repository else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            "img-src 'self' blob: data:",
            "worker-src 'self' blob:",
            f"connect-src 'self' blob: data:{hosts}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
