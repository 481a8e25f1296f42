#!/usr/bin/env bash
# Adds the web packages that npm left out because the machine's Node is too old for them.
#
# Some build tools are optional packages for a newer Node. The lock holds that Node too, and the first
# installation has put it into node_modules; under it npm adds the rest, from the same lock.
set -euo pipefail
cd "$(dirname "$0")/../web"

if [ ! -x node_modules/.bin/node ]; then
  echo "setup: Node $(node -v) is too old for the build tools and none came with the packages; install Node 22.19 or newer" >&2
  exit 1
fi
PATH="$PWD/node_modules/.bin:$PATH" npm install --no-save --no-audit --no-fund --loglevel=error
