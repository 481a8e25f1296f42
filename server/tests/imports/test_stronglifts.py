"""StrongLifts' current export, one row per exercise."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from fitfolio.imports.reading import ImportRefused

EXAMPLES = Path(__file__).parent / "examples"
TEXT = (EXAMPLES / "stronglifts.csv").read_text(encoding="utf-8")


def test_sets_lie_side_by_side_and_the_column_states_the_unit(read):
    parsed = read(TEXT)
    assert parsed.format == "stronglifts"
    (squat,) = parsed.workouts[0].exercises
    assert [(row.weight, row.weight_unit, row.reps) for row in squat.sets] == [
        (225, "lb", 5),
        (225, "lb", 4),
    ]


def test_times_title_notes_and_body_weight(read):
    first, second = read(TEXT).workouts
    assert (first.started_at, first.finished_at) == (
        datetime(2026, 1, 5, 19, 37),
        datetime(2026, 1, 5, 20, 37),
    )
    assert (first.title, first.notes) == ("Workout A · 5×5", "Felt good")
    assert (first.bodyweight, first.bodyweight_unit) == (185, "lb")
    assert (second.has_time, second.finished_at) == (False, None)


def test_a_workout_has_the_same_key_as_in_the_old_spreadsheet(read):
    old = read((EXAMPLES / "stronglifts_old.csv").read_bytes())
    current = read(TEXT.replace("2026/01/05", "2026/01/13"))
    assert current.workouts[0].source_key == old.workouts[0].source_key


def test_a_timed_set_has_seconds_and_no_repetitions(read):
    text = (
        "Date (yyyy/mm/dd),Workout,Exercise,Set 1 (Reps), Set 1 (KG), Set 1 (Time),Set 2 (Reps), Set 2 (KG), Set 2 (LB)\n"
        "2026/01/05,1,Plank,,,0:45,,,\n"
        "2026/01/05,1,Squat,,,,5,60,135\n"
        "2026/01/05,1,,,,,5,60,135\n"
    )
    parsed = read(text, unit="lb")
    plank, squat = parsed.workouts[0].exercises
    assert [(row.duration_s, row.reps) for row in plank.sets] == [(45, None)]
    assert [(row.weight, row.weight_unit) for row in squat.sets] == [(135, "lb")]
    assert [problem.code for problem in parsed.skipped] == ["row.no_exercise"]


def test_a_row_with_an_unreadable_date_is_listed(read):
    assert [(problem.line, problem.code) for problem in read(TEXT).skipped] == [(5, "row.date")]


def test_another_table_is_refused(read):
    with pytest.raises(ImportRefused):
        read("Date,Exercise,Reps\n2026-01-05,Squat,5\n", format="stronglifts")
