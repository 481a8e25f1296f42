from __future__ import annotations

from datetime import date, timedelta

import pytest

from fitfolio.core.ids import uuid7
from tests.workouts.builders import (
    MISSING,
    a_set,
    an_entry,
    create,
    history,
    library_id,
    standing,
)


@pytest.fixture
def client(server):
    return server.sign_in().client


def test_records_tell_when_each_was_set(client):
    first = create(client, an_entry(a_set(weight=100, reps=5)), day="2026-11-01")
    second = create(client, an_entry(a_set(weight=110, reps=2)), day="2026-11-08")
    by_key = {(row["kind"], row["reps"]): row for row in history(client)["records"]}
    assert [by_key["load", reps]["value"] for reps in range(1, 6)] == [110, 110, 100, 100, 100]
    assert by_key["load", 2]["workout_id"] == second["id"]
    assert by_key["load", 2]["previous_value"] == 100
    assert by_key["load", 5]["local_date"] == "2026-11-01"
    assert by_key["load", 5]["set_id"] == first["exercises"][0]["sets"][0]["id"]
    assert by_key["load", 5]["achieved_at"] == "2026-11-01T09:00:00.000Z"
    assert by_key["tonnage", 0]["value"] == 500
    assert all(row["is_current"] for row in by_key.values())


def test_the_list_of_records_tells_the_longest_of_each_set_newest_first(client):
    create(client, an_entry(a_set(weight=100, reps=5)), day="2026-11-01")
    create(client, an_entry(a_set(weight=110, reps=2)), day="2026-11-08")
    rows = client.get("/api/v1/records").json()["records"]
    assert [(row["kind"], row["reps"], row["local_date"]) for row in rows] == [
        ("load", 2, "2026-11-08"),
        ("tonnage", 0, "2026-11-01"),
        ("load", 5, "2026-11-01"),
        ("e1rm", 0, "2026-11-01"),
    ]
    improved = client.get("/api/v1/records", params={"improved": True}).json()["records"]
    assert [row["value"] for row in improved] == [110]
    current = client.get("/api/v1/records", params={"current": True}).json()["records"]
    assert len(current) == 7
    one = history(client)["sessions"][0]["workout_id"]
    brought = client.get("/api/v1/records", params={"workout_id": one}).json()["records"]
    assert [(row["kind"], row["value"]) for row in brought] == [("load", 110)]
    nothing = client.get("/api/v1/records", params={"exercise_id": library_id(number=1)})
    assert nothing.json() == {"records": [], "next_cursor": None}


def test_records_page_without_gaps(client):
    for day in range(1, 6):
        create(client, an_entry(a_set(weight=100 + day, reps=1)), day=f"2026-11-0{day}")
    whole = client.get("/api/v1/records").json()["records"]
    seen, cursor = [], None
    while True:
        params = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = client.get("/api/v1/records", params=params).json()
        seen += page["records"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == whole


def test_a_chart_shows_its_range_and_the_whole_history_its_totals(client):
    create(client, an_entry(a_set(weight=90)), day="2024-01-01")
    create(client, an_entry(a_set(weight=95)), day="2026-01-01")
    create(client, an_entry(a_set(weight=100)), day="2026-11-01")
    quarter = history(client, span="3m")
    assert [day["local_date"] for day in quarter["days"]] == ["2026-11-01"]
    assert [day["top_load_kg"] for day in history(client, span="1y")["days"]] == [95, 100]
    assert [day["top_load_kg"] for day in history(client)["days"]] == [90, 95, 100]
    assert (quarter["total_sets"], quarter["total_days"]) == (3, 3)
    assert (quarter["first_date"], quarter["last_date"]) == ("2024-01-01", "2026-11-01")
    assert quarter["summary"]["verdict"] == "too_early"


def test_the_newest_level_is_the_same_in_every_range(client):
    for month in range(1, 11):
        create(client, an_entry(a_set(weight=100 + month)), day=f"2026-{month:02}-15")
    levels = {span: history(client, span=span)["days"][-1] for span in ("3m", "1y", "all")}
    assert levels["3m"] == levels["1y"] == levels["all"]
    day = levels["all"]
    assert day["low_kg"] < day["level_kg"] < day["high_kg"]
    assert history(client)["summary"]["now_kg"] == day["level_kg"]
    middle = {span: history(client, span=span)["days"][-2] for span in ("3m", "all")}
    assert middle["3m"] == middle["all"]


def test_a_steady_rise_is_told_with_its_interval(client):
    start = date(2026, 6, 1)
    for week in range(20):
        day = (start + timedelta(weeks=week)).isoformat()
        create(client, an_entry(a_set(weight=100 + 1.5 * week, rir=0)), day=day)
    summary = history(client)["summary"]
    assert summary["verdict"] == "rising"
    assert summary["weeks"] == 19
    assert 0 < summary["change_low_kg"] < summary["change_kg"] < summary["change_high_kg"]
    assert summary["low_kg"] < summary["now_kg"] < summary["high_kg"]


def test_exercises_without_an_estimate_have_a_history_all_the_same(client):
    plank = library_id("duration")
    create(client, an_entry(a_set(weight=None, weight_unit=None, reps=None, duration_s=60),
                            exercise_id=plank))  # fmt: skip
    shown = history(client, plank)
    assert shown["days"][0]["level_kg"] is None
    assert shown["days"][0]["duration_s"] == 60
    assert shown["summary"] == {
        "verdict": "too_early", "now_kg": None, "low_kg": None, "high_kg": None,
        "change_kg": None, "change_low_kg": None, "change_high_kg": None, "weeks": None,
    }  # fmt: skip
    assert standing(client, plank) == {("duration", 0): 60}


def test_sessions_come_by_whole_days_newest_first(client):
    for day in range(1, 5):
        create(client, an_entry(a_set(weight=day), notes=f"note {day}"), day=f"2026-11-0{day}")
    create(client, an_entry(a_set(kind="warm_up")), day="2026-11-04", title="Evening",
           started_at="2026-11-04T18:00:00Z", finished_at=None)  # fmt: skip
    url = f"/api/v1/exercises/{library_id()}/sessions"
    first = client.get(url, params={"limit": 2}).json()
    assert [(row["title"], row["local_date"]) for row in first["sessions"]] == [
        ("Evening", "2026-11-04"),
        ("Push", "2026-11-04"),
        ("Push", "2026-11-03"),
    ]
    assert first["sessions"][1]["notes"] == "note 4"
    assert first["sessions"][1]["sets"][0]["weight"] == 4
    second = client.get(url, params={"limit": 2, "cursor": first["next_cursor"]}).json()
    assert [row["local_date"] for row in second["sessions"]] == ["2026-11-02", "2026-11-01"]
    assert second["next_cursor"] is None
    assert history(client)["sessions"] == first["sessions"] + second["sessions"]
    assert client.get(url, params={"cursor": "WzFd"}).status_code == 400


def test_a_history_of_nothing_is_empty_and_of_an_unknown_exercise_not_found(client):
    shown = history(client)
    assert (shown["days"], shown["records"], shown["sessions"]) == ([], [], [])
    assert (shown["total_sets"], shown["first_date"]) == (0, None)
    answer = client.get(f"/api/v1/exercises/{MISSING}/history")
    assert (answer.status_code, answer.json()["code"]) == (404, "exercise.not_found")


def test_another_tracking_kind_of_an_own_exercise_changes_its_records(client):
    own = uuid7()
    client.post("/api/v1/exercises", json={"id": own, "name": "Sandbag"})
    create(client, an_entry(a_set(reps=5, duration_s=30), exercise_id=own))
    assert standing(client, own)["load", 5] == 100
    client.patch(f"/api/v1/exercises/{own}", json={"tracking": "weight_duration"})
    assert standing(client, own) == {("duration", 0): 30, ("load", 0): 100, ("tonnage", 0): 500}
