"""Whatever is done to a log, its rollups equal those made anew from its sets."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fitfolio.auth.queries import find_user_by_key
from fitfolio.core.stamps import here
from fitfolio.workouts import entries, queries, service, sets
from fitfolio.workouts.errors import EntryNotFound, SetNotFound, WorkoutNotFound
from fitfolio.workouts.schemas import (
    SetChange,
    SetWrite,
    WorkoutChange,
    WorkoutCreate,
    WorkoutExerciseChange,
    WorkoutExerciseWrite,
)
from fitfolio.workouts.stale import settle
from tests.conftest import START_MS
from tests.workouts.builders import a_set, a_workout, an_entry, library_id
from tests.workouts.test_bulk import make_user, rollups

EXERCISES = [
    library_id(), library_id(number=1), library_id("bodyweight_reps"), library_id("assisted_reps"),
]  # fmt: skip
HERE = here(START_MS)
DAYS = [(date(2026, 11, 1) + timedelta(days=offset)).isoformat() for offset in range(6)]


def random_set(chance: random.Random):
    return a_set(
        kind=chance.choice(["warm_up", "working", "failure", "drop"]),
        weight=chance.choice([None, 0, 20, 60, 62.5, 80, 100]),
        weight_unit=chance.choice(["kg", "lb"]),
        reps=chance.choice([None, 0, 1, 3, 5, 8, 12, 25]),
        rpe=chance.choice([None, 5, 8, 10]),
        completed=chance.random() < 0.9,
    )


def random_entry(chance: random.Random):
    rows = [random_set(chance) for _ in range(chance.randint(0, 3))]
    return an_entry(*rows, exercise_id=chance.choice(EXERCISES))


class Log:
    """A lifter's log and everything one can do to it, driven by a seeded chance."""

    def __init__(self, db, user, chance):
        self.db, self.user, self.chance = db, user, chance
        self.workouts: dict[str, tuple[list[str], list[str]]] = {}

    def act(self):
        chance = self.chance
        if not self.workouts or chance.random() < 0.2:
            self.create()
            return
        workout = chance.choice(list(self.workouts))
        entry_ids, set_ids = self.workouts[workout]
        actions = [self.move, self.delete, self.restore, self.add_entry]
        if entry_ids:
            actions += [self.change_entry, self.remove_entry, self.reorder, self.log]
        if set_ids:
            actions += [self.change_set, self.change_set, self.remove_set, self.restore_set]
        self.try_to(chance.choice(actions), workout, entry_ids, set_ids)

    def try_to(self, action, *args):
        try:
            action(*args)
        except WorkoutNotFound:
            return  # it is deleted just now
        except (EntryNotFound, SetNotFound):
            return
        finally:
            # Somebody looks at the numbers now and then, so what is due covers some steps.
            if self.chance.random() < 0.3:
                self.write(settle)

    def write(self, function, *args):
        return self.db.write_now(function, self.user, *args)

    def create(self):
        body = a_workout(
            *(random_entry(self.chance) for _ in range(self.chance.randint(0, 3))),
            day=self.chance.choice(DAYS),
        )
        self.write(service.create_workout, WorkoutCreate.model_validate(body), START_MS)
        self.workouts[body["id"]] = (
            [entry["id"] for entry in body["exercises"]],
            [row["id"] for entry in body["exercises"] for row in entry["sets"]],
        )

    def move(self, workout, _entries, _sets):
        start = f"{self.chance.choice(DAYS)}T{self.chance.randint(5, 9):02}:00:00Z"
        change = WorkoutChange.model_validate({"started_at": start, "finished_at": None})
        self.write(service.change_workout, workout, change, HERE, START_MS)

    def delete(self, workout, _entries, _sets):
        self.write(service.delete_workout, workout, HERE)

    def restore(self, workout, _entries, _sets):
        self.write(service.restore_workout, workout, HERE)

    def add_entry(self, workout, entry_ids, set_ids):
        body = random_entry(self.chance)
        self.write(entries.add_entry, workout, WorkoutExerciseWrite.model_validate(body), HERE)
        entry_ids.append(body["id"])
        set_ids.extend(row["id"] for row in body["sets"])

    def change_entry(self, workout, entry_ids, _sets):
        change = WorkoutExerciseChange.model_validate(
            {"exercise_id": self.chance.choice(EXERCISES)}
        )
        self.write(entries.change_entry, workout, self.chance.choice(entry_ids), change, HERE)

    def remove_entry(self, workout, entry_ids, _sets):
        entry = self.chance.choice(entry_ids)
        if self.chance.random() < 0.5:
            self.write(entries.delete_entry, workout, entry, HERE)
        else:
            self.write(entries.restore_entry, workout, entry, HERE)

    def reorder(self, workout, entry_ids, _sets):
        self.write(
            entries.reorder_entries, workout, self.chance.sample(entry_ids, len(entry_ids)), HERE
        )

    def log(self, workout, entry_ids, set_ids):
        body = random_set(self.chance) | {"position": self.chance.randint(0, 5)}
        entry = self.chance.choice(entry_ids)
        self.write(sets.log_set, workout, entry, SetWrite.model_validate(body), HERE)
        set_ids.append(body["id"])

    def change_set(self, workout, _entries, set_ids):
        new = random_set(self.chance)
        names = self.chance.sample(["kind", "weight", "reps", "rpe", "completed"], 2)
        change = SetChange.model_validate(
            {name: new[name] for name in names} | {"weight_unit": new["weight_unit"]}
        )
        self.write(sets.change_set, workout, self.chance.choice(set_ids), change, HERE)

    def remove_set(self, workout, _entries, set_ids):
        self.write(sets.delete_set, workout, self.chance.choice(set_ids), HERE)

    def restore_set(self, workout, _entries, set_ids):
        self.write(sets.restore_set, workout, self.chance.choice(set_ids), HERE)


def wipe(conn, user):
    for table in (queries.workout_set, queries.workout_exercise, queries.workout):
        conn.execute(table.delete().where(table.c.user_id == user))
    service.rebuild(conn, user)


@pytest.mark.parametrize("steps", [40])
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_rollups_after_random_edits_equal_a_rebuild(db, steps, seed):
    user = db.read_now(first_user) or make_user(db)
    db.write_now(wipe, user)
    log = Log(db, user, random.Random(seed))
    for _ in range(steps):
        log.act()
    db.write_now(settle, user)
    kept = db.read_now(rollups, user)
    db.write_now(service.rebuild, user)
    assert db.read_now(rollups, user) == kept


def first_user(conn):
    row = find_user_by_key(conn, "ada@example.org")
    return None if row is None else row.id


def test_one_record_of_each_kind_stands_and_the_sequence_has_no_holes(db):
    user = make_user(db)
    log = Log(db, user, random.Random(7))
    for _ in range(120):
        log.act()
    db.write_now(settle, user)
    rows = db.read_now(rollups, user)[1]
    by_key: dict[tuple[str, str, int], list[tuple[int, bool]]] = {}
    for row in rows:
        key = (row.exercise_id, row.kind, row.reps)
        by_key.setdefault(key, []).append((row.sequence, row.is_current))
    assert by_key
    for events in by_key.values():
        last = len(events) - 1
        assert events == [(place, place == last) for place in range(len(events))]
