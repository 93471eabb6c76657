# The only entry points. They need Python 3.11 or later and make; scripts/setup brings the rest.
PORT ?= 8000
ARGS ?=
PY := .venv/bin/python

.SILENT:
.PHONY: help setup assets run test test-sqlite check format bench screenshots requirements clean

help: ## List these targets
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

setup:
	scripts/setup

assets: setup
	$(PY) -m scripts.assets

run: assets ## Set everything up and start the demo panel; PORT=8000
	$(PY) -m scripts.run $(PORT)

test: assets ## The whole suite on SQLite, then on PostgreSQL; ARGS="tests/plans -k moved"
	$(PY) -m scripts.test $(ARGS)

test-sqlite: assets ## The suite on SQLite alone, for a quick answer; ARGS as above
	$(PY) -m scripts.test --sqlite $(ARGS)

check: setup ## Style, import directions, migrations, the history rule, Django's own checks
	$(PY) -m scripts.check

format: setup ## Format Python and templates
	$(PY) -m scripts.check --fix

bench: setup ## Measure the product's algorithms against named peers
	for benchmark in benchmarks/[a-z]*.py; do $(PY) -m benchmarks.$$(basename $$benchmark .py) || exit 1; done

screenshots: assets ## Take the README's pictures of the demo panel
	$(PY) -m scripts.screenshots

requirements: setup ## Pin the dependencies anew from pyproject.toml; ARGS=--upgrade for newer ones
	scripts/pin $(ARGS)

clean: ## Remove all that was set up or built, and the demo panel's data with it
	rm -rf .venv .tools node_modules static/build var .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
