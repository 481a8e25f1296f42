import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitfolio.exercises.names import normalise, parse_name, singular


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bench Press (Barbell)", "Barbell Bench Press"),
        ("Bench Press (Barbell)", "bench  press, BARBELL "),
        ("Bench Press (Barbell)", "BB Bench-Press"),
        ("Bench Press (Barbell)", "Bankdrücken (Langhantel)"),
        ("Bench Press (Barbell)", "Supino Reto (Barra)"),
        ("Bench Press (Barbell)", "Жим штанги лёжа"),
        ("Bench Press (Barbell)", "Bench Press (Bar)"),
        ("Bench Press (Barbell)", "Bench Press (Barbell) (Each Side)"),
        ("Incline Bench Press (Dumbbell)", "DB Incline Press"),
        ("Bench Press - Close Grip (Barbell)", "Barbell Close-Grip Bench Press"),
        ("Pull Up", "pullups"),
        ("Push-Up", "Push ups"),
        ("Romanian Deadlift (Dumbbell)", "DB RDL"),
        ("Lat Pulldown - Wide Grip (Cable)", "Lat Pulldowns with Wide Overhand Grip Cable"),
        ("Biceps Curl (EZ Bar)", "Curls con Barra EZ"),
        ("Chest Fly (Dumbbell)", "Dumbbell Flyes"),
        ("Single-Arm Row (Dumbbell)", "One Arm Dumbbell Row"),
        ("Seated Calf Raise", "Seated Calves Raise"),
        ("Leg Extension - Unilateral (Machine)", "Single-Leg Leg Extension (Machine)"),
        ("Standing Shoulder Press (Barbell)", "OHP (Barbell)"),
        ("Chest Press (Dumbbell)", "Bench Press (Dumbbell)"),
        ("Lateral Raise (Dumbbell)", "Elevación Lateral (Mancuerna)"),
        ("Shoulder Press (Dumbbell)", "Desenvolvimento (Halter)"),
        ("Pull Up (Weighted)", "Barfiks (Ağırlıklı)"),
    ],
)
def test_the_same_exercise_written_differently_reads_the_same(one, other):
    assert parse_name(one) == parse_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bench Press (Barbell)", "Bench Press (Dumbbell)"),
        ("Bench Press (Barbell)", "Incline Bench Press (Barbell)"),
        ("Pull Up", "Pull Up (Assisted)"),
        ("Seated Leg Curl", "Lying Leg Curl"),
        ("Biceps Curl (Barbell)", "Reverse Curl (Barbell)"),
        ("Leg Press", "Single Leg Press"),
        ("Reverse Grip Curl (EZ Bar)", "Supinated Curl (EZ Bar)"),
    ],
)
def test_different_exercises_read_differently(one, other):
    assert parse_name(one) != parse_name(other)


def test_a_name_is_split_into_movement_equipment_and_modifiers():
    parsed = parse_name("Seated Incline Curl (Dumbbell)")
    assert parsed.movement == {"curl"}
    assert parsed.equipment == "dumbbell"
    assert parsed.modifiers == {"seated", "incline"}
    assert parsed.doubts == 0


def test_a_remark_in_parentheses_is_left_out_but_leaves_a_doubt():
    known = {"leg", "press"}
    parsed = parse_name("Leg press (corner)", repair=lambda word: word if word in known else None)
    assert parsed.movement == {"legpress"}
    assert parsed.doubts > 0


def test_a_body_part_alone_says_nothing():
    assert parse_name("Chest").movement == frozenset()


@pytest.mark.parametrize(
    ("plural", "one"),
    [("flies", "fly"), ("presses", "press"), ("press", "press"), ("calves", "calf"), ("ups", "up"),
     ("raises", "raise"), ("crunches", "crunch"), ("as", "as")],
)  # fmt: skip
def test_plurals_become_singular(plural, one):
    assert singular(plural) == one


@given(st.text(max_size=80))
def test_any_text_can_be_read_and_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)
    parsed = parse_name(text)
    assert all(not token.startswith(("@", "#")) for token in parsed.movement)
