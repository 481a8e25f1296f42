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


WHOOP = "Cycle start time,Recovery score %,Resting heart rate (bpm)\n2024-01-01 18:00:00,50,60\n"
TABLE = "Tag;Bewegung;Last;Anzahl\n2024-01-01;Kniebeuge;100;5\n2024-01-02;Bankdrücken;80;6\n"


def refused(home, capsys, text: str, *arguments: str) -> tuple[int, str]:
    path = home / "export.csv"
    path.write_text(text, encoding="utf-8")
    code = main(["import", str(path), "--user", EMAIL, *arguments])
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return code, captured.err


def test_a_table_of_no_known_app_is_refused_with_its_columns_and_the_way_out(home, capsys):
    code, error = refused(home, capsys, WHOOP)
    assert code == 1
    assert "no export of a training app that FitFolio knows" in error
    assert "“Cycle start time”, “Recovery score %”, “Resting heart rate (bpm)”" in error
    assert "--column exercise=NAME" in error


def test_a_table_of_many_columns_names_the_first(home, capsys):
    many = ",".join(f"c{at}" for at in range(30))
    _, error = refused(home, capsys, f"{many}\n{many}\n")
    assert "“c11” and 18 more" in error


def test_columns_are_said_on_the_command_line(bring_in):
    said = ["--column", "exercise=Bewegung", "--column", "weight=Last", "--column", "reps = Anzahl"]
    report = bring_in(TABLE, "--unit", "kg", *said)
    assert (report["format"], report["sets"], report["loaded_sets"]) == ("generic_csv", 2, 2)
    assert report["tonnage_kg"] == 980.0
    assert bring_in(TABLE, "--unit", "kg", *said)["sets_added"] == 0


@pytest.mark.parametrize(
    ("arguments", "words", "exit_code"),
    [
        (["--column", "Bewegung"], "--column takes FIELD=NAME, where FIELD is one of: date, ", 2),
        (["--column", "lift=Bewegung"], "--column takes FIELD=NAME", 2),
        (["--column", "exercise=Nope"], "The file has no column “Nope” to read as exercise.", 1),
        (["--column", "exercise=Bewegung", "--format", "strong"], "does not go with --format", 2),
    ],
)
def test_wrong_columns_are_one_sentence(home, capsys, arguments, words, exit_code):
    code, error = refused(home, capsys, TABLE, *arguments)
    assert code == exit_code
    assert words in error


def test_a_disk_that_fills_up_leaves_the_account_as_it_was(home, capsys, monkeypatch):
    from fitfolio.imports import taking

    bring = taking._insert_provenance

    def fill(conn, entries):
        # As a full disk: no page more than the database has now.
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        bring(conn, ({**entry, "set_keys": "x" * 100_000} for entry in entries))

    monkeypatch.setattr(taking, "_insert_provenance", fill)
    before = exported(capsys)
    code, error = refused(home, capsys, STRONG)
    assert (code, error) == (1, "fitfolio: The server's disk is full; nothing was changed.\n")
    monkeypatch.undo()
    monkeypatch.setenv("FITFOLIO_DATA_DIR", str(home / "data"))
    assert exported(capsys) == before
