"""Pushing what was done offline: one write path, remembered answers, clear refusals."""

from __future__ import annotations

import pytest

from fitfolio.core.clock import DAY_MS
from fitfolio.core.ids import uuid7
from fitfolio.core.stamps import TICKS_PER_MS
from fitfolio.sync.operations import OPERATIONS
from fitfolio.sync.push import REMEMBERED_MS
from tests.conftest import START_MS
from tests.permission_cases import belongings, description
from tests.sync.operations import PUSH, a_push, an_operation, example_body
from tests.workouts.builders import MISSING, a_set, a_workout, an_entry, create, library_id

NOW = START_MS * TICKS_PER_MS


def push(client, body):
    answer = client.post(PUSH, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_workout_done_offline_arrives_in_one_request(server):
    ada = server.sign_in()
    workout = a_workout(finished_at=None)
    entry, first, second = an_entry(), a_set(), a_set(position=1, side="left")
    path = {"workout_id": workout["id"]}
    to_entry = path | {"entry_id": entry["id"]}
    answer = push(
        ada.client,
        a_push(
            ("workouts.create", {}, workout),
            ("workouts.add_exercise", path, entry),
            ("workouts.log_set", to_entry, first),
            ("workouts.log_set", to_entry, second),
            ("workouts.change_set", path | {"set_id": first["id"]}, {"reps": 6}),
            ("workouts.change", path, {"finished_at": "2026-11-10T10:00:00Z"}),
        ),
    )
    assert [result["status"] for result in answer["results"]] == ["applied"] * 6
    assert answer["server_time_ms"] == START_MS
    revisions = [result["rev"] for result in answer["results"]]
    assert revisions == sorted(set(revisions))
    stored = ada.client.get(f"/api/v1/workouts/{workout['id']}").json()
    assert stored["finished_at"] == "2026-11-10T10:00:00.000Z"
    assert [(row["reps"], row["side"]) for row in stored["exercises"][0]["sets"]] == [
        (6, None), (5, "left")
    ]  # fmt: skip
    feed = ada.client.get("/api/v1/sync").json()
    assert feed["checkpoint"] == stored["rev"] == answer["revision"]


def test_every_operation_of_the_contract_can_be_pushed_and_is_one_of_the_api(server):
    named = {
        item["operationId"] for path in description()["paths"].values() for item in path.values()
    }
    assert OPERATIONS.keys() <= named
    ada = server.sign_in()
    mine = belongings(ada)
    server.run_jobs()
    for name, operation in OPERATIONS.items():
        path = {key: mine[key] for key in operation.path}
        request = a_push((name, path, example_body(name, mine)), base_rev=10_000, stamp=NOW)
        (result,) = push(ada.client, request)["results"]
        assert result["status"] == "applied", (name, result)
        assert result["rev"] > 0, name


def test_a_repeated_operation_is_answered_as_before_and_not_done_again(server):
    ada = server.sign_in()
    workout = create(ada.client, an_entry(a_set()))
    path = {"workout_id": workout["id"]}
    request = a_push(("workouts.change", path, {"title": "Legs"}))
    first = push(ada.client, request)
    ada.client.patch(f"/api/v1/workouts/{workout['id']}", json={"title": "Back"})
    assert push(ada.client, request)["results"] == first["results"]
    # Twice in one request is once as well.
    request["operations"] *= 2
    assert push(ada.client, request)["results"] == first["results"] * 2
    stored = ada.client.get(f"/api/v1/workouts/{workout['id']}").json()
    assert stored["title"] == "Back"


def test_a_refused_operation_does_not_stop_the_others_and_may_come_again_corrected(server):
    ada = server.sign_in()
    workout = create(ada.client, an_entry())
    path = {"workout_id": workout["id"], "entry_id": workout["exercises"][0]["id"]}
    wrong = a_set(weight=100, weight_unit=None)
    request = a_push(
        ("workouts.log_set", path, wrong),
        ("workouts.log_set", path, a_set(position=1)),
        ("workouts.log_set", path | {"entry_id": MISSING}, a_set()),
    )
    results = push(ada.client, request)["results"]
    assert [(item["status"], item["code"]) for item in results] == [
        ("refused", "workouts.unit_missing"),
        ("applied", None),
        ("refused", "workouts.entry_not_found"),
    ]
    assert results[0]["detail"] == "A weight or distance needs its unit."
    request["operations"][0]["body"] = wrong | {"weight_unit": "kg"}
    again = push(ada.client, request)["results"]
    assert [item["status"] for item in again] == ["applied", "applied", "refused"]
    stored = ada.client.get(f"/api/v1/workouts/{workout['id']}").json()
    assert len(stored["exercises"][0]["sets"]) == 2


@pytest.mark.parametrize(
    ("operation", "code", "part"),
    [
        (("workouts.explode", {}, None), "sync.unknown_operation", "knows no such"),
        (("workouts.list", {}, None), "sync.unknown_operation", "knows no such"),
        (("workouts.delete", {}, None), "request.invalid", "workout_id"),
        (("workouts.delete", {"workout_id": "x"}, None), "request.invalid", "path.workout_id"),
        (("workouts.delete", {"workout_id": MISSING}, {"x": 1}), "request.invalid", "none"),
        (("workouts.delete", {"workout_id": MISSING}, None), "workouts.not_found", "no such"),
        (("workouts.create", {}, None), "request.invalid", "body"),
        (("workouts.create", {}, {"id": "x"}), "request.invalid", "id: "),
        (("sync.dismiss_recovered", {"recovered_id": MISSING}, None),
         "workouts.recovered_not_found", "no such"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_a_code_and_a_sentence(
    sqlite_server, operation, code, part
):
    ada = sqlite_server.sign_in()
    (result,) = push(ada.client, a_push(operation))["results"]
    assert (result["status"], result["code"], result["rev"]) == ("refused", code, None)
    assert part in result["detail"]


@pytest.mark.parametrize("schema", [0, 2, 99])
def test_a_device_of_another_age_is_told_so_as_a_whole(sqlite_server, schema):
    ada = sqlite_server.sign_in()
    request = a_push(("workouts.create", {}, a_workout())) | {"schema": schema}
    answer = ada.client.post(PUSH, json=request)
    assert (answer.status_code, answer.json()["code"]) == (409, "sync.schema_unsupported")
    assert ada.client.get("/api/v1/workouts").json()["workouts"] == []


@pytest.mark.parametrize(
    "change",
    [
        {"operations": []},
        {"operations": [an_operation("workouts.create")] * 201},
        {"operations": [an_operation("workouts.create", stamp=-1)]},
        {"operations": [an_operation("workouts.create", stamp=2**53)]},
        {"operations": [an_operation("workouts.create", base_rev=-1)]},
        {"operations": [an_operation("workouts.create", key="x")]},
        {"device_id": "phone"},
    ],
)
def test_a_request_of_another_form_is_malformed(sqlite_server, change):
    ada = sqlite_server.sign_in()
    answer = ada.client.post(PUSH, json=a_push(("workouts.create", {}, None)) | change)
    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")


def test_a_request_over_the_cap_is_too_large(sqlite_server):
    ada = sqlite_server.sign_in()
    bodies = [("workouts.change", {"workout_id": MISSING}, {"notes": "x" * 30_000})] * 100
    answer = ada.client.post(PUSH, json=a_push(*bodies))
    assert (answer.status_code, answer.json()["code"]) == (413, "request.too_large")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"weight": -5}, "workouts.negative_weight"),
        ({"reps": 10_000}, "request.invalid"),
        ({"rpe": 11}, "request.invalid"),
        ({"logged_at": "1900-01-01T00:00:00Z"}, "request.invalid"),
        ({"logged_at": "2200-01-01T00:00:00Z"}, "request.invalid"),
    ],
)
def test_impossible_values_are_refused_alike_by_request_and_by_push(sqlite_server, change, code):
    ada = sqlite_server.sign_in()
    workout = create(ada.client, an_entry(a_set()))
    entry = workout["exercises"][0]
    base = f"/api/v1/workouts/{workout['id']}"
    status = 422 if code == "request.invalid" else 400
    path, set_id = {"workout_id": workout["id"]}, entry["sets"][0]["id"]
    new = a_set(**change)
    requests = [
        ("POST", f"{base}/exercises/{entry['id']}/sets", new, "workouts.log_set",
         path | {"entry_id": entry["id"]}),
        ("PATCH", f"{base}/sets/{set_id}", change, "workouts.change_set",
         path | {"set_id": set_id}),
        ("POST", f"{base}/exercises", an_entry(new), "workouts.add_exercise", path),
        ("POST", "/api/v1/workouts", a_workout(an_entry(new)), "workouts.create", {}),
    ]  # fmt: skip
    for method, url, body, name, ids in requests:
        answer = ada.client.request(method, url, json=body)
        assert (answer.status_code, answer.json()["code"]) == (status, code), url
        (result,) = push(ada.client, a_push((name, ids, body)))["results"]
        assert (result["status"], result["code"]) == ("refused", code), name
    assert ada.client.get(base).json() == workout


@pytest.mark.parametrize("year", [1900, 2200])
def test_workouts_of_another_century_are_refused(sqlite_server, year):
    ada = sqlite_server.sign_in()
    body = a_workout(started_at=f"{year}-01-01T10:00:00Z", finished_at=None)
    assert ada.client.post("/api/v1/workouts", json=body).json()["code"] == "request.invalid"
    (result,) = push(ada.client, a_push(("workouts.create", {}, body)))["results"]
    assert result["code"] == "request.invalid"
    assert "started_at" in result["detail"]


def test_help_is_a_weight_below_zero_of_bodyweight_exercises(sqlite_server):
    ada = sqlite_server.sign_in()
    dip = library_id("bodyweight_reps")
    workout = create(ada.client, an_entry(a_set(weight=-20), exercise_id=dip))
    base = f"/api/v1/workouts/{workout['id']}"
    entry = workout["exercises"][0]
    logged = ada.client.post(f"{base}/exercises/{entry['id']}/sets", json=a_set(weight=-15))
    assert logged.status_code == 201
    changed = ada.client.patch(f"{base}/sets/{entry['sets'][0]['id']}", json={"weight": -10})
    assert changed.status_code == 200


def test_remembered_operations_are_forgotten_after_the_promised_time(server):
    ada = server.sign_in()
    request = a_push(("metrics.create", {}, example_body("metrics.create", {"entry_id": ""})))
    push(ada.client, request)
    key = request["operations"][0]["key"]
    server.clock.ms += 30 * DAY_MS
    server.people.clear()
    ada = server.sign_in()
    push(ada.client, a_push(("auth.change_profile", {}, {"display_name": "A"})))
    assert key in server.state.db.read_now(remembered)
    server.clock.ms += REMEMBERED_MS - 30 * DAY_MS + 1
    server.people.clear()
    ada = server.sign_in()
    push(ada.client, a_push(("auth.change_profile", {}, {"display_name": "B"})))
    assert key not in server.state.db.read_now(remembered)


def remembered(conn):
    return set(conn.exec_driver_sql("SELECT key FROM sync_operation").scalars())


def test_a_key_is_ones_own(server):
    ada, eve = server.sign_in(), server.sign_in("eve@example.org")
    request = a_push(("auth.change_profile", {}, {"display_name": "Somebody"}))
    push(ada.client, request)
    push(eve.client, request)
    assert eve.client.get("/api/v1/auth/me").json()["display_name"] == "Somebody"


def test_two_workouts_may_be_live_at_once(server):
    ada = server.sign_in()
    bodies = [a_workout(finished_at=None, id=uuid7()) for _ in range(2)]
    for body in bodies:
        push(ada.client, a_push(("workouts.create", {}, body)))
    live = [item["id"] for item in ada.client.get("/api/v1/workouts").json()["workouts"]
            if item["finished_at"] is None]  # fmt: skip
    assert sorted(live) == sorted(body["id"] for body in bodies)
