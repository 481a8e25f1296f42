"""What ties a workout to a program: merged as one field, copied and kept."""

from __future__ import annotations

import pytest

from fitfolio.core.ids import uuid7
from fitfolio.core.stamps import TICKS_PER_MS
from tests.conftest import START_MS
from tests.sync.operations import PUSH, a_push
from tests.workouts.builders import a_set, a_workout, an_entry, create

LINK = {
    "enrolment_id": uuid7(), "program_version_id": uuid7(), "cycle": 1, "week": 2, "day": 3,
    "name": "Tag „A“ 💪",
}  # fmt: skip
ASKED = {
    "lift": "squat", "exercise": "squat-barbell", "unit": "kg", "stage": 1, "note": None,
    "reasons": [],
    "sets": [{"kind": "working", "goal": "reps", "low": 5, "high": 5, "weight": 60,
              "unrounded": 61.3, "rpe": None, "rir": None, "rest_s": 180, "tempo": None,
              "label": None, "reasons": [{"code": "rounded", "values": {"from": 61.3, "to": 60}}]}],
}  # fmt: skip
NOW = START_MS * TICKS_PER_MS


def push(client, *operations, **changes):
    return client.post(PUSH, json=a_push(*operations, **changes)).json()["results"]


def test_link_and_prescription_are_stored_with_the_workout_and_pulled_as_they_were(server):
    ada = server.sign_in().client
    entry = an_entry(a_set(), track="squat.t1", prescription=ASKED)
    workout = create(ada, entry, program=LINK)
    assert workout["program"] == LINK
    assert workout["exercises"][0]["track"] == "squat.t1"
    assert workout["exercises"][0]["prescription"] == ASKED
    added = an_entry(track="bench.t1", prescription=ASKED)
    base = f"/api/v1/workouts/{workout['id']}"
    assert ada.post(f"{base}/exercises", json=added).status_code == 201
    # What is done instead is a change of the log; what was asked for stays.
    other = {"exercise_id": an_entry()["exercise_id"], "notes": "rack was taken"}
    assert ada.patch(f"{base}/exercises/{entry['id']}", json=other).status_code == 200
    feed = ada.get("/api/v1/sync").json()["changes"]
    (pulled,) = [item["data"] for item in feed if item["kind"] == "workout"]
    by_track = {one["track"]: one["prescription"] for one in pulled["exercises"]}
    assert by_track == {"squat.t1": ASKED, "bench.t1": ASKED}
    assert create(ada, an_entry(a_set()))["program"] is None


def test_the_program_of_a_workout_is_one_field_of_its_merging(server):
    ada = server.sign_in().client
    workout = create(ada, an_entry(a_set()))
    path = {"workout_id": workout["id"]}
    later, earlier = LINK | {"day": 1}, LINK | {"day": 2}
    push(ada, ("workouts.change", path, {"program": later}), stamp=NOW - 2)
    push(ada, ("workouts.change", path, {"program": earlier, "title": "Legs"}), stamp=NOW - 3)
    stored = ada.get(f"/api/v1/workouts/{workout['id']}").json()
    assert (stored["program"], stored["title"]) == (later, "Legs")
    (lost,) = ada.get("/api/v1/sync/recovered").json()["recovered"]
    assert (lost["field"], lost["lost_value"], lost["kept_value"]) == ("program", earlier, later)
    push(ada, ("workouts.change", path, {"program": None}), stamp=NOW - 1, base_rev=10_000)
    assert ada.get(f"/api/v1/workouts/{workout['id']}").json()["program"] is None
    rev = ada.get("/api/v1/sync").json()["checkpoint"]
    same = ada.patch(f"/api/v1/workouts/{workout['id']}", json={"program": None})
    assert same.status_code == 200
    assert ada.get("/api/v1/sync", params={"since": rev}).json()["changes"] == []


@pytest.mark.parametrize(
    "program",
    [
        LINK | {"enrolment_id": "x"}, LINK | {"cycle": 0}, LINK | {"week": "1"},
        LINK | {"day": 1.5}, LINK | {"name": "x" * 401}, LINK | {"more": 1}, {}, [], "x",
    ],
)  # fmt: skip
def test_a_malformed_link_is_refused(sqlite_server, program):
    ada = sqlite_server.sign_in().client
    answer = ada.post("/api/v1/workouts", json=a_workout(program=program))
    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")


@pytest.mark.parametrize(
    ("prescription", "code"),
    [
        (ASKED | {"sets": ASKED["sets"] * 101}, "request.invalid"),
        (ASKED | {"unit": "stone"}, "request.invalid"),
        (ASKED | {"sets": [ASKED["sets"][0] | {"weight": "60"}]}, "request.invalid"),
        (ASKED | {"sets": [ASKED["sets"][0] | {"weight": 1e300}]}, "request.invalid"),
        (ASKED | {"reasons": [{"code": "x", "values": {"deep": {"er": 1}}}]}, "request.invalid"),
        (ASKED | {"reasons": [{"code": "x", "values": {}}] * 21}, "request.invalid"),
        (
            ASKED | {"sets": [ASKED["sets"][0] | {"reasons": [
                {"code": "x", "values": {str(n): "y" * 400 for n in range(19)}}] * 9}] * 9},
            "workouts.prescription_too_large",
        ),
    ],
)  # fmt: skip
def test_a_prescription_is_bounded_and_typed(sqlite_server, prescription, code):
    ada = sqlite_server.sign_in().client
    body = a_workout(an_entry(prescription=prescription))
    assert ada.post("/api/v1/workouts", json=body).json()["code"] == code
    (result,) = push(ada, ("workouts.create", {}, body))
    assert (result["status"], result["code"]) == ("refused", code)
