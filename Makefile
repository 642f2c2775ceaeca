# Two commands do everything on a machine with Python 3.11+ and make: `make site` and `make test`.

PYTHON ?= python3
BIN := .venv/bin
BUILD := $(BIN)/python -m builder
# The address that the site is published at, for canonical links: `make site SITE_URL=https://…/`
SITE_URL ?=

.PHONY: site check check-published report serve test bench bench-search lint lock clean

site: .venv/for-site
	$(BUILD) build $(if $(SITE_URL),--site-url "$(SITE_URL)")

check: .venv/for-site
	$(BUILD) check

# Hold the content against the edition that is published at SITE_URL: nothing changes there without a correction.
check-published: .venv/for-site
	sh tools/check-published "$(SITE_URL)"

report: .venv/for-site
	@$(BUILD) report

serve: .venv/for-site
	$(BUILD) serve

# Some of the tests drive the system's Chromium: by mouse, keyboard and touch, and with axe.
test: .venv/for-tests site lint
	@sh tools/install-chromium
	$(BIN)/python -m pytest -n auto --dist worksteal

# The builder against Hugo, whole processes in turns: figures, not a test. A short run: make bench BENCH="--articles 100"
BENCH ?= --articles 1000 10000 --pairs 5 --edits 3
bench: .venv/for-bench
	@$(BIN)/python -m bench.run $(BENCH)

.venv/for-bench: requirements-bench.txt .venv/for-tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

# What a search of 10,000 pages costs: figures, not a test.
bench-search: .venv/for-tests
	$(BIN)/python -m bench.search

lint: .venv/for-tests
	$(BIN)/ruff check builder tests bench tools
	$(BIN)/ruff format --check builder tests bench tools
	$(BIN)/mypy

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; this is $$($(PYTHON) --version). Name another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; sh tools/install-venv && $(PYTHON) -m venv .venv; }

.venv/for-site: requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/for-tests: requirements-test.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

# After a change of the dependencies in pyproject.toml.
lock: .venv/for-tests
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --extra test -c requirements.lock pyproject.toml -o requirements-test.lock

clean:
	rm -rf .venv _site _site.private .cache .pytest_cache .mypy_cache .ruff_cache
