"""Client-made ids sent at the same moment: one row, one clear answer each, never a failure."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from fitfolio.auth import service as auth
from fitfolio.core.errors import Conflict
from fitfolio.core.ids import uuid7
from fitfolio.core.stamps import here
from fitfolio.enrolments import facts
from fitfolio.enrolments import service as enrolments
from fitfolio.enrolments.schemas import EnrolmentCreate, FactCreate
from fitfolio.exercises import service as exercises
from fitfolio.imports import service as imports
from fitfolio.imports.files import StoredFile
from fitfolio.programs import editions, shelf
from fitfolio.programs.program_schemas import ProgramCreate, ProgramVersionCreate
from fitfolio.recovery import service as metrics
from fitfolio.workouts import entries, service, sets
from fitfolio.workouts.schemas import SetWrite, WorkoutCreate, WorkoutExerciseWrite
from tests.conftest import START_MS
from tests.programs.program_builders import a_fact, a_program, a_version, an_enrolment
from tests.workouts.builders import a_set, a_workout, an_entry, library_id

AT_ONCE = 6


def make_users(db, count):
    return [
        db.write_now(auth.create_user, f"user{number}@example.org", START_MS)
        for number in range(count)
    ]


def new_workout():
    return WorkoutCreate.model_validate(a_workout(an_entry(a_set())))


def make_workout(db, user, _id=None):
    body = a_workout(an_entry(a_set()))
    db.write_now(service.create_workout, user, WorkoutCreate.model_validate(body), START_MS)
    return body


def make_exercise(db, user, key, _parent):
    values = {"id": key, "name": "Own", "primary_muscles": [], "secondary_muscles": []}
    return db.write_now(exercises.create_exercise, user, values, START_MS).id


def make_metric(db, user, key, _parent):
    values = {
        "id": key, "metric": "weight", "value": 80.0, "unit": "kg", "notes": "",
        "measured_at": WorkoutCreate.model_validate(a_workout()).started_at,
    }  # fmt: skip
    return db.write_now(metrics.create_metric, user, "UTC", values).id


def make_import(db, user, key, _parent):
    file = StoredFile(1, "00")
    db.write_now(imports.create_import, user, key, "x.csv", file, {"time_zone": "UTC"}, START_MS)
    return key


def make_preference(db, user, _key, _parent):
    change = {"favourite": True}
    return db.write_now(exercises.change_preference, user, library_id(), change).exercise_id


def make_whole_workout(db, user, key, _parent):
    body = a_workout(an_entry(a_set()), id=key)
    return db.write_now(
        service.create_workout, user, WorkoutCreate.model_validate(body), START_MS
    ).id


def add_entry(db, user, key, parent):
    body = WorkoutExerciseWrite.model_validate(an_entry(a_set(), id=key))
    return db.write_now(entries.add_entry, user, parent["id"], body, here(START_MS)).id


def log_set(db, user, key, parent):
    body = SetWrite.model_validate(a_set(id=key))
    entry = parent["exercises"][0]["id"]
    return db.write_now(sets.log_set, user, parent["id"], entry, body, here(START_MS)).id


def make_program(db, user, key, _parent):
    body = ProgramCreate.model_validate(a_program(id=key))
    return db.write_now(shelf.create_program, user, body, START_MS).id


def make_version(db, user, key, _parent):
    program = make_program(db, user, uuid7(), None)
    body = ProgramVersionCreate.model_validate(a_version(program, id=key))
    return db.write_now(editions.create_version, user, body, START_MS).id


def make_enrolment(db, user, key, _parent):
    program = make_program(db, user, uuid7(), None)
    version = ProgramVersionCreate.model_validate(a_version(program))
    db.write_now(editions.create_version, user, version, START_MS)
    body = EnrolmentCreate.model_validate(an_enrolment(program, version.id, id=key))
    return db.write_now(enrolments.create_enrolment, user, body, START_MS).id


def make_fact(db, user, key, parent):
    # The workout's id serves as the enrolment's, so that everybody at once means the same one.
    enrolment_id = parent["id"]
    make_enrolment(db, user, enrolment_id, None)
    db.write_now(facts.add_fact, user, enrolment_id, FactCreate.model_validate(a_fact(id=key)))
    return key


MAKERS = [
    make_whole_workout, add_entry, log_set, make_exercise, make_metric, make_import,
    make_preference, make_program, make_version, make_enrolment, make_fact,
]  # fmt: skip


def all_at_once(db, make, users, parents, key):
    barrier = Barrier(len(users))

    def one(user):
        barrier.wait()
        try:
            return make(db, user, key, parents[user])
        except Conflict as refusal:
            return refusal.code.rpartition(".")[2]

    with ThreadPoolExecutor(len(users)) as pool:
        return list(pool.map(one, users))


@pytest.mark.parametrize("make", MAKERS)
def test_the_same_new_row_sent_many_times_at_once_is_stored_once(db, make):
    (user,) = make_users(db, 1)
    parents = {user: make_workout(db, user)}
    for _ in range(3):
        key = uuid7()
        answers = all_at_once(db, make, [user] * AT_ONCE, parents, key)
        assert len(set(answers)) == 1
        assert answers[0] in {key, library_id()}


@pytest.mark.parametrize("make", [one for one in MAKERS if one is not make_preference])
def test_of_two_people_who_make_the_same_id_at_once_one_is_told_that_it_is_taken(db, make):
    users = make_users(db, AT_ONCE)
    parents = {user: make_workout(db, user) for user in users}
    for _ in range(3):
        key = uuid7()
        answers = all_at_once(db, make, users, parents, key)
        assert sorted(answers) == sorted([key] + ["id_taken"] * (AT_ONCE - 1))
