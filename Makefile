# Jiyao 纪要: `make run` opens the chat, `make test` runs every test; both set everything up first.
# Another interpreter: make PYTHON=python3.12 run

PYTHON ?= python3
HOST = 127.0.0.1
PORT = 7860

BIN := .venv/bin
STAMP := .venv/.installed
COVER =

.PHONY: help run setup test check lint eval bench pins clean

help:
	@echo "make run    install, index data/minutes, open the chat at http://$(HOST):$(PORT)"
	@echo "make test   install, run every test (offline)"
	@echo "make check  lint, types, floors, tests with coverage"
	@echo "make lint   ruff, mypy and import-linter only"
	@echo "make eval   the evaluation against the gold sets, without a model (about two minutes on two cores)"
	@echo "make bench  the benchmarks"
	@echo "make pins   write constraints.txt anew from what is installed"
	@echo "make clean  remove .venv and what tools left behind (the library is kept)"

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed (this is $$($(PYTHON) --version)). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --disable-pip-version-check --quiet -c constraints.txt -e '.[dev]'
	@touch $@

run: $(STAMP)
	$(BIN)/jiyao ingest data/minutes
	$(BIN)/jiyao serve --host $(HOST) --port $(PORT)

# What is compiled is kept, whatever the environment says: the tests start some hundred programs.
test: export PYTHONDONTWRITEBYTECODE =
test: $(STAMP)
	$(BIN)/python -m pytest -m "not slow" --numprocesses auto --dist worksteal $(COVER)
	$(BIN)/python -m pytest -m slow --numprocesses auto --maxprocesses 4 --dist loadfile tests

lint: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint
	$(MAKE) test COVER="--cov --cov-report=term-missing:skip-covered"

eval: $(STAMP)
	$(BIN)/python -m eval run
	$(BIN)/python -m eval ledger

bench: $(STAMP)
	@set -e; for benchmark in $(sort $(wildcard benchmarks/bench_*.py)); do echo "== $$benchmark"; $(BIN)/python $$benchmark; done
	$(BIN)/python benchmarks/measure_encoder.py --gold
	JIYAO_STRICT=1 $(BIN)/python -m pytest -m slow tests/interface/test_load.py tests/test_assistant.py

pins: $(STAMP)
	{ sed -n '/^#/p' constraints.txt; $(BIN)/python -m pip freeze --exclude-editable | grep '==' | sed 's/+[a-z0-9.]*$$//'; \
		$(BIN)/python -m pip freeze --all | grep '^setuptools=='; } > constraints.new
	{ sed -n '/^#/p' constraints.new; sed '/^#/d' constraints.new | LC_ALL=C sort -f; } > constraints.txt
	rm constraints.new

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov *.egg-info
