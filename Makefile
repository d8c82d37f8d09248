# iSIGURT: `make run` starts the demo, `make test` runs every test. Nothing else needs to be set up first.
PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -n 2
SETTINGS := DJANGO_SETTINGS_MODULE=isigurt.config.settings.everything ISIGURT_DESK_URL=sqlite://:memory: ISIGURT_DOOR_URL=sqlite://:memory:

.PHONY: help install run test test-quick check bench requirements clean
help:
	@echo "make run          set up and start the demo: public site, desk, worker, demo internet"
	@echo "make test         every test, on SQLite and on PostgreSQL, in a real browser (up to 40 minutes)"
	@echo "make test-quick   the same without the browser and the long simulations (up to 12 minutes)"
	@echo "make check        linters, types, templates, import contracts, translations, migrations"
	@echo "make bench        the benchmarks, one line each: name value unit"
	@echo "make install      the environment alone (.venv)"
	@echo "make requirements write the hashed lists in requirements/ anew"
	@echo "make clean        remove .venv and what the tools left; var/ (your data) stays"

install:
	@PYTHON="$(PYTHON)" sh tools/environment.sh

run: install
	@exec $(BIN)/isigurt up --demo

# What measures a time first, with nothing beside it; then SQLite; PostgreSQL last, with the long simulations and
# without what asks no store (tests/conftest.py).
test: install
	@sh tools/test-needs.sh
	$(BIN)/python -m pytest -m alone
	$(PYTEST) -m "not alone and not slow"
	$(PYTEST) -m "not alone" --store postgresql

test-quick: install
	@sh tools/test-needs.sh
	$(PYTEST) -m "not slow and not browser"
	$(PYTEST) -m "not slow and not browser" --store postgresql

check: install
	@sh tools/test-needs.sh msgfmt
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet src
	$(BIN)/djlint --lint --quiet --ignore H006,H015,H020,H030,H031,T003,D004,D018,H052 demo
	$(BIN)/lint-imports
	$(BIN)/python -m tools.translations
	$(SETTINGS) $(BIN)/python -W error -m django check
	$(SETTINGS) $(BIN)/python -W error -m django makemigrations --check --dry-run

bench: install
	@$(BIN)/python -m bench

requirements: install
	for list in installer runtime demo development; do \
	  $(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	    requirements/$$list.in -o requirements/$$list.txt || exit 1; done

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache src/*.egg-info
	find src demo tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
