"""`fitfolio import`: what it prints and what it leaves behind."""

from __future__ import annotations

import json

import pytest

from fitfolio.cli import main
from tests.imports.test_service import STRONG

EMAIL = "ada@example.org"


@pytest.fixture
def home(monkeypatch, tmp_path, capsys):
    for name in ("FITFOLIO_DATABASE_URL", "FITFOLIO_PUBLIC_URL", "FITFOLIO_HOST", "FITFOLIO_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FITFOLIO_DATA_DIR", str(tmp_path / "data"))
    assert main(["user", "create", EMAIL]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.fixture
def bring_in(home, capsys):
    """`bring_in(text, *arguments)` → the object that `--json` prints."""

    def run(text: str, *arguments: str) -> dict:
        path = home / "export.csv"
        path.write_text(text, encoding="utf-8")
        assert main(["import", str(path), "--user", EMAIL, "--json", *arguments]) == 0
        return json.loads(capsys.readouterr().out)

    return run


def exported(capsys) -> str:
    assert main(["export", "--user", EMAIL]) == 0
    return capsys.readouterr().out


def test_the_same_file_again_leaves_the_export_byte_for_byte(home, bring_in, capsys):
    first = bring_in(STRONG, "--unit", "lb")
    assert (first["sets_added"], first["created_exercises"], first["matched_exercises"]) == (
        5,
        1,
        2,
    )
    before = exported(capsys)
    for unit in ("lb", "kg"):
        again = bring_in(STRONG, "--unit", unit)
        assert (again["sets_added"], again["duplicates_skipped"]) == (0, 2)
        assert (again["created_exercises"], again["matched_exercises"]) == (0, 3)
        assert exported(capsys) == before


ANDROID = """Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration
2024-01-01 18:00:00;"A";"Bench Press (Barbell)";1;135.0;lbs;5;;0.0;;0;;;1h
"""


@pytest.mark.parametrize(
    ("text", "arguments", "unit", "assumed"),
    [
        (STRONG, [], None, "lb"),
        (STRONG, ["--unit", "lb"], "lb", None),
        (STRONG, ["--unit", "kg"], "kg", None),
        (ANDROID, [], "lb", None),
        (ANDROID.replace(";135.0;lbs;", ";60;kg;"), [], "kg", None),
        (ANDROID + ANDROID.splitlines()[1].replace(";135.0;lbs;", ";60;kg;"), [], "mixed", None),
        (ANDROID.replace(";135.0;lbs;", ";;;"), [], None, None),
    ],
)
def test_the_unit_is_that_of_the_file(bring_in, text, arguments, unit, assumed):
    report = bring_in(text, "--dry-run", *arguments)
    assert (report["unit"], report["unit_assumed"]) == (unit, assumed)
