"""LiftLog's backups: protobuf without a schema, and SQLite in two shapes."""

from __future__ import annotations

import gzip
import json
import sqlite3
import struct
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitfolio.imports.formats import liftlog_backup
from fitfolio.imports.formats.protobuf_wire import read_message
from fitfolio.imports.model import ParseOptions
from fitfolio.imports.reading import ImportRefused, open_source

SESSION_ID = uuid.UUID("395b0272-1341-458c-8c4b-664237e77d5c")
PAYLOADS = json.loads(
    (Path(__file__).parent / "examples" / "liftlog.json").read_text(encoding="utf-8")
)


def varint(value: int) -> bytes:
    value %= 1 << 64
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def number(field: int, value: int) -> bytes:
    return varint(field << 3) + varint(value)


def nested(field: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return varint(field << 3 | 2) + varint(len(content)) + content


def decimal(field: int, units: int, nanos: int = 0) -> bytes:
    fixed = varint(2 << 3 | 5) + struct.pack("<i", nanos)
    return nested(field, number(1, units), fixed)


def clock(field: int, hour: int, minute: int) -> bytes:
    return nested(field, number(1, hour), number(2, minute), number(3, 30))


def day(field: int, year: int, month: int, day_of_month: int) -> bytes:
    return nested(field, number(1, year), number(2, month), number(3, day_of_month))


def exercise(name: str, *parts: bytes, superset: bool = False) -> bytes:
    return nested(3, nested(1, nested(1, name.encode()), number(7, int(superset))), *parts)


def session(*exercises: bytes, when: bytes | None = None) -> bytes:
    return nested(
        1,
        nested(1, nested(1, SESSION_ID.bytes_le)),
        nested(2, b"Workout A"),
        nested(6, b"easy"),
        when or day(4, 2026, 1, 5),
        decimal(5, 84, 200_000_000),
        number(7, 1),
        *exercises,
    )


def performed(reps: int, *parts: bytes, hour: int = 18, minute: int = 0) -> bytes:
    return nested(3, nested(1, number(1, reps), clock(2, hour, minute)), *parts)


BACKUP = session(
    exercise(
        "Squat",
        nested(4, nested(1, b"belt")),
        performed(5, decimal(2, 102, 500_000_000), number(3, 1)),
        superset=True,
    ),
    exercise(
        "Chin Up",
        performed(6, decimal(2, 0), number(3, 2), minute=5),
        nested(3, decimal(2, 10), number(3, 2)),
    ),
)


def read_backup(data: bytes):
    return liftlog_backup.parse(open_source(data).inner, ParseOptions())


def test_a_zipped_protobuf_backup_is_recognised_and_read(read):
    parsed = read(gzip.compress(BACKUP))
    assert parsed.format == "liftlog_backup"
    (workout,) = parsed.workouts
    assert workout.source_key == f"liftlog:{SESSION_ID}"
    assert (workout.title, workout.notes) == ("Workout A", "easy")
    assert (workout.bodyweight, workout.bodyweight_unit) == (84.2, "kg")
    assert (workout.started_at, workout.finished_at) == (
        datetime(2026, 1, 5, 18, 0, 30),
        datetime(2026, 1, 5, 18, 5, 30),
    )


def test_planned_sets_are_left_out_and_supersets_joined():
    squat, chin_up = read_backup(BACKUP).workouts[0].exercises
    assert [(row.weight, row.weight_unit, row.reps) for row in squat.sets] == [(102.5, "kg", 5)]
    assert [(row.weight, row.weight_unit, row.reps) for row in chin_up.sets] == [(None, None, 6)]
    assert (squat.notes, squat.superset, chin_up.superset) == ("belt", 1, 1)


def test_an_old_backup_has_one_weight_per_exercise_and_asks_for_the_unit():
    parsed = read_backup(session(exercise("Squat", decimal(2, 62, 500_000_000), performed(5))))
    assert parsed.workouts[0].exercises[0].sets[0].weight == 62.5
    assert parsed.needs_unit
    assert parsed.guessed_unit == "kg"


def test_a_newer_backup_states_the_day_and_offset_of_every_set():
    recorded = nested(
        3,
        nested(
            1, number(1, 5), clock(2, 23, 50), day(3, 2026, 1, 5), nested(4, number(1, -5 * 3600))
        ),
    )
    (workout,) = read_backup(session(exercise("Squat", recorded))).workouts
    assert workout.started_at == datetime(
        2026, 1, 5, 23, 50, 30, tzinfo=timezone(timedelta(hours=-5))
    )


def test_cardio_is_read_from_the_exercise_or_from_its_sets():
    moment = nested(8, day(1, 2026, 1, 5), clock(2, 18, 30))
    old = exercise(
        "Row",
        number(6, 1),
        moment,
        nested(9, number(1, 330)),
        decimal(10, 2000),
        nested(14, nested(1, b"metre")),
    )
    entry = nested(
        13,
        nested(2, day(1, 2026, 1, 5), clock(2, 18, 30)),
        nested(3, number(1, 600)),
        decimal(4, 2),
        nested(5, nested(1, b"mile")),
    )
    new = exercise("Run", number(6, 1), entry, nested(13, nested(1, b"")))
    rowing, running = read_backup(session(old, new)).workouts[0].exercises
    assert [(row.duration_s, row.distance, row.distance_unit) for row in rowing.sets] == [
        (330, 2000, "m")
    ]
    assert [(row.duration_s, row.distance, row.distance_unit) for row in running.sets] == [
        (600, 2, "mi")
    ]


def test_a_session_without_a_set_or_a_date_is_listed():
    undated = exercise("Squat", nested(3, nested(1, number(1, 5))))
    parsed = read_backup(
        session(exercise("Squat")) + session(undated, when=day(4, 2026, 13, 45)) + BACKUP
    )
    assert [problem.code for problem in parsed.skipped] == ["row.nothing_done", "row.date"]
    assert len(parsed.workouts) == 1


@pytest.mark.parametrize("length", [1, 7, 30, len(BACKUP) - 1])
def test_a_backup_that_is_cut_off_is_refused(read, length):
    with pytest.raises(ImportRefused):
        read(BACKUP[:length], format="liftlog_backup")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_message_or_refused(data):
    try:
        message = read_message(data)
    except ImportRefused:
        return
    assert all(field > 0 for field in message)


@given(st.integers(0, len(BACKUP) - 1), st.binary(min_size=1, max_size=4))
def test_damage_anywhere_is_read_or_refused(position, damage):
    data = BACKUP[:position] + damage + BACKUP[position + len(damage) :]
    source = open_source(data)
    liftlog_backup.detect(source)
    try:
        parsed = liftlog_backup.parse(source, ParseOptions())
    except ImportRefused:
        return
    assert parsed.format == "liftlog_backup"


def database(tmp_path: Path, *statements: tuple[str, tuple[object, ...]]) -> bytes:
    path = tmp_path / "backup.db"
    with sqlite3.connect(path) as connection:
        for statement, values in statements:
            connection.execute(statement, values)
    connection.close()
    return path.read_bytes()


PAYLOAD_TABLE = (
    "CREATE TABLE session (id TEXT PRIMARY KEY, modelVersion INTEGER, payload TEXT)",
    (),
)


def test_a_sqlite_backup_of_payloads_reads_as_the_json_export(read, tmp_path):
    rows = [
        ("INSERT INTO session VALUES (?, 3, ?)", (entry["id"], json.dumps(entry)))
        for entry in PAYLOADS
    ]
    broken = ("INSERT INTO session VALUES ('x', 3, '{')", ())
    parsed = read(gzip.compress(database(tmp_path, PAYLOAD_TABLE, *rows, broken)))
    assert parsed.format == "liftlog_backup"
    exported = read(json.dumps(PAYLOADS))
    assert parsed.workouts == exported.workouts
    assert len(parsed.skipped) == 2


def test_the_session_in_progress_and_the_old_table_beside_the_new_one(read, tmp_path):
    text = json.dumps(PAYLOADS[0])
    data = database(
        tmp_path,
        ("CREATE TABLE session_legacy (id TEXT PRIMARY KEY, active INTEGER, payload TEXT)", ()),
        ("CREATE TABLE session (id TEXT PRIMARY KEY, payload TEXT)", ()),
        ("INSERT INTO session_legacy VALUES ('a', 0, ?)", (text,)),
        ("INSERT INTO session_legacy VALUES ('b', 1, ?)", (text,)),
    )
    assert len(read(data).workouts) == 1


TABLES = (
    (
        "CREATE TABLE session (id TEXT, name TEXT, notes TEXT, date TEXT, active INTEGER, bodyweightValue TEXT, bodyweightUnit TEXT)",
        (),
    ),
    (
        "CREATE TABLE recorded_exercise (sessionId TEXT, ord INTEGER, type TEXT, notes TEXT, name TEXT, supersetWithNext INTEGER)",
        (),
    ),
    (
        "CREATE TABLE weighted_set (session_id TEXT, exercise_ord INTEGER, ord INTEGER, weight_value TEXT, weight_unit TEXT, reps_completed INTEGER, completed_at TEXT)",
        (),
    ),
    (
        "CREATE TABLE cardio_set (sessionId TEXT, exerciseOrd INTEGER, ord INTEGER, completedAt TEXT, durationMs INTEGER, distanceValue TEXT, distanceUnit TEXT, weightValue TEXT, weightUnit TEXT)",
        (),
    ),
    (
        "INSERT INTO session VALUES ('s1', 'Workout A', 'easy', '2026-01-05', 0, '84.2', 'kilograms')",
        (),
    ),
    ("INSERT INTO session VALUES ('s2', 'Workout B', '', '2026-01-06', 1, NULL, NULL)", ()),
    (
        "INSERT INTO recorded_exercise VALUES ('s1', 1, 'RecordedCardioExercise', NULL, 'Row', 0)",
        (),
    ),
    (
        "INSERT INTO recorded_exercise VALUES ('s1', 0, 'RecordedWeightedExercise', 'belt', 'Squat', 1)",
        (),
    ),
    (
        "INSERT INTO weighted_set VALUES ('s1', 0, 1, '105', 'kilograms', 4, '2026-01-05T18:05:00+01:00')",
        (),
    ),
    (
        "INSERT INTO weighted_set VALUES ('s1', 0, 0, '225', 'pounds', 5, '2026-01-05T18:00:00+01:00')",
        (),
    ),
    ("INSERT INTO weighted_set VALUES ('s1', 0, 2, '105', 'kilograms', NULL, NULL)", ()),
    (
        "INSERT INTO cardio_set VALUES ('s1', 1, 0, NULL, 330000, '1.2', 'kilometre', NULL, NULL)",
        (),
    ),
    ("INSERT INTO cardio_set VALUES ('s1', 1, 1, NULL, NULL, NULL, NULL, NULL, NULL)", ()),
)


def test_a_sqlite_backup_of_tables_puts_sets_into_their_order(read, tmp_path):
    (workout,) = read(database(tmp_path, *TABLES)).workouts
    squat, rowing = workout.exercises
    assert [(row.weight, row.weight_unit, row.reps) for row in squat.sets] == [
        (225, "lb", 5),
        (105, "kg", 4),
    ]
    assert [(row.duration_s, row.distance, row.distance_unit) for row in rowing.sets] == [
        (330, 1.2, "km")
    ]
    assert (squat.notes, squat.superset, rowing.superset) == ("belt", 1, 1)
    assert (workout.title, workout.bodyweight, workout.source_key) == (
        "Workout A",
        84.2,
        "liftlog:s1",
    )


def test_another_database_is_not_a_backup(tmp_path):
    source = open_source(database(tmp_path, ("CREATE TABLE notes (id TEXT)", ())))
    assert liftlog_backup.detect(source) == 0
    assert liftlog_backup.detect(open_source(source.data[:600])) == 0
