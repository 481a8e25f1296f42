"""The route of the most frequent write reads its requests by itself; nobody may notice."""

from __future__ import annotations

import json

import pytest

from fitfolio.core.ids import uuid7
from tests.workouts.builders import MISSING, a_set, an_entry, create


@pytest.fixture
def place(server):
    """Somebody's client and the path their sets go to."""
    client = server.sign_in().client
    workout = create(client, an_entry())
    entry = workout["exercises"][0]["id"]
    return client, f"/api/v1/workouts/{workout['id']}/exercises/{entry}/sets"


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", "application/ld+json"]
)
def test_every_kind_of_json_is_taken(place, kind):
    client, path = place
    row = a_set(logged_at="2026-11-10T09:30:00+01:00", rpe=8, side="left")
    for _ in range(2):
        answer = client.post(path, content=json.dumps(row), headers={"Content-Type": kind})
        assert answer.status_code == 201
        assert answer.json()["id"] == row["id"]


@pytest.mark.parametrize("kind", [None, "text/plain", "application/octet-stream"])
def test_what_is_not_called_json_is_refused(place, kind):
    client, path = place
    headers = {} if kind is None else {"Content-Type": kind}
    assert client.post(path, content=json.dumps(a_set()), headers=headers).status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"null", b"[]", b'"\xff"', b'{"id": "\\ud800"}', b'{"id": NaN}', b"[" * 5000,
        json.dumps(a_set(reps="5")).encode(), json.dumps(a_set(colour="red")).encode(),
        json.dumps(a_set(id="no-id")).encode(), json.dumps(a_set(weight=1e9)).encode(),
        json.dumps(a_set(notes="\ud800")).encode(), json.dumps(a_set(reps=10**30)).encode(),
        json.dumps(a_set(weight=float("inf"))).encode(),
    ],
)  # fmt: skip
def test_a_malformed_body_is_a_problem_document(place, body):
    client, path = place
    answer = client.post(path, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["code"] == "request.invalid"


def test_an_id_in_the_path_must_be_one(place):
    client, path = place
    answer = client.post(path.upper().replace("/API/V1/WORKOUTS", "/api/v1/workouts")
                         .replace("/EXERCISES/", "/exercises/").replace("/SETS", "/sets"),
                         json=a_set())  # fmt: skip
    assert answer.status_code == 422


def test_nobody_and_somebody_else_are_turned_away(place, server):
    client, path = place
    assert server.make_client().post(path, json=a_set()).status_code == 401
    other = server.sign_in("other@example.org").client
    answer = other.post(path, json=a_set())
    assert (answer.status_code, answer.json()["code"]) == (404, "workouts.not_found")
    nowhere = f"/api/v1/workouts/{MISSING}/exercises/{uuid7()}/sets"
    assert client.post(nowhere, json=a_set()).status_code == 404


def test_a_session_that_ends_is_turned_away_at_once(place):
    client, path = place
    cookies = dict(client.cookies)
    assert client.post(path, json=a_set()).status_code == 201
    assert client.post("/api/v1/auth/logout").status_code == 200
    client.cookies.update(cookies)
    assert client.post(path, json=a_set()).status_code == 401


def test_unknown_addresses_and_methods_answer_as_everywhere(place):
    client, path = place
    assert client.put(path, json=a_set()).json()["code"] == "request.method_not_allowed"
    for unknown in (f"{path}/more", "/api/v1/workoutsx", "/api/v1/workouts/"):
        answer = client.get(unknown)
        assert (answer.status_code, answer.json()["code"]) == (404, "request.not_found")
