import csv
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest

from fitfolio.exercises import catalogue, schemas
from fitfolio.exercises.catalogue import exercise_id, load_catalogue

LIBRARY = load_catalogue()
FACTS_ROWS = 873


def test_the_library_has_at_least_850_exercises_and_every_row_of_facts_once():
    facts = [one.facts_name for one in LIBRARY.exercises if one.facts_name]
    assert len(LIBRARY.exercises) >= 850
    assert len(facts) == len(set(facts)) == FACTS_ROWS


def test_ids_never_change():
    # Logged sets of every installation point at them.
    assert exercise_id("squat-barbell") == "f114723b-b9ed-5e32-856c-a5371dd008b4"
    assert {one.id for one in LIBRARY.exercises} == {exercise_id(slug) for slug in LIBRARY.by_slug}
    assert all(str(UUID(one.id)) == one.id for one in LIBRARY.exercises)


def test_slugs_names_and_ranks_are_unique():
    count = len(LIBRARY.exercises)
    assert len(LIBRARY.by_slug) == len(LIBRARY.by_id) == count
    assert len({one.name.casefold() for one in LIBRARY.exercises}) == count
    assert sorted(one.rank for one in LIBRARY.exercises) == list(range(1, count + 1))


def test_every_value_is_in_the_vocabulary_of_the_wire():
    for exercise in LIBRARY.exercises:
        assert exercise.equipment in get_args(schemas.Equipment), exercise
        assert exercise.tracking in get_args(schemas.Tracking), exercise
        assert exercise.primary_muscles, exercise
        muscles = exercise.primary_muscles + exercise.secondary_muscles
        assert set(muscles) <= set(get_args(schemas.Muscle)), exercise
        assert len(muscles) == len(set(muscles)), "a muscle is either primary or secondary"
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", exercise.slug), exercise
        assert exercise.bodyweight_share is None or 0 < exercise.bodyweight_share <= 1, exercise


def test_other_names_leave_out_the_one_that_is_shown():
    squat = LIBRARY.by_slug["squat-barbell"]
    assert "Squat (Barbell)" in squat.other_names("de")
    assert "Kniebeuge (Langhantel)" in squat.other_names("en")
    assert "Squat (Barbell)" not in squat.other_names("en")


def test_every_exercise_has_a_german_name_of_its_own():
    assert [one.slug for one in LIBRARY.exercises if not one.name_de] == []
    german = [one.name_de.casefold() for one in LIBRARY.exercises if one.name_de]
    assert len(german) == len(set(german))


def test_the_hundred_commonest_exercises_have_a_cue_in_both_languages():
    assert [one.slug for one in LIBRARY.exercises[:100] if not one.cue_en] == []
    assert all(bool(one.cue_en) == bool(one.cue_de) for one in LIBRARY.exercises)


# What is lifted where body weight is, as docs/training/volume.md says; the first pattern decides.
BODYWEIGHT_SHARES = [
    (r"frog-sit-up", {0.4}),
    (r"push-up", {0.64, 0.7, 0.5, 0.49, 0.9}),
    (r"gorilla|pull-up|chin-up|muscle-up|rope-climb|london-bridge", {1.0}),
    (r"(bench|floor)-dip", {0.4}),
    (r"\bdip\b", {0.95}),
    (r"pistol-squat|single-leg-high-box|step-up", {0.94}),
    (r"split-squat|lunge|cossack", {0.8}),
    (r"squat|nordic|glute-ham|kneeling-ab-rollout|ab-wheel-rollout$", {0.88}),
    (r"rollout|fallout", {0.97}),
    (r"donkey-calf", {0.8}),
    (r"calf-raise", {1.0}),
    (r"back-extension|sit-up$", {0.68, 0.72}),
    (r"single-leg-(hip-thrust|glute-bridge)", {0.76}),
    (r"hip-thrust|bridge|frog-pump|leg-curl|slide", {0.7}),
    (r"(leg|knee)-raise|leg-pull-in|kick$|wind-sprint|wiper|reverse-hyper", {0.32}),
    (r"reverse-crunch", {0.46}),
    (r"bicycle|cross-body|tuck", {0.72}),
    (r"crunch", {0.4}),
    (r"row$|row-straps", {0.6}),
]

# Only held, only a limb, a jump, or against somebody's hand: there is no weight to state.
WITHOUT_SHARE = {
    "bird-dog",
    "clamshell",
    "dead-bug",
    "donkey-kick",
    "downward-facing-balance-exercise-ball",
    "fire-hydrant",
    "glute-kickback",
    "hollow-rock",
    "inchworm",
    "jump-squat-bodyweight",
    "plank-shoulder-tap",
    "prone-manual-hamstring-curl",
    "rear-leg-swing",
    "side-leg-raise",
    "spider-crawl",
    "standing-rear-leg-lift",
    "tibialis-raise",
    "towel-triceps-extension",
}


def test_a_body_weight_share_stands_where_body_weight_is_lifted_and_nowhere_else():
    lifted = {"bodyweight_reps", "assisted_reps"}
    missing = [
        one.slug
        for one in LIBRARY.exercises
        if one.bodyweight_share is None
        and (
            one.tracking in lifted
            or (
                one.tracking == "reps"
                and one.category == "strength"
                and one.equipment in {"bodyweight", "exercise_ball"}
            )
        )
    ]
    assert set(missing) == WITHOUT_SHARE
    assert not [
        one.slug
        for one in LIBRARY.exercises
        if one.bodyweight_share is not None and one.tracking not in {*lifted, "reps"}
    ]


def test_the_same_movement_lifts_the_same_share():
    odd = []
    for exercise in LIBRARY.exercises:
        share = exercise.bodyweight_share
        if share is None:
            continue
        wanted = next(
            (shares for pattern, shares in BODYWEIGHT_SHARES if re.search(pattern, exercise.slug)),
            {share},
        )
        if share not in wanted:
            odd.append((exercise.slug, share, wanted))
    assert odd == []


def test_names_and_cues_come_in_the_language_asked_for_and_fall_back_to_english():
    squat = LIBRARY.by_slug["squat-barbell"]
    assert squat.display_name("de") == "Kniebeuge (Langhantel)"
    assert squat.display_name("de-AT") == "Kniebeuge (Langhantel)"
    assert squat.display_name("fr") == "Squat (Barbell)"
    assert squat.cue("de") != squat.cue("en")
    assert next(one for one in LIBRARY.exercises if not one.cue_en).cue("de") is None
    unnamed = replace(squat, name_de=None)
    assert unnamed.display_name("de") == "Squat (Barbell)"


@pytest.mark.parametrize(
    ("slug", "tracking"),
    [
        ("bench-press-barbell", "weight_reps"),
        ("pull-up", "bodyweight_reps"),
        ("pull-up-assisted", "assisted_reps"),
        ("plank", "duration"),
        ("plank-weighted", "weight_duration"),
        ("running", "distance_duration"),
        ("farmers-walk", "weight_distance"),
        ("hamstring-stretch", "duration"),
        ("jumping-jack", "reps"),
    ],
)
def test_an_exercise_is_tracked_the_way_it_is_done(slug, tracking):
    found = LIBRARY.by_slug.get(slug)
    assert found is not None
    assert found.tracking == tracking


def test_every_alias_and_cue_belongs_to_an_exercise():
    assert {alias.slug for alias in LIBRARY.name_aliases} <= set(LIBRARY.by_slug)
    folder = Path(catalogue.__file__).parent / "library"
    with (folder / "cues.csv").open(encoding="utf-8") as file:
        assert {row["slug"] for row in csv.DictReader(file)} <= set(LIBRARY.by_slug)
