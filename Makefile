# Each target makes what it needs: a virtual environment in .venv with the pinned packages of requirements*.txt.
# PYTHON names the interpreter to make it with; SAMPLE names the page or folder of sample_profiles/ that `make run` opens.

PYTHON ?= python3
SAMPLE ?= acad-homepage
FUZZ ?= 2000
SEED ?=
SECONDS ?= 60
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test messages versions packages fuzz readers mutants bench docs format screenshots lock clean

help:  ## lists the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/.run | .run  ## opens the editor on a copy of a sample, kept in .run/
	$(BIN)/profile-tui .run/$(SAMPLE)

test: .venv/.dev  ## checks style, types and layers, then runs the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist worksteal

messages: .venv/.dev  ## brings the translations up to date with the code, and compiles them
	$(BIN)/python scripts/messages.py

versions: .venv/.dev  ## runs the tests on every Python of 3.11 to 3.14 that is installed
	$(BIN)/python scripts/versions.py

packages: .venv/.dev  ## builds the package and installs it by pip, pipx and uv on every Python from 3.11 to 3.14 that is here
	PYTHONPATH=tests $(BIN)/python -m scripts.packages

fuzz: .venv/.dev  ## does random sessions on the samples: FUZZ=100000 actions, 2000 if left out; SEED begins them
	$(BIN)/python scripts/fuzz.py "$(FUZZ)" "$(SEED)"

readers: .venv/.fuzz  ## has atheris look for bytes that a reader does not survive: SECONDS of it, 60 if left out
	$(BIN)/python scripts/readers.py .readers "$(SECONDS)"

mutants: .venv/.dev  ## plants faults into the code that writes, and lists those that no test sees (30 minutes at most)
	$(BIN)/python scripts/mutants.py

bench: .venv/.dev  ## prints the measured ratios
	$(BIN)/python -m benchmarks

docs: .venv/.dev  ## writes the reference in docs/ anew, from the program, and builds the pages as a site in build/docs
	LC_ALL=C.UTF-8 $(BIN)/python scripts/docs.py
	$(BIN)/python -m mkdocs build --quiet

format: .venv/.dev  ## rewrites the code in the project's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: .venv/.dev  ## draws the pictures and the recording anew, from the samples
	LC_ALL=C.UTF-8 $(BIN)/python scripts/screenshots.py

lock: .venv/.dev  ## pins the newest allowed packages, with their hashes, in requirements*.txt
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate \
		--group build pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate \
		--group dev --constraint requirements.txt pyproject.toml --output-file requirements-dev.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate \
		--group pyproject.toml:fuzz --output-file requirements-fuzz.txt

clean:  ## removes the environment, the copied samples and the caches
	rm -rf .venv .run .readers mutants mutants.log .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Copied once, so that what was saved is still there at the next run; `rm -r .run` starts afresh.
.run:
	cp -R sample_profiles .run

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "profile-tui needs Python 3.11 or newer; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.run: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.run
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@

.venv/.fuzz: requirements-fuzz.txt .venv/.dev
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-fuzz.txt
	@touch $@
