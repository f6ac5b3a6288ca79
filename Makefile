# Needs Python 3.11 or later and a way to fetch packages; everything else goes into .venv.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin

.PHONY: demo test cover test-frames test-package lint docs format clean speed

demo: .venv/installed  ## check an article full of artifacts
	$(BIN)/tqcheck check examples/article.txt || test $$? -eq 1

test: .venv/developed  ## run the tests
	$(READY)
	$(BIN)/python -m pytest -q -n 2

cover: .venv/developed  ## run the tests and measure what they cover, which takes them twice as long
	$(READY)
	$(BIN)/python -m pytest -q -n 2 --cov --cov-report=term

test-frames: .venv/framed  ## run the tests of frames, with the libraries that are too big for every run; those of Spark need Java 17
	$(BIN)/python -m pytest -q -rs tests/corpus/test_frames.py tests/corpus/test_filtering.py tests/corpus/test_spark.py

test-package: .venv/python  ## install the package as a user does: what was prepared must come with it
	rm -rf .venv/user && $(BIN)/python -m venv .venv/user && .venv/user/bin/python -m pip install --quiet .
	.venv/user/bin/python -c 'import sys; from tqcheck.cli import main; assert main(["check", "examples/article.txt"]) == 1; \
		assert "regex" not in sys.modules, "nothing was prepared"' > /dev/null

lint: .venv/developed  ## style, types, layers, and whether the generated pages are fresh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m docs.generate --check
	$(BIN)/python -m docs.readme --check

docs: .venv/documented  ## write the pages of the rules and the outputs on pages anew, and build the site
	$(BIN)/python -m docs.generate
	$(BIN)/python -m docs.readme
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

speed: .venv/developed  ## start, throughput, growth, and that findings are the same
	$(BIN)/python -m benchmarks.speed

format: .venv/developed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf build site src/tqcheck/_prepared src/tqcheck/core/_kernel.c src/tqcheck/core/_kernel.*.so .venv .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/python:
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or later found; name one with make PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	touch $@

# What pip does for a package that is not editable, it does not do for this one: compile it, and prepare it for the packages beside it.
READY = $(BIN)/python -m tqcheck.prepare && $(BIN)/python -m compileall -q src
BUILT_FROM := pyproject.toml setup.py src/tqcheck/core/_kernel.pyx

.venv/installed: .venv/python $(BUILT_FROM)
	$(BIN)/python -m pip install --quiet --editable .
	$(READY)
	touch $@

.venv/developed: .venv/python $(BUILT_FROM)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(READY)
	touch $@ .venv/installed

.venv/framed: .venv/developed
	$(BIN)/python -m pip install --quiet --editable '.[frames,spark]' datasets datatrove
	touch $@

# The packages alone: the project itself need not be built again for them.
DOCS_PACKAGES = import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["docs"], sep="\n")

.venv/documented: .venv/developed
	$(BIN)/python -c '$(DOCS_PACKAGES)' > .venv/docs.txt
	$(BIN)/python -m pip install --quiet --requirement .venv/docs.txt
	touch $@
