"""The plugin for MkDocs: what every site shares is filled in, and what a trust says of its own is kept."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from mkdocs.config.base import load_config
from mkdocs.exceptions import PluginError

from hooks.plan_site import TEMPLATES, PlanSite
from hooks.site_settings import foot_links, with_own_pages
from tests.case_folders import BASE
from tests.site_build import ROOT, try_build
from validate.records.base import Audience

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

SHARED: dict[str, Any] = yaml.safe_load((ROOT / "hooks" / "site_settings.yml").read_text(encoding="utf-8"))


class Settings(BytesIO):
    """A mkdocs.yml beside a small plan."""

    name = str(BASE / "mkdocs.yml")


def filled_in(**said: Any) -> MkDocsConfig:
    """Return the settings of a small plan's site where its mkdocs.yml says this as well."""
    needed = {"site_name": "A plan", "docs_dir": "plan", "theme": "material", "plugins": ["search", "trustplan"]}
    config = load_config(config_file=Settings(yaml.safe_dump({**needed, **said}).encode()))
    plugin = config.plugins["trustplan"]
    assert isinstance(plugin, PlanSite)
    plugin.on_config(config)
    return config


def test_what_every_site_shares_is_filled_in() -> None:
    """A trust that names only itself has the navigation, the styles, the colours and the templates of every site."""
    config = filled_in()
    assert config.nav == SHARED["nav"]
    assert config.extra_css == SHARED["extra_css"]
    assert [str(script) for script in config.extra_javascript] == [e["path"] for e in SHARED["extra_javascript"]]
    assert config.theme["palette"] == SHARED["theme"]["palette"]
    assert config.theme["font"] is False
    assert config.theme.dirs[0] == str(TEMPLATES)
    assert config.exclude_docs
    assert config.exclude_docs.match_file("growth.yml")
    assert config.extra["generator"] is False
    assert str(BASE / "schools") in config.watch


def test_what_a_trust_says_is_kept(tmp_path: Path) -> None:
    """A trust's own navigation and colours stand in place of the shared ones; its styles and patterns come on top."""
    nav = [{"Start": "index.md"}]
    config = filled_in(
        nav=nav,
        extra_css=["brand.css"],
        exclude_docs="draft.md",
        extra={"contact": "the office"},
        markdown_extensions=["footnotes", {"toc": {"permalink": True}}],
        theme={"name": "material", "palette": {"primary": "teal"}, "logo": "logo.png", "custom_dir": str(tmp_path)},
    )
    assert config.nav == nav
    assert config.extra_css == [*SHARED["extra_css"], "brand.css"]
    assert config.theme["palette"] == {"primary": "teal"}
    assert config.theme["logo"] == "logo.png"
    assert config.theme["features"] == SHARED["theme"]["features"]
    assert config.theme.dirs[:2] == [str(tmp_path), str(TEMPLATES)]
    assert config.exclude_docs
    assert [config.exclude_docs.match_file(name) for name in ("growth.yml", "draft.md", "about.md")] == [1, 1, 0]
    assert config.extra == {"contact": "the office", "generator": False}
    assert {"attr_list", "footnotes"} < set(config.markdown_extensions)
    assert config.mdx_configs["toc"] == {"permalink": True}


def test_pages_of_a_trusts_own_come_last() -> None:
    """Pages that no entry names stand at the end of the last group, by their names; the others stay where they are."""
    nav = [{"Home": "index.md"}, {"About": [{"Rules": "rules.md"}]}]
    own = ["policies/b.md", "contact.md", "index.md", "rules.md"]
    assert with_own_pages(nav, own) == [
        {"Home": "index.md"},
        {"About": [{"Rules": "rules.md"}, "contact.md", "policies/b.md"]},
    ]
    assert nav == [{"Home": "index.md"}, {"About": [{"Rules": "rules.md"}]}]


def test_the_foot_leads_to_pages_that_are_there() -> None:
    """A plan without a page on accessibility has no link to one."""
    assert foot_links({"rules.md": "rules/", "evidence.md": "evidence/"}) == [
        ("How it is worked out", "rules/"),
        ("Evidence", "evidence/"),
    ]


def test_another_theme_is_refused() -> None:
    """The templates need their theme, and the answer says what to write."""
    with pytest.raises(PluginError, match='The theme is "mkdocs", and the pages need "material"'):
        filled_in(theme="mkdocs")


@pytest.mark.parametrize(("place", "value"), [("option", "staff"), ("environment", "board")])
def test_an_unknown_audience_is_refused(place: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An audience that nobody defined stops the build, wherever it was named."""
    monkeypatch.delenv("TRUSTPLAN_AUDIENCE", raising=False)
    options = {"audience": value} if place == "option" else {}
    if place == "environment":
        monkeypatch.setenv("TRUSTPLAN_AUDIENCE", value)
    with pytest.raises(PluginError, match=f'"{value}" is not an audience. Write one of: public, trustees'):
        filled_in(plugins=["search", {"trustplan": options}])


def test_options_name_audience_and_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The options name for whom and for which day the site is built, and the environment is heard before them."""
    monkeypatch.delenv("TRUSTPLAN_AUDIENCE", raising=False)
    monkeypatch.setenv("TRUSTPLAN_AS_AT", "2022-12-31")
    options = {"audience": "trustees", "as_at": "2023-01-31"}
    plugin = filled_in(plugins=["search", {"trustplan": options}]).plugins["trustplan"]
    assert isinstance(plugin, PlanSite)
    assert plugin.context.audience is Audience.TRUSTEES
    assert plugin.context.as_at.isoformat() == "2022-12-31"


@pytest.mark.parametrize("is_public", [False, True])
def test_options_open_the_editor(is_public: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a case
    """The public site has the editor where an option says so, and links to the repository that is named."""
    monkeypatch.delenv("TRUSTPLAN_AUDIENCE", raising=False)
    plugins = ["search", {"trustplan": {"edit_public": is_public, "git_host": "gitlab"}}]
    plugin = filled_in(repo_url="https://git.example.org/trust/plan", plugins=plugins).plugins["trustplan"]
    assert isinstance(plugin, PlanSite)
    editing = plugin.context.editing
    assert editing.in_browser is is_public
    assert editing.repository is not None
    assert (editing.repository.host, editing.repository.address) == ("gitlab", "https://git.example.org/trust/plan")


def test_a_plan_with_errors_builds_no_site(tmp_path: Path) -> None:
    """A folder without a plan ends in a sentence, and nothing is built."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    done = try_build(tmp_path / "site", root=tmp_path)
    assert done.returncode == 1
    assert "The plan has 1 error, so no site was built. Run: trustplan check" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
