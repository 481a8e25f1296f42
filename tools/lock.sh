#!/usr/bin/env bash
# Compiles the hashed Python locks. They name no index, so they install from whichever is configured.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
  .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
    --no-emit-index-url --no-emit-find-links --python-version 3.11 "$@"
}

compile server/pyproject.toml -o server/requirements/runtime.txt
compile server/pyproject.toml --extra dev -o server/requirements/dev.txt
compile server/requirements/build.in -o server/requirements/build.txt
