"""Only what is imported is depended on, and what is depended on is pinned and locked."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

SERVER = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((SERVER / "pyproject.toml").read_text())["project"]

LOADED_BY_OTHERS = {
    "tzdata": "zoneinfo reads it where the system has no time zones",
}


def name_of(requirement: str) -> str:
    return re.split(r"[\[=<>;~! ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def imported_packages() -> set[str]:
    packages = set()
    for file in (SERVER / "fitfolio").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                packages |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                packages.add(node.module.partition(".")[0])
    return {name.replace("_", "-") for name in packages - sys.stdlib_module_names - {"fitfolio"}}


def test_every_imported_package_is_a_direct_dependency_and_the_other_way_round():
    declared = {name_of(requirement) for requirement in PROJECT["dependencies"]}
    assert imported_packages() == declared - set(LOADED_BY_OTHERS)


def test_every_direct_dependency_is_pinned_to_one_version():
    requirements = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert [text for text in requirements if not re.search(r"==\d[\w.]*\s*(;|$)", text)] == []


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("runtime.txt", PROJECT["dependencies"]),
        ("dev.txt", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]),
    ],
)
def test_the_lock_holds_every_direct_dependency_with_its_version(
    lock: str, requirements: list[str]
):
    locked = set(
        re.findall(
            r"^([\w.\[\]-]+==[\w.]+)", (SERVER / "requirements" / lock).read_text(), re.MULTILINE
        )
    )
    wanted = {re.sub(r"\s*;.*", "", text).lower() for text in requirements}
    assert wanted - locked == set()


@pytest.mark.parametrize("lock", ["runtime.txt", "dev.txt", "build.txt"])
def test_every_locked_package_has_a_hash(lock: str):
    text = (SERVER / "requirements" / lock).read_text()
    packages = re.split(r"\n(?=\S)", text.strip())
    assert [package for package in packages if "--hash=sha256:" not in package] == []
