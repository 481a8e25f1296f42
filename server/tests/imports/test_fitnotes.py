"""FitNotes tables, sessions, backup and body tracker."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest

from fitfolio.imports import sqlite_reading
from fitfolio.imports.model import ParsedFile, ParsedSet
from fitfolio.imports.reading import ImportRefused


def all_sets(parsed: ParsedFile) -> list[ParsedSet]:
    return [row for workout in parsed.workouts for block in workout.exercises for row in block.sets]


@pytest.mark.parametrize(("column", "unit"), [("Weight (kgs)", "kg"), ("Weight (lbs)", "lb")])
def test_the_older_headers_state_the_unit_in_the_column_name(read, column: str, unit: str):
    parsed = read(
        f"Date,Exercise,Category,{column},Reps,Distance,Distance Unit,Time,Comment\n"
        '2015-08-22,Jerk,Legs,50.0,5,,,,"easy, fast"\n'
        '2015-08-22,Squat,Legs,80.0,5,,,,""\n'
        '2015-08-22,Jerk,Legs,54.0,5,,,,""\n'
        '2015-08-23,Running,Cardio,,,1.23,mi,0:09:21,""\n'
        '2015-08-23,Dead Hang,Back,0.0,0,,,0:01:00,""\n'
    )
    assert (parsed.format, parsed.needs_unit, parsed.needs_time_zone) == ("fitnotes", False, False)
    monday, tuesday = parsed.workouts
    assert [(block.name, len(block.sets)) for block in monday.exercises] == [
        ("Jerk", 2),
        ("Squat", 1),
    ]
    assert (monday.has_time, monday.source_key) == (False, "fitnotes:2015-08-22")
    first, run, hang = (
        all_sets(parsed)[0],
        tuesday.exercises[0].sets[0],
        tuesday.exercises[1].sets[0],
    )
    assert (first.weight, first.weight_unit, first.notes) == (50, unit, "easy, fast")
    assert (run.distance, run.distance_unit, run.duration_s, run.reps) == (1.23, "mi", 561, None)
    assert (hang.duration_s, hang.reps, hang.weight) == (60, None, None)


def test_the_newer_header_states_the_unit_per_row_and_names_may_hold_bare_commas(read):
    parsed = read(
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
        "2025-04-29,Overhead Press (Each Side, Dumbbells),Shoulders,7.5,kgs,20,,,\n"
        "2025-04-29,A, B, C,Chest,45,lbs,8,,,\n"
        "2025-04-29,Row,Back,10,kgs,8,5,kg,\n"
    )
    names = [block.name for block in parsed.workouts[0].exercises]
    assert names == ["Overhead Press (Each Side, Dumbbells)", "A, B, C", "Row"]
    assert [(row.weight, row.weight_unit) for row in all_sets(parsed)] == [
        (7.5, "kg"),
        (45, "lb"),
        (10, "kg"),
    ]
    assert all_sets(parsed)[2].distance_unit == "m"


@pytest.mark.parametrize(
    ("kg", "lb", "weight", "unit"),
    [("50.00", "110.23", 50, "kg"), ("61.23", "135.00", 135, "lb"), ("", "135", 135, "lb")],
)
def test_of_two_weight_columns_the_typed_one_is_taken(
    read, kg: str, lb: str, weight: float, unit: str
):
    parsed = read(
        "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n"
        f"2026-01-30,Squat,Legs,{kg},{lb},8,,,,,wr\n"
    )
    assert (all_sets(parsed)[0].weight, all_sets(parsed)[0].weight_unit) == (weight, unit)


def test_a_table_without_any_unit_asks(read):
    parsed = read(
        "Date,Exercise,Category,Weight,Reps,Time\n2025-04-29,Row,Back,45,8,\nx,Row,Back,45,8,\n2025-04-29,,Back,4,8,\n"
    )
    assert (parsed.needs_unit, parsed.guessed_unit) == (True, "kg")
    assert [problem.code for problem in parsed.skipped] == ["row.date", "row.no_exercise"]


def test_named_sessions_take_done_sets_with_their_zone(read):
    parsed = read(
        "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,RIR,Categories,Note\n"
        'Upper,2025-06-02T17:00:00Z,2025-06-02T18:15:00Z,"80,5",Bench,Barbell,5,"60,5",,,Done,true,7,,"Pecs,Delts",ok\n'
        'Upper,2025-06-02T17:00:00Z,2025-06-02T18:15:00Z,"80,5",Bench,Barbell,5,"80,0",,,Done,false,,2,"Pecs,Delts",\n'
        'Upper,2025-06-02T17:00:00Z,2025-06-02T18:15:00Z,"80,5",Bench,Barbell,5,"90,0",,,Failed,false,,,"Pecs,Delts",\n'
        "Upper,2025-06-02T17:00:00Z,soon,,Run,,,,10:00,2000,Done,false,,,,\n"
        "Upper,soon,,,Run,,,,10:00,,Done,false,,,,\n"
        "Upper,2025-06-02T17:00:00Z,,,,,5,,,,Done,false,,,,\n",
        unit="kg",
    )
    assert parsed.format == "fitnotes_sessions"
    workout = parsed.workouts[0]
    assert workout.started_at == datetime(2025, 6, 2, 17, tzinfo=UTC)
    assert (workout.bodyweight, workout.bodyweight_unit) == (80.5, "kg")
    assert workout.exercises[0].equipment_hint == "Barbell"
    assert [(row.kind, row.weight, row.rpe, row.rir) for row in workout.exercises[0].sets] == [
        ("warm_up", 60.5, 7, None),
        ("working", 80, None, 2),
    ]
    assert (all_sets(parsed)[2].distance, all_sets(parsed)[2].duration_s) == (2000, 600)
    assert (parsed.needs_unit, parsed.needs_time_zone) == (True, False)
    assert [problem.code for problem in parsed.skipped] == ["row.date", "row.no_exercise"]


def test_the_body_tracker_gives_measurements(read):
    parsed = read(
        "Date,Time,Measurement,Value,Unit,Comment\n"
        "2019-12-26,22:10:43,Bodyweight,60.0,kgs,\n"
        "2019-12-27,07:00:00,Body Fat,15,%,after run\n"
        "2019-12-27,07:00:00,Upper Arm,35,cm,\n"
        "2019-12-27,07:00:00,Waist,,cm,\n"
    )
    assert parsed.format == "fitnotes_bodytracker"
    assert [(item.metric, item.value, item.unit, item.notes) for item in parsed.measurements] == [
        ("weight", 60, "kg", ""),
        ("body_fat", 15, "%", "after run"),
        ("upper_arm", 35, "cm", ""),
    ]
    assert parsed.measurements[0].at == datetime(2019, 12, 26, 22, 10, 43)
    assert [problem.code for problem in parsed.skipped] == ["row.measurement"]


def backup(*statements: str, version: int = 22, journal: str = "delete") -> bytes:
    connection = sqlite3.connect(":memory:")
    late = (
        ", distance INTEGER DEFAULT 0, duration_seconds INTEGER DEFAULT 0" if version > 14 else ""
    )
    connection.executescript(
        f"""
        CREATE TABLE exercise(_id INTEGER PRIMARY KEY, name TEXT, category_id INTEGER);
        CREATE TABLE training_log(_id INTEGER PRIMARY KEY, exercise_id INTEGER, date DATE, metric_weight INTEGER,
          reps INTEGER, unit INTEGER DEFAULT 0, is_complete INTEGER DEFAULT 0{late});
        INSERT INTO exercise VALUES (1, 'Squat', 1), (2, 'Bench Press ', 1), (3, 'Plank', 2);
        {";".join(statements)};
        PRAGMA user_version = {version};
        """
    )
    data = bytearray(connection.serialize())
    connection.close()
    if journal == "wal":
        data[18:20] = b"\x02\x02"
    return bytes(data)


LOG = (
    "INSERT INTO training_log(_id, exercise_id, date, metric_weight, reps, unit) VALUES "
    "(1, 1, '2024-12-04', 100, 5, 0), (2, 2, '2024-12-04', 61.23496995, 8, 2), (3, 1, '2024-12-04', 100, '', 0), "
    "(4, 9, '2024-12-05', 20, 10, 0), (5, 1, 'soon', 20, 10, 0)"
)


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_backup_gives_sets_in_the_unit_they_were_typed_in(read, journal: str):
    parsed = read(backup(LOG, version=14, journal=journal))
    assert parsed.format == "fitnotes_backup"
    first, second = parsed.workouts
    assert first.source_key == "fitnotes:2024-12-04"
    assert [block.name for block in first.exercises] == ["Squat", "Bench Press"]
    assert [(row.weight, row.weight_unit, row.reps) for row in first.exercises[0].sets] == [
        (100, "kg", 5),
        (100, "kg", None),
    ]
    assert (first.exercises[1].sets[0].weight, first.exercises[1].sets[0].weight_unit) == (
        135,
        "lb",
    )
    assert [problem.code for problem in parsed.skipped] == ["row.date"]
    assert second.exercises[0].name == "exercise #9"


def test_sets_of_deleted_exercises_are_kept_and_reported(read):
    parsed = read(backup(LOG))
    assert [problem.code for problem in parsed.flagged] == ["exercise.deleted"]
    assert "1 sets" in parsed.flagged[0].reason


def test_a_backup_gives_supersets_comments_times_and_measurements(read):
    parsed = read(
        backup(
            LOG,
            "INSERT INTO training_log VALUES (6, 3, '2024-12-04', 0, 0, 0, 0, 0, 60)",
            "CREATE TABLE WorkoutGroupExercise(_id INTEGER, exercise_id INTEGER, date TEXT, workout_group_id INTEGER)",
            "INSERT INTO WorkoutGroupExercise VALUES (1, 1, '2024-12-04', 7), (2, 2, '2024-12-04', 7), (3, 3, '2024-12-04', 8)",
            "CREATE TABLE Comment(_id INTEGER, owner_type_id INTEGER, owner_id INTEGER, comment TEXT)",
            "INSERT INTO Comment VALUES (1, 1, 1, 'deep')",
            "CREATE TABLE WorkoutComment(_id INTEGER, date TEXT, comment TEXT)",
            "INSERT INTO WorkoutComment VALUES (1, '2024-12-04', 'good day'), (2, '2020-01-01', 'no such day')",
            "CREATE TABLE WorkoutTime(_id INTEGER, workout_date TEXT, start_date_time TEXT, end_date_time TEXT)",
            "INSERT INTO WorkoutTime VALUES (1, '2024-12-04', '2024-12-04T16:34:00+01:00', '2024-12-04T17:40:00+01:00'), "
            "(2, '2024-12-05', '2024-12-01T16:34:00+01:00', '')",
            "CREATE TABLE MeasurementUnit(_id INTEGER, short_name TEXT)",
            "INSERT INTO MeasurementUnit VALUES (4, 'cm')",
            "CREATE TABLE Measurement(_id INTEGER, name TEXT, unit_id INTEGER)",
            "INSERT INTO Measurement VALUES (1, 'Waist', 4)",
            "CREATE TABLE MeasurementRecord(_id INTEGER, measurement_id INTEGER, date TEXT, time TEXT, value REAL, comment TEXT)",
            "INSERT INTO MeasurementRecord VALUES (1, 1, '2024-12-04', '07:00:00', 82.5, NULL)",
            "CREATE TABLE BodyWeight(_id INTEGER, date TEXT, body_weight_metric REAL, body_fat REAL)",
            "INSERT INTO BodyWeight VALUES (1, '2024-12-04', 80.5, 0)",
            "CREATE TABLE settings(_id INTEGER, metric INTEGER)",
            "INSERT INTO settings VALUES (1, 0)",
        )
    )
    workout = parsed.workouts[0]
    assert [block.superset for block in workout.exercises] == [1, 1, 2]
    assert workout.exercises[0].sets[0].notes == "deep"
    assert workout.exercises[0].sets[0].weight_unit == "lb"
    assert (workout.exercises[2].sets[0].duration_s, workout.exercises[2].sets[0].reps) == (
        60,
        None,
    )
    assert workout.notes == "good day"
    assert workout.has_time
    assert (workout.finished_at - workout.started_at).total_seconds() == 66 * 60
    assert workout.source_key == "fitnotes:2024-12-04"
    assert not parsed.workouts[1].has_time
    assert [(item.metric, item.value, item.unit) for item in parsed.measurements] == [
        ("waist", 82.5, "cm"),
        ("weight", 80.5, "kg"),
    ]


def test_a_cut_backup_is_refused_as_truncated(read):
    data = backup(
        LOG, *[f"INSERT INTO exercise VALUES ({n}, '{'x' * 200}', 1)" for n in range(10, 200)]
    )
    with pytest.raises(ImportRefused) as caught:
        read(data[: len(data) // 2])
    assert caught.value.code == "import.truncated"


def test_another_database_is_refused(read):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE people(name TEXT)")
    with pytest.raises(ImportRefused) as caught:
        read(bytes(connection.serialize()))
    assert caught.value.code == "import.binary"
    with pytest.raises(ImportRefused):
        read(bytes(connection.serialize()), format="fitnotes_backup")
    connection.close()


def test_a_hostile_view_in_place_of_the_log_is_not_run(read):
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        """
        CREATE TABLE exercise(_id INTEGER, name TEXT);
        CREATE VIEW training_log AS WITH RECURSIVE n(_id) AS (SELECT 1 UNION ALL SELECT _id + 1 FROM n)
          SELECT _id, 1 AS exercise_id, '2024-01-01' AS date, 1 AS metric_weight, 1 AS reps FROM n;
        """
    )
    with pytest.raises(ImportRefused):
        read(bytes(connection.serialize()))
    connection.close()


def test_a_database_that_never_finishes_is_stopped(read, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sqlite_reading, "_STEPS_PER_CHECK", 5)
    monkeypatch.setattr(sqlite_reading, "_MAX_CHECKS", 3)
    with pytest.raises(ImportRefused) as caught:
        read(backup(LOG), format="fitnotes_backup")
    assert caught.value.code == "import.truncated"
