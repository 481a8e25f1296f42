"""LiftLog's plain-text CSV and JSON."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from fitfolio.imports.reading import ImportRefused

EXAMPLES = Path(__file__).parent / "examples"
CSV = (EXAMPLES / "liftlog.csv").read_text(encoding="utf-8")
JSON = (EXAMPLES / "liftlog.json").read_text(encoding="utf-8")
SYDNEY = timezone(timedelta(hours=11))


def test_the_table_keeps_units_notes_and_the_moment_with_its_offset(read):
    parsed = read(CSV)
    assert parsed.format == "liftlog"
    first = parsed.workouts[0]
    squat, crunch = first.exercises
    assert [(row.weight, row.weight_unit, row.reps) for row in squat.sets] == [
        (102.5, "kg", 5),
        (225, "lb", 4),
    ]
    assert (squat.notes, crunch.sets[0].weight) == ("belt", None)
    assert first.started_at == datetime(2026, 1, 5, 12, 34, 32, 245000, SYDNEY)
    assert first.finished_at == datetime(2026, 1, 5, 12, 50, tzinfo=SYDNEY)
    assert first.source_key == "liftlog:395b0272-1341-458c-8c4b-664237e77d5c"


def test_an_older_table_prints_local_times(read):
    parsed = read(CSV)
    assert parsed.workouts[1].started_at == datetime(2026, 1, 3, 10, 45, 6)
    assert parsed.needs_time_zone


def test_bad_rows_of_the_table_are_listed(read):
    assert [(problem.line, problem.code) for problem in read(CSV).skipped] == [
        (6, "row.date"),
        (7, "row.no_exercise"),
    ]


def test_json_keeps_supersets_cardio_and_body_weight_and_leaves_planned_sets_out(read):
    parsed = read(JSON)
    assert parsed.format == "liftlog"
    (workout,) = parsed.workouts
    squat, chin_up, rowing = workout.exercises
    assert [(row.weight, row.weight_unit, row.reps) for row in squat.sets] == [(102.5, "kg", 5)]
    assert [found.superset for found in workout.exercises] == [1, 1, None]
    assert (chin_up.sets[0].weight, chin_up.sets[0].weight_unit) == (10, "lb")
    (row,) = rowing.sets
    assert (row.duration_s, row.distance, row.distance_unit) == (330, 1.2, "km")
    assert (workout.title, workout.notes, workout.bodyweight, workout.bodyweight_unit) == (
        "Workout A",
        "easy",
        84.2,
        "kg",
    )
    assert [problem.code for problem in parsed.skipped] == ["row.nothing_done"]


def test_json_and_table_know_the_same_workout_by_the_same_key(read):
    assert read(JSON).workouts[0].source_key == read(CSV).workouts[0].source_key


def test_one_object_a_line_and_one_wrapped_object_read_alike(read):
    wrapped = read('{"sessions": ' + JSON + "}")
    lines = read("\n".join(json.dumps(session) for session in json.loads(JSON)))
    assert wrapped.workouts == lines.workouts == read(JSON).workouts


def test_an_unreadable_line_of_sessions_is_listed(read):
    text = "\n".join([*(json.dumps(session) for session in json.loads(JSON)), '{"id": "cut o'])
    assert [problem.code for problem in read(text).skipped] == [
        "row.unreadable",
        "row.nothing_done",
    ]


def test_sets_ticked_off_on_another_day_do_not_move_the_session(read):
    (workout,) = read(JSON.replace('"date": "2026-01-05"', '"date": "2025-12-05"')).workouts
    assert (workout.started_at.date(), workout.has_time) == (date(2025, 12, 5), False)


@pytest.mark.parametrize("text", ["[1, 2]", "{", '[{"recordedExercises": 3}]'])
def test_json_without_sessions_is_refused(read, text):
    with pytest.raises(ImportRefused):
        read(text, format="liftlog")
