#!/usr/bin/env bash
# Compiles the hashed Python locks. They name no index, so they install from whichever is configured.
# Extras stay in the lock: without them an older pip takes `name[extra]` of another package for an
# unpinned requirement as soon as a newer release of `name` exists, and refuses the whole lock.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
  .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
    --no-emit-index-url --no-emit-find-links --no-strip-extras --python-version 3.11 "$@"
}

compile server/pyproject.toml -o server/requirements/runtime.txt
compile server/pyproject.toml --extra dev -o server/requirements/dev.txt
compile server/requirements/build.in -o server/requirements/build.txt
