# Two commands matter to a newcomer: `make demo` and `make test`. Both install what they need into .venv.
SHELL := /bin/sh
UV_VERSION := 0.13.9
PY := .venv/bin/python
UV := .venv/bin/uv
READY := .venv/.ready
WORKERS ?= 2

.PHONY: demo test lint format bench setup chromium tools fault clean help

help:
	@echo "make demo    start centre, worker, station and portal; prints the addresses"
	@echo "make test    lint and all tests (installs Chromium and tools for fault cases if they are missing)"
	@echo "make lint    ruff, mypy, import-linter"
	@echo "make bench   the measurements of benchmarks/"
	@echo "make fault   the long kill run (fixed small counts are part of make test)"

setup: $(READY)

$(READY): pyproject.toml uv.lock
	@sh scripts/setup $(UV_VERSION)
	@touch $(READY)

chromium:
	@sh scripts/install-chromium

tools:
	@sh scripts/install-fault-tools

demo: $(READY)
	@.venv/bin/rekam demo $(ARGS)

lint: $(READY)
	@echo "==> ruff" && .venv/bin/ruff check . && .venv/bin/ruff format --check .
	@echo "==> mypy" && .venv/bin/mypy
	@echo "==> import-linter" && .venv/bin/lint-imports
	@echo "==> shape of the house" && $(PY) scripts/shape

test: $(READY) chromium tools lint
	@echo "==> pytest: rooms, edges, pages" && .venv/bin/pytest -n $(WORKERS) --dist loadfile -m "not journey" $(ARGS)
	@echo "==> pytest: whole journeys (browser, kills)" && .venv/bin/pytest -n $(WORKERS) --dist loadfile -m journey $(ARGS)

format: $(READY)
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

bench: $(READY)
	@$(PY) benchmarks/packet_seal.py && $(PY) benchmarks/abis_search.py --persons 500

fault: $(READY)
	@REKAM_KILLS=500 .venv/bin/pytest tests/crash/test_demo_kill.py -p no:randomly --timeout 7200 $(ARGS)

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
