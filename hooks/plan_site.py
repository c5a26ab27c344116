"""The one file that speaks to MkDocs: a plugin that checks the plan and hands over its pages and downloads."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import clean_directory

from hooks.context import site_context
from hooks.downloads.files import render_downloads
from hooks.editing import editing_of
from hooks.editor.bundle import ProgramChanged, find_packages
from hooks.editor.site import render_editor
from hooks.leaks import find_leaks, written_in
from hooks.own_words import without_own_words
from hooks.pages import render_pages, site_view
from hooks.repository import folder_in_project
from hooks.search_text import search_text
from hooks.site_settings import FILE, THEME, fill_in, foot_links, with_own_pages, without_absent
from validate.days import day_from_text, day_of_run
from validate.garbage import collection_paused, exempt_what_stays, let_go
from validate.layout import EVIDENCE_FOLDER
from validate.pipeline import load_plan
from validate.problems import Severity, worst_first
from validate.records.base import Audience
from validate.words import commas, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from hooks.context import SiteContext
    from hooks.downloads.files import Download

log = get_plugin_logger("plan")

TEMPLATES = Path(__file__).parent.parent / "site_overrides"
PACKAGES = Path(__file__).parent.parent / "node_modules"
"""Where the program of the editor stands once npm has installed it; a wheel brings it along."""


class SiteOptions(Config):
    """What mkdocs.yml may say under the plugin's name; TRUSTPLAN_AUDIENCE and TRUSTPLAN_AS_AT are heard before it."""

    audience = config_options.Type(str, default=Audience.PUBLIC.value)
    """For whom the site is built: `trustees` builds the one that only they may see."""

    as_at = config_options.Type((str, date), default="")
    """A day such as 2022-12-31, for rebuilding the site as it was known then."""

    edit_public = config_options.Type(bool, default=False)
    """Whether the public site has the editor too, and not only that for trustees."""

    edit_links = config_options.Type(bool, default=True)
    """Whether the public site leads to the Git host that `repo_url` names."""

    edit_review = config_options.Type(bool, default=False)
    """Whether the editor hands in each change for review, rather than saving it at once."""

    git_host = config_options.Type(str, default="")
    """What stands behind `repo_url`, `github` or `gitlab`, where its name does not tell."""


class PlanSite(BasePlugin[SiteOptions]):
    """Builds the site of the plan beside mkdocs.yml; MkDocs makes a new one for each build."""

    root: Path
    """The folder that holds mkdocs.yml, plan/ and schools/."""
    context: SiteContext
    bodies: dict[str, str]
    """The HTML of each page that holds no Markdown, by its path."""
    written: dict[str, str | None]
    """The file that each page was written in, by its address, where a person wrote it."""
    has_own_nav: bool

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Fill in the settings that every plan shares, check the plan, and stop the build where it has errors.

        It runs first, so that other plugins find the settings filled in.
        """
        let_go()  # of the build before, where `make serve` builds again in the same process
        self.root = Path(config.config_file_path).parent
        self.bodies = {}
        self.has_own_nav = config.nav is not None
        _fill_in(config)
        if (schools := self.root / "schools").is_dir():
            config.watch.append(str(schools))
        try:
            outcome = load_plan(self.root, self._wished_day(), day_of_run(os.environ))
        except ValueError as error:
            raise PluginError(str(error)) from None
        for problem in sorted(outcome.problems, key=worst_first):
            # A warning of the plan may be intended, and must not stop a strict build as one of MkDocs would.
            report = log.error if problem.severity is Severity.ERROR else log.info
            report("%s: %s (%s) %s", problem.place, problem.message, problem.code, problem.cure)
        if outcome.errors or outcome.plan is None or outcome.as_at is None:
            errors = count(outcome.errors, "error")
            raise PluginError(f"The plan has {errors}, so no site was built. Run: trustplan check")
        audience = self._wished_audience()
        editing = editing_of(
            audience,
            repo_url=config.repo_url or "",
            edit_uri=config.edit_uri or "",
            site_url=config.site_url or "",
            options=self.config,
            folder=folder_in_project(self.root),
        )
        self.context = site_context(outcome, outcome.as_at, audience, editing)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every generated page and download, in memory.

        Converting a page's HTML as if it were Markdown takes most of a build's time and changes nothing,
        so pages without Markdown are handed over empty and get their body in on_page_content.
        """
        self._leave_out_evidence(files)
        self.written = {file.dest_uri: file.abs_src_path for file in files.documentation_pages()}
        own = [file.src_uri for file in files.documentation_pages() if file.inclusion is InclusionLevel.INCLUDED]
        with collection_paused():
            for page in render_pages(self.context, TEMPLATES):
                _add(files, config, page.path, page.text if page.holds_markdown else page.front_matter)
                if not page.holds_markdown:
                    self.bodies[page.path] = page.body
            for download in render_downloads(self.context):
                _add(files, config, download.path, download.content)
            for file in self._editor():
                _add(files, config, file.path, file.content)
        exempt_what_stays()
        if not self.has_own_nav:
            present = without_absent(config.nav or [], files.get_file_from_path)
            config.nav = with_own_pages(present, own)
        return files

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Escape the title that a page gives itself, since the theme and its search take it for HTML."""
        if "title" in page.meta:
            page.meta["title"] = str(escape(page.meta["title"]))

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Return what the search reads of a page that holds no Markdown; the others are as they were converted."""
        body = self.bodies.get(page.file.src_uri)
        return html if body is None else search_text(body)

    @event_priority(-100)
    def on_page_context(self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Give a page that holds no Markdown its whole body, once the search has read it."""
        page.content = self.bodies.pop(page.file.src_uri, page.content)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates what every page shows: whose plan it is, the notice, and where its foot leads."""
        env.globals["plan_site"] = site_view(self.context)
        env.globals["foot_links"] = foot_links({file.src_uri: file.url for file in files.documentation_pages()})
        return env

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Stop the build of a site that holds what its audience may not see, and say where.

        It runs last, when the index for searching has been written as well. A site that leaks is not left behind.
        """
        withheld = self.context.withheld
        if not self.context.is_public or not (withheld.texts or withheld.files):
            return
        headings = (str(config.nav), config.site_name, config.site_description or "")
        kept = without_own_words(withheld, TEMPLATES, headings)
        leaks = list(find_leaks(Path(config.site_dir), kept, self.root / EVIDENCE_FOLDER))
        for leak in leaks:
            source = self.written.get(leak.path)
            log.error("%s%s", leak, written_in(Path(source), self.root, leak, kept) if source else "")
        if leaks:
            clean_directory(config.site_dir)
            found = count(len(leaks), "text")
            raise PluginError(
                f"The public site held {found} kept from the public, listed above, and was removed. "
                "Reword what holds them, or take them out of it, and build the site again."
            )

    def _editor(self) -> Iterator[Download]:
        """Yield the files of the editor, if the site has one."""
        packages = find_packages(self.root / PACKAGES.name, PACKAGES)
        try:
            yield from render_editor(self.context, TEMPLATES, packages)
        except ProgramChanged as error:
            raise PluginError(f"The editor cannot be offered: {error}") from None

    def _leave_out_evidence(self, files: Files) -> None:
        """Take out the evidence files to which nothing that is seen refers, so that none is published unawares."""
        folder = EVIDENCE_FOLDER.rsplit("/", 1)[-1]
        seen = {f"{folder}/{row.values['file']}" for row in self.context.tables["evidence"].rows}
        for file in [file for file in files if file.src_uri.startswith(f"{folder}/") and file.src_uri not in seen]:
            files.remove(file)

    def _wished_audience(self) -> Audience:
        """Return for whom the site is to be built: the public, unless the trustees are named."""
        wished = os.environ.get("TRUSTPLAN_AUDIENCE") or self.config.audience
        if wished not in set(Audience):
            raise PluginError(f'"{wished}" is not an audience. Write one of: {commas(Audience)}')
        return Audience(wished)

    def _wished_day(self) -> date | None:
        """Return the day that was asked for, so that a past view can be rebuilt; mostly there is none."""
        wished = os.environ.get("TRUSTPLAN_AS_AT") or self.config.as_at
        return day_from_text(str(wished)) if wished else None


def _fill_in(config: MkDocsConfig) -> None:
    """Fill in the settings that every plan shares, where its mkdocs.yml says nothing of its own."""
    if config.theme.name != THEME:
        raise PluginError(
            f'The theme is "{config.theme.name}", and the pages need "{THEME}". In mkdocs.yml, write: theme: {THEME}'
        )
    fill_in(config, _settings(config), _settings(config, {"theme": {"name": THEME}}), TEMPLATES)


def _settings(config: MkDocsConfig, said: dict[str, Any] | None = None) -> MkDocsConfig:
    """Return MkDocs' settings as they would be if mkdocs.yml said only this, or what the file of shared ones says."""
    found = MkDocsConfig(config_file_path=str(FILE))
    if said is None:
        with FILE.open("rb") as stream:
            found.load_file(stream)
    needed = {"site_name": config.site_name, "docs_dir": config.docs_dir, "site_dir": config.site_dir, "plugins": []}
    found.load_dict({**needed, **(said or {})})
    errors, warnings = found.validate()
    if errors or warnings:
        raise PluginError(f"{FILE.name} cannot be used: {errors or warnings}")
    return found


def _add(files: Files, config: MkDocsConfig, path: str, content: str | bytes) -> None:
    present = files.get_file_from_path(path)
    if present is not None:
        files.remove(present)
    files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))
