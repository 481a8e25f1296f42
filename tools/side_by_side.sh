#!/usr/bin/env bash
# Run commands at the same time, show what each printed one after the other, and fail when one fails.
# usage: side_by_side.sh 'COMMAND' 'COMMAND'…
set -uo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
running=()
for command in "$@"; do
  bash -c "$command" > "$folder/${#running[@]}" 2>&1 &
  running+=($!)
done

result=0
for place in "${!running[@]}"; do
  wait "${running[$place]}" || result=1
  cat "$folder/$place"
done
exit "$result"
