from __future__ import annotations

import pytest

from fitfolio.core.ids import uuid7

BASE = "/api/v1/exercises"


def make(person, **fields):
    body = {"id": uuid7(), "name": "Zercher Wobble Lift"} | fields
    answer = person.client.post(BASE, json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


def names(person, **params):
    return [item["name"] for item in person.client.get(BASE, params=params).json()["exercises"]]


def test_the_library_holds_every_exercise_of_the_facts_table(server):
    ada = server.sign_in()
    library = ada.client.get(BASE + "/library")
    exercises = library.json()["exercises"]
    assert len(exercises) >= 850
    assert len({item["facts_name"] for item in exercises if item["facts_name"]}) == 873
    again = ada.client.get(BASE + "/library", headers={"If-None-Match": library.headers["ETag"]})
    assert again.status_code == 304


def test_the_library_speaks_the_language_of_the_profile(sqlite_server):
    ada = sqlite_server.sign_in()
    english = ada.client.get(BASE + "/library").json()["exercises"]
    ada.client.patch("/api/v1/auth/me", json={"language": "de"})
    german = ada.client.get(BASE + "/library").json()["exercises"]
    translated = {item["id"] for item in english} & {item["id"] for item in german}
    assert len(translated) == len(english)
    assert [item["name"] for item in english] != [item["name"] for item in german]


@pytest.mark.parametrize("typed", ["bench press", "bnech press", "BENCH"])
def test_search_forgives_typing(server, typed):
    assert "Bench Press (Barbell)" in names(server.sign_in(), search=typed, limit=5)


def test_search_finds_by_muscle_and_equipment(server):
    found = (
        server.sign_in().client.get(BASE, params={"muscle": "chest", "equipment": "cable"}).json()
    )
    assert found["exercises"]
    for item in found["exercises"]:
        assert item["equipment"] == "cable"
        assert "chest" in item["primary_muscles"] + item["secondary_muscles"]


def test_pages_follow_each_other_without_gap_or_repeat(sqlite_server):
    client = sqlite_server.sign_in().client
    seen, cursor = [], None
    while True:
        params = {"limit": 300} | ({"cursor": cursor} if cursor else {})
        page = client.get(BASE, params=params).json()
        seen += [item["id"] for item in page["exercises"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) >= 850


def test_what_my_gym_lacks_can_be_hidden(server):
    ada = server.sign_in()
    ada.client.patch("/api/v1/auth/me", json={"equipment": ["dumbbell"]})
    shown = ada.client.get(BASE, params={"available": True, "limit": 1000}).json()["exercises"]
    assert {item["equipment"] for item in shown} == {"dumbbell", "bodyweight"}


def test_a_custom_exercise_is_made_changed_deleted_and_restored(server):
    ada = server.sign_in()
    made = make(ada, equipment="barbell", primary_muscles=["quadriceps"])
    assert (made["is_custom"], made["tracking"], made["slug"]) == (True, "weight_reps", None)
    assert "Zercher Wobble Lift" in names(ada, search="zercher wobble")
    url = f"{BASE}/{made['id']}"
    changed = ada.client.patch(url, json={"name": "Wobble Lift", "secondary_muscles": ["glutes"]})
    assert changed.json()["name"] == "Wobble Lift"
    assert changed.json()["primary_muscles"] == ["quadriceps"]
    assert ada.client.delete(url).status_code == 204
    assert ada.client.delete(url).status_code == 204
    assert "Wobble Lift" not in names(ada, search="wobble lift")
    assert ada.client.get(url).json()["is_archived"] is True
    assert ada.client.post(url + "/restore").json()["is_archived"] is False
    assert "Wobble Lift" in names(ada, search="wobble lift")


def test_creating_again_with_the_same_id_changes_nothing(server):
    ada = server.sign_in()
    made = make(ada)
    again = make(ada, id=made["id"], name="Another")
    assert again == made
    assert names(ada, search="zercher wobble").count("Zercher Wobble Lift") == 1


def test_an_id_of_somebody_else_or_of_the_library_is_taken(server):
    ada, bob = server.sign_in("ada@example.org"), server.sign_in("bob@example.org")
    made = make(ada)
    library = bob.client.get(BASE, params={"search": "squat"}).json()["exercises"][0]
    for taken in (made["id"], library["id"]):
        answer = bob.client.post(BASE, json={"id": taken, "name": "Mine"})
        assert (answer.status_code, answer.json()["code"]) == (409, "exercise.id_taken")


def test_another_persons_exercise_does_not_exist(server):
    ada, bob = server.sign_in("ada@example.org"), server.sign_in("bob@example.org")
    url = f"{BASE}/{make(ada)['id']}"
    answers = [
        bob.client.get(url), bob.client.patch(url, json={"name": "x"}), bob.client.delete(url),
        bob.client.post(url + "/restore"), bob.client.patch(url + "/preferences", json={"favourite": True}),
    ]  # fmt: skip
    assert {answer.status_code for answer in answers} == {404}


def test_the_library_cannot_be_changed_but_preferred(server):
    ada = server.sign_in()
    squat = ada.client.get(BASE, params={"search": "squat barbell"}).json()["exercises"][0]
    url = f"{BASE}/{squat['id']}"
    refused = ada.client.patch(url, json={"name": "Mine"})
    assert (refused.status_code, refused.json()["code"]) == (400, "exercise.library_is_fixed")
    preference = ada.client.patch(
        url + "/preferences", json={"favourite": True, "weight_unit": "lb"}
    )
    assert preference.json() == {
        "exercise_id": squat["id"], "favourite": True, "weight_unit": "lb", "notes": "",
        "rest_s": None, "rest_warm_up_s": None, "bar_id": None, "step": None, "step_unit": None,
    }  # fmt: skip
    assert names(ada, favourites=True) == [squat["name"]]
    cleared = ada.client.patch(url + "/preferences", json={"weight_unit": ""}).json()
    assert (cleared["weight_unit"], cleared["favourite"]) == (None, True)
    assert ada.client.get(url).json()["favourite"] is True


@pytest.mark.parametrize(
    "fields",
    [
        {"name": ""},
        {"name": "  "},
        {"name": "x" * 201},
        {"equipment": "sofa"},
        {"tracking": "vibes"},
        {"primary_muscles": ["soul"]},
        {"id": "42"},
        {"user_id": "x"},
        {"name": "a\x00b"},
    ],
)
def test_what_an_exercise_cannot_be_is_422(sqlite_server, fields):
    body = {"id": uuid7(), "name": "x"} | fields
    assert sqlite_server.sign_in().client.post(BASE, json=body).status_code == 422


def test_a_muscle_cannot_be_primary_and_secondary(server):
    body = {
        "id": uuid7(),
        "name": "x",
        "primary_muscles": ["chest"],
        "secondary_muscles": ["chest"],
    }
    answer = server.sign_in().client.post(BASE, json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "exercise.same_muscle_twice")
