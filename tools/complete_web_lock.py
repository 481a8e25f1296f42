"""Adds what npm left out of web/package-lock.json: builds of tools for other platforms.

A registry mirror may not hold every platform's build of a tool yet. npm then drops it from the lock
it writes, and `npm ci` refuses that lock everywhere, even where the build is not wanted. The entries
added here name version and platform; npm skips them on other platforms and fills in the hash when it
writes the lock on a machine whose registry has them. With --check nothing is written.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from tracked_files import ROOT

LOCK = ROOT / "web" / "package-lock.json"

SYSTEMS = (
    "aix",
    "android",
    "darwin",
    "freebsd",
    "linux",
    "netbsd",
    "openbsd",
    "openharmony",
    "win32",
)
PROCESSORS = {
    "arm": "arm",
    "arm64": "arm64",
    "ia32": "ia32",
    "loong64": "loong64",
    "mips64el": "mips64el",
    "ppc64": "ppc64",
    "riscv64": "riscv64",
    "s390x": "s390x",
    "x64": "x64",
}
LIBRARIES = {"gnu": "glibc", "musl": "musl"}


def main() -> int:
    """Complete the lock; return 1 when it was incomplete and only looked at."""
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    added = missing_entries(lock["packages"])
    if not added:
        return 0
    if "--check" in sys.argv:
        print(f"web/package-lock.json lacks {', '.join(added)}: run tools/complete_web_lock.py")
        return 1
    lock["packages"] = with_entries(lock["packages"], added)
    LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"added {len(added)} platform builds to web/package-lock.json")
    return 0


def with_entries(
    packages: dict[str, dict[str, Any]], added: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Return the packages with those added in their places among the builds of the same tool."""
    names = list(packages)
    for name in sorted(added, reverse=True):
        scope = name.rpartition("/")[0] + "/"
        after = [
            place for place, other in enumerate(names) if other.startswith(scope) and other > name
        ]
        names.insert(
            min(
                after,
                default=max(
                    (place + 1 for place, other in enumerate(names) if other.startswith(scope)),
                    default=len(names),
                ),
            ),
            name,
        )
    return {name: packages[name] if name in packages else added[name] for name in names}


def missing_entries(packages: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the lock entries of platform builds that some package may use and that are absent."""
    return {
        f"node_modules/{name}": platform_entry(name, version, is_dev=bool(parent.get("dev")))
        for parent in packages.values()
        for name, version in parent.get("optionalDependencies", {}).items()
        if f"node_modules/{name}" not in packages and set(re.split("[-/]", name)) & set(SYSTEMS)
    }


def platform_entry(name: str, version: str, *, is_dev: bool) -> dict[str, Any]:
    """Return the lock entry of one platform's build, with the platform read from its name."""
    words = re.split("[-/]", name)
    entry: dict[str, Any] = {"version": version.lstrip("^~")}
    entry["cpu"] = [PROCESSORS[word] for word in words if word in PROCESSORS]
    if is_dev:
        entry["dev"] = True
    if libraries := [LIBRARIES[word] for word in words if word in LIBRARIES and "linux" in words]:
        entry["libc"] = libraries
    entry["optional"] = True
    entry["os"] = [word for word in words if word in SYSTEMS]
    return entry


if __name__ == "__main__":
    sys.exit(main())
