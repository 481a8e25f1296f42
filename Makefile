# FitFolio. `make help` lists the commands; each says what it needs and fetches what is missing.
# Needed beforehand: Python ≥ 3.11 with venv, Node ≥ 20 with npm, make. Nothing else.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory --no-builtin-rules

PYTHON ?= python3
VENV := .venv
BIN := $(CURDIR)/$(VENV)/bin
CACHE := .cache
LOCKS := server/requirements
T ?=

# Our tests bring their browser with tools/ensure_browser.sh; the package must not fetch another.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

# A stamp carries the hash of what it was made from, so a start with nothing changed costs
# milliseconds: no pip, no npm, no build. The folder is part of it because virtual environments
# and installed commands hold absolute paths.
hash = $(shell { pwd; cat $(1); } 2>/dev/null | sha256sum | cut -c1-16)
$(shell mkdir -p $(CACHE))
RUNTIME := $(VENV)/.runtime-$(call hash,$(LOCKS)/runtime.txt $(LOCKS)/build.txt server/pyproject.toml)
DEV := $(VENV)/.dev-$(call hash,$(LOCKS)/dev.txt $(LOCKS)/build.txt server/pyproject.toml)
NODE := web/node_modules/.installed-$(call hash,web/package-lock.json)

WEB_SOURCES := $(shell find web/src web/public web/scripts web/*.json web/*.ts web/*.html -type f 2>/dev/null | LC_ALL=C sort)
WEB_APP := $(CACHE)/web-app-$(call hash,$(WEB_SOURCES))
ifeq ($(wildcard web/dist/index.html),)
.PHONY: $(WEB_APP)
endif

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ── running ──────────────────────────────────────────────────────────────────────────────────────

.PHONY: run
run: $(RUNTIME) $(WEB_APP) ## Set up what is missing and serve the app on FITFOLIO_HOST:FITFOLIO_PORT
	@exec $(BIN)/fitfolio serve

.PHONY: dev
dev: $(DEV) $(NODE) ## Serve the API on port 8000 and the web app with hot reload beside it
	@trap 'kill 0' EXIT; $(BIN)/fitfolio serve & cd web && npm run dev

.PHONY: setup
setup: $(DEV) $(NODE) ## Install everything that development needs, from the locks

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "make: no $(PYTHON) here; Python 3.11 or newer is needed" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "make: $$($(PYTHON) -V) is too old; 3.11 or newer is needed (make PYTHON=python3.11 …)" >&2; exit 1; }
	@echo "setup: virtual environment"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "make: Python's venv is missing (Debian: apt-get install python3-venv)" >&2; exit 1; }

# $(1): what is installed, for people; $(2): the lock.
define install_python
	@echo "setup: $(1)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCKS)/build.txt -r $(2)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable server
endef

$(RUNTIME): | $(VENV)/bin/python
	$(call install_python,Python packages,$(LOCKS)/runtime.txt)
	@rm -f $(VENV)/.runtime-* && touch $@

$(DEV): | $(VENV)/bin/python
	$(call install_python,Python packages for development,$(LOCKS)/dev.txt)
	@rm -f $(VENV)/.dev-* $(VENV)/.runtime-* && touch $@ $(RUNTIME)

$(NODE):
	@command -v npm >/dev/null || { echo "make: no npm here; Node 20 or newer is needed" >&2; exit 1; }
	@echo "setup: JavaScript packages"
	@cd web && npm ci --no-audit --no-fund --loglevel=error
	@node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 22 || (a == 22 && b >= 19) ? 0 : 1)' \
	  || tools/install_with_own_node.sh
	@touch $@

$(WEB_APP): | $(NODE)
	@echo "setup: web app"
	@cd web && npm run --silent build > ../$(CACHE)/web-build.log 2>&1 || { cat ../$(CACHE)/web-build.log >&2; exit 1; }
	@rm -f $(CACHE)/web-app-* && touch $@

# ── checking ─────────────────────────────────────────────────────────────────────────────────────

.PHONY: check
check: check-static ## The fast gate: check-static and the unit tests
	@echo "check: unit tests"
	@cd server && $(BIN)/pytest -q -m "not long" -k "not postgresql" $(T)
	@cd web && npm run --silent test

.PHONY: check-static
check-static: setup ## Everything that runs nothing: format, lint, types, architecture, sizes, generated files
	@echo "check: format"
	@$(BIN)/ruff format --quiet --diff server tools
	@echo "check: lint"
	@$(BIN)/ruff check --quiet server tools
	@echo "check: types"
	@cd server && $(BIN)/mypy --no-error-summary
	@cd tools && $(BIN)/mypy --no-error-summary --config-file ../server/pyproject.toml *.py
	@echo "check: architecture"
	@cd server && $(BIN)/lint-imports --cache-dir ../$(CACHE)/imports > ../$(CACHE)/imports.log 2>&1 || { cat ../$(CACHE)/imports.log; exit 1; }
	@echo "check: web (format, lint, types, architecture, messages)"
	@cd web && npm run --silent check
	@echo "check: file sizes and texts"
	@$(BIN)/python tools/check_sizes.py
	@$(BIN)/python tools/check_text.py
	@echo "check: generated files are current"
	@$(BIN)/python tools/generate.py --check
	@cd web && npm run --silent gen:check
	@echo "check: size of the web app"
	@$(MAKE) $(WEB_APP)
	@cd web && npm run --silent size

.PHONY: fix
fix: setup ## Format the code and repair what can be repaired by itself
	@$(BIN)/ruff check --fix --quiet server tools || true
	@$(BIN)/ruff format --quiet server tools
	@cd web && npm run --silent fix

.PHONY: gen
gen: setup ## Regenerate what is generated: OpenAPI, web types, settings, error codes, commands
	@$(BIN)/python tools/generate.py
	@cd web && npm run --silent gen

.PHONY: test
test: setup $(WEB_APP) ## Run every test: server on SQLite and PostgreSQL, web, end to end in a browser
	@$(MAKE) test-server test-web e2e

.PHONY: test-server
test-server: setup ## Run the server's tests on SQLite and on a real PostgreSQL (T=… picks tests)
ifneq ($(T),)
	@cd server && $(BIN)/pytest -q $(T)
else
	@cd server && $(BIN)/coverage erase
	@# Two halves of about the same length.
	@cd server && ../tools/side_by_side.sh '$(BIN)/pytest -q -k "not postgresql" --ignore=tests/training' \
	  '$(BIN)/coverage run -m pytest -q -p no:cacheprovider tests/training \
	    && $(BIN)/pytest -q -p no:cacheprovider -k postgresql'
	@cd server && $(BIN)/coverage combine -q && $(BIN)/coverage report --include='fitfolio/training/*' --fail-under=100
endif

.PHONY: coverage
coverage: setup ## Count the server's lines that tests run; counting takes half as long again, so it is a run of its own
	@cd server && $(BIN)/coverage erase
	@cd server && $(BIN)/coverage run -m pytest -q -k "not postgresql"
	@cd server && $(BIN)/coverage combine -q && $(BIN)/coverage report --fail-under=95

.PHONY: test-long
test-long: setup ## Run what takes many minutes: devices at random, two hundred kills, ten times as much random input
	@cd server && $(BIN)/pytest -q -m nightly $(T)
	@cd server && FITFOLIO_TEST_LONG=1 $(BIN)/pytest -q tests/training tests/test_openapi_contract.py

.PHONY: test-web
test-web: setup ## Run the web app's unit tests
	@cd web && npm run --silent test

.PHONY: e2e
e2e: setup $(WEB_APP) ## Run the end-to-end tests in a real browser (installs Chromium when there is none)
	@CHROMIUM_PATH="$$(tools/ensure_browser.sh)"; export CHROMIUM_PATH; cd web && npm run --silent e2e

.PHONY: screenshots
screenshots: setup $(WEB_APP) ## Take the pictures in docs/images anew, from the demo account
	@CHROMIUM_PATH="$$(tools/ensure_browser.sh)"; export CHROMIUM_PATH; cd web && npm run --silent screenshots

.PHONY: bench
bench: setup $(WEB_APP) ## Measure against the limits in docs/performance.md (T=name picks one)
	@cd server && $(BIN)/python -m benchmarks $(T)

# ── building ─────────────────────────────────────────────────────────────────────────────────────

.PHONY: dist
dist: setup $(WEB_APP) ## Build the wheel, web app included, into dist/
	@rm -rf dist && $(BIN)/python -m build --wheel --no-isolation --outdir dist server > $(CACHE)/dist.log 2>&1 || { cat $(CACHE)/dist.log >&2; exit 1; }
	@ls dist

.PHONY: lock
lock: setup ## Compile the Python locks anew from server/pyproject.toml
	@tools/lock.sh

.PHONY: clean
clean: ## Remove what was installed, built and cached; never data/
	@rm -rf $(VENV) $(CACHE) dist web/node_modules web/dist
