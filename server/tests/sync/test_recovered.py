"""What two devices lose against each other, and what stamps and clocks have to do with it."""

from __future__ import annotations

import pytest

from fitfolio.core.ids import uuid7
from fitfolio.core.stamps import TICKS_PER_MS
from tests.conftest import START_MS
from tests.sync.operations import PUSH, a_push
from tests.workouts.builders import a_set, an_entry, create

NOW = START_MS * TICKS_PER_MS
PHONE, TABLET = uuid7(), uuid7()


class Pair:
    """A phone and a tablet that both know one workout, and have not heard of each other since."""

    def __init__(self, server):
        self.server = server
        self.client = server.sign_in().client
        self.workout = create(self.client, an_entry(a_set(), a_set()))
        self.entry = self.workout["exercises"][0]
        self.set = self.entry["sets"][0]
        self.base = self.checkpoint()
        server.clock.advance(3600)

    def checkpoint(self):
        return self.client.get("/api/v1/sync").json()["checkpoint"]

    def path(self, *names):
        ids = {"workout_id": self.workout["id"], "entry_id": self.entry["id"],
               "set_id": self.set["id"]}  # fmt: skip
        return {name: ids[name] for name in names}

    def push(self, device, stamp, *operations, base=None):
        request = a_push(*operations, stamp=stamp, base_rev=self.base if base is None else base)
        answer = self.client.post(PUSH, json=request | {"device_id": device}).json()
        assert {result["status"] for result in answer["results"]} == {"applied"}, answer

    def change(self, device, stamp, base=None, **fields):
        path = self.path("workout_id", "set_id")
        self.push(device, stamp, ("workouts.change_set", path, fields), base=base)

    def recovered(self):
        return self.client.get("/api/v1/sync/recovered").json()["recovered"]

    def document(self):
        return self.client.get(f"/api/v1/workouts/{self.workout['id']}").json()

    def reps(self):
        return self.document()["exercises"][0]["sets"][0]["reps"]


@pytest.fixture
def pair(server):
    return Pair(server)


def test_of_two_values_the_later_stands_and_the_other_is_listed(pair):
    pair.change(PHONE, NOW + 5 * TICKS_PER_MS, reps=8)
    pair.change(TABLET, NOW + 2 * TICKS_PER_MS, reps=6, notes="belt")
    assert pair.reps() == 8
    (lost,) = pair.recovered()
    assert lost == {
        "id": lost["id"], "rev": pair.checkpoint() , "kind": "field",
        "workout_id": pair.workout["id"], "entity": "set", "entity_id": pair.set["id"],
        "field": "reps", "lost_value": 6, "kept_value": 8, "lost_at": "2026-11-18T11:06:40.002Z",
        "device_id": TABLET,
    } | {"rev": lost["rev"]}  # fmt: skip
    assert pair.document()["exercises"][0]["sets"][0]["notes"] == "belt"


def test_a_change_that_knew_the_other_loses_nothing(pair):
    pair.change(PHONE, NOW, reps=8)
    pair.change(TABLET, NOW + 1, base=pair.checkpoint(), reps=6)
    assert (pair.reps(), pair.recovered()) == (6, [])


def test_the_same_value_twice_is_no_loss(pair):
    pair.change(PHONE, NOW, reps=8)
    pair.change(TABLET, NOW + 1, reps=8)
    assert pair.recovered() == []


def test_a_devices_later_lost_value_takes_the_place_of_its_earlier_one(pair):
    pair.change(PHONE, NOW + 9, reps=8)
    pair.change(TABLET, NOW + 1, reps=6)
    pair.change(TABLET, NOW + 2, reps=7)
    assert [item["lost_value"] for item in pair.recovered()] == [7]


def test_a_lost_value_comes_in_the_feed_and_goes_when_it_is_dismissed(pair):
    pair.change(PHONE, NOW + 1, reps=8)
    pair.change(TABLET, NOW, reps=6)
    (lost,) = pair.recovered()
    feed = pair.client.get("/api/v1/sync", params={"since": pair.base}).json()["changes"]
    assert [change["data"] for change in feed if change["kind"] == "recovered"] == [lost]
    before = pair.checkpoint()
    assert pair.client.delete(f"/api/v1/sync/recovered/{lost['id']}").status_code == 204
    assert pair.client.delete(f"/api/v1/sync/recovered/{lost['id']}").status_code == 204
    assert pair.recovered() == []
    (gone,) = pair.client.get("/api/v1/sync", params={"since": before}).json()["changes"]
    assert (gone["kind"], gone["deleted"], gone["data"]) == ("recovered", True, None)


@pytest.mark.parametrize("log_first", [True, False])
def test_a_set_that_a_later_deletion_did_not_know_is_listed_whole(pair, log_first):
    row = a_set(reps=11)
    log = (PHONE, NOW, ("workouts.log_set", pair.path("workout_id", "entry_id"), row))
    delete = (
        TABLET,
        NOW + 1,
        ("workouts.delete_exercise", pair.path("workout_id", "entry_id"), None),
    )
    for step in (log, delete) if log_first else (delete, log):
        pair.push(*step)
    assert pair.document()["exercises"] == []
    (lost,) = pair.recovered()
    assert (lost["kind"], lost["entity"], lost["entity_id"]) == ("deleted_edit", "set", row["id"])
    assert (lost["lost_value"]["reps"], lost["lost_value"]["weight"]) == (11, 100)


@pytest.mark.parametrize("log_first", [True, False])
def test_a_set_that_is_later_than_the_deletion_brings_everything_back(pair, log_first):
    row = a_set(reps=11)
    log = (PHONE, NOW + 1, ("workouts.log_set", pair.path("workout_id", "entry_id"), row))
    delete = (TABLET, NOW, ("workouts.delete", pair.path("workout_id"), None))
    for step in (log, delete) if log_first else (delete, log):
        pair.push(*step)
    assert len(pair.document()["exercises"][0]["sets"]) == 3
    (lost,) = pair.recovered()
    assert (lost["kind"], lost["entity"], lost["lost_value"]) == ("delete_undone", "workout", True)


def test_only_the_fields_of_a_lost_edit_are_listed(pair):
    pair.push(TABLET, NOW + 1, ("workouts.delete_set", pair.path("workout_id", "set_id"), None))
    pair.change(PHONE, NOW, reps=3, notes="late")
    (lost,) = pair.recovered()
    assert lost["lost_value"] == {"reps": 3, "notes": "late"}


def test_an_end_and_a_start_of_two_devices_are_both_kept_though_they_do_not_fit(pair):
    path = pair.path("workout_id")
    pair.push(PHONE, NOW, ("workouts.change", path, {"started_at": "2026-11-10T09:50:00Z"}))
    pair.push(TABLET, NOW + 1, ("workouts.change", path, {"finished_at": "2026-11-10T09:30:00Z"}))
    document = pair.document()
    assert document["started_at"] > document["finished_at"]
    answer = pair.client.patch(f"/api/v1/workouts/{pair.workout['id']}",
                               json={"finished_at": "2026-11-10T09:40:00Z"})  # fmt: skip
    assert answer.json()["code"] == "workouts.ends_before_start"


def test_clearing_a_weight_and_typing_one_leave_a_number_with_its_unit(pair):
    pair.change(PHONE, NOW, weight=None, weight_unit=None)
    assert pair.document()["exercises"][0]["sets"][0]["weight_unit"] is None
    pair.change(TABLET, NOW + 1, weight=85)
    row = pair.document()["exercises"][0]["sets"][0]
    assert (row["weight"], row["weight_unit"], row["load_kg"]) == (85, "kg", 85)


def test_a_clock_that_is_ahead_does_not_win_for_ever(pair):
    tomorrow = NOW + 86_400_000 * TICKS_PER_MS
    pair.change(PHONE, tomorrow, reps=8)
    pair.server.clock.advance(60)
    stamp = pair.server.clock.ms * TICKS_PER_MS
    pair.change(TABLET, stamp, base=pair.checkpoint(), reps=6)
    assert pair.reps() == 6


def test_what_one_device_did_in_one_moment_counts_in_its_order(pair):
    tomorrow = NOW + 86_400_000 * TICKS_PER_MS
    path = pair.path("workout_id", "set_id")
    pair.push(
        PHONE, tomorrow,
        ("workouts.change_set", path, {"reps": 8}),
        ("workouts.change_set", path, {"reps": 9}),
        ("workouts.delete_set", path, None),
    )  # fmt: skip
    assert len(pair.document()["exercises"][0]["sets"]) == 1
    pair.push(PHONE, tomorrow, ("workouts.restore_set", path, None))
    assert pair.reps() == 9


def test_an_ordinary_request_wins_even_when_the_servers_clock_went_back(pair):
    pair.change(PHONE, pair.server.clock.ms * TICKS_PER_MS, reps=8)
    pair.server.clock.advance(-1800)
    base = f"/api/v1/workouts/{pair.workout['id']}/sets/{pair.set['id']}"
    assert pair.client.patch(base, json={"reps": 4}).status_code == 200
    assert (pair.reps(), pair.recovered()) == (4, [])
    assert pair.client.delete(base).status_code == 200
    assert len(pair.document()["exercises"][0]["sets"]) == 1
    assert pair.client.post(f"{base}/restore").status_code == 200
    assert pair.reps() == 4


def test_an_order_keeps_the_places_of_what_its_device_did_not_know(pair):
    new = an_entry() | {"position": 1}
    pair.push(PHONE, NOW, ("workouts.add_exercise", pair.path("workout_id"), new))
    order = {"ids": [pair.entry["id"]]}
    pair.push(TABLET, NOW + 1, ("workouts.reorder_exercises", pair.path("workout_id"), order))
    entries = [entry["id"] for entry in pair.document()["exercises"]]
    assert entries == [pair.entry["id"], new["id"]]
