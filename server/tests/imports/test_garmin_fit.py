"""Garmin strength activities, encoded here by the public FIT rules."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitfolio.imports.formats import garmin_fit
from fitfolio.imports.model import ParseOptions
from fitfolio.imports.reading import ImportRefused, open_source

FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
START = datetime(2026, 1, 5, 17, 0, tzinfo=UTC)
UNSET = 0xFFFF
UINT16, UINT32, ENUM, STRING = (0x84, "H", 2), (0x86, "I", 4), (0x00, "B", 1), (0x07, "24s", 24)
PAIR16 = (0x84, "2H", 4)

SET_FIELDS = [
    (0, UINT32),
    (3, UINT16),
    (4, UINT16),
    (5, ENUM),
    (6, UINT32),
    (7, PAIR16),
    (8, PAIR16),
    (9, UINT16),
    (254, UINT32),
]
TITLE_FIELDS = [(0, UINT16), (1, UINT16), (2, STRING)]
SESSION_FIELDS = [(2, UINT32), (253, UINT32), (110, STRING)]
ACTIVITY_FIELDS = [(253, UINT32), (5, UINT32)]
FILE_ID_FIELDS = [(0, ENUM), (4, UINT32)]


def seconds(moment: datetime) -> int:
    return int((moment - FIT_EPOCH).total_seconds())


def crc16(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def message(number: int, fields: list, *rows: tuple) -> bytes:
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    definition += b"".join(struct.pack("<BBB", field, kind[2], kind[0]) for field, kind in fields)
    layout = "<" + "".join(kind[1] for _, kind in fields)
    return definition + b"".join(b"\x00" + struct.pack(layout, *row) for row in rows)


def fit_file(*messages: bytes) -> bytes:
    content = b"".join(messages)
    header = struct.pack("<BBHI4s", 14, 0x20, 2132, len(content), b".FIT")
    body = header + struct.pack("<H", crc16(header)) + content
    return body + struct.pack("<H", crc16(body))


def strength_set(
    minute: int,
    reps: int = 5,
    weight: int = 1600,
    kind: int = 1,
    category: int = 28,
    subtype: int = 6,
    unit: int = 1,
) -> tuple:
    begin = seconds(START) + minute * 60
    return 40_000, reps, weight, kind, begin, category, UNSET, subtype, UNSET, unit, begin + 40


def strength(*sets: tuple, extra: bytes = b"") -> bytes:
    file_id = message(0, FILE_ID_FIELDS, (4, seconds(START)))
    return fit_file(file_id, extra, message(225, SET_FIELDS, *sets))


def read_fit(data: bytes):
    return garmin_fit.parse(open_source(data), ParseOptions())


def test_active_sets_become_sets_and_rests_do_not(read):
    parsed = read(
        strength(
            strength_set(0),
            strength_set(1, UNSET, UNSET, kind=0, category=UNSET),
            strength_set(3, reps=4),
        )
    )
    assert parsed.format == "garmin_fit"
    (workout,) = parsed.workouts
    (squat,) = workout.exercises
    assert squat.name == "Barbell Back Squat"
    assert [(row.line, row.weight, row.weight_unit, row.reps) for row in squat.sets] == [
        (1, 100, "kg", 5),
        (3, 100, "kg", 4),
    ]
    assert (workout.started_at, workout.finished_at) == (START, START + timedelta(seconds=220))


def test_unset_repetitions_make_a_timed_set_and_an_unset_load_a_bodyweight_one():
    plank = strength_set(0, UNSET, UNSET, category=19, subtype=UNSET)
    push_up = strength_set(2, 12, UNSET, category=22, subtype=UNSET)
    first, second = read_fit(strength(plank, push_up)).workouts[0].exercises
    assert (first.name, first.sets[0].duration_s, first.sets[0].reps) == ("Plank", 40, None)
    assert (
        second.name,
        second.sets[0].weight,
        second.sets[0].weight_unit,
        second.sets[0].reps,
    ) == ("Push Up", None, None, 12)


def test_pounds_on_the_watch_are_restored_from_stored_sixteenths_of_a_kilogram():
    (row,) = read_fit(strength(strength_set(0, weight=980, unit=2))).workouts[0].exercises[0].sets
    assert (row.weight, row.weight_unit) == (135, "lb")


def test_titles_shown_by_the_watch_win_over_the_public_lists():
    title = message(264, TITLE_FIELDS, (28, 6, b"Back squat, low bar"))
    parsed = read_fit(strength(strength_set(0), strength_set(2, category=65534), extra=title))
    assert [found.name for found in parsed.workouts[0].exercises] == [
        "Back squat, low bar",
        "Unknown exercise",
    ]


def test_a_category_number_of_a_newer_profile_still_gives_a_name():
    assert (
        read_fit(strength(strength_set(0, category=900))).workouts[0].exercises[0].name
        == "Exercise category 900"
    )


def test_session_and_activity_give_start_end_name_and_local_time():
    begin, end = seconds(START) - 60, seconds(START) + 3600
    session = message(18, SESSION_FIELDS, (begin, end, b"Strength"))
    activity = message(34, ACTIVITY_FIELDS, (end, end + 5 * 3600 + 1800))
    (workout,) = read_fit(strength(strength_set(0), extra=session + activity)).workouts
    assert workout.started_at == START - timedelta(minutes=1)
    assert workout.started_at.utcoffset() == timedelta(hours=5, minutes=30)
    assert workout.finished_at == START + timedelta(hours=1)
    assert workout.title == "Strength"


def test_an_absurd_local_time_is_not_an_offset():
    activity = message(34, ACTIVITY_FIELDS, (seconds(START), seconds(START) + 90_000_0))
    (workout,) = read_fit(strength(strength_set(0), extra=activity)).workouts
    assert workout.started_at.tzinfo == UTC


def test_chained_files_are_one_workout_each():
    later = message(225, SET_FIELDS, strength_set(60 * 24))
    parsed = read_fit(
        strength(strength_set(0)) + fit_file(message(0, FILE_ID_FIELDS, (4, 5)), later)
    )
    assert [workout.started_at for workout in parsed.workouts] == [START, START + timedelta(days=1)]
    assert len({workout.source_key for workout in parsed.workouts}) == 2


def test_an_activity_without_sets_is_refused():
    with pytest.raises(ImportRefused, match="no strength sets") as caught:
        read_fit(fit_file(message(0, FILE_ID_FIELDS, (4, seconds(START)))))
    assert caught.value.code == "import.no_sets"


def test_sets_without_any_time_are_refused():
    untimed = message(225, [(3, UINT16), (5, ENUM)], (5, 1))
    with pytest.raises(ImportRefused) as caught:
        read_fit(fit_file(untimed))
    assert caught.value.code == "import.no_dates"


@pytest.mark.parametrize("keep", [13, 30, 90])
def test_a_file_that_is_cut_off_is_refused(keep):
    with pytest.raises(ImportRefused) as caught:
        read_fit(strength(strength_set(0))[:keep])
    assert caught.value.code == "import.truncated"


def test_a_wrong_checksum_is_refused():
    data = strength(strength_set(0))
    with pytest.raises(ImportRefused, match="damaged"):
        read_fit(data[:-1] + bytes([data[-1] ^ 1]))


@given(st.data())
def test_damaged_content_under_a_right_checksum_is_read_or_refused(data):
    content = bytearray(strength(strength_set(0), strength_set(2))[14:-2])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        parsed = read_fit(fit_file(bytes(content)))
    except ImportRefused:
        return
    assert parsed.workouts
