from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from fitfolio.auth import service as auth_service
from fitfolio.core.ids import uuid7
from fitfolio.core.revisions import current_revision
from fitfolio.workouts import queries, service
from fitfolio.workouts.bulk import CHUNK_SETS, NewEntry, NewSet, NewWorkout, insert_workouts
from fitfolio.workouts.exercise_history import get_history
from fitfolio.workouts.tables import exercise_day, exercise_record
from tests.conftest import START_MS
from tests.workouts.builders import library_id

DAY_MS = 86_400_000


def make_user(db):
    db.write_now(auth_service.create_user, "ada@example.org", START_MS)
    return db.read_now(auth_service.queries.find_user_by_key, "ada@example.org").id


def years(count, exercises=4, sets=4, seed=1):
    """A lifter's history as a stream: `count` workouts, two days apart."""
    chance = random.Random(seed)
    for index in range(count):
        day = date(2018, 1, 1) + timedelta(days=2 * index)
        entries = [
            NewEntry(
                library_id(number=number),
                [
                    NewSet(
                        kind="warm_up" if place == 0 else "working",
                        weight=float(60 + index // 10 + chance.randint(0, 10)),
                        weight_unit=chance.choice(["kg", "lb"]),
                        reps=chance.randint(1, 12),
                        flagged="value.unlikely" if chance.random() < 0.01 else None,
                    )
                    for place in range(sets)
                ],
            )
            for number in range(exercises)
        ]
        yield NewWorkout(
            uuid7(), START_MS - (3000 - 2 * index) * DAY_MS, "Europe/Berlin", day.isoformat(),
            entries, source="test",
        )  # fmt: skip


def rollups(conn, user_id):
    return [
        conn.execute(
            sa.select(table).where(table.c.user_id == user_id).order_by(*table.primary_key.columns)
        ).all()
        for table in (exercise_day, exercise_record)
    ]


def test_a_stream_of_workouts_goes_in_with_right_rollups(db):
    user = make_user(db)
    count = CHUNK_SETS // 16 + 20
    done = db.write_now(insert_workouts, user, years(count), {}, uuid7())
    assert done == (count, count * 16)
    bulk = db.read_now(rollups, user)
    db.write_now(service.rebuild, user)
    assert db.read_now(rollups, user) == bulk
    assert len(bulk[0]) == count * 4
    ids = db.read_now(queries.workout_ids, user)
    document = db.read_now(queries.find_document, user, ids[0])
    assert document["source"] == "test"
    assert [entry["position"] for entry in document["exercises"]] == [0, 1, 2, 3]
    assert [row["position"] for row in document["exercises"][0]["sets"]] == [0, 1, 2, 3]


def test_every_workout_has_its_own_revision_in_order(db):
    user = make_user(db)
    db.write_now(insert_workouts, user, years(5), {})
    changed = db.read_now(queries.changed_since, user, 0, 100)
    revisions = [row.rev for row in changed]
    assert revisions == sorted(set(revisions))
    assert len(changed) == 5
    assert revisions[-1] == db.read_now(current_revision, user)
    later = db.read_now(queries.changed_since, user, revisions[2], 1)
    assert [row.rev for row in later] == revisions[3:4]


def test_a_second_import_of_older_years_moves_the_records(db):
    user = make_user(db)
    late, early = list(years(30))[15:], list(years(30))[:15]
    db.write_now(insert_workouts, user, late, {})
    db.write_now(insert_workouts, user, early, {})
    after = db.read_now(rollups, user)
    db.write_now(service.rebuild, user)
    assert db.read_now(rollups, user) == after


def test_a_failing_stream_leaves_nothing(db):
    user = make_user(db)

    def breaks():
        yield from years(CHUNK_SETS // 16 + 1)
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011  # the stream's own
        db.write_now(insert_workouts, user, breaks(), {})
    assert db.read_now(queries.workout_ids, user) == []
    assert db.read_now(rollups, user) == [[], []]


def test_long_histories_are_drawn_by_weeks_with_nothing_lost(db):
    user = make_user(db)
    db.write_now(insert_workouts, user, years(450, exercises=1, sets=2), {})
    exercise = library_id()
    shown = db.read_now(get_history, user, exercise, "all", date(2026, 11, 18))
    assert shown.grouped_by == "week"
    assert len(shown.days) < 150
    assert sum(day.sets for day in shown.days) == shown.total_sets
    single = db.read_now(get_history, user, exercise, "3m", date(2020, 6, 1))
    assert single.grouped_by == "day"
    assert max(day.top_load_kg or 0 for day in shown.days) == next(
        row.value for row in shown.records if (row.kind, row.reps) == ("load", 1)
    )
    assert all(day.low_kg < day.high_kg for day in shown.days if day.low_kg and day.high_kg)


def test_nothing_asked_for_is_nothing_read_or_written(db):
    user = make_user(db)
    assert db.write_now(insert_workouts, user, [], {}) == (0, 0)
    assert db.read_now(queries.documents, user, []) == []
    assert db.read_now(queries.documents, user, [uuid7()]) == []
