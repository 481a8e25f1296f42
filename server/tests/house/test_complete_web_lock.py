"""The web lock names every platform's build of a tool, so that `npm ci` accepts it everywhere."""

from __future__ import annotations

import json

import complete_web_lock

TOOL = {
    "dev": True,
    "optionalDependencies": {
        "@tool/binding-linux-x64-gnu": "1.2.3",
        "@tool/binding-win32-arm64-msvc": "1.2.3",
        "fast-colours": "^4.0.0",
    },
}
PACKAGES = {
    "": {},
    "node_modules/@tool/binding-linux-x64-gnu": {"version": "1.2.3"},
    "node_modules/tool": TOOL,
}


def test_a_platform_that_is_missing_gets_an_entry_with_its_system_and_processor():
    added = complete_web_lock.missing_entries(PACKAGES)
    assert added == {
        "node_modules/@tool/binding-win32-arm64-msvc": {
            "version": "1.2.3",
            "cpu": ["arm64"],
            "dev": True,
            "optional": True,
            "os": ["win32"],
        }
    }


def test_the_entry_stands_among_the_builds_of_its_tool():
    packages = complete_web_lock.with_entries(PACKAGES, complete_web_lock.missing_entries(PACKAGES))
    assert list(packages) == [
        "",
        "node_modules/@tool/binding-linux-x64-gnu",
        "node_modules/@tool/binding-win32-arm64-msvc",
        "node_modules/tool",
    ]


def test_the_linux_library_is_part_of_the_platform():
    entry = complete_web_lock.platform_entry("@tool/linux-arm64-musl", "^1.0.0", is_dev=False)
    assert entry["libc"] == ["musl"]
    assert entry["version"] == "1.0.0"


def test_the_lock_of_the_web_app_is_complete():
    lock = json.loads(complete_web_lock.LOCK.read_text(encoding="utf-8"))
    assert complete_web_lock.missing_entries(lock["packages"]) == {}
