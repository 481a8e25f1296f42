"""Strong in its layouts, languages and re-saved forms."""

from __future__ import annotations

from datetime import datetime

import pytest

from fitfolio.imports.model import ParsedFile, ParsedSet

IOS_HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
IOS = f"""{IOS_HEADER}
2024-03-01 18:00:05,"Push, heavy",1h 13m,"Bench Press (Barbell)",W,40.0,10.0,0,0.0,"","felt good",
2024-03-01 18:00:05,"Push, heavy",1h 13m,"Bench Press (Barbell)",1,80.0,5.0,0,0.0,"paused","felt good",8.5
2024-03-01 18:00:05,"Push, heavy",1h 13m,"Bench Press (Barbell)",Rest Timer,0,0.0,0,120.0,,,
2024-03-01 18:00:05,"Push, heavy",1h 13m,"Bench Press (Barbell)",F,82.5,3.0,0,0.0,"","",
2024-03-01 18:00:05,"Push, heavy",1h 13m,"Bench Press (Barbell)",D,60.0,12.0,0,0.0,"","",
2024-03-01 18:00:05,"Push, heavy",1h 13m,Plank,1,0,0,0,75.0,"","",
2024-03-01 18:00:05,"Push, heavy",1h 13m,Running,1,0,0,2.5,900.0,"","",
2024-03-03 09:00:00,Pull,45m,Pull Up,1,0,8.0,0,0.0,"","",
"""


def all_sets(parsed: ParsedFile) -> list[ParsedSet]:
    return [row for workout in parsed.workouts for block in workout.exercises for row in block.sets]


def test_a_row_is_a_set_of_its_workout_and_block(read):
    parsed = read(IOS, unit="kg")
    assert parsed.format == "strong"
    push, pull = parsed.workouts
    assert (push.title, push.started_at, push.notes) == (
        "Push, heavy",
        datetime(2024, 3, 1, 18, 0, 5),
        "felt good",
    )
    assert push.finished_at == datetime(2024, 3, 1, 19, 13, 5)
    assert [block.name for block in push.exercises] == ["Bench Press (Barbell)", "Plank", "Running"]
    assert [row.kind for row in push.exercises[0].sets] == ["warm_up", "working", "failure", "drop"]
    top = push.exercises[0].sets[1]
    assert (top.weight, top.weight_unit, top.reps, top.rpe, top.notes, top.line) == (
        80,
        "kg",
        5,
        8.5,
        "paused",
        3,
    )
    plank, run = push.exercises[1].sets[0], push.exercises[2].sets[0]
    assert (plank.duration_s, plank.reps, plank.weight) == (75, None, None)
    assert (run.distance, run.distance_unit, run.duration_s) == (2.5, "km", 900)
    assert (pull.exercises[0].sets[0].reps, pull.exercises[0].sets[0].weight) == (8, None)


def test_the_unit_is_asked_with_a_guess_and_the_answer_is_used(read):
    pounds = (
        IOS.replace("80.0", "185.0")
        .replace("82.5", "225.0")
        .replace("60.0", "135.0")
        .replace("40.0", "95.0")
    )
    asked = read(pounds)
    assert (asked.needs_unit, asked.guessed_unit, asked.needs_time_zone) == (True, "lb", True)
    assert all_sets(asked)[1].weight_unit is None
    answered = read(pounds, unit="lb")
    assert all_sets(answered)[1].weight_unit == "lb"
    assert answered.workouts[0].exercises[2].sets[0].distance_unit == "mi"


@pytest.mark.parametrize(
    ("name", "unit", "distance", "distance_unit"),
    [("kg", "kg", "km", "km"), ("lb", "lb", "mi", "mi"), ("lbs", "lb", "mi.", "mi")],
)
def test_the_oldest_layout_names_its_units_in_the_header_and_counts_from_zero(
    read, name, unit, distance, distance_unit
):
    parsed = read(
        f"Date,Workout Name,Exercise Name,Set Order,{name},Reps,{distance},Seconds,Notes\n"
        '2016-10-03 19:30:55,W1D1,Squat,0,70.0,5,0.0,0,""\n'
        '2016-10-03 19:30:55,W1D1,Squat,1,70.0,5,0.0,0,""\n'
        '2016-10-03 19:30:55,W1D1,Row,0,0.0,0,1.5,600,""\n'
    )
    assert not parsed.needs_unit
    assert [row.weight_unit for row in all_sets(parsed)] == [unit, unit, None]
    assert all_sets(parsed)[2].distance_unit == distance_unit


def test_the_older_android_layout_states_units_per_row_and_the_duration_last(read):
    parsed = read(
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;"
        "Workout Notes;Workout Duration\n"
        '2021-07-10 11:05:50;"Push";"Press (Barbell)";1;100;lbs;5;;;;0;"";"a day";2h 4m\n'
        '2021-07-10 11:05:50;"Push";"Press (Barbell)";2;50;kg;5;;;;0;;;2h 4m\n'
        '2021-07-10 11:05:50;"Push";"Cycling";1;;;;;12;km;1800;;;2h 4m\n'
    )
    assert [(row.weight, row.weight_unit) for row in all_sets(parsed)] == [
        (100, "lb"),
        (50, "kg"),
        (None, None),
    ]
    assert not parsed.needs_unit
    assert parsed.workouts[0].finished_at == datetime(2021, 7, 10, 13, 9, 50)
    assert all_sets(parsed)[2].distance == 12


def test_the_newest_android_layout_is_kilograms_metres_and_seconds(read):
    parsed = read(
        '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";'
        '"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
        '"1";"2024-08-31 00:03:19";"Push";"3600";"Squat";"WARM_UP";"61.23492";"12";"";"";"";"";""\n'
        '"1";"2024-08-31 00:03:19";"Push";"3600";"Squat";"Rest Timer";"";"";"";"";"90";"";""\n'
        '"1";"2024-08-31 00:03:19";"Push";"3600";"Squat";"Note";"";"";"";"";"";"keep the back flat";""\n'
        '"1";"2024-08-31 00:03:19";"Push";"3600";"Squat";"DROP_SET";"50";"12";"9";"";"";"";""\n'
        '"1";"2024-08-31 00:03:19";"Push";"3600";"Squat";"FAILURE";"50";"12";"";"";"";"";""\n'
        '"1";"2024-08-31 00:03:19";"Push";"3600";"Rowing";"1";"";"";"";"2000";"480";"";""\n'
    )
    workout = parsed.workouts[0]
    assert [row.kind for row in all_sets(parsed)] == ["warm_up", "drop", "failure", "working"]
    assert workout.exercises[0].notes == "keep the back flat"
    assert (workout.finished_at - workout.started_at).total_seconds() == 3600
    assert (all_sets(parsed)[3].distance, all_sets(parsed)[3].distance_unit) == (2000, "m")
    assert parsed.skipped == []


@pytest.mark.parametrize(
    "header",
    [
        "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,Notes,Notes d'entraînement,RPE",
        "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,Workout-Notizen,RPE",
        "日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE",
        "Päivä,Treenin nimi,Kesto,Liikkeen nimi,Sarjan numero,Paino,Toistot,Matka,Sekunnit,Huomiot,Treenin huomiot,RPE",
        IOS_HEADER.upper(),
    ],
)
def test_the_header_may_be_in_any_language(read, header: str):
    parsed = read(IOS.replace(IOS_HEADER, header))
    assert parsed.format == "strong"
    assert len(all_sets(parsed)) == 7
    assert parsed.workouts[0].exercises[0].sets[1].rpe == 8.5


def test_a_file_without_its_header_is_read_by_position(read):
    parsed = read(IOS.split("\n", 1)[1])
    assert len(all_sets(parsed)) == 7
    assert all_sets(parsed)[0].line == 1


def test_rest_rows_of_another_language_are_no_sets(read):
    parsed = read(IOS.replace("Rest Timer", "Ruhezeit").replace("1h 13m", "1小时13分钟"))
    assert len(all_sets(parsed)) == 7
    assert len(all_sets(read(IOS.replace("Rest Timer", "Tauko")))) == 7
    assert parsed.workouts[0].finished_at == datetime(2024, 3, 1, 19, 13, 5)


def test_an_unknown_mark_with_repetitions_is_still_a_set(read):
    parsed = read(IOS.replace(",F,", ",X,"))
    assert all_sets(parsed)[2].kind == "working"


def test_the_same_exercise_twice_in_a_row_makes_two_blocks_when_numbering_restarts(read):
    row = "2024-03-01 18:00:05,A,1h,Squat,{},100,5,0,0,,,\n"
    parsed = read(
        IOS_HEADER + "\n" + "".join(row.format(order) for order in (1, 2, 1, 2)), unit="kg"
    )
    assert [len(block.sets) for block in parsed.workouts[0].exercises] == [2, 2]


def test_a_spreadsheet_copy_with_other_dates_commas_and_quotes_means_the_same(read):
    copy = (
        f"{IOS_HEADER.replace(',', ';')}\n"
        "21.05.2023 18:24:10;Push;1h;Bench;1;82,5;5;0;0;;;\n"
        "\n"
        ";;;;;;;;;;;\n"
        '"21.05.2023 18:24:10;""Push"";1h;""Bench"";2;80;6;0;0;"""";"""";"\n'
    )
    parsed = read(copy, unit="kg")
    assert parsed.workouts[0].started_at == datetime(2023, 5, 21, 18, 24, 10)
    assert [(row.weight, row.reps, row.line) for row in all_sets(parsed)] == [
        (82.5, 5, 2),
        (80, 6, 5),
    ]


def test_commas_that_lost_their_quotes_are_put_back_into_the_name(read):
    parsed = read(IOS.replace('"Push, heavy"', "Push, heavy"), unit="kg")
    assert parsed.workouts[0].title == "Push, heavy"
    assert len(all_sets(parsed)) == 7


def test_bad_rows_are_listed_with_line_and_reason_and_do_not_stop_the_file(read):
    bad = (
        IOS
        + "not a date,X,1h,Squat,1,100,5,0,0,,,\n2024-03-04 09:00:00,X,1h,,1,100,5,0,0,,,\n2024-03-04 09:0"
    )
    parsed = read(bad, unit="kg")
    assert len(all_sets(parsed)) == 7
    assert [(problem.line, problem.code) for problem in parsed.skipped] == [
        (10, "row.date"),
        (11, "row.no_exercise"),
        (12, "row.too_short"),
    ]


def test_a_workout_that_was_never_closed_has_no_end_and_is_flagged(read):
    parsed = read(IOS.replace("1h 13m", "54h 3m"), unit="kg")
    assert parsed.workouts[0].finished_at is None
    assert [problem.code for problem in parsed.flagged] == ["workout.duration"]


def test_keys_stay_the_same_in_a_later_export_and_in_another_layout(read):
    later = IOS + "2024-03-05 09:00:00,Legs,45m,Squat,1,100,5,0,0,,,\n"
    earlier_keys = [workout.source_key for workout in read(IOS).workouts]
    assert [workout.source_key for workout in read(later).workouts][:2] == earlier_keys
    assert earlier_keys[1] == "strong:2024-03-03T09:00:00:pull"


def test_two_workouts_at_one_moment_keep_different_keys(read):
    rows = "2024-03-01 18:00:05,A,1h,Squat,1,100,5,0,0,,,\n2024-03-01 18:00:05,a,1h,Squat,1,100,5,0,0,,,\n"
    keys = [workout.source_key for workout in read(f"{IOS_HEADER}\n{rows}").workouts]
    assert len(set(keys)) == 2


def test_the_short_layout_without_notes_is_recognised(read):
    parsed = read(
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
        '2023-01-16 16:46:08,"Upper",57m,"Press",1,40.0,13.0,0,0.0,\n'
        '2023-01-16 16:46:08,"Upper",57m,"Press",D,80.0,8.0,0,0.0,9\n'
    )
    assert [row.rpe for row in all_sets(parsed)] == [None, 9]


def test_a_duration_beyond_the_calendar_is_no_end(read):
    assert read(IOS.replace("1h 13m", "9999999d"), unit="kg").workouts[0].finished_at is None


def test_the_numbered_layout_is_metric_even_without_its_header(read):
    parsed = read(
        '"1";"2024-08-31 00:03:19";"Push";"3600";"Squat";"1";"61.2";"12";"";"";"";"";""\n'
        '"1";"2024-08-31 00:03:19";"Push";"3600";"Rowing";"1";"";"";"";"2000";"480";"";""\n'
    )
    assert (all_sets(parsed)[0].weight_unit, all_sets(parsed)[1].distance_unit) == ("kg", "m")
    assert not parsed.needs_unit
