"""Generic tables with a column mapping, Gravl, GymRun and Gravitus."""

from __future__ import annotations

from datetime import datetime

import pytest

from fitfolio.imports.model import ParsedFile, ParsedSet
from fitfolio.imports.reading import ImportRefused

GERMAN = """Datum;Uhrzeit;Training;Übung;Gewicht (kg);Wdh.;Satzart;Notizen;Bemerkung zum Tag
01.03.2024;18:00;Push;Bankdrücken;82,5;5;;sauber;gut
01.03.2024;18:00;Push;Bankdrücken;40 kg;10 Wdh.;Aufwärmen;;gut
03.03.2024;;Pull;Klimmzug;;8;;;
"""


def all_sets(parsed: ParsedFile) -> list[ParsedSet]:
    return [row for workout in parsed.workouts for block in workout.exercises for row in block.sets]


def test_an_unknown_table_asks_which_column_is_what_with_guesses_and_samples(read):
    parsed = read(GERMAN)
    assert parsed.format == "generic_csv"
    assert parsed.needs_columns == GERMAN.split("\n", 1)[0].split(";")
    assert parsed.guessed_columns == {
        "date": "Datum", "time": "Uhrzeit", "exercise": "Übung", "weight": "Gewicht (kg)", "reps": "Wdh.",
        "kind": "Satzart", "notes": "Notizen", "workout": "Training",
    }  # fmt: skip
    assert parsed.sample_rows[0][3] == "Bankdrücken"
    assert parsed.workouts == []


def test_the_mapped_columns_are_read(read):
    mapping = {**read(GERMAN).guessed_columns, "workout_notes": "Bemerkung zum Tag"}
    parsed = read(GERMAN, columns=mapping)
    push, pull = parsed.workouts
    assert (push.started_at, push.title, push.notes, push.has_time) == (
        datetime(2024, 3, 1, 18),
        "Push",
        "gut",
        True,
    )
    assert not pull.has_time
    assert [
        (row.kind, row.weight, row.weight_unit, row.reps, row.notes)
        for row in push.exercises[0].sets
    ] == [
        ("working", 82.5, "kg", 5, "sauber"),
        ("warm_up", 40, "kg", 10, ""),
    ]
    assert pull.exercises[0].sets[0].weight is None


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (
            "Date,Exercise,Weight (lbs),Reps,RPE,Comments",
            {"date", "exercise", "weight", "reps", "rpe", "notes"},
        ),
        (
            "Fecha,Ejercicio,Peso,Repeticiones,Notas",
            {"date", "exercise", "weight", "reps", "notes"},
        ),
        (
            "Date,Exercice,Charge,Répétitions,Durée",
            {"date", "exercise", "weight", "reps", "duration_s"},
        ),
        (
            "Data,Exercício,Carga,Repetições,Distância",
            {"date", "exercise", "weight", "reps", "distance"},
        ),
        (
            "Data,Esercizio,Peso,Ripetizioni,Sessione",
            {"date", "exercise", "weight", "reps", "workout"},
        ),
        ("x,y,z", set()),
    ],
)
def test_column_names_are_guessed_in_six_languages(read, header: str, fields: set[str]):
    row = ",".join("123456"[: header.count(",") + 1])
    assert read(f"{header}\n{row}\n").guessed_columns.keys() == fields


def test_units_come_from_the_cell_then_the_row_then_the_header_then_the_person(read):
    table = "day,lift,load,u,n,km\n2024-01-01,Squat,100 lb,kg,5,\n2024-01-01,Squat,100,lbs,5,2.5\n2024-01-01,Squat,100,,5,800 m\n"
    mapping = {
        "date": "day",
        "exercise": "lift",
        "weight": "load",
        "weight_unit": "u",
        "reps": "n",
        "distance": "km",
    }
    parsed = read(table, columns=mapping, unit="kg")
    assert [row.weight_unit for row in all_sets(parsed)] == ["lb", "lb", "kg"]
    assert parsed.needs_unit
    assert [(row.distance, row.distance_unit) for row in all_sets(parsed)] == [
        (None, None),
        (2.5, "km"),
        (800, "m"),
    ]


def test_a_time_per_set_makes_one_workout_a_day(read):
    rows = "".join(
        f"2024-01-0{day} 18:{minute:02}:00,Squat,100,5\n" for day in (1, 2) for minute in range(8)
    )
    parsed = read(
        "when,what,kg,reps\n" + rows,
        columns={"date": "when", "exercise": "what", "weight": "kg", "reps": "reps"},
    )
    assert [workout.started_at for workout in parsed.workouts] == [
        datetime(2024, 1, 1, 18),
        datetime(2024, 1, 2, 18),
    ]
    assert all_sets(parsed)[3].logged_at == datetime(2024, 1, 1, 18, 3)
    assert parsed.workouts[0].source_key == "csv:2024-01-01"


@pytest.mark.parametrize(
    "mapping",
    [
        {"date": "when"},
        {"date": "when", "exercise": "nothing"},
        {"date": "when", "exercise": "what", "colour": "kg"},
    ],
)
def test_a_mapping_that_does_not_fit_the_file_is_refused(read, mapping: dict[str, str]):
    with pytest.raises(ImportRefused) as caught:
        read("when,what,kg\n2024-01-01,Squat,100\n", columns=mapping)
    assert caught.value.code == "import.columns"


def test_bad_rows_of_a_mapped_table_are_listed(read):
    table = "when,what,kg\n2024-01-01,Squat,100\nnever,Squat,100\n2024-01-01,,100\n"
    parsed = read(table, columns={"date": "when", "exercise": "what", "weight": "kg"})
    assert [(problem.line, problem.code) for problem in parsed.skipped] == [
        (3, "row.date"),
        (4, "row.no_exercise"),
    ]


def test_gravl_is_recognised(read):
    parsed = read(
        "Date,Start Date,Workout,Source,Workout Duration (min),Energy,Exercise,Superset,Set,Set Type,Reps,Weight (kg),"
        "Distance (km),Set Duration (sec),Incline,Steps,Effort,Workout Notes\n"
        "2026/06/28,18:30,Push,App,50,200,Bench Press,,1,Warm-up,10,40,,,,,,nice\n"
        "2026/06/28,18:30,Push,App,50,200,Run,,1,Normal,,,2,600,,,,\n"
    )
    assert parsed.format == "gravl"
    workout = parsed.workouts[0]
    assert (workout.started_at, workout.title, workout.notes) == (
        datetime(2026, 6, 28, 18, 30),
        "Push",
        "nice",
    )
    assert (all_sets(parsed)[0].kind, all_sets(parsed)[0].weight_unit) == ("warm_up", "kg")
    assert (all_sets(parsed)[1].distance, all_sets(parsed)[1].duration_s) == (2, 600)


def test_gymrun_is_recognised(read):
    parsed = read(
        "Date;Time;Routine;Exercise;Set;Weight;Reps;Duration;Distance;Para6;Note;Type;Book;Version1\n"
        "2020-05-01;18:30;A;Squat;1;100;5;;;;deep;;;\n"
    )
    assert parsed.format == "gymrun"
    assert (all_sets(parsed)[0].weight, all_sets(parsed)[0].notes, parsed.needs_unit) == (
        100,
        "deep",
        True,
    )


def test_gravitus_joins_its_tables_and_sorts_the_sets(read):
    parsed = read(
        "Workouts,,,,,,,,,\nstarted_at,duration_seconds,title,,,,,,,\n"
        "2022-03-04 17:00:00,3600,Push,,,,,,,\n2022-03-05 17:00:00,,None,,,,,,,\n\n"
        "Workout Sets,,,,,,,,,\n"
        "group_number,set_number,seconds,reps,weight,one_rep_equivalent,is_pr,rpe,exercise,workout\n"
        "2,1,,12,30,,,,Curl,2022-03-04 17:00:00 Push\n"
        "1,2,,5,185,,,8,Bench,2022-03-04 17:00:00 Push\n"
        "1,1,,10,95,,,,Bench,2022-03-04 17:00:00 Push\n"
        "2,1,,15,20,,,,Raise,2022-03-04 17:00:00 Push\n"
        "1,1,60,,,,,,Plank,2022-03-05 17:00:00 None\n"
        "1,1,60,,,,,,Plank,unknown\n"
    )
    assert parsed.format == "gravitus"
    push, plank = parsed.workouts
    assert (push.title, plank.title, push.finished_at) == ("Push", "", datetime(2022, 3, 4, 18))
    assert [(block.name, block.superset) for block in push.exercises] == [
        ("Bench", None),
        ("Curl", 1),
        ("Raise", 1),
    ]
    assert [(row.weight, row.weight_unit) for row in push.exercises[0].sets] == [
        (95, "lb"),
        (185, "lb"),
    ]
    assert plank.exercises[0].sets[0].duration_s == 60
    assert [problem.code for problem in parsed.skipped] == ["row.workout"]
