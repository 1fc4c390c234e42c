# `make demo` and `make test` are all a newcomer needs: Python 3.11 or newer (with venv) and make.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
UV := $(BIN)/uv
export VIRTUAL_ENV := $(CURDIR)/.venv
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo serve test crash check bench bench-check dev lock clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 22

setup: $(BIN)/.vendor $(BIN)/.catalogue ## install what running needs, into .venv
setup-dev: $(BIN)/.vendor-dev $(BIN)/.catalogue ## and what tests and checks need

demo: setup ## a whole portfolio to try, on http://localhost:PORT (PORT=8000)
	@$(BIN)/kameo demo --port $(PORT)

serve: setup ## an empty installation of your own, on PORT
	@$(BIN)/kameo serve --port $(PORT)

dev: setup-dev ## the site with reload, on PORT
	@KAMEO_DEBUG=1 $(BIN)/kameo serve --port $(PORT) --reload

test: setup-dev ## every test, journeys in a browser included
	@$(BIN)/python scripts/peers.py
	@$(BIN)/python -m pytest -n auto --dist loadgroup --durations=30 --durations-min=0.5 $(ARGS)

crash: setup-dev ## kill and flood thirty times over what `make test` does three times (ROUNDS=30)
	@KAMEO_ROUNDS=$(or $(ROUNDS),30) $(BIN)/python -m pytest -m crash --durations=30 --durations-min=0.5 $(ARGS)

check: setup-dev ## everything that can be checked without running the product
	@$(BIN)/python scripts/check.py

bench: setup-dev ## speed at volume, as ratios to raw SQL
	@$(BIN)/python -m tests.bench --growth $(if $(VOLUME),--volume $(VOLUME))

bench-check: setup-dev ## that no page asks more, weighs more or scans more than it did
	@$(BIN)/python -m tests.bench.check

LOCK := $(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url
lock: $(UV) ## compile requirements/*.in into locked lists with hashes
	@for list in uv base dev node; do $(LOCK) requirements/$$list.in -o requirements/$$list.txt || exit 1; done

clean: ## forget what was installed and built (not your data)
	rm -rf .venv node_modules static/vendor static/dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
	find kameo -name '*.mo' -delete

# --- the steps, each done once ------------------------------------------------------------------------------
$(UV): requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Kameo needs Python 3.11 or newer: make PYTHON=/path/to/python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing: apt install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

# One of two lists is installed: the development one contains the other, and is kept once it is there.
$(BIN)/.base: $(UV) requirements/base.txt pyproject.toml
	@if [ -f $(BIN)/.dev ]; then list=dev; else list=base; fi; \
	  echo "Installing the packages of requirements/$$list.txt"; \
	  $(UV) pip sync --quiet --require-hashes requirements/$$list.txt
	@$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(BIN)/.dev: $(UV) requirements/dev.txt pyproject.toml
	@echo "Installing the packages of requirements/dev.txt"
	@$(UV) pip sync --quiet --require-hashes requirements/dev.txt
	@$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@ $(BIN)/.base

STATIC := package-lock.json scripts/vendor.py scripts/build_css.py $(wildcard static/css/*.css)

$(BIN)/.vendor: $(BIN)/.base $(STATIC)
	@$(BIN)/python scripts/vendor.py
	@touch $@

$(BIN)/.vendor-dev: $(BIN)/.dev $(STATIC)
	@$(BIN)/python scripts/vendor.py --dev
	@touch $@ $(BIN)/.vendor

$(BIN)/.catalogue: $(BIN)/.base $(wildcard kameo/locale/*/LC_MESSAGES/*.po) scripts/catalogue.py
	@$(BIN)/python scripts/catalogue.py compile
	@touch $@
