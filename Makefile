# Two commands for a fresh machine: `make demo` and `make test`. Needs Python 3.11+, git and make.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: demo test lint setup bench other-python faults fuzz guided mutants samebytes hostile canaries audit sbom clean
.DEFAULT_GOAL := demo

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test,lint]"
	@$(BIN)/python -m compileall -q src
	@touch $(STAMP)

setup: $(STAMP)

demo: $(STAMP)
	$(BIN)/sgdocs demo build/demo

test: $(STAMP)
	$(BIN)/python -m pytest -n auto

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[audit]"
	$(BIN)/python -m supply.audit

sbom: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dask,sign]"
	$(BIN)/python -m supply.bill dist/sgdocs.cdx.json

ROOM ?= dates
SAMPLE ?= 60
SEED ?= 1
mutants: $(STAMP)
	cd tests && ../$(BIN)/python -m mutants $(ROOM) --sample $(SAMPLE) --seed $(SEED)

samebytes: $(STAMP)
	SGDOCS_HEAVY=1 $(BIN)/python -m pytest -n auto tests/journeys/test_same_packs.py

TIMES ?= 500
faults: $(STAMP)
	SGDOCS_HEAVY=1 SGDOCS_FAULTS=$(TIMES) $(BIN)/python -m pytest -n auto -rP tests/faults

hostile: $(STAMP)
	SGDOCS_HEAVY=1 $(BIN)/python -m pytest -n auto tests/hostile

canaries: $(STAMP)
	SGDOCS_HEAVY=1 $(BIN)/python -m pytest -n auto tests/hostile/test_nothing_leaks.py tests/cli/test_no_names.py

SECONDS ?= 60
fuzz: $(STAMP)
	SGDOCS_FUZZ=$(SECONDS) $(BIN)/python -m pytest -n auto -rP -m fuzz tests/fuzz

# Where Atheris is to be had: it ends at the first file that brings a fault.
guided: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[guided]"
	cd tests && for door in "returned Word form" "returned PDF form" mail zip; do \
	  ../$(BIN)/python -W ignore -m fuzz.guided "$$door" $(SECONDS) || exit 1; done

# The tests compare what it writes with what this one writes: SGDOCS_OTHER_PYTHON names it.
other-python:
	$(OTHER) -m venv build/other-python
	build/other-python/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .

bench: $(STAMP)
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv build/demo build/other-python dist
