import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.exercises.matching import ANY_APP, NONE_BELOW, match_many, match_name

LIBRARY = load_catalogue()
TRUTH_FILE = Path(__file__).parent / "match_truth.csv"


def truth():
    with TRUTH_FILE.open(encoding="utf-8") as file:
        return [(row["name"], row["app"], row["slug"] or None) for row in csv.DictReader(file)]


LANGUAGES_FILE = Path(__file__).parent / "match_languages.csv"


def test_the_common_lifts_are_known_in_the_languages_apps_export():
    with LANGUAGES_FILE.open(encoding="utf-8") as file:
        rows = [(row["language"], row["name"], row["slug"]) for row in csv.DictReader(file)]
    slugs: dict[str, set[str]] = {}
    wrong = []
    for language, name, slug in rows:
        slugs.setdefault(language, set()).add(slug)
        match = match_name(name, app="hevy")
        if match.slug != slug or not match.sure:
            wrong.append((language, name, slug, match.slug, match.score))
    assert wrong == []
    assert set(slugs) == {"de", "es", "fr", "it", "ja", "pt", "ru", "tr", "zh"}
    assert min(len(known) for known in slugs.values()) >= 60


def test_what_lifters_log_is_not_what_the_table_of_facts_calls_so():
    # There "Adductor" is a foam roll and "Torso Rotation" done with a ball.
    assert match_name("Adductor").slug == "adductor-foam-roll"
    assert match_name("Adductor", app=ANY_APP).slug == "hip-adduction-machine"
    assert match_name("Adductor", app="strong").slug == "hip-adduction-machine"
    assert match_name("Torso Rotation", app="hevy").slug == "torso-rotation-machine"


def test_the_judged_names_name_exercises_that_exist():
    rows = truth()
    assert len(rows) >= 300
    assert {slug for _, _, slug in rows if slug} <= set(LIBRARY.by_slug)


def test_judged_names_are_matched_right_and_never_surely_wrong():
    wrong, surely_wrong = [], []
    rows = truth()
    for name, app, slug in rows:
        match = match_name(name, app=app or None)
        if match.slug != slug:
            wrong.append((name, slug, match.slug))
            if match.sure:
                surely_wrong.append((name, slug, match.slug))
    assert surely_wrong == []
    assert 1 - len(wrong) / len(rows) >= 0.97, wrong


@pytest.mark.parametrize(
    ("name", "facts_name"),
    [
        ("Squat (Barbell)", "Barbell Squat"),
        ("Squat", "Barbell Squat"),
        ("Bench Press (Barbell)", "Barbell Bench Press - Medium Grip"),
        ("Deadlift (Barbell)", "Barbell Deadlift"),
        ("Overhead Press (Barbell)", "Standing Military Press"),
        ("Lat Pulldown (Cable)", "Wide-Grip Lat Pulldown"),
        ("Bent Over Row (Barbell)", "Bent Over Barbell Row"),
        ("Bicep Curl (Dumbbell)", "Dumbbell Bicep Curl"),
        ("Leg Extension (Machine)", "Leg Extensions"),
        ("Lateral Raise (Dumbbell)", "Side Lateral Raise"),
        ("Pull Up", "Pullups"),
        ("Chin Up", "Chin-Up"),
        ("Romanian Deadlift (Barbell)", "Romanian Deadlift"),
        ("Incline Bench Press (Dumbbell)", "Incline Dumbbell Press"),
        ("Leg Press", "Leg Press"),
        ("Seated Chess Press", "Machine Bench Press"),
        ("Machine Calf Raise", "Standing Calf Raises"),
        ("Guillotine Press", "Barbell Guillotine Bench Press"),
        ("Plate Squeeze (Svend Press)", "Svend Press"),
        ("Partial Glute Bridge (Barbell)", "Barbell Glute Bridge"),
        ("Glute Kickback on Floor", "Glute Kickback"),
        ("Half Kneeling Hip Flexor Stretch", "Kneeling Hip Flexor"),
        ("Frog Jumps", "Frog Hops"),
        ("Yates Row", "Reverse Grip Bent-Over Rows"),
        ("Kroc Row", "One-Arm Dumbbell Row"),
        ("Lateral Band Walks", "Monster Walk"),
        ("Reverse Bar Grip Triceps Pushdown", "Reverse Grip Triceps Pushdown"),
        ("Rack Pull 2 Pin", "Rack Pulls"),
        ("Kettlebell Swing One Hand", "One-Arm Kettlebell Swings"),
        ("Deadlift Hex", "Trap Bar Deadlift"),
    ],
)
def test_common_names_lead_to_the_row_of_facts_they_mean(name, facts_name):
    match = match_name(name)
    assert match.sure
    assert match.slug is not None
    assert LIBRARY.by_slug[match.slug].facts_name == facts_name


def test_every_name_in_the_library_leads_back_to_its_exercise():
    astray = [
        (name, exercise.slug, match_name(name).slug)
        for exercise in LIBRARY.exercises
        for name in (exercise.name, exercise.facts_name, exercise.name_de)
        if name and match_name(name).slug != exercise.slug
    ]
    assert astray == []


@pytest.mark.parametrize("name", ["", "  ", "Chest", "Push Day", "Zzzdump2", "???", "123", "Физра"])
def test_a_name_that_is_no_exercise_has_no_match(name):
    match = match_name(name)
    assert match.slug is None
    assert not match.sure


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Leg press (hinge )", "leg-press-machine"),
        ("Deadlift Old Data", "deadlift-barbell"),
        ("Dip", "parallel-bar-dip"),
        ("Kettlebell Snatch", "single-arm-snatch-kettlebell"),
        ("Lower Back", "back-extension-machine"),
        ("Knee Raise", "knee-raise-on-parallel-bars"),
    ],
)
def test_a_likely_name_is_matched_but_left_to_a_person(name, slug):
    match = match_name(name)
    assert match.slug == slug
    assert not match.sure
    assert NONE_BELOW <= match.score < 1


def test_another_equipment_is_never_a_match():
    match = match_name("Hip Thrust (Kettlebell)")
    assert not match.sure
    assert match_name("Thruster (Cable)").slug is None
    assert match_name("Pendlay Row (Kettlebell)").slug is None
    assert match_name("Skullcrusher (Barbell)").slug == "skullcrusher-barbell"


def test_the_hint_says_the_equipment_a_name_leaves_out():
    assert match_name("Bench Press", "Dumbbell").slug == "bench-press-dumbbell"
    assert match_name("Bench Press", "Kurzhantel").slug == "bench-press-dumbbell"
    assert match_name("Bench Press", "no idea").slug == "bench-press-barbell"


def test_the_app_decides_a_name_that_means_two_things():
    assert match_name("Air Bike").slug == "bicycle-crunch"
    assert match_name("Air Bike", app="hevy").slug == "assault-bike"
    assert match_name("Squat", app="stronglifts").slug == "squat-barbell"


def test_alternatives_are_offered_best_first_without_the_match_itself():
    match = match_name("Single Arm Overhead Press")
    scores = [score for _, score in match.alternatives]
    assert 1 <= len(match.alternatives) <= 5
    assert scores == sorted(scores, reverse=True)
    assert match.slug not in {slug for slug, _ in match.alternatives}


def test_many_names_are_matched_at_once():
    names = ["Squat", "Bench Press"]
    matches = match_many(names, equipment_hints=["", "dumbbell"])
    assert matches["Squat"].slug == "squat-barbell"
    assert matches["Bench Press"].slug == "bench-press-dumbbell"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["", "dumbbell", "?"]))
def test_any_text_gets_an_answer_that_keeps_its_promises(name, hint):
    match = match_name(name, hint)
    assert 0 <= match.score <= 1
    assert match.slug is None or match.slug in LIBRARY.by_slug
    assert not (match.sure and match.slug is None)
