from __future__ import annotations

import pytest

from fitfolio.core.ids import uuid7
from tests.workouts.builders import (
    MISSING,
    a_set,
    a_workout,
    an_entry,
    create,
    history,
    library_id,
    standing,
)

URL = "/api/v1/workouts"


def test_a_workout_comes_back_as_it_was_typed(server):
    client = server.sign_in().client
    sets = [
        a_set(kind="warm_up", weight=45, weight_unit="lb"),
        a_set(rpe=8.5, rir=1, notes="slow", logged_at="2026-11-10T09:12:00Z"),
    ]
    stored = create(client, an_entry(*sets, notes="pause", superset=1), notes="good")
    read = client.get(f"{URL}/{stored['id']}").json()
    assert read == stored
    assert (read["title"], read["notes"], read["local_date"]) == ("Push", "good", "2026-11-10")
    assert read["started_at"] == "2026-11-10T09:00:00.000Z"
    entry = read["exercises"][0]
    assert (entry["notes"], entry["superset"]) == ("pause", 1)
    warm_up, working = entry["sets"]
    assert (warm_up["weight"], warm_up["weight_unit"]) == (45, "lb")
    assert warm_up["load_kg"] == pytest.approx(20.41165665)
    assert (working["rpe"], working["rir"], working["notes"]) == (8.5, 1, "slow")
    assert working["logged_at"] == "2026-11-10T09:12:00.000Z"


def test_creating_again_returns_what_is_stored_and_adds_nothing(server):
    client = server.sign_in().client
    body = a_workout(an_entry(a_set()))
    first = client.post(URL, json=body).json()
    again = client.post(URL, json=body | {"title": "Other"})
    assert (again.status_code, again.json()) == (201, first)
    assert len(client.get(URL).json()["workouts"]) == 1


def test_creating_again_after_a_deletion_does_not_bring_it_back(server):
    client = server.sign_in().client
    body = a_workout(an_entry(a_set()))
    client.post(URL, json=body)
    client.delete(f"{URL}/{body['id']}")
    assert client.post(URL, json=body).status_code == 201
    assert client.get(f"{URL}/{body['id']}").status_code == 404


def test_the_training_day_is_the_day_where_it_happened(server):
    client = server.sign_in().client
    late = create(
        client, started_at="2026-11-10T23:30:00Z", finished_at=None, time_zone="Asia/Tokyo"
    )
    assert late["local_date"] == "2026-11-11"


def test_moving_a_workout_moves_its_sets_and_records(server):
    client = server.sign_in().client
    stored = create(client, an_entry(a_set()), day="2026-11-10")
    moved = client.patch(f"{URL}/{stored['id']}", json={"started_at": "2026-11-08T09:00:00Z"})
    assert moved.json()["local_date"] == "2026-11-08"
    assert moved.json()["rev"] > stored["rev"]
    shown = history(client)
    assert [day["local_date"] for day in shown["days"]] == ["2026-11-08"]
    assert {row["local_date"] for row in shown["records"]} == {"2026-11-08"}


def test_another_zone_may_mean_another_day(server):
    client = server.sign_in().client
    stored = create(client, an_entry(a_set()), day="2026-11-10")
    moved = client.patch(f"{URL}/{stored['id']}", json={"time_zone": "Pacific/Kiritimati"}).json()
    assert moved["local_date"] == "2026-11-10"
    assert client.patch(f"{URL}/{stored['id']}", json={"time_zone": "Pacific/Pago_Pago"}).json()[
        "local_date"
    ] == ("2026-11-09")


def test_only_the_fields_sent_change(server):
    client = server.sign_in().client
    stored = create(client, notes="kept")
    changed = client.patch(f"{URL}/{stored['id']}", json={"title": "Pull"}).json()
    assert (changed["title"], changed["notes"]) == ("Pull", "kept")
    assert changed["finished_at"] == stored["finished_at"]
    running = client.patch(f"{URL}/{stored['id']}", json={"finished_at": None}).json()
    assert running["finished_at"] is None
    same = client.patch(f"{URL}/{stored['id']}", json={"title": "Pull", "started_at": None}).json()
    assert same["rev"] == running["rev"]


def test_a_deleted_workout_is_gone_everywhere_and_comes_back_whole(server):
    client = server.sign_in().client
    stored = create(client, an_entry(a_set()))
    gone = client.delete(f"{URL}/{stored['id']}").json()
    assert gone["rev"] > stored["rev"]
    assert client.delete(f"{URL}/{stored['id']}").json() == gone
    assert client.get(f"{URL}/{stored['id']}").status_code == 404
    assert client.get(URL).json()["workouts"] == []
    assert history(client)["days"] == []
    assert standing(client) == {}
    back = client.post(f"{URL}/{stored['id']}/restore").json()
    assert client.post(f"{URL}/{stored['id']}/restore").json() == back
    assert client.get(f"{URL}/{stored['id']}").json() == stored | {"rev": back["rev"]}
    assert standing(client)["load", 5] == 100


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"finished_at": "2026-11-10T08:00:00Z"}, 400, "workouts.ends_before_start"),
        (
            {"started_at": "2026-12-10T09:00:00Z", "finished_at": None},
            400,
            "workouts.in_the_future",
        ),
        ({"started_at": "1900-01-01T09:00:00Z"}, 422, "request.invalid"),
        ({"started_at": "2200-01-01T09:00:00Z"}, 422, "request.invalid"),
        ({"started_at": "2026-11-10T09:00:00"}, 422, "request.invalid"),
        ({"time_zone": "Europe/Atlantis"}, 422, "request.invalid"),
        ({"title": "x" * 201}, 422, "request.invalid"),
        ({"title": "a\u0000b"}, 422, "request.invalid"),
        ({"id": "not-an-id"}, 422, "request.invalid"),
        ({"colour": "red"}, 422, "request.invalid"),
    ],
)
def test_an_impossible_workout_is_refused(server, change, status, code):
    client = server.sign_in().client
    answer = client.post(URL, json=a_workout() | change)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert client.get(URL).json()["workouts"] == []


def test_unknown_exercises_and_taken_ids_are_refused_as_a_whole(server):
    client = server.sign_in().client
    unknown = client.post(URL, json=a_workout(an_entry(a_set(), exercise_id=MISSING)))
    assert (unknown.status_code, unknown.json()["code"]) == (400, "workouts.unknown_exercise")
    twice = a_set()
    answer = client.post(URL, json=a_workout(an_entry(twice, twice)))
    assert (answer.status_code, answer.json()["code"]) == (409, "workouts.id_taken")
    create(client, an_entry(twice))
    assert client.post(URL, json=a_workout(an_entry(twice))).status_code == 409
    assert len(client.get(URL).json()["workouts"]) == 1


def test_somebody_elses_workout_does_not_exist(server):
    ada, bob = server.sign_in("ada@example.org").client, server.sign_in("bob@example.org").client
    stored = create(ada, an_entry(a_set()))
    entry = stored["exercises"][0]
    base, item = f"{URL}/{stored['id']}", f"{URL}/{stored['id']}/sets/{entry['sets'][0]['id']}"
    block = f"{base}/exercises/{entry['id']}"
    attempts = [
        bob.get(base),
        bob.patch(base, json={"title": "mine"}),
        bob.delete(base),
        bob.post(f"{base}/restore"),
        bob.post(f"{base}/exercises", json=an_entry()),
        bob.post(f"{base}/exercises/order", json={"ids": [entry["id"]]}),
        bob.patch(block, json={"notes": "mine"}),
        bob.delete(block),
        bob.post(f"{block}/restore"),
        bob.post(f"{block}/sets", json=a_set()),
        bob.patch(item, json={"reps": 1}),
        bob.delete(item),
        bob.post(f"{item}/restore"),
    ]
    assert [answer.status_code for answer in attempts] == [404] * len(attempts)
    assert {answer.json()["code"] for answer in attempts} == {"workouts.not_found"}
    assert bob.post(URL, json=a_workout() | {"id": stored["id"]}).status_code == 409
    assert bob.get(URL).json()["workouts"] == []
    assert bob.get("/api/v1/records").json()["records"] == []
    assert history(bob)["total_sets"] == 0
    assert ada.get(base).json() == stored


def test_nobody_signed_in_sees_nothing(server):
    client = server.make_client()
    for path in (URL, f"{URL}/calendar", f"{URL}/{uuid7()}", "/api/v1/records",
                 f"/api/v1/exercises/{library_id()}/history"):  # fmt: skip
        assert client.get(path).status_code == 401
