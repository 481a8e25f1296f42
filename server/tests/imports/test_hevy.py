"""Hevy workouts and measurements."""

from __future__ import annotations

from datetime import datetime

import pytest

from fitfolio.imports.model import ParsedFile, ParsedSet
from fitfolio.imports.reading import ImportRefused

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",'
    '"set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)
FILE = f"""{HEADER}
"Evening 💪","28 Mar 2025, 17:29","28 Mar 2025, 18:40","good
day","Bench Press (Barbell)",0,"elbows in",0,"warmup",40,10,,,
"Evening 💪","28 Mar 2025, 17:29","28 Mar 2025, 18:40","good
day","Bench Press (Barbell)",0,"elbows in",1,"normal",80.5,5,,,8.5
"Evening 💪","28 Mar 2025, 17:29","28 Mar 2025, 18:40","good
day","Row (Barbell)",0,"",0,"dropset",60,8,,,
"Evening 💪","28 Mar 2025, 17:29","28 Mar 2025, 18:40","good
day","Pull Up",,"",0,"failure",,9,,,
"Evening 💪","28 Mar 2025, 17:29","28 Mar 2025, 18:40","good
day","Running",,"",0,"normal",,,2.5,900,
"Evening 💪","27 Mar 2025, 7:05","27 Mar 2025, 7:55","","Plank",,"",0,"normal",,,,60,
"""


def all_sets(parsed: ParsedFile) -> list[ParsedSet]:
    return [row for workout in parsed.workouts for block in workout.exercises for row in block.sets]


def test_a_row_is_a_set_of_its_workout_and_block(read):
    parsed = read(FILE)
    assert (parsed.format, parsed.needs_unit, parsed.needs_time_zone) == ("hevy", False, True)
    evening, morning = parsed.workouts
    assert (evening.title, evening.notes) == ("Evening 💪", "good\nday")
    assert (evening.started_at, evening.finished_at) == (
        datetime(2025, 3, 28, 17, 29),
        datetime(2025, 3, 28, 18, 40),
    )
    assert morning.source_key == "hevy:2025-03-27T07:05:00:evening 💪"
    bench, row, pull_up, run = evening.exercises
    assert (bench.superset, row.superset, pull_up.superset) == (1, 1, None)
    assert bench.notes == "elbows in"
    assert [item.kind for item in all_sets(parsed)] == [
        "warm_up",
        "working",
        "drop",
        "failure",
        "working",
        "working",
    ]
    assert (bench.sets[1].weight, bench.sets[1].weight_unit, bench.sets[1].rpe) == (80.5, "kg", 8.5)
    assert (pull_up.sets[0].weight, pull_up.sets[0].reps) == (None, 9)
    assert (run.sets[0].distance, run.sets[0].distance_unit, run.sets[0].duration_s) == (
        2.5,
        "km",
        900,
    )
    assert bench.sets[1].line == 4


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_re_saved_copy_with_another_delimiter_and_bare_header_means_the_same(
    read, delimiter: str
):
    cells = [
        HEADER.replace('"', "").split(","),
        [
            "A",
            "28 Mar 2025, 17:29",
            "28 Mar 2025, 18:40",
            "",
            "Bench",
            "",
            "",
            "0",
            "normal",
            "80,5",
            "5",
            "",
            "",
            "",
        ],
    ]
    parsed = read("\r\n".join(delimiter.join(row) for row in cells))
    assert (all_sets(parsed)[0].weight, all_sets(parsed)[0].reps) == (80.5, 5)


def test_weight_and_distance_units_are_independent(read):
    parsed = read(FILE.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles"))
    assert all_sets(parsed)[0].weight_unit == "lb"
    assert all_sets(parsed)[4].distance_unit == "mi"


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("5 Mai 2026, 07:34", datetime(2026, 5, 5, 7, 34)),
        ("11 Nis 2025, 17:29", datetime(2025, 4, 11, 17, 29)),
        ("25 dic 2024, 17:29", datetime(2024, 12, 25, 17, 29)),
        ("Jun 11, 2026, 1:01\u202fPM", datetime(2026, 6, 11, 13, 1)),
        ("2025-03-28 17:29:00", datetime(2025, 3, 28, 17, 29)),
        ("28/03/2025 17:29", datetime(2025, 3, 28, 17, 29)),
        ("3/28/2025 17:29", datetime(2025, 3, 28, 17, 29)),
    ],
)
def test_dates_come_in_the_language_of_the_phone(read, printed: str, moment: datetime):
    assert read(FILE.replace("27 Mar 2025, 7:05", printed)).workouts[1].started_at == moment


def test_iso_dates_with_an_offset_state_the_zone(read):
    iso = FILE
    for printed, stated in (
        ("28 Mar 2025, 17:29", "2025-03-28T17:29:00+01:00"),
        ("28 Mar 2025, 18:40", "2025-03-28T18:40:00+01:00"),
        ("27 Mar 2025, 7:05", "2025-03-27T07:05:00+01:00"),
        ("27 Mar 2025, 7:55", "2025-03-27T07:55:00+01:00"),
    ):
        iso = iso.replace(printed, stated)
    parsed = read(iso)
    assert not parsed.needs_time_zone
    assert parsed.workouts[0].source_key.startswith("hevy:2025-03-28T16:29:00Z")


def test_a_file_of_2023_has_no_superset_column(read):
    lines = [
        HEADER.replace('"superset_id",', ""),
        '"A","28 Mar 2023, 17:29","28 Mar 2023, 18:40","","Bench","",0,"normal",80,5,,,',
    ]
    assert all_sets(read("\n".join(lines)))[0].weight == 80


def test_the_same_exercise_twice_makes_two_blocks(read):
    row = '"A","28 Mar 2025, 17:29","28 Mar 2025, 18:40","","Bench",,"",{},"normal",80,5,,,\n'
    parsed = read(HEADER + "\n" + "".join(row.format(index) for index in (0, 1, 0)))
    assert [len(block.sets) for block in parsed.workouts[0].exercises] == [2, 1]


def test_an_unstated_unit_is_asked_with_a_guess(read):
    parsed = read(FILE.replace("weight_kg", "weight"))
    assert (parsed.needs_unit, parsed.guessed_unit) == (True, "kg")


def test_commas_that_lost_their_quotes_are_put_back(read):
    row = "Push, heavy,2025-03-28 17:29:00,2025-03-28 18:29:00,,Bench,,,0,normal,80,5,,,\n"
    parsed = read(HEADER.replace('"', "") + "\n" + row)
    assert (parsed.workouts[0].title, all_sets(parsed)[0].reps) == ("Push, heavy", 5)
    note = "Push,2025-03-28 17:29:00,2025-03-28 18:29:00,,Bench,,slow, strict,0,normal,80,5,,,\n"
    assert (
        read(HEADER.replace('"', "") + "\n" + note).workouts[0].exercises[0].notes == "slow, strict"
    )


def test_bad_rows_are_listed_and_the_rest_is_read(read):
    parsed = read(
        FILE
        + '"A","yesterday","","","Squat",,"",0,"normal",1,1,,,\n"A","27 Mar 2025, 7:05","x","",""\n"A"\n'
    )
    assert [problem.code for problem in parsed.skipped] == [
        "row.date",
        "row.no_exercise",
        "row.too_short",
    ]
    assert len(all_sets(parsed)) == 6


def test_measurements_keep_their_units_and_empty_cells_are_not_measured(read):
    parsed = read(
        '"date","weight_kg","fat_percent","neck_in","waist_in","left_bicep_in"\n'
        '"14 Jan 2025, 00:00",78.7,,,,\n'
        '"19 Jan 2025, 00:00",79.4,22.3,,34,14.5\n'
        '"someday",79.4,,,,\n'
    )
    assert parsed.format == "hevy_measurements"
    assert [(item.metric, item.value, item.unit) for item in parsed.measurements] == [
        ("weight", 78.7, "kg"),
        ("weight", 79.4, "kg"),
        ("body_fat", 22.3, "%"),
        ("waist", 34, "in"),
        ("left_biceps", 14.5, "in"),
    ]
    assert [problem.line for problem in parsed.skipped] == [4]


@pytest.mark.parametrize(
    "name",
    ["hevy", "hevy_measurements", "strong", "fitnotes", "fitbod", "gravitus", "gravl", "gymrun"],
)
def test_a_format_that_was_asked_for_but_is_not_there_is_refused(read, name: str):
    with pytest.raises(ImportRefused) as caught:
        read("a,b,c\n1,2,3\n", format=name)
    assert caught.value.code == "import.unknown_format"
