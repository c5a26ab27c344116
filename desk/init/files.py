"""Everything in a new repository besides the plan: names, instructions, and what lets a Git host check and publish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from desk.init.answers import KNOWN_HOSTS, likely_hosts
from desk.init.plan import roles_of
from desk.writing.appending import with_new_file
from validate.layout import KINDS
from validate.records.base import Audience
from validate.schemas import file_name, render_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.init.answers import Answers
    from desk.init.origin import Origin

STARTING = Path(__file__).with_name("starting")
SCHEMAS = ".vscode/schemas"

ALWAYS = {
    "README.md": "readme.md",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    "plan/how-to-report.md": "how-to-report.md",
    "plan/accessibility.md": "accessibility.md",
}
"""Files of every repository, and the text in STARTING that each is made from."""

FOR_HOST = {
    "github": {
        ".github/workflows/plan.yml": "github-plan.yml",
        ".github/workflows/remind.yml": "github-remind.yml",
        ".github/dependabot.yml": "github-dependabot.yml",
    },
    "gitlab": {".gitlab-ci.yml": "gitlab-ci.yml"},
}


def other_files(answers: Answers, origin: Origin) -> Iterator[tuple[str, str]]:
    """Yield each file besides the plan's data: its path from the root and its text."""
    # GitHub's files are full of curly brackets, so the texts use square ones.
    texts = Environment(
        loader=FileSystemLoader(STARTING),
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        trim_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - these are no web pages
    )
    chosen = {path: text for host in answers.hosts for path, text in FOR_HOST[host].items()}
    role = next(roles_of(answers))[0]
    for path, text in (ALWAYS | chosen).items():
        yield path, texts.get_template(text).render(answers=answers, origin=origin, role=role)
    yield "mkdocs.yml", _site_settings(answers)
    yield "trustees.yml", _trustees_settings(answers)
    yield "schools/.gitkeep", ""
    yield from editor_files()


def editor_files() -> Iterator[tuple[str, str]]:
    """Yield the files by which an editor completes and checks what is typed."""
    kinds = [kind for kind in KINDS if not kind.is_table]
    settings = {
        "editor.insertSpaces": True,
        "files.encoding": "utf8",
        "yaml.schemaStore.enable": False,
        "yaml.schemas": {f"./{SCHEMAS}/{file_name(kind)}": [kind.pattern] for kind in kinds},
        "[yaml]": {"editor.tabSize": 2},
    }
    yield ".vscode/settings.json", json.dumps(settings, indent=2) + "\n"
    yield ".vscode/extensions.json", json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n"
    yield from schema_files()


def schema_files() -> Iterator[tuple[str, str]]:
    """Yield the schemas alone, which come from the engine and change with it."""
    for kind in KINDS:
        if not kind.is_table:
            yield f"{SCHEMAS}/{file_name(kind)}", render_schema(kind)


def _site_settings(answers: Answers) -> str:
    addresses = {"site_url": answers.site, "repo_url": answers.repository}
    return "# The names on the site. What it says comes from plan/ and schools/.\n" + with_new_file(
        {
            "site_name": f"{answers.trust}: {answers.title}",
            "site_description": f"What {answers.trust} promised in its plan, and what has come of it.",
            **{name: address for name, address in addresses.items() if address},
            "docs_dir": "plan",
            "theme": "material",
            "plugins": ["search", _plugin(_host_options(answers))],
        }
    )


def _trustees_settings(answers: Answers) -> str:
    return "# The site for trustees, with what the public does not see, and forms for editing. Do not publish it.\n" + (
        with_new_file(
            {
                "INHERIT": "mkdocs.yml",
                "site_dir": "site-trustees",
                "plugins": ["search", _plugin({"audience": Audience.TRUSTEES.value, **_host_options(answers)})],
            }
        )
    )


def _plugin(options: dict[str, str]) -> str | dict[str, dict[str, str]]:
    return {"trustplan": options} if options else "trustplan"


def _host_options(answers: Answers) -> dict[str, str]:
    """Return what the Git host is, where the repository's address does not tell."""
    tells_nothing = answers.repository and not likely_hosts(answers.repository)
    return {"git_host": answers.host} if tells_nothing and answers.host in KNOWN_HOSTS else {}
