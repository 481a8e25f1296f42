"""RepCount's table without units."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from fitfolio.imports.reading import ImportRefused

TEXT = (Path(__file__).parent / "examples" / "repcount.csv").read_text(encoding="utf-8")


def test_rows_of_one_start_and_name_are_a_workout_and_names_lose_their_trailing_blank(read):
    parsed = read(TEXT)
    assert parsed.format == "repcount"
    first, second = parsed.workouts
    assert (first.started_at, first.finished_at) == (
        datetime(2026, 1, 13, 9, 6),
        datetime(2026, 1, 13, 10, 2),
    )
    assert (first.title, first.bodyweight) == ("Legs", 185)
    assert [found.name for found in first.exercises] == ["Squat", "Assisted Dips", "Rowing Machine"]
    assert second.started_at == datetime(2026, 2, 5, 18)


def test_the_unit_is_asked_with_a_guess(read):
    parsed = read(TEXT)
    assert parsed.needs_unit
    assert parsed.guessed_unit == "lb"
    assert parsed.workouts[0].exercises[0].sets[0].weight_unit is None


def test_empty_rows_are_no_sets_and_assistance_stays_negative(read):
    squat, dips, _ = read(TEXT).workouts[0].exercises
    assert [(row.weight, row.reps, row.notes) for row in squat.sets] == [(225, 5, "low, slow")]
    assert [(row.weight, row.reps) for row in dips.sets] == [(-30, 8)]


def test_cardio_has_seconds_and_a_distance_whose_size_tells_its_unit(read):
    first, second = read(TEXT, unit="lb").workouts
    (rowing,) = first.exercises[2].sets
    (treadmill,) = second.exercises[0].sets
    assert (rowing.duration_s, rowing.distance, rowing.distance_unit) == (538, 2000, "m")
    assert (treadmill.duration_s, treadmill.distance, treadmill.distance_unit) == (1200, 2.5, "mi")
    (in_km,) = read(TEXT, unit="kg").workouts[1].exercises[0].sets
    assert in_km.distance_unit == "km"


def test_bad_rows_are_listed(read):
    broken = TEXT + "2/5/26 18:00,,,100,5,,,,,,,\n"
    assert [(problem.line, problem.code) for problem in read(broken).skipped] == [
        (7, "row.date"),
        (8, "row.no_exercise"),
    ]


def test_an_end_with_a_zone_cannot_be_compared_with_a_start_without_one(read):
    text = "Workout Start,Workout End,Exercise,Weight,Reps\n2026-01-13 09:06,2026-01-13T10:06:00Z,Squat,100,5\n"
    assert read(text).workouts[0].finished_at is None


def test_a_re_saved_copy_with_plainer_headers_is_still_read(read):
    text = "Start,End,Exercise,Weight,Reps\n2026-01-13 09:06,2026-01-13 10:06,Squat,100,5\n"
    assert read(text).format == "repcount"


def test_another_table_is_refused(read):
    with pytest.raises(ImportRefused):
        read("a,b\n1,2\n", format="repcount")
