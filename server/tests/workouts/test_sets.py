from __future__ import annotations

import json

import pytest

from tests.workouts.builders import (
    MISSING,
    a_set,
    an_entry,
    create,
    history,
    library_id,
    standing,
)

URL = "/api/v1/workouts"


@pytest.fixture
def client(server):
    return server.sign_in().client


@pytest.fixture
def workout(client):
    return create(client, an_entry(a_set()))


def read(client, workout):
    return client.get(f"{URL}/{workout['id']}").json()


def sets_url(workout, entry=0):
    return f"{URL}/{workout['id']}/exercises/{workout['exercises'][entry]['id']}/sets"


def set_url(workout, entry=0, place=0):
    return f"{URL}/{workout['id']}/sets/{workout['exercises'][entry]['sets'][place]['id']}"


def test_a_logged_set_counts_at_once_and_only_once(client, workout):
    body = a_set(position=1, weight=110, reps=3)
    first = client.post(sets_url(workout), json=body)
    assert first.status_code == 201
    assert first.json()["rev"] > workout["rev"]
    assert client.post(sets_url(workout), json=body | {"reps": 9}).json() == first.json()
    sets = read(client, workout)["exercises"][0]["sets"]
    assert [(row["weight"], row["reps"]) for row in sets] == [(100, 5), (110, 3)]
    assert standing(client)["load", 3] == 110
    assert standing(client)["load", 4] == 100
    assert history(client)["days"][0]["tonnage_kg"] == 830


def test_correcting_a_set_corrects_everything_made_from_it(client, workout):
    create(client, an_entry(a_set(weight=120)), day="2026-11-12")
    client.patch(set_url(workout), json={"weight": 200, "weight_unit": "lb"})
    stored = read(client, workout)["exercises"][0]["sets"][0]
    assert (stored["weight"], stored["weight_unit"], stored["reps"]) == (200, "lb", 5)
    assert stored["load_kg"] == pytest.approx(90.718474)
    records = client.get("/api/v1/records").json()["records"]
    newest = next(row for row in records if row["kind"] == "load")
    assert (newest["value"], newest["previous_value"]) == (120, pytest.approx(90.718474))


def test_null_clears_a_number_and_an_unsent_field_stays(client, workout):
    client.patch(set_url(workout), json={"rpe": 9})
    client.patch(set_url(workout), json={"rpe": None, "kind": "drop", "notes": "easy"})
    stored = read(client, workout)["exercises"][0]["sets"][0]
    assert (stored["rpe"], stored["kind"], stored["notes"], stored["reps"]) == (
        None, "drop", "easy", 5,
    )  # fmt: skip


def test_a_change_that_changes_nothing_leaves_the_revision(client, workout):
    assert client.patch(set_url(workout), json={"reps": 5}).json()["rev"] == workout["rev"]


def test_a_deleted_set_counts_nowhere_until_it_is_restored(client, workout):
    gone = client.delete(set_url(workout)).json()
    assert client.delete(set_url(workout)).json() == gone
    assert read(client, workout)["exercises"][0]["sets"] == []
    assert history(client)["days"] == []
    assert client.patch(set_url(workout), json={"reps": 4}).status_code == 404
    back = client.post(f"{set_url(workout)}/restore").json()
    assert client.post(f"{set_url(workout)}/restore").json() == back
    assert standing(client)["load", 5] == 100


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"weight": -501}, 422, "request.invalid"),
        ({"weight": 5000}, 422, "request.invalid"),
        ({"reps": -1}, 422, "request.invalid"),
        ({"reps": 10_000}, 422, "request.invalid"),
        ({"reps": 2.5}, 422, "request.invalid"),
        ({"rpe": 11}, 422, "request.invalid"),
        ({"rpe": 0}, 422, "request.invalid"),
        ({"rir": -1}, 422, "request.invalid"),
        ({"duration_s": 100_000}, 422, "request.invalid"),
        ({"kind": "super"}, 422, "request.invalid"),
        ({"weight_unit": "stone"}, 422, "request.invalid"),
        ({"weight_unit": None}, 400, "workouts.unit_missing"),
        ({"distance": 5}, 400, "workouts.unit_missing"),
    ],
)
def test_an_impossible_set_is_refused_when_logged_and_when_changed(
    client, workout, change, status, code
):
    logged = client.post(sets_url(workout), json=a_set(**change))
    assert (logged.status_code, logged.json()["code"]) == (status, code)
    changed = client.patch(set_url(workout), json=change)
    assert (changed.status_code, changed.json()["code"]) == (status, code)
    assert read(client, workout) == workout


def test_not_a_number_is_refused(client, workout):
    answer = client.post(
        sets_url(workout),
        content=json.dumps(a_set(weight=float("nan"))),
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 422


def test_sets_go_into_existing_exercises_only(client, workout):
    other = create(client, an_entry())
    missing = client.post(f"{URL}/{workout['id']}/exercises/{MISSING}/sets", json=a_set())
    assert (missing.status_code, missing.json()["code"]) == (404, "workouts.entry_not_found")
    elsewhere = f"{URL}/{workout['id']}/exercises/{other['exercises'][0]['id']}/sets"
    assert client.post(elsewhere, json=a_set()).status_code == 404
    taken = workout["exercises"][0]["sets"][0]["id"]
    answer = client.post(sets_url(other), json=a_set(id=taken))
    assert (answer.status_code, answer.json()["code"]) == (409, "workouts.id_taken")
    foreign = f"{URL}/{other['id']}/sets/{taken}"
    answer = client.patch(foreign, json={"reps": 1})
    assert (answer.status_code, answer.json()["code"]) == (404, "workouts.set_not_found")


def test_exercises_are_added_with_their_sets_once(client, workout):
    squat = library_id(number=1)
    body = an_entry(a_set(weight=140), exercise_id=squat, position=1)
    first = client.post(f"{URL}/{workout['id']}/exercises", json=body)
    assert first.status_code == 201
    assert client.post(f"{URL}/{workout['id']}/exercises", json=body).json() == first.json()
    assert [entry["exercise_id"] for entry in read(client, workout)["exercises"]] == [
        library_id(), squat,
    ]  # fmt: skip
    assert standing(client, squat)["load", 5] == 140
    other = create(client)
    answer = client.post(f"{URL}/{other['id']}/exercises", json=body)
    assert (answer.status_code, answer.json()["code"]) == (409, "workouts.id_taken")
    unknown = an_entry(exercise_id=MISSING)
    answer = client.post(f"{URL}/{other['id']}/exercises", json=unknown)
    assert (answer.status_code, answer.json()["code"]) == (400, "workouts.unknown_exercise")


def test_another_exercise_takes_the_sets_along(client, workout):
    squat = library_id(number=1)
    entry = f"{URL}/{workout['id']}/exercises/{workout['exercises'][0]['id']}"
    client.patch(entry, json={"exercise_id": squat, "superset": 2})
    assert standing(client) == {}
    assert standing(client, squat)["load", 5] == 100
    stored = read(client, workout)["exercises"][0]
    assert (stored["superset"], stored["exercise_id"]) == (2, squat)
    cleared = client.patch(entry, json={"superset": None, "notes": "belt"}).json()
    assert read(client, workout)["exercises"][0]["superset"] is None
    assert client.patch(entry, json={"notes": "belt"}).json()["rev"] == cleared["rev"]
    assert client.patch(entry, json={"exercise_id": MISSING}).status_code == 400


def test_exercises_can_be_put_into_another_order(client):
    stored = create(client, an_entry(a_set()), an_entry(a_set()), an_entry(a_set()))
    first, second, third = (entry["id"] for entry in stored["exercises"])
    url = f"{URL}/{stored['id']}/exercises/order"
    moved = client.post(url, json={"ids": [third, first]}).json()
    assert [entry["id"] for entry in read(client, stored)["exercises"]] == [third, first, second]
    assert client.post(url, json={"ids": [third, first, second]}).json()["rev"] == moved["rev"]
    answer = client.post(url, json={"ids": [MISSING]})
    assert (answer.status_code, answer.json()["code"]) == (404, "workouts.entry_not_found")


def test_of_equal_sets_the_first_in_the_workout_keeps_the_record(client):
    stored = create(client, an_entry(a_set()), an_entry(a_set()))
    first, second = stored["exercises"]

    def holder():
        rows = history(client)["records"]
        return next(r["set_id"] for r in rows if (r["kind"], r["reps"]) == ("load", 5))

    assert holder() == first["sets"][0]["id"]
    url = f"{URL}/{stored['id']}/exercises"
    client.post(f"{url}/order", json={"ids": [second["id"]]})
    assert holder() == second["sets"][0]["id"]
    client.patch(f"{url}/{second['id']}", json={"position": 9})
    assert holder() == first["sets"][0]["id"]


def test_a_removed_exercise_comes_back_with_its_sets(client, workout):
    entry = f"{URL}/{workout['id']}/exercises/{workout['exercises'][0]['id']}"
    gone = client.delete(entry).json()
    assert client.delete(entry).json() == gone
    assert read(client, workout)["exercises"] == []
    assert standing(client) == {}
    assert client.patch(set_url(workout), json={"reps": 1}).status_code == 404
    assert client.patch(entry, json={"notes": "x"}).status_code == 404
    client.post(f"{entry}/restore")
    assert len(read(client, workout)["exercises"][0]["sets"]) == 1
    assert standing(client)["load", 5] == 100
    missing = f"{URL}/{workout['id']}/exercises/{MISSING}"
    assert client.delete(missing).json()["code"] == "workouts.entry_not_found"


def test_bodyweight_and_assisted_sets_keep_their_sign(client):
    pull_up, assisted = library_id("bodyweight_reps"), library_id("assisted_reps")
    create(
        client,
        an_entry(a_set(weight=-20, reps=3), exercise_id=pull_up),
        an_entry(a_set(weight=30, reps=4), exercise_id=assisted),
    )
    assert standing(client, pull_up)["load", 3] == -20
    assert standing(client, assisted)["assistance", 4] == 30
