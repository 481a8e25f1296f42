"""Alpha Progression's two generations of files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent / "examples"
ENGLISH = (EXAMPLES / "alpha_progression_2023.csv").read_text(encoding="utf-8")
EUROPEAN = (EXAMPLES / "alpha_progression_2026.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("prefix", ["", "\ufeff"])
def test_title_date_duration_and_plan_of_the_english_form(read, prefix):
    parsed = read((prefix + ENGLISH).replace("5:46 pm", "5:46\u00a0pm"))
    assert parsed.format == "alpha_progression"
    push, legs = parsed.workouts
    assert (push.title, legs.title) == ("Push, heavy", "Legs")
    assert (push.started_at, push.finished_at) == (
        datetime(2026, 1, 5, 17, 46),
        datetime(2026, 1, 5, 18, 50),
    )
    assert legs.finished_at == datetime(2026, 1, 3, 9, 2)
    assert push.notes == "Day 1 · Week 2 · Own Plan"


def test_warm_ups_beside_the_exercise_stay_in_its_notes(read):
    bench = read(ENGLISH).workouts[0].exercises[0]
    assert bench.notes == "Warm-up: 45 x 10, 95 × 5"
    assert [(row.weight, row.weight_unit, row.reps) for row in bench.sets] == [
        (135, "lb", 8),
        (135, "lb", 7),
    ]


def test_places_in_a_superset_join_neighbours(read):
    bench, curls, pushdowns, raises = read(ENGLISH).workouts[0].exercises
    assert [found.superset for found in (bench, curls, pushdowns, raises)] == [None, 1, 1, None]


def test_rows_of_dashes_are_sets_not_done_and_a_table_may_lack_the_load(read):
    _, curls, _, raises = read(ENGLISH).workouts[0].exercises
    assert [(row.reps, row.rir) for row in curls.sets] == [(10, 1)]
    assert [(row.reps, row.weight) for row in raises.sets] == [(12, None)]
    assert raises.notes == "2 dropsets"


def test_an_unreadable_count_is_listed(read):
    assert [problem.code for problem in read(ENGLISH).skipped] == ["row.bad_number"]


def test_the_european_form_keeps_equipment_reserve_and_added_load(read):
    (workout,) = read(EUROPEAN).workouts
    assert workout.title == "Legs · Day 2 · Week 4 · PPL"
    assert (workout.started_at, workout.finished_at) == (
        datetime(2026, 1, 6, 16, 54),
        datetime(2026, 1, 6, 17, 56),
    )
    squats, raises, pull_ups = workout.exercises
    assert (squats.name, squats.equipment_hint) == ("Hack Squats (Machine)", "Machine")
    assert squats.notes == ""
    assert [(row.kind, row.weight, row.weight_unit, row.reps, row.rir) for row in squats.sets] == [
        ("warm_up", 37.5, "kg", 9, None), ("warm_up", 72.5, "kg", 7, None),
        ("working", 115, "kg", 8, 0.5), ("working", 115, "kg", 10, 1),
    ]  # fmt: skip
    assert [row.kind for row in raises.sets] == ["working", "drop", "drop"]
    assert [(row.weight, row.reps) for row in pull_ups.sets] == [(35, 6)]


def test_a_tab_delimited_copy_reads_alike(read):
    assert read(EUROPEAN.replace(";", "\t")).workouts == read(EUROPEAN).workouts


def test_a_numbered_title_is_not_taken_for_an_exercise(read):
    workouts = read(ENGLISH.replace('"Legs"', '"1. Legs"')).workouts
    assert [workout.title for workout in workouts] == ["Push, heavy", "Legs"]
    assert len(workouts[0].exercises) == 4


def test_a_session_with_an_impossible_date_is_listed_and_its_sets_left_out(read):
    parsed = read(ENGLISH.replace("2026-01-03 8:11 am", "2026-13-45 8:11 am"))
    assert [workout.title for workout in parsed.workouts] == ["Push, heavy"]
    assert "row.date" in [problem.code for problem in parsed.skipped]


def test_drop_sets_are_marked_only_where_the_loads_fall(read):
    same = EUROPEAN.replace("2;10;10;0", "2;12,5;10;0")
    assert [row.kind for row in read(same).workouts[0].exercises[1].sets] == ["working"] * 3


def test_a_comma_inside_a_name_is_kept_and_a_remark_beside_it_is_a_note(read):
    text = ENGLISH.replace('"1. Bench Press Barbell"', '"1. Bench Press, paused Barbell"')
    assert read(text).workouts[0].exercises[0].name == "Bench Press, paused Barbell"
    alone = ENGLISH.replace('"1. Squats Barbell"', '"1. Squats, low bar"')
    assert read(alone).workouts[1].exercises[0].name == "Squats, low bar"
    remark = ENGLISH.replace('"1. Squats Barbell"', '"1. Squats Barbell","slow tempo"')
    squats = read(remark).workouts[1].exercises[0]
    assert (squats.name, squats.notes) == ("Squats Barbell", "slow tempo")


def test_warm_ups_of_an_exercise_that_was_not_done_are_only_its_note(read):
    done = EUROPEAN.splitlines()
    planned = [line for line in done if not line.startswith(("1;115", "2;115"))]
    (workout,) = read("\n".join(planned) + "\n").workouts
    assert "Hack Squats (Machine)" not in [exercise.name for exercise in workout.exercises]
    assert "Hack Squats (Machine): Warm-up: 37.5 x 9, 72.5 x 7" in workout.notes


def test_other_words_beside_listed_warm_ups_stay_a_note(read):
    text = EUROPEAN.replace(
        "WU1 · 37,5 kg · 9 reps<br>", "knees warm first<br>WU1 · 37,5 kg · 9 reps<br>"
    )
    squats = read(text).workouts[0].exercises[0]
    assert [row.kind for row in squats.sets[:2]] == ["warm_up", "warm_up"]
    assert squats.notes == "knees warm first"
