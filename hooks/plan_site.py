"""The one file that speaks to MkDocs: checks the plan, then hands it the pages and downloads in memory."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import clean_directory

from hooks.context import site_context
from hooks.downloads import render_downloads
from hooks.filters import count
from hooks.leaks import find_leaks, written_in
from hooks.own_words import without_own_words
from hooks.pages import render_pages, site_view
from hooks.search_text import search_text
from validate.days import day_from_text, day_of_run
from validate.garbage import collection_paused, exempt_what_stays
from validate.layout import EVIDENCE_FOLDER
from validate.pipeline import load_plan
from validate.problems import Severity, worst_first
from validate.records.base import Audience

if TYPE_CHECKING:
    from datetime import date

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = get_plugin_logger("plan")

_site: dict[str, Any] = {}
"""What one build hands from event to event; filled anew by every on_config."""


def on_config(config: MkDocsConfig) -> None:
    """Check the plan and stop the build where it has errors."""
    root = Path(config.config_file_path).parent
    try:
        outcome = load_plan(root, _wished_day(config), day_of_run(os.environ))
    except ValueError as error:
        raise PluginError(str(error)) from None
    for problem in sorted(outcome.problems, key=worst_first):
        # A warning of the plan may be intended, and must not stop a strict build as one of MkDocs would.
        report = log.error if problem.severity is Severity.ERROR else log.info
        report("%s: %s (%s) %s", problem.place, problem.message, problem.code, problem.cure)
    if outcome.errors or outcome.plan is None or outcome.as_at is None:
        raise PluginError(f"The plan has {count(outcome.errors, 'error')}, so no site was built. Run: trustplan check")
    _site.clear()
    _site["context"] = site_context(outcome, outcome.as_at, _wished_audience(config))
    _site["root"] = root
    _site["evidence"] = root / EVIDENCE_FOLDER
    _site["bodies"] = {}
    _site["templates"] = Path(config.theme.custom_dir or root / "site_overrides")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and download, in memory.

    Converting a page's HTML as if it were Markdown takes most of a build's time and changes nothing,
    so pages without Markdown are handed over empty and get their body in on_page_content.
    """
    _leave_out_evidence(files)
    _site["written"] = {file.dest_uri: file.abs_src_path for file in files.documentation_pages()}
    with collection_paused():
        for page in render_pages(_site["context"], _site["templates"]):
            _add(files, config, page.path, page.text if page.holds_markdown else page.front_matter)
            if not page.holds_markdown:
                _site["bodies"][page.path] = page.body
        for download in render_downloads(_site["context"]):
            _add(files, config, download.path, download.content)
    exempt_what_stays()
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Escape the title that a page gives itself, since the theme and its search take it for HTML."""
    if "title" in page.meta:
        page.meta["title"] = str(escape(page.meta["title"]))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return what the search reads of a page that holds no Markdown; the others are as they were converted."""
    body = _site["bodies"].get(page.file.src_uri)
    return html if body is None else search_text(body)


@event_priority(-100)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Give a page that holds no Markdown its whole body, once the search has read it."""
    page.content = _site["bodies"].pop(page.file.src_uri, page.content)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Stop the build of a site that holds what its audience may not see, and say where.

    It runs last, when the index for searching has been written as well. A site that leaks is not left behind.
    """
    context = _site["context"]
    if not context.is_public or not (context.withheld.texts or context.withheld.files):
        return
    headings = (str(config.nav), config.site_name, config.site_description or "")
    kept = without_own_words(context.withheld, _site["templates"], headings)
    leaks = list(find_leaks(Path(config.site_dir), kept, _site["evidence"]))
    for leak in leaks:
        source = _site["written"].get(leak.path)
        log.error("%s%s", leak, written_in(Path(source), _site["root"], leak, kept) if source else "")
    if leaks:
        clean_directory(config.site_dir)
        raise PluginError(
            f"The public site held {count(len(leaks), 'text')} kept from the public, listed above, and was removed. "
            "Reword what holds them, or take them out of it, and build the site again."
        )


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme's templates what every page shows: whose plan it is, and the notice."""
    env.globals["plan_site"] = site_view(_site["context"])
    return env


def _add(files: Files, config: MkDocsConfig, path: str, content: str | bytes) -> None:
    present = files.get_file_from_path(path)
    if present is not None:
        files.remove(present)
    files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))


def _leave_out_evidence(files: Files) -> None:
    """Take out the evidence files to which nothing that is seen refers, so that none is published unawares."""
    folder = EVIDENCE_FOLDER.rsplit("/", 1)[-1]
    seen = {f"{folder}/{row.values['file']}" for row in _site["context"].tables["evidence"].rows}
    for file in [file for file in files if file.src_uri.startswith(f"{folder}/") and file.src_uri not in seen]:
        files.remove(file)


def _wished_audience(config: MkDocsConfig) -> Audience:
    """Return for whom the configuration wants the site: the public, unless it names the trustees."""
    wished = str(config.extra.get("audience") or Audience.PUBLIC)
    if wished not in set(Audience):
        raise PluginError(f'"{wished}" is not an audience. Write one of: {", ".join(Audience)}')
    return Audience(wished)


def _wished_day(config: MkDocsConfig) -> date | None:
    """Return the day named in the configuration, so that a past view can be rebuilt; mostly there is none."""
    day = config.extra.get("as_at")
    return day_from_text(str(day)) if day else None
