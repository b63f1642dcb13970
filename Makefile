# A thin convenience for developers; `./charlotte` and `./charlotte test` are all a user needs.
PY ?= .venv/bin/python
UV ?= .venv/bin/uv

.PHONY: lock check unit fix
lock: ## Pin every dependency with its hashes.
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml -o server/requirements.txt
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra test pyproject.toml -o server/requirements-test.txt

check: ## Format, lint, types, arrows.
	$(PY) -m ruff format --check server
	$(PY) -m ruff check server
	$(PY) -m mypy

unit: ## The fast tests: no browser, no models.
	$(PY) -m pytest -q -m "not models and not browser and not sdk"

fix: ## Repair what machines can repair.
	$(PY) -m ruff format server
	$(PY) -m ruff check --fix server
