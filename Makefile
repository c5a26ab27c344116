# Everything runs in the project's own environment, .venv, which is made and kept current on its own.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000

BIN := .venv/bin
INSTALLED := .venv/installed
PACKAGES := .venv/packages
MKDOCS := NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs
QUICK := tests/test_attenborough.py tests/test_cases.py tests/test_gate.py tests/test_project.py tests/test_values.py tests/test_words.py
CODE := validate hooks desk tests hatch_build.py

.DEFAULT_GOAL := help
.PHONY: help serve site board board-pack wheel edit example check quick test bench lock schemas cases clean

help: ## List these commands
	@echo "Commands:"
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | while IFS='	' read -r name about; do \
	  printf '  make %-10s %s\n' "$$name" "$$about"; done

serve: check ## Check the plan, build the site and show it on http://127.0.0.1:8000
	@$(MKDOCS) serve --strict --livereload --dev-addr $(ADDRESS)

site: $(INSTALLED) ## Build the site into site/
	@mkdir -p .cache
	@$(MKDOCS) build --strict --site-dir site >.cache/build.log 2>&1 || { cat .cache/build.log; exit 1; }
	@echo "The site is in site/. Open site/index.html in a browser, or run: make serve"

board: $(INSTALLED) ## Build the site for trustees into site-board/, with what the public does not see
	@mkdir -p .cache
	@sh .ci/editor
	@TRUSTPLAN_AUDIENCE=trustees $(MKDOCS) build --strict --site-dir site-board >.cache/board.log 2>&1 || { cat .cache/board.log; exit 1; }
	@echo "The site for trustees is in site-board/. Do not publish it."

board-pack: $(INSTALLED) ## Make one document for a board's meeting into board-pack/; SINCE=2023-03-31 says from when
	@$(BIN)/trustplan board-pack $(if $(SINCE),--since $(SINCE))

wheel: $(INSTALLED) ## Build the package that other trusts install, with the editor in the browser, into dist/
	@sh .ci/editor
	@mkdir -p .cache
	@$(BIN)/pip wheel -qq --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist . >.cache/wheel.log 2>&1 || { cat .cache/wheel.log; exit 1; }
	@echo "The package is in dist/."

edit: check ## Edit the plan in the browser, on http://127.0.0.1:8000/edit/
	@sh .ci/editor
	@TRUSTPLAN_AUDIENCE=trustees $(MKDOCS) serve --strict --livereload --dev-addr $(ADDRESS)

example: $(INSTALLED) ## Check an invented trust and show its site on http://127.0.0.1:8000
	@$(BIN)/trustplan check --root examples/quillbrook
	@$(MKDOCS) serve --strict --livereload --config-file examples/quillbrook/mkdocs.yml --dev-addr $(ADDRESS)

check: $(INSTALLED) ## Check the plan and the schools
	@$(BIN)/trustplan check

test: $(INSTALLED) ## Run every check of the code, the plan and the site
	@$(BIN)/ruff check --quiet $(CODE)
	@$(BIN)/ruff format --check --quiet $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/imports
	@$(BIN)/trustplan check --format text
	@sh .ci/chromium
	@sh .ci/editor
	@$(BIN)/python -m pytest -q --numprocesses auto --dist loadfile

quick: $(INSTALLED) ## Run in under a minute what a change breaks most often
	@$(BIN)/ruff check --quiet $(CODE)
	@$(BIN)/ruff format --check --quiet $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/imports
	@$(BIN)/trustplan check --format text
	@$(BIN)/python -m pytest -q --numprocesses auto --dist loadfile -m "not browser" $(QUICK)

bench: $(INSTALLED) ## Measure time and memory, and write tests/bench/RESULTS.md; BEFORE=COMMIT sets earlier code beside it
	@$(BIN)/python -m tests.bench.run $(BEFORE)

schemas: $(INSTALLED) ## Write the schemas that help editors complete and check files
	@$(BIN)/python -m validate.schemas

cases: $(INSTALLED) ## Write the expected reports in tests/cases anew; read the difference before keeping it
	@$(BIN)/python -m tests.write_cases

lock: ## Choose the newest allowed packages and write requirements.lock
	@$(PYTHON) -m venv .cache/lock
	@.cache/lock/bin/pip install -qq --disable-pip-version-check --upgrade uv
	@.cache/lock/bin/uv pip compile pyproject.toml --group test --group bench --group build \
	  --universal --python-version 3.11 --fork-strategy fewest --upgrade --quiet \
	  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command 'make lock' \
	  --output-file requirements.lock

clean: ## Remove everything that these commands made
	@rm -rf .venv .cache node_modules site site-board board-pack build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): $(PACKAGES) pyproject.toml
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(PACKAGES): requirements.lock
	@python=; \
	for name in $(PYTHON) python3.14 python3.13 python3.12 python3.11; do \
	  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Python 3.11 or newer is needed and was not found. Install it, or name it: make PYTHON=/path/to/python" >&2; \
	  exit 1; \
	fi; \
	echo "Installing into .venv; this takes about a minute, the first time only."; \
	"$$python" -m venv --clear .venv
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@
