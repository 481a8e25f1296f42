#!/usr/bin/env bash
# Prints the path of a Chromium that the end-to-end tests can drive, installing one when there is none.
# What it does is said on standard error; standard output is the path alone, or nothing when
# Playwright's own browser is to be used.
set -euo pipefail

say() { printf 'browser: %s\n' "$*" >&2; }

found() {
  for name in chromium chromium-browser google-chrome-stable google-chrome; do
    if command -v "$name"; then return 0; fi
  done
  return 1
}

if [ -n "${CHROMIUM_PATH:-}" ]; then
  say "using CHROMIUM_PATH=$CHROMIUM_PATH"
  echo "$CHROMIUM_PATH"
  exit 0
fi
if path=$(found); then
  say "using $path"
  echo "$path"
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  say "no Chromium here: installing Debian's package chromium"
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >&2
  found
  exit 0
fi
say "no Chromium here and no right to install packages: fetching Playwright's own"
(cd "$(dirname "$0")/../web" && npx playwright install chromium) >&2
