# Two commands are all a newcomer needs: `make run` and `make test`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
TORCH  := $(shell grep '^torch==' requirements.lock)

.DEFAULT_GOAL := help
.PHONY: help run install test check lint types imports tests browser lock clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

run: $(VENV)/.installed ## Open the workbench with its demonstration in the browser
	@echo "==> opening the demonstration workspace"
	@$(BIN)/factcheck demo

install: $(VENV)/.installed ## Make .venv and install the workbench

test: $(VENV)/.installed-dev browser check tests ## Lint, types, import contracts, all tests

check: lint types imports

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed, $(PYTHON) is older: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "==> making $(VENV)"
	@$(PYTHON) -m venv $(VENV)

# torch goes first and exactly: a range, or torch as another package's need, would bring gigabytes of GPU libraries.
$(VENV)/.installed: $(VENV)/bin/python pyproject.toml requirements.lock
	@echo "==> installing the workbench (2.6 GB on disk, a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "$(TORCH)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "==> installing what the tests need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e ".[dev]"
	@touch $@

# The browser tests drive the Chromium (or Chrome) that is installed; Debian's is fetched where that is possible.
browser:
	@if command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
		echo "==> installing Chromium for the browser tests"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core >/dev/null; \
	else echo "No Chromium or Chrome found, and it can't be installed from here: the browser tests will be skipped. Install chromium to run them."; fi

lint:
	@echo "==> lint"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "some files are not formatted: run .venv/bin/ruff format ."; exit 1; }

types:
	@echo "==> types"
	@$(BIN)/mypy

imports:
	@echo "==> import contracts"
	@$(BIN)/lint-imports

tests:
	@echo "==> tests"
	@$(BIN)/python -m pytest

lock: $(VENV)/.installed ## Write requirements.lock anew from pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@{ sed -n '/^#/p' requirements.lock; $(BIN)/uv pip compile pyproject.toml --extra dev --python-version 3.11 --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet | sed 's/+cpu$$//'; } > requirements.lock.new
	@mv requirements.lock.new requirements.lock

clean: ## Remove .venv and all caches; workspaces stay
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
