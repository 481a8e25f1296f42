"""Liftosaur's CSV and JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fitfolio.imports.reading import ImportRefused

EXAMPLES = Path(__file__).parent / "examples"


def test_planned_sets_are_left_out_and_the_required_weight_stands_in(read):
    parsed = read((EXAMPLES / "liftosaur.csv").read_bytes())
    assert parsed.format == "liftosaur"
    deadlift, chin_up = parsed.workouts[0].exercises
    assert deadlift.name == "Romanian Deadlift, Barbell"
    assert deadlift.equipment_hint == "Barbell"
    assert deadlift.notes == "first line\nsecond line"
    assert [
        (row.kind, row.weight, row.weight_unit, row.reps, row.rpe) for row in deadlift.sets
    ] == [
        ("warm_up", 60, "kg", 5, None),
        ("working", 100, "kg", 5, 8.5),
    ]
    assert [(row.kind, row.weight, row.weight_unit) for row in chin_up.sets] == [
        ("amrap", 25, "lb")
    ]


def test_start_is_utc_and_the_end_is_the_last_set_unless_ticked_off_days_later(read):
    first, second = read((EXAMPLES / "liftosaur.csv").read_bytes()).workouts
    assert first.started_at == datetime(2026, 1, 5, 17, tzinfo=UTC)
    assert first.finished_at == datetime(2026, 1, 5, 17, 30, tzinfo=UTC)
    assert second.finished_at is None


def test_a_row_with_an_unreadable_date_is_listed(read):
    problems = read((EXAMPLES / "liftosaur.csv").read_bytes()).skipped
    assert [(problem.line, problem.code) for problem in problems] == [(9, "row.date")]


def test_the_json_backup_gives_the_same_workout_key_as_the_table(read):
    table = read((EXAMPLES / "liftosaur.csv").read_bytes())
    backup = read((EXAMPLES / "liftosaur.json").read_bytes())
    assert backup.format == "liftosaur_json"
    assert backup.workouts[0].source_key == table.workouts[0].source_key


def test_the_json_backup_keeps_kinds_names_and_completed_weights(read):
    parsed = read((EXAMPLES / "liftosaur.json").read_bytes())
    (workout,) = parsed.workouts
    assert [(found.name, found.notes) for found in workout.exercises] == [
        ("Romanian Deadlift, Leverage Machine", "slow"),
        ("Yoke Carry", ""),
    ]
    assert [
        (row.kind, row.weight, row.weight_unit, row.reps) for row in workout.exercises[0].sets
    ] == [
        ("warm_up", 60, "kg", 5),
        ("working", 102.5, "kg", 5),
        ("amrap", 225, "lb", 7),
    ]
    assert workout.finished_at == datetime(2026, 1, 5, 18, tzinfo=UTC)
    assert len(parsed.skipped) == 2


@pytest.mark.parametrize("text", ['{"history": 3}', '{"history": [', "{}"])
def test_json_without_a_history_is_refused(read, text):
    with pytest.raises(ImportRefused):
        read(text, format="liftosaur_json")
