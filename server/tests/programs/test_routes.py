from __future__ import annotations

import pytest

from fitfolio.core.ids import uuid7
from fitfolio.programs import service
from tests.programs.builders import BENCH, a_template
from tests.workouts.builders import library_id

URL = "/api/v1/templates"


def feed(client, since=0):
    changes = client.get("/api/v1/sync", params={"since": since}).json()["changes"]
    return [change for change in changes if change["kind"] == "template"]


def test_a_template_is_stored_and_listed_as_it_was_sent(server):
    client = server.sign_in().client
    sets = [
        {"kind": "warm_up", "reps": 8, "weight": 45, "weight_unit": "lb"},
        {"kind": "working", "reps": 5, "weight": 82.5, "weight_unit": "kg", "rpe": 8.5, "side": "left"},
        {"kind": "amrap", "duration_s": 30.5, "distance": 20, "distance_unit": "m", "rir": 0},
    ]  # fmt: skip
    body = a_template(*sets, folder="Upper", notes="pause", position=3)
    body["exercises"][0] |= {"superset": 1, "notes": "elbows in"}
    answer = client.post(URL, json=body)
    assert answer.status_code == 201
    made = answer.json()
    everything = dict.fromkeys(
        ("reps", "weight", "weight_unit", "duration_s", "distance", "distance_unit", "rpe", "rir",
         "side")
    )  # fmt: skip
    assert made["exercises"][0]["sets"] == [everything | row for row in sets]
    assert made | {"exercises": [], "rev": 0} == {
        "id": body["id"], "rev": 0, "name": "Push", "folder": "Upper", "notes": "pause",
        "position": 3, "exercises": [],
    }  # fmt: skip
    assert client.get(URL).json() == {"templates": [made]}
    assert client.get(f"{URL}/{body['id']}").json() == made
    (change,) = feed(client)
    assert change == {
        "kind": "template", "id": made["id"], "rev": made["rev"], "deleted": False, "data": made,
    }  # fmt: skip


def test_sending_a_template_again_changes_nothing(server):
    client = server.sign_in().client
    body = a_template()
    first = client.post(URL, json=body).json()
    assert client.post(URL, json=body | {"name": "Other"}).json() == first
    assert client.patch(f"{URL}/{body['id']}", json={"name": "Push"}).json() == first
    assert client.patch(f"{URL}/{body['id']}", json={}).json() == first
    client.delete(f"{URL}/{body['id']}")
    rev = feed(client)[0]["rev"]
    assert client.post(URL, json=body).status_code == 201
    assert feed(client)[0]["rev"] == rev, "a late repetition does not bring a deleted one back"


def test_only_the_named_fields_change(server):
    client = server.sign_in().client
    body = a_template(folder="Upper", notes="pause")
    before = client.post(URL, json=body).json()
    after = client.patch(f"{URL}/{body['id']}", json={"name": "Pull", "folder": ""}).json()
    assert after == before | {"name": "Pull", "folder": "", "rev": before["rev"] + 1}
    other = a_template({"kind": "drop", "reps": 12})["exercises"]
    changed = client.patch(f"{URL}/{body['id']}", json={"exercises": other}).json()
    assert changed["exercises"][0]["id"] == other[0]["id"]
    assert changed["exercises"][0]["sets"][0]["weight"] is None
    assert [item["rev"] for item in feed(client, before["rev"])] == [changed["rev"]]


def test_a_deleted_template_is_gone_until_it_is_restored(server):
    client = server.sign_in().client
    body = a_template()
    made = client.post(URL, json=body).json()
    url = f"{URL}/{body['id']}"
    assert client.delete(url).status_code == 204
    (tombstone,) = feed(client, made["rev"])
    assert (tombstone["deleted"], tombstone["data"]) == (True, None)
    assert client.delete(url).status_code == 204
    assert feed(client, made["rev"]) == [tombstone]
    for answer in (client.get(url), client.patch(url, json={"name": "x"})):
        assert (answer.status_code, answer.json()["code"]) == (404, "templates.not_found")
    assert client.get(URL).json() == {"templates": []}
    restored = client.post(f"{url}/restore").json()
    assert restored == made | {"rev": restored["rev"]}
    assert client.post(f"{url}/restore").json() == restored
    assert client.get(URL).json() == {"templates": [restored]}


def test_templates_stand_in_the_lifters_order(server):
    client = server.sign_in().client
    for name, position in (("Legs", 1), ("Arms", 2), ("Back", 1)):
        client.post(URL, json=a_template(name=name, position=position))
    names = [item["name"] for item in client.get(URL).json()["templates"]]
    assert names == ["Back", "Legs", "Arms"]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"reps": -1}, 422, "request.invalid"),
        ({"reps": 10_000}, 422, "request.invalid"),
        ({"rpe": 11}, 422, "request.invalid"),
        ({"side": "both"}, 422, "request.invalid"),
        ({"kind": "hard"}, 422, "request.invalid"),
        ({"weight": 80}, 400, "templates.unit_missing"),
        ({"weight": -20, "weight_unit": "kg"}, 400, "templates.negative_weight"),
        ({"distance": 80}, 400, "templates.unit_missing"),
    ],
)
def test_impossible_sets_are_refused(sqlite_server, change, status, code):
    client = sqlite_server.sign_in().client
    body = a_template({"kind": "working"} | change)
    answer = client.post(URL, json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    good = a_template()
    client.post(URL, json=good)
    answer = client.patch(f"{URL}/{good['id']}", json={"exercises": body["exercises"]})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert len(feed(client)) == 1


def test_help_may_be_planned_where_ones_own_weight_is_lifted(sqlite_server):
    client = sqlite_server.sign_in().client
    planned = {"kind": "working", "weight": -20, "weight_unit": "kg"}
    body = a_template(planned, exercise_id=library_id("bodyweight_reps"))
    assert client.post(URL, json=body).status_code == 201


def test_exercises_are_known_and_told_apart(sqlite_server):
    client = sqlite_server.sign_in().client
    answer = client.post(URL, json=a_template(exercise_id=uuid7()))
    assert (answer.status_code, answer.json()["code"]) == (400, "templates.unknown_exercise")
    body = a_template()
    body["exercises"] *= 2
    answer = client.post(URL, json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "templates.same_id_twice")
    body["exercises"] = [{"id": uuid7(), "exercise_id": BENCH} for _ in range(51)]
    assert client.post(URL, json=body).status_code == 422
    assert client.post(URL, json=a_template(name="  ")).status_code == 422


def test_there_is_a_limit_to_templates(sqlite_server, monkeypatch):
    monkeypatch.setattr(service, "MAX_TEMPLATES", 2)
    client = sqlite_server.sign_in().client
    bodies = [a_template() for _ in range(3)]
    answers = [client.post(URL, json=body) for body in bodies]
    assert [answer.status_code for answer in answers] == [201, 201, 400]
    assert answers[2].json()["code"] == "templates.too_many"
    client.delete(f"{URL}/{bodies[0]['id']}")
    assert client.post(URL, json=bodies[2]).status_code == 201
