# Everything a checkout needs, from nothing: `make serve` to use it, `make test` to change it.
# Stamp files in .venv say what is done, so that nothing is done twice; `make clean` forgets all of it.

SHELL := /bin/sh
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
DONE := $(VENV)/.done
PIP := $(PY) -m pip install -qq --disable-pip-version-check --no-input --constraint requirements.lock

# The W3C's test suites, where they lie beside the checkout; the tests that want them are skipped without.
GCM_W3C ?= $(wildcard ../shared/w3c)
export GCM_W3C

.PHONY: help setup serve test lint format docs lock clean browser

help: ## what each target does
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(DONE)/venv:
	@echo "Making a virtual environment in $(VENV)"
	@sh scripts/make-venv $(VENV)
	@mkdir -p $(DONE) && touch $@

$(DONE)/run: pyproject.toml requirements.lock $(DONE)/venv
	@echo "Installing the libraries that requirements.lock names"
	@$(PIP) --editable .
	@touch $@

$(DONE)/dev: pyproject.toml requirements.lock $(DONE)/run
	@echo "Installing what the tests need"
	@$(PIP) --editable '.[dev]'
	@touch $@

$(DONE)/frontend: webapp/frontend/package.json webapp/frontend/package-lock.json $(wildcard webapp/vendor.py) $(DONE)/run
	@echo "Installing the front-end files that package-lock.json names"
	@sh scripts/install-frontend $(PY)
	@touch $@

setup: $(DONE)/run $(DONE)/frontend ## install all that the server needs

serve: setup ## load the sample documents and serve them on GCM_HOST:GCM_PORT
	@$(VENV)/bin/gcm load loaders/samples
	@exec $(VENV)/bin/gcm serve

browser: $(DONE)/dev
	@sh scripts/prepare-browser $(PY) >/dev/null

lint: $(DONE)/dev ## style, types, imports
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

test: lint $(DONE)/frontend browser ## the whole suite: lint, then fast, server and browser tests
	CHROMIUM="$$(sh scripts/prepare-browser $(PY))" $(PY) -m pytest

format: $(DONE)/dev ## put sources into the common form
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

docs: $(DONE)/dev ## write the generated files anew
	$(PY) -m ontology.generate
	$(PY) -m graph.queries_page
	$(PY) docs/generate.py

lock: $(DONE)/venv ## resolve the newest allowed versions into requirements.lock
	@$(PY) scripts/lock.py > $(DONE)/lock
	@cp $(DONE)/lock requirements.lock

clean: ## remove what was installed and built; the loaded graph in data/ stays
	rm -rf $(VENV) build dist webapp/frontend/node_modules webapp/static/vendor
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
