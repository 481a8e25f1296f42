"""StrongLifts' old spreadsheet with exercises side by side."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from fitfolio.imports.reading import ImportRefused

EXAMPLE = Path(__file__).parent / "examples" / "stronglifts_old.csv"


def test_a_row_is_a_workout_and_its_day_is_judged_over_the_column(read):
    parsed = read(EXAMPLE.read_bytes())
    assert parsed.format == "stronglifts_old"
    first, second = parsed.workouts
    assert (first.started_at, second.started_at) == (datetime(2026, 1, 13), datetime(2026, 1, 2))
    assert (first.title, first.notes, first.has_time) == ("Workout A", "good, fast", False)


def test_kilograms_count_unless_only_pounds_are_filled(read):
    squat, bench = read(EXAMPLE.read_bytes()).workouts[0].exercises
    assert {(row.weight, row.weight_unit) for row in squat.sets} == {(100, "kg")}
    assert [(row.weight, row.weight_unit, row.reps) for row in bench.sets] == [
        (165, "lb", 5),
        (165, "lb", 5),
    ]


def test_the_person_may_say_that_the_pounds_were_lifted(read):
    squat = read(EXAMPLE.read_bytes(), unit="lb").workouts[0].exercises[0]
    assert {(row.weight, row.weight_unit) for row in squat.sets} == {(220, "lb")}


def test_empty_and_zero_counts_are_no_sets_and_accessories_lie_beyond_the_header(read):
    squat, deadlift, dips = read(EXAMPLE.read_bytes()).workouts[1].exercises
    assert [row.reps for row in squat.sets] == [5, 5]
    assert [row.reps for row in deadlift.sets] == [5]
    assert [(row.reps, row.weight) for row in dips.sets] == [(8, None), (8, None)]


def test_body_weight_carries_its_unit_in_the_cell_or_in_the_column(read):
    in_cell = read(EXAMPLE.read_bytes()).workouts
    assert [(workout.bodyweight, workout.bodyweight_unit) for workout in in_cell] == [
        (84.5, "kg"),
        (183, "lb"),
    ]
    in_column = read(
        "Date,Note,Body Weight (KG),Body Weight (LB),Exercise 1,Weight (KG),Weight (LB),Set 1\n"
        "13/01/26,,,183,Squat,100,,5\n"
    ).workouts[0]
    assert (in_column.bodyweight, in_column.bodyweight_unit) == (183, "lb")


def test_a_row_without_a_date_is_listed(read):
    assert [(problem.line, problem.code) for problem in read(EXAMPLE.read_bytes()).skipped] == [
        (4, "row.date")
    ]


def test_another_table_is_refused(read):
    with pytest.raises(ImportRefused):
        read("Date,Exercise 1\n13/01/26,Squat\n", format="stronglifts_old")
