# Needs Python 3.11 or later and a way to fetch packages; everything else goes into .venv.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin

.PHONY: demo test lint docs format clean

demo: .venv/installed  ## check an article full of artifacts
	$(BIN)/tqcheck check examples/article.txt || test $$? -eq 1

test: .venv/developed  ## run the tests, and measure what they cover
	$(BIN)/python -m pytest -q -n 2 --cov --cov-report=term

lint: .venv/developed  ## style, types, layers, and whether the generated pages are fresh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m docs.generate --check
	$(BIN)/python -m docs.readme --check

docs: .venv/developed  ## write the pages of the rules and the outputs in the README anew
	$(BIN)/python -m docs.generate
	$(BIN)/python -m docs.readme

format: .venv/developed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf .venv .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/python:
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or later found; name one with make PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/developed: .venv/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ .venv/installed
