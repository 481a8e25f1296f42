"""The programs of the library ask for what their authors published; cases worked out without the engine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fitfolio.programs.catalogue import load_programs
from tests.training.programs.program_calls import program_preview

FOLDER = Path(__file__).parents[4] / "conformance" / "programs"
FILES = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}
CASES = [
    pytest.param(slug, case, id=f"{slug}: {case['name']}")
    for slug, file in FILES.items()
    for case in file["cases"]
]


@pytest.mark.parametrize(("slug", "case"), CASES)
def test_a_program_asks_for_what_was_published(slug: str, case: dict[str, Any]):
    enrolment = {"unit": case["unit"], "starts": case["starts"]}
    results = {int(number): given for number, given in case.get("results", {}).items()}
    text = load_programs()[slug].text
    actual = program_preview(text, case["step"], enrolment, case["weeks"], results)
    assert actual is not None
    for number, (ours, published) in enumerate(zip(actual, case["expected"], strict=False), 1):
        assert ours == published, f"session {number}"
    assert len(actual) == len(case["expected"])


def test_every_program_of_the_library_has_its_cases():
    assert FILES.keys() == load_programs().keys()
