#!/usr/bin/env bash
# Installs the web packages once more, under the Node that came with them.
#
# npm leaves out optional packages that the Node it runs under is too old for, and some build tools are
# such packages. The lock holds a newer Node; the first installation, under the old one, has put it into
# node_modules. It is copied out, because the second installation empties that folder first.
set -euo pipefail
cd "$(dirname "$0")/../web"

if [ ! -x node_modules/.bin/node ]; then
  echo "setup: Node $(node -v) is too old for the build tools and none came with the packages; install Node 22.19 or newer" >&2
  exit 1
fi
echo "setup: JavaScript packages again, under Node $(node_modules/.bin/node -v)"
own=../.cache/node
mkdir -p "$own"
cp -fL node_modules/.bin/node "$own/node"
PATH="$(cd "$own" && pwd):$PATH" npm ci --no-audit --no-fund --loglevel=error
rm -r "$own"
