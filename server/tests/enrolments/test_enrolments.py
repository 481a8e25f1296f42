"""Enrolments and their facts over HTTP: created once, changed, taken back, brought back."""

from __future__ import annotations

import json
import random

import pytest

from fitfolio.core.ids import uuid7
from fitfolio.enrolments import facts, service
from tests.programs.program_builders import (
    a_fact,
    a_program,
    a_version,
    an_enrolment,
    follow,
    post,
)
from tests.sync.operations import PUSH, a_push
from tests.workouts.builders import MISSING

ENROLMENTS = "/api/v1/enrolments"


def push(client, *operations):
    return client.post(PUSH, json=a_push(*operations)).json()["results"]


@pytest.fixture
def ada(server):
    return server.sign_in().client


def begun(client):
    program = post(client, "programs", a_program())
    version = post(client, "program-versions", a_version(program["id"]))
    return program["id"], version["id"]


def test_an_enrolment_is_stored_changed_deleted_and_restored_and_repeating_changes_nothing(ada):
    body = an_enrolment(*begun(ada))
    stored = post(ada, "enrolments", body)
    assert post(ada, "enrolments", body | {"name": "Other"}) == stored
    assert {name: stored[name] for name in body} == body
    assert (stored["facts"], stored["exercises"], stored["ended_at"]) == ([], {}, None)
    path = f"{ENROLMENTS}/{body['id']}"
    change = {"name": "Rehab", "position": 3, "ended_at": "2026-11-20T10:00:00Z", "starts": {}}
    changed = ada.patch(path, json=change).json()
    assert changed["ended_at"] == "2026-11-20T10:00:00.000Z"
    assert (changed["name"], changed["position"], changed["starts"]) == ("Rehab", 3, {})
    assert ada.patch(path, json=change).json() == changed
    assert ada.patch(path, json={"ended_at": None}).json()["ended_at"] is None
    for _ in range(2):
        assert ada.delete(path).status_code == 204
    assert ada.get(path).status_code == ada.patch(path, json={"name": "x"}).status_code == 404
    assert ada.post(f"{path}/facts", json=a_fact()).status_code == 404
    assert ada.get(ENROLMENTS).json()["enrolments"] == []
    back = [ada.post(f"{path}/restore").json() for _ in range(2)]
    assert back[0] == back[1]
    assert ada.get(ENROLMENTS).json()["enrolments"] == back[:1]
    feed = ada.get("/api/v1/sync").json()["changes"]
    assert [item["data"] for item in feed if item["kind"] == "enrolment"] == back[:1]


def test_several_programs_may_be_followed_at_once(ada):
    rehab = follow(ada, name="Rehab", position=1)
    main = follow(ada, name="Main")
    listed = ada.get(ENROLMENTS).json()["enrolments"]
    assert [item["name"] for item in listed] == ["Main", "Rehab"]
    assert {item["id"] for item in listed} == {rehab["id"], main["id"]}


def test_a_fact_is_kept_once_taken_back_and_brought_back_by_its_id(ada):
    enrolment = follow(ada)
    path = f"{ENROLMENTS}/{enrolment['id']}/facts"
    fact = a_fact("break", value=10, week=1)
    (stored,) = post(ada, path.removeprefix("/api/v1/"), fact)["facts"]
    assert stored == {
        **fact, "at": "2026-11-10T09:00:00.000Z", "day": 0, "key": "", "lift": "", "exercise": "",
        "workout_id": None, "track": "", "program_version_id": None,
    }  # fmt: skip
    again = ada.post(path, json=fact | {"value": 20}).json()
    assert again["facts"] == [stored]
    for _ in range(2):
        assert ada.delete(f"{path}/{fact['id']}").status_code == 204
    assert ada.get(f"{ENROLMENTS}/{enrolment['id']}").json()["facts"] == []
    assert ada.post(path, json=fact | {"value": 30}).json()["facts"] == [stored]
    assert ada.delete(f"{path}/{MISSING}").json()["code"] == "enrolments.fact_not_found"
    other = follow(ada)
    elsewhere = ada.post(f"{ENROLMENTS}/{other['id']}/facts", json=fact)
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (409, "enrolments.id_taken")
    assert ada.delete(f"{ENROLMENTS}/{other['id']}/facts/{fact['id']}").status_code == 404


def test_every_change_of_a_fact_is_a_change_of_its_enrolment(ada):
    enrolment = follow(ada)
    path, fact = {"enrolment_id": enrolment["id"]}, a_fact()
    answers = push(
        ada,
        ("enrolments.add_fact", path, fact),
        ("enrolments.delete_fact", path | {"fact_id": fact["id"]}, None),
        ("enrolments.delete_fact", path | {"fact_id": fact["id"]}, None),
        ("enrolments.add_fact", path, fact),
        ("enrolments.add_fact", path, fact),
    )
    assert [item["status"] for item in answers] == ["applied"] * 5
    revs = [item["rev"] for item in answers]
    assert revs[0] < revs[1] == revs[2] < revs[3] == revs[4]
    feed = ada.get("/api/v1/sync", params={"since": enrolment["rev"]}).json()["changes"]
    (pulled,) = [item["data"] for item in feed]
    assert pulled == ada.get(f"{ENROLMENTS}/{enrolment['id']}").json()
    assert [one["id"] for one in pulled["facts"]] == [fact["id"]]


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (a_fact("edition"), "enrolments.fact_incomplete"),
        (a_fact("suppress"), "enrolments.fact_incomplete"),
        (a_fact("move"), "enrolments.fact_incomplete"),
        (a_fact("set", key="squat.nothing", value=1), "enrolments.unknown_key"),
        (a_fact("set", key="", value=1), "enrolments.unknown_key"),
        (a_fact("set", key="squat.fives.reps.more", value=1), "enrolments.unknown_key"),
        (a_fact("swap", lift="deadlift"), "enrolments.unknown_key"),
        (a_fact("edition", program_version_id=MISSING), "program_versions.not_found"),
        (a_fact("workout"), "request.invalid"),
        (a_fact(at="yesterday"), "request.invalid"),
        (a_fact(at="2026-11-10T09:00:00"), "request.invalid"),
        (a_fact(date="2026-02-30"), "request.invalid"),
        (a_fact(week=-1), "request.invalid"),
        (a_fact("break", value=1e300), "request.invalid"),
        (a_fact("break", value="10"), "request.invalid"),
        (a_fact(track="x" * 121), "request.invalid"),
        (a_fact(lift="nul \x00"), "request.invalid"),
    ],
)  # fmt: skip
def test_a_fact_that_could_mean_nothing_is_refused_with_a_code(ada, fact, code):
    enrolment = follow(ada)
    answer = ada.post(f"{ENROLMENTS}/{enrolment['id']}/facts", json=fact)
    assert answer.json()["code"] == code
    (result,) = push(ada, ("enrolments.add_fact", {"enrolment_id": enrolment["id"]}, fact))
    assert (result["status"], result["code"]) == ("refused", code)
    assert ada.get(f"{ENROLMENTS}/{enrolment['id']}").json() == enrolment


@pytest.mark.parametrize(
    "fact",
    [
        a_fact("set", key="squat.fives", value=70), a_fact("set", key="squat.1rm", value=120),
        a_fact("set", key="squat.tm", value=100), a_fact("set", key="squat.fives.stage", value=1),
        a_fact("swap", lift="bench", exercise="zercher 💪 ﷽"), a_fact("swap", lift="bench"),
        a_fact("suppress", workout_id=MISSING), a_fact("move", day=1), a_fact("repeat"),
        a_fact("skip", week=99, day=99), a_fact("break", value=-5),
    ],
)  # fmt: skip
def test_what_the_engine_may_read_is_taken_and_what_is_odd_harms_nothing(ada, fact):
    enrolment = follow(ada)
    post(ada, f"enrolments/{enrolment['id']}/facts", fact)
    assert ada.get(f"{ENROLMENTS}/{enrolment['id']}/next").status_code == 200


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"starts": {"deadlift": 100}}, "enrolments.unknown_key"),
        ({"starts": {"squat.fives.reps": 5}}, "enrolments.unknown_key"),
        ({"starts": {"squat.step": 5}}, "enrolments.unknown_key"),
        ({"starts": {"squat": -1}}, "request.invalid"),
        ({"starts": {"squat": "60"}}, "request.invalid"),
        ({"starts": {f"squat.{n}rm": 1 for n in range(501)}}, "request.invalid"),
        ({"exercises": {"zercher": MISSING}}, "enrolments.unknown_exercise"),
        ({"exercises": {"": MISSING}}, "request.invalid"),
        ({"started_on": "01.11.2026"}, "request.invalid"),
    ],
)  # fmt: skip
def test_start_values_of_nothing_and_exercises_of_nobody_are_refused(ada, change, code):
    program_id, version_id = begun(ada)
    answer = ada.post(ENROLMENTS, json=an_enrolment(program_id, version_id, **change))
    assert answer.json()["code"] == code
    enrolment = post(ada, "enrolments", an_enrolment(program_id, version_id))
    path = f"{ENROLMENTS}/{enrolment['id']}"
    assert ada.patch(path, json=change).json()["code"] == code
    assert ada.get(path).json() == enrolment


@pytest.mark.parametrize("unit", ["stone", "", None, "KG", 1])
def test_a_weight_has_one_of_two_units(ada, unit):
    program_id, version_id = begun(ada)
    answer = ada.post(ENROLMENTS, json=an_enrolment(program_id, version_id, unit=unit))
    assert answer.json()["code"] == "request.invalid"
    enrolment = post(ada, "enrolments", an_enrolment(program_id, version_id))
    answer = ada.patch(f"{ENROLMENTS}/{enrolment['id']}", json={"unit": "lb"})
    assert answer.json()["code"] == "request.invalid"


def test_an_edition_of_another_program_cannot_be_begun_or_moved_to(ada):
    program_id, version_id = begun(ada)
    _, other_id = begun(ada)
    answer = ada.post(ENROLMENTS, json=an_enrolment(program_id, other_id))
    assert answer.json()["code"] == "program_versions.not_found"
    enrolment = post(ada, "enrolments", an_enrolment(program_id, version_id))
    moved = a_fact("edition", program_version_id=other_id)
    answer = ada.post(f"{ENROLMENTS}/{enrolment['id']}/facts", json=moved)
    assert answer.json()["code"] == "program_versions.not_found"


def test_start_values_may_be_given_ahead_for_the_newest_edition(ada):
    enrolment = follow(ada)
    version = ada.get(f"/api/v1/program-versions/{enrolment['program_version_id']}").json()
    text = version["text"].replace("lift bench", "lift row = bent-over-row-barbell\nlift bench")
    text = text.replace("  bench fives", "  bench fives\n  row fives")
    edition = post(ada, "program-versions", a_version(enrolment["program_id"], text))
    path = f"{ENROLMENTS}/{enrolment['id']}"
    assert ada.patch(path, json={"starts": {"row": 50, "squat": 60}}).status_code == 200
    fact = a_fact("edition", program_version_id=edition["id"])
    post(ada, f"enrolments/{enrolment['id']}/facts", fact)
    slots = ada.get(f"{path}/next").json()["session"]["slots"]
    assert [slot["sets"][0]["weight"] for slot in slots] == [60, None, 50]


def test_a_device_that_had_not_heard_of_a_deletion_brings_the_enrolment_back(ada):
    enrolment = follow(ada)
    path = f"{ENROLMENTS}/{enrolment['id']}"
    ids = {"enrolment_id": enrolment["id"]}
    for operation in (
        ("enrolments.add_fact", ids, a_fact()),
        ("enrolments.change", ids, {"name": "Still mine"}),
    ):
        ada.delete(path)
        (result,) = push(ada, operation)
        assert result["status"] == "applied"
        assert ada.get(path).status_code == 200


def test_limits_are_told_and_what_was_stored_stays(ada, monkeypatch):
    enrolment = follow(ada)
    path = f"{ENROLMENTS}/{enrolment['id']}"
    first = a_fact()
    post(ada, f"enrolments/{enrolment['id']}/facts", first)
    monkeypatch.setattr(facts, "MAX_FACTS", 1)
    monkeypatch.setattr(service, "MAX_ENROLMENTS", 1)
    answer = ada.post(f"{path}/facts", json=a_fact())
    assert answer.json()["code"] == "enrolments.too_many_facts"
    assert ada.post(f"{path}/facts", json=first).status_code == 201
    body = an_enrolment(enrolment["program_id"], enrolment["program_version_id"])
    assert ada.post(ENROLMENTS, json=body).json()["code"] == "enrolments.too_many"
    assert len(ada.get(path).json()["facts"]) == 1


def test_ten_thousand_facts_are_taken_up_to_the_limit_and_the_rest_is_refused(sqlite_server):
    ada = sqlite_server.sign_in().client
    enrolment = follow(ada)
    ids = {"enrolment_id": enrolment["id"]}
    kinds = ("skip", "repeat", "break", "move")
    chance = random.Random(0)
    statuses = []
    for _ in range(facts.MAX_FACTS // 200 + 1):
        batch = [
            ("enrolments.add_fact", ids, a_fact(chance.choice(kinds), day=1, value=1))
            for _ in range(200)
        ]
        statuses += [item["code"] for item in push(ada, *batch)]
    assert statuses.count(None) == facts.MAX_FACTS
    assert statuses[facts.MAX_FACTS :] == ["enrolments.too_many_facts"] * 200
    answer = ada.get(f"{ENROLMENTS}/{enrolment['id']}/next")
    assert answer.status_code == 200
    assert len(json.dumps(ada.get(ENROLMENTS).json())) < 1_000_000


def test_suggested_start_values_say_where_they_come_from(server):
    ada = server.sign_in().client
    enrolment = follow(ada)
    path = f"/api/v1/program-versions/{enrolment['program_version_id']}/starts"
    bare = ada.get(path, params={"unit": "kg"}).json()
    assert [(one["key"], one["kind"], one["suggestions"]) for one in bare["starts"]] == [
        ("squat", "weight", []), ("bench", "weight", [])
    ]  # fmt: skip
    squat = bare["starts"][0]["exercise_id"]
    for day, weight, reps in (("2026-11-02", 100, 5), ("2026-11-09", 90, 3)):
        row = {"id": uuid7(), "position": 0, "weight": weight, "weight_unit": "kg", "reps": reps,
               "rpe": 9}  # fmt: skip
        workout = {
            "id": uuid7(), "started_at": f"{day}T17:00:00Z", "finished_at": f"{day}T18:00:00Z",
            "time_zone": "UTC",
            "exercises": [{"id": uuid7(), "exercise_id": squat, "position": 0, "sets": [row]}],
        }  # fmt: skip
        post(ada, "workouts", workout)
    told = ada.get(path, params={"unit": "kg"}).json()["starts"][0]
    by_e1rm, by_weight = told["suggestions"]
    assert (by_e1rm["source"], by_e1rm["local_date"]) == ("e1rm", "2026-11-02")
    assert by_e1rm["base"] > 110
    assert by_e1rm["value"] == pytest.approx(by_e1rm["base"] * by_e1rm["percent"] / 100, abs=1.3)
    assert by_weight == {
        "source": "last_weight", "value": 90, "percent": None, "base": 90, "reps": 3,
        "local_date": "2026-11-09", "workout_id": workout["id"],
    }  # fmt: skip
    pounds = ada.get(path, params={"unit": "lb"}).json()["starts"][0]["suggestions"]
    assert pounds[0]["base"] == pytest.approx(by_e1rm["base"] / 0.45359237, abs=0.02)
    assert pounds[0]["value"] % 5 == 0
    in_profile = ada.get(path).json()
    assert in_profile["unit"] == "kg"
    # A program of the library is asked before anything of it is copied.
    library = "/api/v1/program-library"
    asked = ada.get(f"{library}/531-bbb/starts", params={"unit": "kg"}).json()["starts"]
    (of_squat,) = [one for one in asked if one["key"] == "squat.1rm"]
    assert of_squat["exercise_id"] == squat
    assert of_squat["suggestions"][0]["base"] == by_e1rm["base"]
    assert ada.get(f"{library}/no-such/starts").json()["code"] == "programs.not_in_library"
