from __future__ import annotations

import json
from datetime import date

from fitfolio.auth.gym import Gym
from fitfolio.auth.schemas import ProfileChange
from fitfolio.demo import service
from fitfolio.demo.following import SESSIONS
from fitfolio.demo.lifts import LIFTS
from fitfolio.demo.plans import GYM, TIMER
from fitfolio.enrolments.running import next_of
from fitfolio.enrolments.service import list_enrolments
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.exercises.schemas import PreferenceRead
from fitfolio.exercises.service import NO_PREFERENCE
from fitfolio.programs import service as program_service
from fitfolio.programs.schemas import TemplateCreate
from fitfolio.workouts.queries import documents, workout_ids


def test_gym_and_timer_are_what_the_api_would_take():
    # In the order the API stores it, too: an export writes it as it is.
    assert json.dumps(Gym.model_validate(GYM).model_dump()) == json.dumps(GYM)
    ProfileChange.model_validate({"gym": GYM, **TIMER})


def test_the_account_has_three_days_to_start_from_and_rests_longer_for_heavy_lifts(sqlite_server):
    db = sqlite_server.state.db
    demo = db.write_now(
        service.make_demo, "demo@example.org", 1, date(2026, 11, 18), 1_795_000_000_000, force=False
    )
    found = db.read_now(program_service.list_templates, demo.user_id).templates
    assert [item.name for item in found] == ["Push", "Pull", "Legs"]
    names = {"rev"}
    for item in found:
        TemplateCreate.model_validate(item.model_dump(exclude=names))
        assert 4 <= len(item.exercises) <= 8
        assert all(entry.sets for entry in item.exercises)
    kinds = {row.kind for item in found for entry in item.exercises for row in entry.sets}
    assert kinds >= {"warm_up", "working", "back_off", "amrap", "drop"}
    squat = load_catalogue().by_slug[LIFTS["squat"].slug].id
    row = db.read_now(service.exercise_service.queries.find_preference, demo.user_id, squat)
    assert (
        PreferenceRead(
            exercise_id=squat, **{name: getattr(row, name) for name in NO_PREFERENCE}
        ).rest_s
        == 210
    )


def test_the_last_month_follows_a_program_that_the_engine_derives_alike(sqlite_server):
    db = sqlite_server.state.db
    demo = db.write_now(
        service.make_demo, "demo@example.org", 1, date(2026, 11, 18), 1_795_000_000_000, force=False
    )
    (enrolment,) = db.read_now(list_enrolments, demo.user_id).enrolments
    assert (enrolment.name, [fact.kind for fact in enrolment.facts]) == (
        "5/3/1 Boring But Big",
        ["skip"],
    )
    every = db.read_now(documents, demo.user_id, db.read_now(workout_ids, demo.user_id))
    done = [one for one in every if (one["program"] or {}).get("enrolment_id") == enrolment.id]
    assert len(done) == SESSIONS - 1
    assert done[-1]["local_date"] == "2026-11-17"
    following = db.read_now(next_of, demo.user_id, enrolment.id)
    session = following.session
    assert (session.cycle, session.week, session.day) == (2, 1, 4)
    reasons = {one.code for slot in session.slots for row in slot.sets for one in row.reasons}
    assert reasons >= {"percent", "changed"}
    # What was asked for at the time is what the engine asks for with the facts of that time.
    for workout in done:
        for entry in workout["exercises"]:
            asked = [row["weight"] for row in entry["prescription"]["sets"]]
            assert [row["weight"] for row in entry["sets"]] == asked
    missed = [row for workout in done for entry in workout["exercises"]
              for row, asked in zip(entry["sets"], entry["prescription"]["sets"], strict=True)
              if row["reps"] < asked["low"]]  # fmt: skip
    assert len(missed) == 1
