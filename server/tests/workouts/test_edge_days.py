"""Days that are hard: midnight, zones, summer time, leap days; and edits of imported oddities."""

from __future__ import annotations

import pytest

from fitfolio.workouts import rebuild
from fitfolio.workouts.stale import settle
from tests.workouts.builders import a_set, an_entry, create, history


def days(client):
    return [row["local_date"] for row in history(client)["days"]]


def calendar(client):
    params = {"from": "2020-01-01", "to": "2027-12-31"}
    found = client.get("/api/v1/workouts/calendar", params=params).json()["days"]
    return [(day["local_date"], day["workouts"], day["hard_sets"]) for day in found]


def wrong_rollups(server, person):
    server.state.db.write_now(settle, person.id)
    return server.state.db.write_now(rebuild.rebuild_and_count, person.id)


def test_a_workout_moved_over_midnight_leaves_nothing_on_its_old_day(server):
    ada = server.sign_in()
    one = create(ada.client, an_entry(a_set()), started_at="2026-11-10T22:30:00Z",
                 finished_at="2026-11-10T23:30:00Z", time_zone="Europe/Berlin")  # fmt: skip
    assert calendar(ada.client) == [("2026-11-10", 1, 1)]
    for change, day in [
        ({"time_zone": "Asia/Tokyo"}, "2026-11-11"),
        ({"time_zone": "America/Los_Angeles"}, "2026-11-10"),
        ({"started_at": "2026-11-10T06:00:00Z"}, "2026-11-09"),
        ({"time_zone": "Europe/Berlin"}, "2026-11-10"),
    ]:
        answer = ada.client.patch(f"/api/v1/workouts/{one['id']}", json=change)
        assert answer.json()["local_date"] == day
        assert calendar(ada.client) == [(day, 1, 1)]
        assert days(ada.client) == [day]
    assert wrong_rollups(server, ada) == 0


@pytest.mark.parametrize(
    ("started_at", "zone", "day"),
    [
        ("2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25"),
        ("2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25"),
        ("2026-03-28T22:59:59.999Z", "Europe/Berlin", "2026-03-28"),
        ("2026-03-28T23:00:00Z", "Europe/Berlin", "2026-03-29"),
        ("2026-03-29T22:00:00Z", "Europe/Berlin", "2026-03-30"),
        ("2024-02-29T12:00:00Z", "UTC", "2024-02-29"),
        ("2024-02-29T23:30:00-08:00", "America/Los_Angeles", "2024-02-29"),
        ("2024-12-31T10:30:00Z", "Pacific/Kiritimati", "2025-01-01"),
        ("1950-01-01T00:00:00Z", "Pacific/Pago_Pago", "1949-12-31"),
    ],
)
def test_the_day_is_right_when_clocks_change_and_in_leap_years(
    sqlite_server, started_at, zone, day
):
    ada = sqlite_server.sign_in()
    one = create(
        ada.client, an_entry(a_set()), started_at=started_at, finished_at=None, time_zone=zone
    )
    assert one["local_date"] == day
    assert days(ada.client) == [day]
    params = {"from": "1950-01-01", "to": "2100-12-31"}
    assert ada.client.get("/api/v1/workouts/calendar", params=params).status_code == 200
    assert ada.client.get("/api/v1/home").status_code == 200


def test_a_workout_comes_back_with_what_is_left_of_it(server):
    ada = server.sign_in()
    one = create(ada.client, an_entry(a_set(weight=100), a_set(weight=110)), an_entry(a_set()))
    base = f"/api/v1/workouts/{one['id']}"
    first, second = one["exercises"]
    ada.client.delete(f"{base}/sets/{first['sets'][1]['id']}")
    ada.client.delete(f"{base}/exercises/{second['id']}")
    ada.client.delete(base)
    assert calendar(ada.client) == []
    assert history(ada.client)["records"] == []
    # Nothing inside a deleted workout can be touched until it is back.
    for path in (f"{base}/sets/{first['sets'][1]['id']}", f"{base}/exercises/{second['id']}"):
        assert ada.client.post(f"{path}/restore").status_code == 404
    assert ada.client.post(f"{base}/restore").status_code == 200
    back = ada.client.get(base).json()
    assert [len(entry["sets"]) for entry in back["exercises"]] == [1]
    assert wrong_rollups(server, ada) == 0
    ada.client.post(f"{base}/exercises/{second['id']}/restore")
    ada.client.post(f"{base}/sets/{first['sets'][1]['id']}/restore")
    assert [len(entry["sets"]) for entry in ada.client.get(base).json()["exercises"]] == [2, 1]
    assert wrong_rollups(server, ada) == 0


def test_a_restored_set_of_a_removed_exercise_waits_for_its_exercise(server):
    ada = server.sign_in()
    one = create(ada.client, an_entry(a_set(), a_set(weight=120)))
    base, entry = f"/api/v1/workouts/{one['id']}", one["exercises"][0]
    ada.client.delete(f"{base}/sets/{entry['sets'][1]['id']}")
    ada.client.delete(f"{base}/exercises/{entry['id']}")
    ada.client.post(f"{base}/sets/{entry['sets'][1]['id']}/restore")
    assert history(ada.client)["records"] == []
    assert wrong_rollups(server, ada) == 0
    ada.client.post(f"{base}/exercises/{entry['id']}/restore")
    assert {row["value"] for row in history(ada.client)["records"] if row["kind"] == "load"} == {
        120
    }


def test_the_time_of_a_workout_is_judged_only_when_it_is_changed(server):
    ada = server.sign_in()
    one = create(ada.client, an_entry(a_set()))
    path = f"/api/v1/workouts/{one['id']}"
    # As an import may bring it: an app that wrote an end before the start.
    server.state.db.write_now(set_end, one["id"], 1000)
    assert ada.client.patch(path, json={"title": "Legs"}).status_code == 200
    answer = ada.client.patch(path, json={"started_at": "2026-11-09T09:00:00Z"})
    assert answer.json()["code"] == "workouts.ends_before_start"


def set_end(conn, workout_id, end_ms):
    conn.exec_driver_sql(f"UPDATE workout SET finished_at = {end_ms} WHERE id = '{workout_id}'")


def test_lists_and_exports_show_a_workout_that_lies_before_1970(sqlite_server):
    ada = sqlite_server.sign_in()
    create(ada.client, an_entry(a_set()), started_at="1955-05-05T10:00:00.123Z", finished_at=None)
    listed = ada.client.get("/api/v1/workouts").json()["workouts"]
    assert [row["started_at"] for row in listed] == ["1955-05-05T10:00:00.123Z"]
    assert ada.client.get("/api/v1/records").json()["records"]
    assert "1955-05-05T10:00:00.123Z" in ada.client.get("/api/v1/export").text


def test_a_new_unit_of_a_weight_moves_the_records(server):
    ada = server.sign_in()
    one = create(ada.client, an_entry(a_set(weight=100, weight_unit="kg")))
    path = f"/api/v1/workouts/{one['id']}/sets/{one['exercises'][0]['sets'][0]['id']}"
    assert ada.client.patch(path, json={"weight_unit": "lb"}).status_code == 200
    loads = {row["value"] for row in history(ada.client)["records"] if row["kind"] == "load"}
    assert loads == {45.359237}
    assert ada.client.patch(path, json={"weight_unit": None}).status_code == 400
    assert wrong_rollups(server, ada) == 0


def test_a_cursor_keeps_its_place_when_rows_before_it_come_and_go(sqlite_server):
    ada = sqlite_server.sign_in()
    made = [create(ada.client, an_entry(a_set()), day=f"2026-10-{n:02}") for n in range(1, 9)]
    first = ada.client.get("/api/v1/workouts", params={"limit": 3}).json()
    create(ada.client, an_entry(a_set()), day="2026-10-20")
    ada.client.delete(f"/api/v1/workouts/{made[-1]['id']}")
    params = {"limit": 3, "cursor": first["next_cursor"]}
    second = ada.client.get("/api/v1/workouts", params=params).json()
    assert [row["local_date"] for row in second["workouts"]] == [
        "2026-10-05", "2026-10-04", "2026-10-03"
    ]  # fmt: skip
