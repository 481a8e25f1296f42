"""The merge rules against an independent reading of them, whatever order operations arrive in."""

from __future__ import annotations

import json
import random
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fitfolio.core.ids import uuid7
from fitfolio.core.stamps import TICKS_PER_MS
from fitfolio.sync.push import push
from fitfolio.sync.schemas import PushRequest
from fitfolio.workouts import queries, recovered, service
from fitfolio.workouts.schemas import WorkoutCreate
from fitfolio.workouts.stale import settle
from tests.conftest import START_MS
from tests.sync.operations import an_operation
from tests.workouts.builders import a_set, a_workout, an_entry
from tests.workouts.test_bulk import make_user, rollups

EDITS = {
    "set": ("workouts.change_set", "workouts.delete_set", "workouts.restore_set", "set_id"),
    "exercise": ("workouts.change_exercise", "workouts.delete_exercise",
                 "workouts.restore_exercise", "entry_id"),
    "workout": ("workouts.change", "workouts.delete", "workouts.restore", "workout_id"),
}  # fmt: skip
FIELDS = {"set": ("reps", "notes", "weight"), "exercise": ("notes", "superset"),
          "workout": ("title", "notes")}  # fmt: skip


class Story:
    """Operations of three devices that never heard of each other, and what must come of them."""

    def __init__(self, chance, body):
        self.chance, self.body = chance, body
        self.devices = [uuid7() for _ in range(3)]
        self.operations = {device: [] for device in self.devices}
        self.writes, self.edits, self.deletes = {}, {}, {}
        self.places = {}
        self.parents = {}
        self.sets, self.logged = {}, {}
        self.deleted_by = {}
        for entry in body["exercises"]:
            self.parents[entry["id"]] = body["id"]
            for row in entry["sets"]:
                self.parents[row["id"]] = entry["id"]
                self.sets[row["id"]] = row
        for stamp in range(1, chance.randint(3, 16)):
            self.add(stamp * TICKS_PER_MS, chance.choice(self.devices))

    def add(self, stamp, device):
        chance = self.chance
        kind = chance.choice(["set", "set", "set", "exercise", "workout", "log", "order"])
        workout = {"workout_id": self.body["id"]}
        if kind == "log":
            entry = chance.choice(self.body["exercises"])["id"]
            row = a_set(reps=stamp // TICKS_PER_MS, position=chance.randint(0, 5))
            self.sets[row["id"]] = row
            self.parents[row["id"]] = entry
            self.edits.setdefault(row["id"], []).append(stamp)
            self.logged[row["id"]] = device
            self.note(device, stamp, "workouts.log_set", workout | {"entry_id": entry}, row)
            return
        if kind == "order":
            ids = [entry["id"] for entry in self.body["exercises"]]
            chance.shuffle(ids)
            self.edits.setdefault(self.body["id"], []).append(stamp)
            for place, key in enumerate(ids):
                self.places.setdefault(key, []).append((stamp, place))
            self.note(device, stamp, "workouts.reorder_exercises", workout, {"ids": ids})
            return
        change, delete, restore, name = EDITS[kind]
        key = self.target(kind)
        path = workout | {name: key}
        act = chance.choice(["change", "change", "delete", "restore"])
        if act == "delete":
            self.deletes.setdefault(key, []).append(stamp)
            self.deleted_by.setdefault(key, set()).add(device)
            self.note(device, stamp, delete, path, None)
            return
        self.edits.setdefault(key, []).append(stamp)
        if act == "restore":
            self.note(device, stamp, restore, path, None)
            return
        fields = chance.sample(FIELDS[kind], chance.randint(1, 2))
        values = {field: self.value(field, stamp) for field in fields}
        for field, value in values.items():
            self.writes.setdefault((kind, key, field), []).append((stamp, device, value))
        self.note(device, stamp, change, path, values)

    def target(self, kind):
        if kind == "workout":
            return self.body["id"]
        entry = self.chance.choice(self.body["exercises"])
        return entry["id"] if kind == "exercise" else self.chance.choice(entry["sets"])["id"]

    def value(self, field, stamp):
        number = stamp // TICKS_PER_MS
        return f"word {number}" if field in {"notes", "title"} else number

    def note(self, device, stamp, name, path, body):
        # Nobody has pulled anything since the workout was there.
        self.operations[device].append(
            an_operation(name, path, body, stamp=stamp, base_rev=BASE_REV)
        )

    # -- what must come of it

    def is_deleted(self, key):
        inside = [key, *self.below(key)]
        last_edit = max((max(self.edits.get(each, [0])) for each in inside), default=0)
        return max(self.deletes.get(key, [-1])) > last_edit

    def was_deleted_by(self, device, key):
        """Whether the device itself deleted the set or what it is in."""
        above = self.parents[key]
        return any(
            device in self.deleted_by.get(each, ()) for each in (key, above, self.body["id"])
        )

    def below(self, key):
        children = [child for child, parent in self.parents.items() if parent == key]
        return [*children, *(each for child in children for each in self.below(child))]

    def final(self, kind, key, field, base):
        writes = self.writes.get((kind, key, field))
        return base if writes is None else max(writes)[2]

    def expected(self):
        body = self.body
        if self.is_deleted(body["id"]):
            return None
        entries = []
        for entry in body["exercises"]:
            if self.is_deleted(entry["id"]):
                continue
            rows = [
                (row["position"], key, *(self.final("set", key, field, row.get(field, ""))
                                         for field in FIELDS["set"]))
                for key, row in self.sets.items()
                if self.parents[key] == entry["id"] and not self.is_deleted(key)
            ]  # fmt: skip
            place = max(self.places.get(entry["id"], [(0, entry["position"])]))[1]
            words = [self.final("exercise", entry["id"], "notes", ""),
                     self.final("exercise", entry["id"], "superset", None)]  # fmt: skip
            entries.append((place, entry["id"], words, sorted(rows)))
        title = self.final("workout", body["id"], "title", "Push")
        return title, self.final("workout", body["id"], "notes", ""), sorted(entries)

    def lost_values(self):
        """Of every field each device's last value, unless it is the one that stands."""
        for (_, key, field), writes in self.writes.items():
            winner = max(writes)
            for device in {device for _, device, _ in writes} - {winner[1]}:
                yield key, field, max(write for write in writes if write[1] == device)[2]


BASE_REV = 1


def seen(document):
    if document is None:
        return None
    return document["title"], document["notes"], [
        (entry["position"], entry["id"], [entry["notes"], entry["superset"]],
         [(row["position"], row["id"], row["reps"], row["notes"], row["weight"])
          for row in entry["sets"]])
        for entry in document["exercises"]
    ]  # fmt: skip


def interleave(chance, story):
    """Every device's operations in their order, mixed, some of them sent again later."""
    waiting = {device: list(items) for device, items in story.operations.items() if items}
    sent = []
    while waiting:
        device = chance.choice(list(waiting))
        sent.append((device, waiting[device].pop(0)))
        if not waiting[device]:
            del waiting[device]
        if chance.random() < 0.2:
            sent.append(chance.choice(sent))
    return sent


def play(db, viewer, story, order):
    """The documents after one order of arrival; everything is undone afterwards."""
    with db.engine.execution_options(write=True).connect() as conn, conn.begin() as transaction:
        for device, item in order:
            request = PushRequest.model_validate(
                {"device_id": device, "schema": 1, "operations": [item]}
            )
            (result,) = json.loads(push(conn, viewer, request, START_MS))["results"]
            assert result["status"] == "applied", result
        document = queries.find_document(conn, viewer.id, story.body["id"])
        lost = recovered.list_recovered(conn, viewer.id)
        settle(conn, viewer.id)
        kept = rollups(conn, viewer.id)
        service.rebuild(conn, viewer.id)
        assert rollups(conn, viewer.id) == kept
        transaction.rollback()
    return document, lost


@pytest.fixture
def base(db):
    viewer = SimpleNamespace(id=make_user(db), time_zone="UTC", language="en")
    body = a_workout(*(an_entry(a_set(), a_set()) for _ in range(2)))
    db.write_now(service.create_workout, viewer.id, WorkoutCreate.model_validate(body), START_MS)
    return viewer, body


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_the_same_operations_give_the_same_workout_in_every_order(db, base, seed):
    viewer, body = base
    chance = random.Random(seed)
    story = Story(chance, body)
    for _ in range(3):
        document, lost = play(db, viewer, story, interleave(chance, story))
        assert seen(document) == story.expected()
        found = {(item["entity_id"], item["field"], item["lost_value"]) for item in lost
                 if item["kind"] == "field"}  # fmt: skip
        assert set(story.lost_values()) <= found
        present = {row["id"] for entry in (document or {"exercises": []})["exercises"]
                   for row in entry["sets"]}  # fmt: skip
        hidden = {item["entity_id"] for item in lost if item["kind"] == "deleted_edit"}
        for key, device in story.logged.items():
            if key not in present and not story.was_deleted_by(device, key):
                assert key in hidden, "a set that another device deleted unseen is not on the list"
