"""Boostcamp's history table and its flat form."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

EXAMPLES = Path(__file__).parent / "examples"
TEXT = (EXAMPLES / "boostcamp.csv").read_text(encoding="utf-8")


def test_sets_without_values_were_not_done(read):
    parsed = read(TEXT)
    assert parsed.format == "boostcamp"
    bench, pull_up = parsed.workouts[0].exercises
    assert [(row.weight, row.weight_unit, row.reps) for row in bench.sets] == [
        (82.5, "kg", 5),
        (82.5, "kg", 4),
    ]
    assert [(row.weight, row.reps) for row in pull_up.sets] == [(None, 8)]


def test_slash_dates_are_day_first_for_kilograms_and_month_first_for_pounds(read):
    upper, lower = read(TEXT).workouts
    assert upper.started_at == datetime(2026, 1, 5)
    assert lower.started_at == datetime(2026, 1, 7)
    assert (lower.title, lower.has_time) == ("Lower · Week 1 · Day 2", False)


def test_a_date_that_can_only_be_one_way_round_decides_for_all(read):
    month_first = read(TEXT + "Upper;01/25/26;1;3;Row;1;60;kg;5\n").workouts
    day_first = read(TEXT + "Upper;25/01/26;1;3;Row;1;60;kg;5\n").workouts
    assert month_first[0].started_at == datetime(2026, 5, 1)
    assert day_first[1].started_at == datetime(2026, 7, 1)


def test_dotted_dates_are_day_first(read):
    assert read(TEXT.replace("05/01/26", "05.01.2026")).workouts[0].started_at == datetime(
        2026, 1, 5
    )


def test_bad_rows_are_listed(read):
    parsed = read(TEXT + "Upper;05/01/26;1;1;;1;60;kg;5\n")
    assert [(problem.line, problem.code) for problem in parsed.skipped] == [
        (7, "row.date"),
        (8, "row.no_exercise"),
    ]


def test_the_flat_form_knows_timed_sets_and_set_types(read):
    text = (EXAMPLES / "boostcamp_flat.csv").read_text(encoding="utf-8")
    bench, plank = read(text).workouts[0].exercises
    assert [(row.weight, row.weight_unit, row.reps) for row in bench.sets] == [(185, "lb", 5)]
    assert [(row.duration_s, row.reps) for row in plank.sets] == [(45, None)]
    header, *rest = text.splitlines()
    typed = "\n".join(
        [
            f"{header},set_type,skipped",
            f"{rest[0]},warmup,false",
            f"{rest[0]},dropset,false",
            f"{rest[0]},,true",
        ]
    )
    assert [row.kind for row in read(typed).workouts[0].exercises[0].sets] == ["warm_up", "drop"]


def test_a_file_without_units_is_asked(read):
    text = "session_date,exercise_name,set_index,set_value_weight,set_amount_reps\n2026-01-05,Squat,1,102.5,5\n"
    parsed = read(text)
    assert parsed.needs_unit
    assert parsed.guessed_unit == "kg"
