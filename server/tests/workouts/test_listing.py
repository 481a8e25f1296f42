from __future__ import annotations

import pytest

from tests.workouts.builders import a_set, an_entry, create, library_id, library_name

URL = "/api/v1/workouts"


@pytest.fixture
def client(server):
    return server.sign_in().client


def titles(client, **params):
    answer = client.get(URL, params=params)
    assert answer.status_code == 200, answer.text
    return [row["title"] for row in answer.json()["workouts"]]


def test_the_list_is_newest_first_and_pages_without_gaps(client):
    for day in range(1, 8):
        create(client, day=f"2026-11-0{day}", title=str(day))
    create(client, day="2026-11-07", title="same moment")
    seen, cursor = [], None
    while True:
        params = {"limit": 3} | ({"cursor": cursor} if cursor else {})
        page = client.get(URL, params=params).json()
        seen += [row["title"] for row in page["workouts"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ["same moment", "7", "6", "5", "4", "3", "2", "1"]


@pytest.mark.parametrize("cursor", ["?", "bm90IGpzb24", "WzEsMl0", "eyJhIjoxfQ"])
def test_a_cursor_from_elsewhere_is_refused(client, cursor):
    answer = client.get(URL, params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (400, "workouts.invalid_cursor")


def test_a_line_sums_the_workout_up(client):
    bench, pull_up = library_id(), library_id("bodyweight_reps")
    create(
        client,
        an_entry(
            a_set(kind="warm_up", weight=60), a_set(), a_set(rir=6), a_set(completed=False),
            exercise_id=bench,
        ),
        an_entry(a_set(weight=None, weight_unit=None, reps=10), exercise_id=pull_up),
        an_entry(a_set(), exercise_id=bench),
    )  # fmt: skip
    line = client.get(URL).json()["workouts"][0]
    assert line["exercise_names"] == [library_name(bench), library_name(pull_up)]
    assert (line["sets"], line["hard_sets"], line["tonnage_kg"]) == (4, 3, 1500)
    # Bench: load, tonnage and e1RM; pull-ups: load and reps.
    assert line["records"] == 5


def test_dates_and_exercise_narrow_the_list(client):
    create(client, an_entry(a_set()), day="2026-10-01", title="old")
    create(client, an_entry(a_set(), exercise_id=library_id(number=1)), title="squat")
    assert titles(client, **{"from": "2026-11-01"}) == ["squat"]
    assert titles(client, to="2026-10-01") == ["old"]
    assert titles(client, exercise_id=library_id()) == ["old"]
    assert client.get(URL, params={"from": "yesterday"}).status_code == 422


def test_search_takes_words_in_any_order(client):
    bench, squat = library_id(), library_id(number=1)
    first = library_name(bench).split()[0]
    create(client, an_entry(a_set(weight=100), exercise_id=bench), day="2024-03-01", title="A",
           notes="Wettkampf in Überlingen")  # fmt: skip
    create(client, an_entry(a_set(weight=90), exercise_id=bench), day="2025-03-01", title="B")
    create(
        client,
        an_entry(a_set(weight=82.5), exercise_id=bench),
        an_entry(a_set(weight=100), exercise_id=squat),
        day="2026-03-01",
        title="Leg 0%_day",
    )
    name = library_name(bench).lower()
    assert titles(client, search=f"{name} 100") == ["A"]
    assert titles(client, search="100") == ["Leg 0%_day", "A"]
    assert titles(client, search=f"2025 {first}") == ["B"]
    assert titles(client, search="2026-03") == ["Leg 0%_day"]
    assert titles(client, search="82,5") == ["Leg 0%_day"]
    assert titles(client, search="LEG") == ["Leg 0%_day"]
    assert titles(client, search="0%_") == ["Leg 0%_day"]
    assert titles(client, search="überlingen wettkampf") == ["A"]
    assert titles(client, search=library_name(squat)) == ["Leg 0%_day"]
    assert titles(client, search="nothing of the kind") == []
    assert titles(client, search=" ") == ["Leg 0%_day", "B", "A"]


def test_the_calendar_counts_workouts_and_hard_sets_by_local_day(client):
    create(client, an_entry(a_set(), a_set(kind="warm_up")), day="2026-11-09")
    create(client, an_entry(a_set()), day="2026-11-09")
    create(client, day="2026-11-10")
    create(client, an_entry(a_set()), day="2020-01-01")
    days = client.get(f"{URL}/calendar").json()["days"]
    assert days == [
        {"local_date": "2026-11-09", "workouts": 2, "hard_sets": 2, "tonnage_kg": 1000},
        {"local_date": "2026-11-10", "workouts": 1, "hard_sets": 0, "tonnage_kg": 0},
    ]
    params = {"from": "2020-01-01", "to": "2020-12-31"}
    assert len(client.get(f"{URL}/calendar", params=params).json()["days"]) == 1
