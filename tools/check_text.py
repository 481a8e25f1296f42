"""Fails when a tracked file names a package registry, a path of one machine, or a secret.

Locks must install from whatever index the reader has configured, and a path of the machine a file
was written on works nowhere else.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tracked_files import ROOT, tracked_files

RULES = {
    "names a package registry": re.compile(
        r"registry\.(?:npmjs|yarnpkg)|pypi\.(?:org|python)|files\.pythonhosted", re.IGNORECASE
    ),
    "records where packages come from": re.compile(
        r'"resolved":\s*"http|--(?:extra-)?index-url|^--find-links', re.MULTILINE
    ),
    "holds a path of one machine": re.compile(
        r"(?<![\w./~-])/(?:work|root|home/[a-z]\w*|Users/\w+|opt/(?:wheels|pypi)|tmp/ff)/"
    ),
    "holds what looks like a secret": re.compile(
        r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b"
        r"|\bglpat-[\w-]{20}\b|\bxox[abprs]-[\w-]{10,}|\bsk-[A-Za-z0-9]{32,}\b"
    ),
}


def main() -> int:
    """Print every offending line; return 1 when there is one."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {what}"
        for path in tracked_files()
        for number, what in offences(path)
    ]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


def offences(path: Path) -> list[tuple[int, str]]:
    """Return (line number, rule broken) for each offence in a file; binary files have none."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    return [
        (text.count("\n", 0, match.start()) + 1, what)
        for what, pattern in RULES.items()
        for match in pattern.finditer(text)
    ]


if __name__ == "__main__":
    sys.exit(main())
