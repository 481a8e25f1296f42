"""Choosing the format, and files that are none."""

from __future__ import annotations

import gzip
import sqlite3

import pytest

from fitfolio.imports import records
from fitfolio.imports.detect import FORMATS, find_format, format_names
from fitfolio.imports.reading import ImportRefused, open_source

HEVY_ROW = '"A","{}","","","Squat",,"",0,"normal",80,5,,,\n'
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",'
    '"set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
)


def refusal(read, content: str | bytes, **options) -> str:
    with pytest.raises(ImportRefused) as caught:
        read(content, **options)
    return caught.value.code


def test_every_format_has_its_own_name_and_a_label():
    assert len(set(format_names())) == len(FORMATS)
    assert all(module.LABEL for module in FORMATS)


def test_the_file_name_plays_no_part_and_archives_are_looked_into(read, tmp_path):
    path = tmp_path / "picture.png"
    path.write_bytes(gzip.compress((HEVY + HEVY_ROW.format("28 Mar 2025, 17:29")).encode()))
    assert find_format(open_source(path).inner).NAME == "hevy"
    assert read(path.read_bytes()).format == "hevy"


def test_a_named_format_overrules_the_guess(read):
    assert refusal(read, HEVY, format="fitbod") == "import.unknown_format"
    assert refusal(read, HEVY, format="nonsense") == "import.unknown_format"
    assert read("a,b,c\n1,2,3\n", format="generic_csv").needs_columns == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("Dear diary, today I lifted.\nIt was heavy.\n", "import.unknown_format"),
        ('{"a": 1}', "import.unknown_format"),
        ("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "import.xml_refused"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "import.binary"),
        (HEVY, "import.empty"),
        (HEVY + HEVY_ROW.format("yesterday"), "import.nothing_readable"),
        (HEVY + HEVY_ROW.format("28 Mar 1925, 17:29"), "import.nothing_readable"),
    ],
)
def test_what_is_no_training_log_gets_a_clear_refusal(read, content: str | bytes, code: str):
    assert refusal(read, content) == code


def test_an_unknown_database_is_refused_as_binary(read):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE people(name TEXT)")
    data = bytes(connection.serialize())
    connection.close()
    assert refusal(read, data) == "import.binary"


def test_formula_cells_stay_text(read):
    row = '"A","28 Mar 2025, 17:29","","","=HYPERLINK(""http://x"")",,"@cmd",0,"normal",=1+1,5,,,\n'
    block = read(HEVY + row).workouts[0].exercises[0]
    assert (block.name, block.notes) == ('=HYPERLINK("http://x")', "@cmd")
    assert block.sets[0].weight is None


def test_notes_of_an_exercise_without_sets_go_to_the_workout(read):
    strong = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    row = "2024-03-01 18:00:05,A,1h,{},{},{},{},0,0,{},,\n"
    parsed = read(
        strong
        + row.format("Squat", 1, 100, 5, "")
        + row.format("Bench", "Note", "", "", "shoulder hurts") * 2
    )
    assert [block.name for block in parsed.workouts[0].exercises] == ["Squat"]
    assert parsed.workouts[0].notes == "Bench: shoulder hurts\nshoulder hurts"


def test_the_name_of_an_app_stands_for_all_its_files(read):
    assert (
        read("date,weight_kg,waist_in,neck_in\n2024-01-01,80,,\n", format="hevy").format
        == "hevy_measurements"
    )


def test_nutrition_tables_are_not_taken_for_body_measurements(read):
    assert read("Date,Fat (g),Weight (kg)\n2024-01-01,50,80\n").format == "generic_csv"


def test_an_endless_file_is_refused(read, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(records, "MAX_LINES", 1_000)
    assert refusal(read, HEVY + "\n" * 1_000) == "import.too_many_rows"
