SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The tools that scripts/setup installed come before any others.
export PATH := $(shell scripts/setup path)
PORT ?= 8080
WASM := --target wasm32-unknown-unknown --lib --bin it-exports

.PHONY: help serve build check setup setup-test bench example test quick test-figures \
	test-format test-lint test-rust test-data test-size tell-size test-html test-published test-recipe test-smoke test-browser test-embedding test-example

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | while IFS=$$'\t' read -r name what; do printf '  make %-14s %s\n' "$$name" "$$what"; done

serve: build ## build the page and serve it on http://localhost:8080 (or PORT=…)
	@node scripts/serve.mjs --port $(PORT)

build: setup ## build the page into dist/
	@node scripts/build.mjs

check: ## check the data in static/data/ (needs only Rust)
	cargo run --quiet --locked --bin dataset -- check

setup: ## install what building needs
	@scripts/setup build

setup-test:
	@scripts/setup test

bench: build ## measure the first chart, the start and single steps against pages of other chart libraries
	node bench/steps.mjs
	node bench/firstchart.mjs

EXAMPLE := target/example
# Another record, with the same crates: the wrapper, which does nothing, has Cargo keep this package compiled from the
# one beside this package compiled from the other.
OTHER := IT_EXPORTS_DATA=examples/cloth RUSTC_WORKSPACE_WRAPPER=env

# Without a compressed program, which takes minutes: whether the page works does not depend on it.
example: setup ## build the page of the example package into target/example/dist
	@$(OTHER) node scripts/build.mjs --quick --out $(EXAMPLE)/dist

# scripts/test.mjs knows what a step needs, and runs beside each other what can be.
test: setup-test ## run every test
	@node scripts/test.mjs all

quick: setup-test ## after a small change: format, lint, data, all Rust tests
	@node scripts/test.mjs quick

test-figures: setup-test ## run what new figures could break, when nothing else has changed
	@node scripts/test.mjs figures

test-format: ## … is the code formatted?
	cargo fmt --check

test-lint: ## … does the compiler warn, natively or for the browser?
	cargo clippy --quiet --locked --features site --all-targets -- -D warnings
	cargo clippy --quiet --locked $(WASM) -- -D warnings

test-rust: ## … rules, figures, drawings, licences
	cargo test --quiet --locked --features site

test-data: ## … is static/data/ the data package it says it is?
	frictionless validate static/data/datapackage.json
	frictionless validate examples/cloth/datapackage.json

test-size: ## … does dist/ keep to budgets.json?
	node scripts/budget.mjs

tell-size:
	node scripts/budget.mjs --tell

test-html: ## … is every page valid HTML?
	node scripts/valid-html.mjs

test-published: ## … are latest.json and the packages of past days what they say they are?
	python3 -W ignore scripts/valid-published.py

# As many files of tests at a time as there are processors: Node leaves one free.
NODE_TEST := node --test --test-reporter=spec --test-concurrency=$$(getconf _NPROCESSORS_ONLN)

test-recipe: ## … is a view added as CONTRIBUTING.md says?
	node --test --test-reporter=spec tests/recipe/*.test.mjs

test-example: example setup-test ## … does another record make a page that speaks of nothing else?
	$(OTHER) cargo run --quiet --locked --features site --bin dataset -- check examples/cloth
	$(NODE_TEST) tests/example/*.test.mjs

test-smoke: ## … does the page answer, and tell the story that it grew from?
	$(NODE_TEST) tests/browser/smoke.test.mjs tests/browser/story.test.mjs

test-browser: ## … the page of dist/ in Chromium and Firefox
	$(NODE_TEST) tests/browser/*.test.mjs

test-embedding: ## … blocks of dist/ on pages of others in Chromium, Firefox and WebKit
	$(NODE_TEST) tests/embedding/*.test.mjs
