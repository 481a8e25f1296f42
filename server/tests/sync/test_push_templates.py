from __future__ import annotations

from fitfolio.core.ids import uuid7
from tests.programs.builders import a_template
from tests.sync.operations import PUSH, a_push, an_operation


def push(client, *operations):
    answer = client.post(PUSH, json=a_push(*operations))
    assert answer.status_code == 200, answer.text
    return answer.json()["results"]


def test_templates_made_offline_arrive_in_their_order(server):
    client = server.sign_in().client
    body = a_template()
    path = {"template_id": body["id"]}
    results = push(
        client,
        ("templates.create", {}, body),
        ("templates.change", path, {"name": "Pull", "exercises": a_template()["exercises"]}),
        ("templates.delete", path, None),
        ("templates.restore", path, None),
    )
    assert [result["status"] for result in results] == ["applied"] * 4
    made = client.get(f"/api/v1/templates/{body['id']}").json()
    assert (made["name"], made["rev"]) == ("Pull", results[-1]["rev"])


def test_a_refused_template_leaves_nothing_and_stops_nothing(server):
    client = server.sign_in().client
    bad = a_template({"kind": "working", "weight": 80})
    results = push(
        client,
        ("templates.create", {}, bad),
        ("templates.create", {}, a_template(exercise_id=uuid7())),
        ("templates.create", {}, a_template() | {"rev": 1}),
        ("templates.change", {"template_id": bad["id"]}, {"name": "x"}),
        ("templates.create", {}, a_template()),
    )
    assert [result["code"] for result in results] == [
        "templates.unit_missing", "templates.unknown_exercise", "request.invalid",
        "templates.not_found", None,
    ]  # fmt: skip
    assert len(client.get("/api/v1/templates").json()["templates"]) == 1


def test_a_repeated_push_changes_nothing(server):
    client = server.sign_in().client
    operation = an_operation("templates.create", {}, a_template())
    request = a_push() | {"operations": [operation]}
    first = client.post(PUSH, json=request).json()["results"]
    client.patch(f"/api/v1/templates/{operation['body']['id']}", json={"name": "Newer"})
    assert client.post(PUSH, json=request).json()["results"] == first
    assert client.get("/api/v1/templates").json()["templates"][0]["name"] == "Newer"


def test_gym_and_rest_times_can_be_pushed(server):
    client = server.sign_in().client
    results = push(
        client,
        ("auth.change_profile", {}, {"rest": {"working_s": 180}, "timer_sound": False}),
        ("auth.change_profile", {}, {"gym": None, "rest": {"default_s": 90}}),
    )
    assert [result["status"] for result in results] == ["applied"] * 2
    me = client.get("/api/v1/auth/me").json()
    assert (me["rest"]["working_s"], me["rest"]["default_s"], me["timer_sound"]) == (180, 90, False)
