# The only entry points. They need Python 3.11 or later and make; scripts/setup brings the rest.
PORT ?= 8000
ARGS ?=
BIN := .venv/bin
PY := $(BIN)/python
TEMPLATES = $(shell find templates -name '*.html' | sort)
# The checks touch no database; a deployment is checked with settings of the kind it would have.
DEMO := DEMO=1 DATABASE_URL=sqlite://:memory:
PRODUCTION := env -u DEMO SECRET_KEY=checks-only-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-abcdef \
	DATABASE_URL=postgres://panel@127.0.0.1/panel ALLOWED_HOSTS=panel.example

.SILENT:
.PHONY: help setup run test test-sqlite check format bench screenshots requirements clean

help: ## List these targets
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

setup: ## Bring .venv and the front-end assets up to date
	scripts/setup
	$(PY) -m scripts.assets

run: setup ## Set everything up and start the demo panel; PORT=8000
	$(PY) -m scripts.run $(PORT)

test: setup ## The suite on SQLite, then what touches a database, and journeys, on PostgreSQL; ARGS="tests/plans -k moved"
	$(PY) -m scripts.test $(ARGS)

test-sqlite: setup ## All of it on SQLite alone; ARGS as above
	$(PY) -m scripts.test --sqlite $(ARGS)

check: setup ## Style, import directions, missing migrations, the history rule, Django's own checks
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/djade --target-version 5.2 --check $(TEMPLATES)
	$(BIN)/djhtml --tabwidth 2 --check $(TEMPLATES)
	$(BIN)/lint-imports --no-logo
	$(PY) -m scripts.check_history
	$(DEMO) $(PY) manage.py makemigrations --check --dry-run
	$(DEMO) $(PY) manage.py check
	$(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING

format: setup ## Format Python and templates
	$(BIN)/ruff check --quiet --fix-only .
	$(BIN)/ruff format --quiet .
	$(BIN)/djade --target-version 5.2 $(TEMPLATES)
	$(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

bench: setup ## Measure the product's algorithms against named peers
	for benchmark in benchmarks/[a-z]*.py; do $(PY) -m benchmarks.$$(basename $$benchmark .py) || exit 1; done

screenshots: setup ## Take the README's pictures of the demo panel
	$(PY) -m scripts.screenshots

requirements: setup ## Pin the dependencies anew from pyproject.toml; ARGS=--upgrade for newer ones
	scripts/pin $(ARGS)

clean: ## Remove all that was set up or built, and the demo panel's data with it
	rm -rf .venv .tools node_modules static/build var .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
