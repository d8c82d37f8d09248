# iSIGURT: `make run` starts the demo, `make test` runs every test. Nothing else needs to be set up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: requirements
requirements:
	for list in installer runtime demo development; do \
	  $(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	    requirements/$$list.in -o requirements/$$list.txt || exit 1; done
