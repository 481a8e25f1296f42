"""Whatever bytes arrive, the answer is a parsed file or one clear refusal."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fitfolio.imports.detect import parse_file
from fitfolio.imports.model import ParsedFile, ParseOptions
from fitfolio.imports.reading import ImportRefused, open_source
from fitfolio.imports.records import rows
from fitfolio.imports.summary import summarise

STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
HEADERS = (
    STRONG,
    STRONG.replace(",", ";"),
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration",
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"',
    "date,weight_kg,fat_percent,neck_in,waist_in",
    "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment",
    "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind",
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,RIR,Categories,Note",
    "Date,Time,Measurement,Value,Unit,Comment",
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier",
    "Date;Time;Routine;Exercise;Set;Weight;Reps;Duration;Distance;Para6;Note;Type;Book;Version1",
    "Workout Sets,,,\ngroup_number,set_number,seconds,reps,weight,one_rep_equivalent,rpe,exercise,workout,started_at",
)
CELLS = st.one_of(
    st.sampled_from(
        ["2024-03-01 18:00:05", "28 Mar 2025, 17:29", "2024-03-01", "1/2/24", "9999-12-31 23:59:59", "0001-01-01", "Squat",
         "W", "Rest Timer", "Note", "1", "100", "5", "1e308", "-0", "nan", "17,5", "1h 13m", "99999999h", "kg", "lbs", "true", "Done", ""]
    ),
    st.text(max_size=12),
    st.integers().map(str),
    st.floats().map(str),
)  # fmt: skip
OPTIONS = ParseOptions(today=date(2026, 11, 23))


def parsed_or_refused(data: bytes, options: ParseOptions = OPTIONS) -> ParsedFile | None:
    refused: ImportRefused | None = None
    try:
        parsed = parse_file(open_source(data), options)
    except ImportRefused as error:
        refused = error
    if refused is not None:
        assert refused.code.startswith("import.")
        assert refused.message
        return None
    keys = [workout.source_key for workout in parsed.workouts]
    assert len(keys) == len(set(keys))
    assert all(
        exercise.sets and exercise.name
        for workout in parsed.workouts
        for exercise in workout.exercises
    )
    summarise(parsed, "kg")
    return parsed


@given(st.binary(max_size=400))
def test_arbitrary_bytes_never_raise_anything_else(data: bytes):
    parsed_or_refused(data)


@given(
    st.sampled_from(
        [
            b"SQLite format 3\x00",
            b"\x1f\x8b\x08\x00",
            b"PK\x03\x04",
            b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT",
            b"\xff\xfe",
        ]
    ),
    st.binary(max_size=300),
)
def test_a_true_beginning_with_a_false_rest_never_raises_anything_else(start: bytes, rest: bytes):
    parsed_or_refused(start + rest)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from(HEADERS),
    st.lists(st.lists(CELLS, max_size=16), max_size=12),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_cells_under_a_known_header_never_raise_anything_else(
    header: str, table: list[list[str]], end: str
):
    delimiter = ";" if header.count(";") > header.count(",") else ","
    parsed_or_refused(
        end.join([header, *(delimiter.join(cells) for cells in table)]).encode("utf-8", "replace")
    )


@given(st.text(max_size=300), st.sampled_from([None, ",", ";"]))
def test_splitting_text_into_records_ends_and_counts_lines_upwards(
    text: str, delimiter: str | None
):
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    lines = [line for line, cells in rows(text, delimiter) if cells]
    assert lines == sorted(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


def strong_lines(count: int) -> list[str]:
    return [
        f'2024-03-{day:02} 18:00:05,"Push",1h,"{name}",{order},{20 + order * 2.5},{order + 3},0,0,"","",'
        for day in range(1, count)
        for name in ("Squat", "Bench")
        for order in (1, 2, 3)
    ]


@given(st.integers(min_value=2, max_value=8), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_count(count: int, shuffler: random.Random):
    lines = strong_lines(count)
    straight = parsed_or_refused("\n".join([STRONG, *lines]).encode())
    shuffler.shuffle(lines)
    mixed = parsed_or_refused("\n".join([STRONG, *lines]).encode())
    assert straight is not None
    assert mixed is not None
    assert summarise(straight, "kg") == summarise(mixed, "kg")
    assert {item.source_key for item in straight.workouts} == {
        item.source_key for item in mixed.workouts
    }


@given(st.integers(min_value=2, max_value=5))
def test_doubled_rows_are_sets_of_the_same_workouts(count: int):
    lines = strong_lines(count)
    once = parsed_or_refused("\n".join([STRONG, *lines]).encode())
    twice = parsed_or_refused(
        "\n".join([STRONG, *(line for line in lines for _ in range(2))]).encode()
    )
    assert once is not None
    assert twice is not None
    assert [item.source_key for item in once.workouts] == [
        item.source_key for item in twice.workouts
    ]
    assert summarise(twice, "kg").sets == 2 * summarise(once, "kg").sets


@given(st.integers(min_value=0, max_value=2_000))
def test_a_file_cut_anywhere_keeps_what_came_before(length: int):
    data = "\n".join([STRONG, *strong_lines(5)]).encode()
    parsed = parsed_or_refused(data[:length])
    if parsed is not None and parsed.workouts:
        assert summarise(parsed, "kg").sets <= data[:length].count(b"\n")
