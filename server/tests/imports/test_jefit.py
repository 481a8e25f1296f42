"""JEFIT's export of many tables."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fitfolio.imports.formats import jefit
from fitfolio.imports.formats.jefit_sets import read_logs
from fitfolio.imports.model import ParsedExercise, ParsedFile, ParseOptions
from fitfolio.imports.reading import open_source

EXAMPLE = Path(__file__).parent / "examples" / "jefit.csv"


@pytest.fixture
def parsed(read) -> ParsedFile:
    return read(EXAMPLE.read_bytes())


def block(parsed: ParsedFile, workout: int, name: str) -> ParsedExercise:
    return next(found for found in parsed.workouts[workout].exercises if found.name == name)


def test_a_day_of_logs_is_one_workout_with_loads_in_the_unit_of_the_settings(parsed):
    assert parsed.format == "jefit"
    assert [workout.source_key for workout in parsed.workouts] == [
        "jefit:2026-01-02",
        "jefit:2026-01-04",
    ]
    bench = block(parsed, 0, "Barbell Bench Press")
    assert [(row.weight, row.weight_unit, row.reps) for row in bench.sets] == [
        (45, "lb", 10),
        (135, "lb", 5),
        (135.5, "lb", 5),
    ]
    assert not parsed.needs_unit


def test_set_logs_give_kinds_and_times_only_where_they_tell_the_same_repetitions(parsed):
    bench = block(parsed, 0, "Barbell Bench Press")
    assert [row.kind for row in bench.sets] == ["warm_up", "working", "working"]
    assert bench.sets[0].logged_at == datetime(2026, 1, 2, 17, 1, 40, tzinfo=UTC)
    disagreeing = parsed.workouts[1].exercises[1]
    assert [(row.kind, row.reps) for row in disagreeing.sets] == [("working", 3)]


def test_an_empty_name_is_found_by_its_id_and_list(parsed):
    assert [found.name for found in parsed.workouts[1].exercises] == [
        "Pull Up",
        "Barbell Bench Press",
        "Belt Squat (home)",
        "exercise #4711",
        "Barbell Row",
    ]


def test_timed_groups_are_kept_as_a_note_and_five_bodyweight_sets_as_sets(parsed):
    assert "Plank: 40 s, 35 s" in parsed.workouts[0].notes
    pull_up = block(parsed, 1, "Pull Up")
    assert [(row.weight, row.reps) for row in pull_up.sets] == [
        (None, 12),
        (None, 10),
        (None, 8),
        (None, 8),
        (None, 6),
    ]


def test_cardio_with_calories_and_distance_is_not_five_sets_of_repetitions():
    assert read_logs("0x120,0x1.5,0x6,0x0,0x900", is_cardio=False).seconds == [900]
    assert read_logs("0x30,0x2,0x6,0x0,0x250", is_cardio=True).seconds == [250]


def test_notes_go_to_their_exercise_or_to_the_day(parsed):
    assert block(parsed, 0, "Barbell Bench Press").notes == "pause, then press"
    assert "Session: felt strong" in parsed.workouts[0].notes


def test_unreadable_rows_and_tokens_are_listed_and_zero_repetitions_are_no_set(parsed):
    assert [row.reps for row in block(parsed, 1, "Barbell Row").sets] == [5]
    assert {problem.code for problem in parsed.skipped} == {
        "row.timed",
        "row.bad_number",
        "row.date",
    }


def test_session_times_count_only_on_the_lifters_own_day():
    source = open_source(EXAMPLE.read_bytes())
    in_utc = jefit.parse(source, ParseOptions())
    in_new_york = jefit.parse(source, ParseOptions(time_zone="America/New_York"))
    assert [workout.has_time for workout in in_utc.workouts] == [True, False]
    assert [workout.has_time for workout in in_new_york.workouts] == [True, True]
    assert in_new_york.workouts[1].started_at.hour == 21
    assert in_new_york.workouts[1].finished_at is not None
    assert [workout.source_key for workout in in_new_york.workouts] == [
        w.source_key for w in in_utc.workouts
    ]


def test_an_unknown_time_zone_reads_as_utc():
    parsed = jefit.parse(open_source(EXAMPLE.read_bytes()), ParseOptions(time_zone="Mars/Olympus"))
    assert parsed.workouts[0].started_at == datetime(2026, 1, 2, 17, tzinfo=UTC)


def test_body_values_come_with_the_units_of_the_settings(parsed):
    assert {(row.metric, row.value, row.unit) for row in parsed.measurements} == {
        ("weight", 180, "lb"),
        ("waist", 33.5, "in"),
        ("arms", 14, "in"),
    }


def test_without_settings_the_unit_is_asked(read):
    text = EXAMPLE.read_text().replace('" lbs"', '""')
    parsed = read(text)
    assert parsed.needs_unit
    assert parsed.guessed_unit is not None


def test_set_logs_stand_in_for_an_empty_log_text(read):
    text = EXAMPLE.read_text().replace('"45x10,135x5,135.5x5"', '""')
    bench = read(text).workouts[0].exercises[0]
    assert [(row.weight, row.weight_unit, row.kind) for row in bench.sets] == [
        (45, "lb", "warm_up"),
        (135, "lb", "working"),
        (135.5, "lb", "working"),
    ]
