"""Fitbod, both tables and spreadsheet copies."""

from __future__ import annotations

from datetime import UTC, datetime

HEADER = "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier"
FILE = f"""{HEADER}
2024-04-16 20:45:37 +0000,Walking, 0,0.0,1170.6,1891.4,0.0,0.0,false,, 0.0

2024-04-16 18:24:10 +0000,Dumbbell Bench Press, 12,20.41168092460379,0.0,0.0,0.0,0.0,true,easy, 2.0
2024-04-16 18:24:10 +0000,Dumbbell Bench Press, 10,22.67964547178199,0.0,0.0,0.0,0.0,false,, 2.0
2024-04-16 18:24:10 +0000,Back Squat, 5,100,0.0,0.0,0.0,0.0,false,, 1.0
"""


def test_one_timestamp_is_one_workout_in_utc_with_weights_per_hand(read):
    parsed = read(FILE)
    assert (parsed.format, parsed.needs_unit, parsed.needs_time_zone) == ("fitbod", False, False)
    walk, gym = parsed.workouts
    assert gym.started_at == datetime(2024, 4, 16, 18, 24, 10, tzinfo=UTC)
    assert gym.source_key == "fitbod:2024-04-16T18:24:10Z"
    assert [(block.name, block.per_hand) for block in gym.exercises] == [
        ("Dumbbell Bench Press", True),
        ("Back Squat", False),
    ]
    assert [(row.kind, row.reps, row.notes) for row in gym.exercises[0].sets] == [
        ("warm_up", 12, "easy"),
        ("working", 10, ""),
    ]
    steps = walk.exercises[0].sets[0]
    assert (steps.duration_s, steps.distance, steps.distance_unit, steps.reps) == (
        1170.6,
        1891.4,
        "m",
        None,
    )
    assert gym.exercises[0].sets[0].line == 4


def test_a_spreadsheet_copy_means_the_same(read):
    copy = (
        FILE.replace("true", "TRUE")
        .replace("false", "FALSE")
        .replace(HEADER, HEADER + ",")
        .replace(" +0000", "")
        + ",,,,,,,,,,\n"
    )
    parsed = read(copy)
    assert parsed.workouts[1].started_at == datetime(2024, 4, 16, 18, 24, 10, tzinfo=UTC)
    assert parsed.workouts[1].exercises[0].sets[0].kind == "warm_up"
    assert parsed.skipped == []


def test_the_old_table_knows_only_the_day_and_does_not_state_its_unit(read):
    parsed = read(
        "Date,Exercise,Sets,Reps,Weight,isWarmup,Note\n"
        "2019-02-13,Assisted Chin Up,1,5,-20,,\n"
        "2019-02-13,Press,1,13,6.803893642,true,\n"
        "2019-02-14,Press,1,13,9.07185,,\n"
        "someday,Press,1,13,9.07185,,\n"
    )
    assert [workout.has_time for workout in parsed.workouts] == [False, False]
    assert (parsed.needs_unit, parsed.guessed_unit) == (True, "kg")
    assert parsed.workouts[0].exercises[0].sets[0].weight == -20
    assert [problem.line for problem in parsed.skipped] == [5]


def test_a_copy_without_the_warm_up_column_is_still_recognised(read):
    parsed = read(
        "Date,Exercise,Reps,Weight(kg),multiplier\n2024-04-16 18:24:10 +0000,Press,12,20,1\n,,7,,\n"
    )
    assert (parsed.format, len(parsed.workouts)) == ("fitbod", 1)
    assert (
        read("Date,Exercise,Reps,multiplier\n2024-04-16,Press,12,1\n")
        .workouts[0]
        .exercises[0]
        .sets[0]
        .weight
        is None
    )
