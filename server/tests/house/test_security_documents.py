"""Every test that a document about security names exists, and no row is without one."""

from __future__ import annotations

import re

import pytest

from tests.house.test_documents import ROOT

FOLDER = ROOT / "docs" / "security"
NAMED = re.compile(r"`([\w./-]+\.(?:py|tsx?))(?:::([^`]+))?`")
ROW = re.compile(r"^\| [\d#].*\|$", re.MULTILINE)


def missing(text: str) -> list[str]:
    """What is named and is not there."""
    lost = []
    for path, test in NAMED.findall(text):
        file = ROOT / path if path.startswith("web/") else ROOT / "server" / "tests" / path
        source = file.read_text(encoding="utf-8") if file.is_file() else ""
        wanted = f"def {test}(" if path.endswith(".py") else f'"{test}"'
        if not source or (test and wanted not in source):
            lost.append(f"{path}::{test}")
    return lost


@pytest.mark.parametrize(("name", "rows"), [("asvs.md", 62), ("earlier-defects.md", 26)])
def test_every_row_names_tests_that_exist(name: str, rows: int):
    text = (FOLDER / name).read_text(encoding="utf-8")
    found = [row for row in ROW.findall(text) if not row.startswith("| # ")]
    assert len(found) == rows
    for row in found:
        shown_by = row.rstrip("| ").rpartition(" | ")[2]
        assert NAMED.search(shown_by), row
        assert missing(shown_by) == []


def test_a_name_of_nothing_is_noticed():
    assert missing("`attack/test_races.py::test_nothing`") == ["attack/test_races.py::test_nothing"]
    assert missing("`attack/nothing.py`") == ["attack/nothing.py::"]
    assert missing("`web/e2e/sign-in.spec.ts::nothing`") == ["web/e2e/sign-in.spec.ts::nothing"]
