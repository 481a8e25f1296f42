"""GymBook in several languages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from fitfolio.imports.reading import ImportRefused

EXAMPLES = Path(__file__).parent / "examples"
GERMAN = (EXAMPLES / "gymbook_de.csv").read_text(encoding="utf-8")
ENGLISH = (EXAMPLES / "gymbook_en.csv").read_text(encoding="utf-8")
ITALIAN_HEADER = (
    "Data,Programma,Orario,Esercizio,Zona,Gruppi muscolari (Primari),Gruppi muscolari (Secondari),"
    "Set / Set di riscaldamento / Set di defaticamento,Ripetizioni / Tempo,Peso / Distanza,Appunti,Saltato\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_every_encoding_of_the_app_reads_alike(read, encoding):
    parsed = read(GERMAN.encode(encoding))
    assert parsed.format == "gymbook"
    assert sum(len(found.sets) for found in parsed.workouts[0].exercises) == 4


def test_unit_words_kinds_and_skipped_rows(read):
    (workout,) = read(GERMAN).workouts
    squat, plank, treadmill = workout.exercises
    assert [(row.kind, row.weight, row.weight_unit, row.reps, row.notes) for row in squat.sets] == [
        ("warm_up", 60, "kg", 8, ""),
        ("working", 102.5, "kg", 5, "tief; ruhig"),
    ]
    assert [(row.duration_s, row.reps, row.weight) for row in plank.sets] == [(60, None, None)]
    (run,) = treadmill.sets
    assert (run.duration_s, run.distance, run.distance_unit) == (720, 2.5, "km")
    assert run.notes == "Cool-down."


def test_a_workout_runs_from_its_first_to_its_last_set_and_is_keyed_by_its_day(read):
    (workout,) = read(GERMAN).workouts
    assert workout.title == "Tag 1"
    assert (workout.started_at, workout.finished_at) == (
        datetime(2026, 1, 5, 18, 2),
        datetime(2026, 1, 5, 18, 30),
    )
    assert workout.source_key == "gymbook:2026-01-05:tag 1"


def test_an_impossible_date_is_listed_with_its_line(read):
    assert [(problem.line, problem.code) for problem in read(GERMAN).skipped] == [(7, "row.date")]


def test_the_order_of_day_and_month_is_judged_over_the_column(read):
    workouts = read(ENGLISH).workouts
    assert [workout.started_at for workout in workouts] == [
        datetime(2026, 1, 5, 18, 2),
        datetime(2026, 1, 13, 18, 10),
    ]
    assert [row.weight_unit for row in workouts[0].exercises[0].sets] == ["lb", "lb"]


def test_italian_words_and_a_set_of_no_repetitions(read):
    parsed = read(
        ITALIAN_HEADER
        + '09/01/25,A,19:30,Crunches,Addome,x,y,Set di riscaldamento,"20 ripetizioni","0,00 kg",,No\n'
        + '09/01/25,A,19:31,Crunches,Addome,x,y,Set,"0 ripetizioni","5,00 kg",,No\n'
        + '09/01/25,A,19:32,Crunches,Addome,x,y,Set,"20 ripetizioni","0,00 kg",,Sì\n'
        + '09/01/25,A,19:33,,Addome,x,y,Set,"20 ripetizioni","0,00 kg",,No\n'
        + "09/01/25,A,19:34,Planks,Addome,x,y,Set,,,,No\n"
    )
    (crunches,) = parsed.workouts[0].exercises
    assert [(row.kind, row.reps, row.weight) for row in crunches.sets] == [
        ("warm_up", 20, None),
        ("working", 0, 5),
    ]
    assert [problem.code for problem in parsed.skipped] == ["row.no_exercise", "row.empty_set"]


def test_a_weight_without_a_unit_word_is_asked(read):
    parsed = read(GERMAN.replace(" kg", ""))
    assert parsed.needs_unit
    assert parsed.guessed_unit == "kg"


def test_another_table_is_not_gymbook(read):
    with pytest.raises(ImportRefused, match="GymBook"):
        read("a,b\n1,2\n", format="gymbook")
