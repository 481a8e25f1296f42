from __future__ import annotations

import itertools
import threading
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fitfolio.core.ids import uuid7
from fitfolio.exercises import service as exercise_service
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.recovery import service as recovery_service
from fitfolio.sync.service import change_feed
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout, insert_workouts
from tests.conftest import START_MS

URL = "/api/v1/sync"
SQUAT = load_catalogue().exercises[0].id


def metric(value=80.0):
    return {"id": uuid7(), "metric": "weight", "measured_at": datetime(2026, 11, 1, tzinfo=UTC),
            "value": value, "unit": "kg", "notes": ""}  # fmt: skip


def workout(day=1):
    return NewWorkout(
        uuid7(), 1_790_000_000_000 + day * 86_400_000, "UTC", f"2026-10-{day:02d}",
        [NewEntry(SQUAT, [NewSet(weight=100, weight_unit="kg", reps=5)])], title=f"Day {day}",
    )  # fmt: skip


def fill(db, user_id):
    """One change of every kind, more of some, and one of each deleted where that leaves a trace."""
    workouts = [workout(day) for day in range(1, 6)]
    db.write_now(insert_workouts, user_id, workouts, {SQUAT: "weight_reps"})
    values = [metric(70 + index) for index in range(4)]
    for value in values:
        db.write_now(recovery_service.create_metric, user_id, "UTC", value)
    own = {"id": uuid7(), "name": "Yoke walk", "primary_muscles": [], "secondary_muscles": []}
    db.write_now(exercise_service.create_exercise, user_id, own, 1)
    db.write_now(exercise_service.change_preference, user_id, SQUAT, {"favourite": True})
    db.write_now(recovery_service.delete_metric, user_id, values[1]["id"], 5)
    db.write_now(exercise_service.archive_exercise, user_id, own["id"], 5)
    return workouts, values, own


def pull(person, since=0, limit=200):
    answer = person.client.get(URL, params={"since": since, "limit": limit})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_first_pull_brings_every_document_in_commit_order(server):
    ada = server.sign_in()
    workouts, values, own = fill(server.state.db, ada.id)
    feed = pull(ada)
    assert (feed["more"], feed["reset"]) == (False, False)
    revisions = [change["rev"] for change in feed["changes"]]
    assert revisions == sorted(set(revisions))
    assert feed["checkpoint"] == revisions[-1]
    by_id = {(change["kind"], change["id"]): change for change in feed["changes"]}
    assert len(by_id) == 5 + 4 + 1 + 1 + 1
    profile = by_id["profile", ada.id]["data"]
    assert (profile["email"], profile["weight_unit"]) == ("ada@example.org", "kg")
    document = by_id["workout", workouts[0].id]["data"]
    assert document == ada.client.get(f"/api/v1/workouts/{workouts[0].id}").json()
    gone = by_id["metric", values[1]["id"]]
    assert (gone["deleted"], gone["data"]) == (True, None)
    archived = by_id["exercise", own["id"]]
    assert (archived["deleted"], archived["data"]["is_archived"]) == (False, True)
    assert by_id["exercise_preference", SQUAT]["data"]["favourite"] is True


def test_a_pull_after_the_checkpoint_brings_only_what_changed_since(server):
    ada = server.sign_in()
    workouts, values, _ = fill(server.state.db, ada.id)
    checkpoint = pull(ada)["checkpoint"]
    assert pull(ada, checkpoint) == {
        "changes": [], "checkpoint": checkpoint, "more": False, "reset": False,
        "server_time_ms": server.clock.ms,
    }  # fmt: skip
    ada.client.patch(f"/api/v1/metrics/{values[0]['id']}", json={"value": 71.5})
    ada.client.delete(f"/api/v1/workouts/{workouts[2].id}")
    ada.client.patch("/api/v1/auth/me", json={"weight_unit": "lb"})
    feed = pull(ada, checkpoint)
    assert [(change["kind"], change["deleted"]) for change in feed["changes"]] == [
        ("metric", False), ("workout", True), ("profile", False)
    ]  # fmt: skip
    assert feed["changes"][0]["data"]["value"] == 71.5


def test_pages_of_any_size_hold_the_same_changes_in_the_same_order(server):
    ada = server.sign_in()
    fill(server.state.db, ada.id)
    whole = pull(ada)["changes"]

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.integers(1, 20), min_size=1))
    def check(limits):
        paged, since = [], 0
        for limit in itertools.cycle(limits):
            feed = pull(ada, since, limit)
            # The profile nobody changed comes on top of the first page.
            assert len(feed["changes"]) <= limit + (since == 0)
            paged += feed["changes"]
            since = feed["checkpoint"]
            if not feed["more"]:
                break
        assert paged == whole

    check()


def test_a_device_that_is_ahead_of_a_restored_server_starts_again(server):
    ada = server.sign_in()
    fill(server.state.db, ada.id)
    assert pull(ada, 10_000) == {
        "changes": [], "checkpoint": 0, "more": False, "reset": True,
        "server_time_ms": server.clock.ms,
    }  # fmt: skip


def test_nobody_hears_of_the_changes_of_another(server):
    fill(server.state.db, server.sign_in().id)
    bob = server.sign_in("bob@example.org")
    assert [change["kind"] for change in pull(bob)["changes"]] == ["profile"]
    assert server.make_client().get(URL).status_code == 401


@pytest.mark.parametrize("params", [{"since": -1}, {"since": 2**70}, {"limit": 0}, {"limit": 501}])
def test_impossible_places_and_sizes_are_refused(server, params):
    assert server.sign_in().client.get(URL, params=params).status_code == 422


def test_a_reader_beside_many_writers_never_skips_a_change(server):
    ada, db = server.sign_in(), server.state.db
    per_writer, writers = 15, 4
    written: list[str] = []

    def write(number):
        for index in range(per_writer):
            if index % 3 == 0:
                new = workout(index + 1)
                db.write_now(insert_workouts, ada.id, [new], {})
                written.append(new.id)
            else:
                value = metric(60 + number + index)
                db.write_now(recovery_service.create_metric, ada.id, "UTC", value)
                written.append(value["id"])

    threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    seen, since = [], 0
    while True:
        writing = any(thread.is_alive() for thread in threads)
        feed = msgspec.json.decode(db.read_now(change_feed, ada.id, since, 7, START_MS))
        seen += [change for change in feed["changes"] if change["rev"] > 0]
        since = feed["checkpoint"]
        if not writing and not feed["more"]:
            break
    assert len(written) == per_writer * writers
    assert sorted(change["id"] for change in seen) == sorted(written)
    revisions = [change["rev"] for change in seen]
    assert revisions == sorted(set(revisions))
