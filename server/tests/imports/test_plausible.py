"""What is believed of an imported log, and the counts that are printed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fitfolio.imports.keys import source_key
from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedMeasurement,
    ParsedSet,
    ParsedWorkout,
)
from fitfolio.imports.plausible import apply_plausibility, flag_set
from fitfolio.imports.summary import summarise
from fitfolio.imports.units import guess_unit, is_converted

TODAY = date(2026, 11, 23)


def file_of(
    *sets: ParsedSet, start: datetime = datetime(2024, 1, 1, 18), name: str = "Squat"
) -> ParsedFile:
    workout = ParsedWorkout(start, "key", 2, exercises=[ParsedExercise(name, list(sets))])
    return ParsedFile("strong", [workout])


@pytest.mark.parametrize(
    ("row", "exercise"),
    [
        (ParsedSet(1, weight=40, weight_unit="kg", reps=877_777), "Pull Up (Assisted)"),
        (ParsedSet(1, reps=3_310), "Push Up"),
        (ParsedSet(1, reps=1_000), "Push Up"),
        (ParsedSet(1, reps=-1), "Push Up"),
        (ParsedSet(1, weight=1_340, weight_unit="kg", reps=6), "Squat (Barbell)"),
        (ParsedSet(1, weight=1_610, weight_unit="kg"), "Chest Dip"),
        (ParsedSet(1, weight=2_956, weight_unit="lb", reps=6), "Squat (Barbell)"),
        (ParsedSet(1, weight=1_200, weight_unit="kg", reps=6), "Leg Press"),
        (ParsedSet(1, duration_s=90_000), "Plank"),
        (ParsedSet(1, distance=900, distance_unit="km"), "Run"),
    ],
)
def test_typing_errors_are_flagged(row: ParsedSet, exercise: str):
    problem = flag_set(row, None, exercise)
    assert problem is not None
    assert problem.line == 1
    assert problem.code.startswith("set.")
    assert problem.reason.endswith("not believable.")


@pytest.mark.parametrize(
    ("row", "exercise"),
    [
        (ParsedSet(1, weight=320, weight_unit="kg", reps=10), "Leg Press"),
        (ParsedSet(1, weight=700, weight_unit="kg", reps=5), "Sled Leg Press"),
        (ParsedSet(1, weight=405, weight_unit="kg", reps=1), "Deadlift"),
        (ParsedSet(1, weight=1_000, weight_unit="lb", reps=8), "Hip Thrust"),
        (ParsedSet(1, reps=100), "Push Up"),
        (ParsedSet(1, weight=-40, weight_unit="kg", reps=8), "Chin Up"),
        (ParsedSet(1, duration_s=4 * 3600, distance=42.2, distance_unit="km"), "Running"),
        (ParsedSet(1), "Squat"),
    ],
)
def test_hard_but_real_sets_are_believed(row: ParsedSet, exercise: str):
    assert flag_set(row, None, exercise) is None


def test_the_unit_of_the_person_counts_where_the_set_states_none():
    assert flag_set(ParsedSet(1, weight=1_000, reps=5), "lb") is None
    assert flag_set(ParsedSet(1, weight=1_000, reps=5), "kg") is not None


def test_flagged_sets_stay_and_carry_their_flag():
    parsed = file_of(
        ParsedSet(3, weight=100, weight_unit="kg", reps=877_777),
        ParsedSet(4, weight=100, weight_unit="kg", reps=5),
    )
    apply_plausibility(parsed, today=TODAY, unit=None)
    assert [row.flag for row in parsed.workouts[0].exercises[0].sets] == ["set.reps", ""]
    assert [(item.line, item.code) for item in parsed.flagged] == [(3, "set.reps")]
    summary = summarise(parsed, None)
    assert summary.tonnage_kg == 87_778_200
    assert summary.flagged_tonnage_kg == 87_777_700


@pytest.mark.parametrize(
    "start",
    [datetime(1979, 12, 31), datetime(2026, 11, 25), datetime(9999, 1, 1), datetime(1, 1, 1)],
)
def test_a_workout_on_an_impossible_day_is_left_out_with_the_reason(start: datetime):
    parsed = file_of(ParsedSet(3, reps=5), start=start)
    apply_plausibility(parsed, today=TODAY, unit=None)
    assert parsed.workouts == []
    assert [problem.code for problem in parsed.skipped] == ["row.date_absurd"]


def test_tomorrow_is_believed_because_time_zones_differ():
    parsed = file_of(ParsedSet(3, reps=5), start=datetime(2026, 11, 24, 5))
    apply_plausibility(parsed, today=TODAY, unit=None)
    assert len(parsed.workouts) == 1


def test_without_a_given_day_the_clock_bounds_the_dates():
    parsed = file_of(ParsedSet(3, reps=5), start=datetime(2999, 1, 1))
    apply_plausibility(parsed, today=None, unit=None)
    assert parsed.workouts == []


def test_measurements_on_impossible_days_are_left_out():
    entries = [
        ParsedMeasurement(2, datetime(year, 1, 1), "weight", 80, "kg") for year in (2020, 1900)
    ]
    parsed = ParsedFile("hevy_measurements", measurements=entries)
    apply_plausibility(parsed, today=TODAY, unit=None)
    assert [entry.at.year for entry in parsed.measurements] == [2020]
    assert [problem.line for problem in parsed.skipped] == [2]
    assert summarise(parsed, None).first == "2020-01-01T00:00:00"


def test_a_workout_that_ends_before_it_starts_has_no_end():
    parsed = file_of(ParsedSet(3, reps=5))
    parsed.workouts[0].finished_at = datetime(2024, 1, 1, 17)
    apply_plausibility(parsed, today=TODAY, unit=None)
    assert parsed.workouts[0].finished_at is None
    assert [problem.code for problem in parsed.flagged] == ["workout.duration"]


def test_effort_outside_its_scale_is_left_out_and_zero_means_not_filled_in():
    rows = [ParsedSet(line, reps=5, rpe=rpe) for line, rpe in enumerate((0, 8.5, 85), start=2)]
    rows.append(ParsedSet(5, reps=5, rir=30))
    rows.append(ParsedSet(6, reps=5, rir=0))
    parsed = file_of(*rows)
    apply_plausibility(parsed, today=TODAY, unit=None)
    assert [row.rpe for row in rows] == [None, 8.5, None, None, None]
    assert [row.rir for row in rows] == [None, None, None, None, 0]
    assert [(item.line, item.code) for item in parsed.flagged] == [(4, "set.rpe"), (5, "set.rir")]


def test_the_summary_counts_as_defined():
    parsed = file_of(
        ParsedSet(2, "warm_up", 45, "lb", 10),
        ParsedSet(3, weight=100, reps=5),
        ParsedSet(4, weight=-20, weight_unit="kg", reps=8),
        ParsedSet(5, reps=12),
        ParsedSet(6, weight=50, weight_unit="kg"),
    )
    summary = summarise(parsed, "kg")
    assert (summary.workouts, summary.sets, summary.loaded_sets, summary.warmup_sets) == (
        1,
        5,
        2,
        1,
    )
    assert (summary.exercises, summary.reps) == (1, 35)
    assert summary.tonnage_kg == round(450 * 0.45359237 + 500, 1)
    assert (summary.first, summary.last) == ("2024-01-01T18:00:00", "2024-01-01T18:00:00")
    assert summarise(ParsedFile("strong"), None).first == ""


@pytest.mark.parametrize(
    ("loads", "unit"),
    [
        ([135, 185, 225, 45, 95, 155, 50], "lb"),
        ([20, 60, 62.5, 80, 82.5, 100, 14], "kg"),
        ([20.4117, 61.235, 102.058, 34.02], "kg"),
        ([44.0925, 132.277, 220.462], "lb"),
        ([7, 12, 16, 22], "kg"),
        ([31.25, 33.33], "kg"),
        ([0, -10], None),
        ([], None),
    ],
)
def test_the_unit_is_guessed_from_plate_jumps(loads: list[float], unit: str | None):
    assert guess_unit(loads) == unit


def test_converted_loads_show_the_unit_they_came_from():
    assert is_converted([20.41, 61.23, 0], "lb")
    assert not is_converted([20, 60], "lb")
    assert not is_converted([], "lb")


def test_keys_are_the_same_however_zone_and_blanks_are_printed():
    moment = datetime.fromisoformat("2024-01-01T18:00:00+02:00")
    assert source_key("hevy", moment, " Push  A ") == "hevy:2024-01-01T16:00:00Z:push a"
    assert source_key("hevy", moment.replace(tzinfo=None)) == "hevy:2024-01-01T18:00:00"
    assert source_key("fitnotes", moment, has_time=False) == "fitnotes:2024-01-01"


HEVY_HEAD = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
    "set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
)


def hevy_row(values: str) -> str:
    return f'"A","1 Jan 2024, 18:00","1 Jan 2024, 19:00",,"Bench Press (Barbell)",,,0,normal,{values}\n'


@pytest.mark.parametrize(
    ("values", "kept", "flag", "reason"),
    [
        ("1e308,5,,,", (None, 5), "set.load", "The weight is no number that can be true"),
        ("inf,5,,,", (None, 5), "set.load", "The weight is no number"),
        ("nan,5,,,", (None, 5), "set.load", "The weight is no number"),
        ("80,99999999999999999999999,,,", (80.0, None), "set.reps", "The number of repetitions is no number"),
        ("80,5,,nan,", (80.0, 5), "", "The duration is no number"),
        ("80,5,,,inf", (80.0, 5), "", "The RPE is outside 1 to 10"),
    ],
)  # fmt: skip
def test_a_value_that_no_number_stands_for_is_left_out_and_listed(read, values, kept, flag, reason):
    parsed = read(HEVY_HEAD + hevy_row("60,8,,,") + hevy_row(values))
    row = parsed.workouts[0].exercises[1].sets[0]
    assert ((row.weight, row.reps), row.flag) == (kept, flag)
    (problem,) = parsed.flagged
    assert (problem.line, parsed.skipped) == (3, [])
    assert problem.reason.startswith(reason)


@pytest.mark.parametrize("values", ["nan,nan,,,", "inf,,,,", ",1e300,,-inf,", ",,nan,nan,"])
def test_a_row_that_keeps_no_value_is_no_set_and_is_listed(read, values):
    parsed = read(HEVY_HEAD + hevy_row("60,8,,,") + hevy_row(values))
    assert len(parsed.workouts[0].exercises[0].sets) == 1
    assert [(item.line, item.code) for item in parsed.skipped] == [(3, "row.bad_number")]
    assert parsed.flagged == []


@pytest.mark.parametrize("word", ["inf", "nan", "1e308", "9" * 30])
def test_a_generic_table_lists_them_too(read, word):
    text = f"date,exercise,weight,reps,seconds\n2024-01-01,Squat,100,5,\n2024-01-01,Squat,{word},5,{word}\n"
    columns = {"date": "date", "exercise": "exercise", "weight": "weight", "reps": "reps", "duration_s": "seconds"}  # fmt: skip
    parsed = read(text, unit="kg", columns=columns)
    assert [item.code for item in parsed.flagged] == ["set.load", "set.duration"]
    assert {item.line for item in parsed.flagged} == {3}


def test_below_zero_is_said_as_such():
    long = flag_set(ParsedSet(1, duration_s=-1.0), None, "Plank")
    far = flag_set(ParsedSet(1, distance=-1.0, distance_unit="m"), None, "Run")
    assert (long and long.reason) == "A duration below zero is not believable."
    assert (far and far.reason) == "A distance below zero is not believable."


def test_a_body_weight_and_a_measurement_without_a_number_are_listed():
    parsed = file_of(ParsedSet(3, weight=100, weight_unit="kg", reps=5))
    parsed.workouts[0].bodyweight = 2e9
    parsed.measurements = [ParsedMeasurement(9, datetime(2024, 1, 1), "waist", 2e9, "cm")]
    apply_plausibility(parsed, today=TODAY, unit=None)
    assert parsed.workouts[0].bodyweight is None
    assert [(item.line, item.code) for item in parsed.flagged] == [(2, "workout.bodyweight")]
    assert [(item.line, item.code) for item in parsed.skipped] == [(9, "row.measurement")]
    assert parsed.measurements == []
