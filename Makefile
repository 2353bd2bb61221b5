# Everything a newcomer needs: `make site` and `make test`. Nothing has to be installed by hand
# but Python 3.11 or newer, git and make.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
HEUTE  := 2026-06-30
# One worker more than processors: those that wait for a browser leave theirs to others.
WORKERS = -n $$(($$(getconf _NPROCESSORS_ONLN) + 1)) --maxprocesses 5 --dist worksteal

.PHONY: help redaktion-probe site serve check test coverage lint bench bench-web screenshots flensburg lock sbom clean

help:
	@echo "make site             set up, check the sample district and build it into site/"
	@echo "make serve            preview with live reload on http://127.0.0.1:8000/"
	@echo "make check            check the records"
	@echo "make test             set up and run all tests"
	@echo "make coverage         the same, and which lines no test comes to"
	@echo "make lint             ruff and mypy"
	@echo "make flensburg        a second district, from open data, into build/flensburg/"
	@echo "make screenshots      the pictures of README and handbook (needs Chromium; for the forms npm and the network, too)"
	@echo "make lock             requirements.lock: every dependency in one version, with hashes"
	@echo "make sbom             sbom.cdx.json: what these are and under which licences (CycloneDX)"
	@echo "make redaktion-probe  the forms in a real browser, with both programs (needs npm, Chromium and the network)"
	@echo "make bench            compare with Hugo and plain MkDocs (skips Hugo where it is not installed)"
	@echo "make bench-web        search, finder and map in a real browser, at 1,000 and 10,000 records (needs Chromium)"
	@echo "make clean            remove what was built, and what was kept for the next build"

$(BIN)/sozialraum: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "The venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/test-ready: $(BIN)/sozialraum
	@echo "Setting up the test tools ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

site: $(BIN)/sozialraum
	@$(BIN)/sozialraum check --heute $(HEUTE)
	@$(BIN)/sozialraum build --heute $(HEUTE)
	@echo "Open site/index.html in a browser, or serve it: $(BIN)/python -m http.server --directory site"

serve: $(BIN)/sozialraum
	@$(BIN)/sozialraum serve

check: $(BIN)/sozialraum
	@$(BIN)/sozialraum check

test: $(VENV)/test-ready
	@$(BIN)/python tests/browser_setup.py
	@$(BIN)/python -m pytest -q $(WORKERS)

# The same, and which lines no test comes to.
coverage: $(VENV)/test-ready
	@$(BIN)/python tests/browser_setup.py
	@$(BIN)/python -m pytest -q $(WORKERS) --cov --cov-report=term:skip-covered

lint: $(VENV)/test-ready
	@$(BIN)/ruff format --check generator tests benchmarks
	@$(BIN)/ruff check generator tests benchmarks
	@$(BIN)/mypy

redaktion-probe: $(VENV)/test-ready
	@$(BIN)/python -m benchmarks.forms

bench: $(BIN)/sozialraum
	@$(BIN)/python -m benchmarks.compare

bench-web: $(VENV)/test-ready
	@$(BIN)/python -m benchmarks.records 10000 .cache/bench-web/10000
	@$(BIN)/python -m benchmarks.records 1000 .cache/bench-web/1000
	@$(BIN)/sozialraum build --records .cache/bench-web/10000/records
	@$(BIN)/sozialraum build --records .cache/bench-web/1000/records
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check pagefind pagefind_bin
	@$(BIN)/python -m benchmarks.web .cache/bench-web/10000 .cache/bench-web/1000

screenshots: $(VENV)/test-ready site
	@$(BIN)/python -m screenshots.make

flensburg: $(BIN)/sozialraum
	@$(BIN)/python examples/flensburg/build.py

# The lock holds no address of an index and no place on a machine; its first lines say how to install from it.


lock:
	@$(PYTHON) -m venv .cache/lock-tools
	@.cache/lock-tools/bin/python -m pip install --quiet --disable-pip-version-check 'pip-tools>=7.4'
	@head -2 requirements.lock > .cache/lock-head
	@.cache/lock-tools/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-annotate --no-header --no-emit-options \
		--output-file .cache/requirements.lock pyproject.toml
	@cat .cache/lock-head .cache/requirements.lock > requirements.lock

# From exactly what the lock installs, in an environment of its own, where every hash is compared.
sbom:
	@$(PYTHON) -m venv --clear .cache/locked
	@.cache/locked/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(PYTHON) -m venv .cache/lock-tools
	@.cache/lock-tools/bin/python -m pip install --quiet --disable-pip-version-check 'cyclonedx-bom>=5,<8'
	@.cache/lock-tools/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-format JSON --output-file sbom.cdx.json .cache/locked/bin/python
	@echo "Written: sbom.cdx.json"

clean:
	rm -rf site .cache build
