"""What the web app computes from its own copy is what the server says, for a whole account."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from fitfolio.core.clock import local_day, to_millis
from fitfolio.core.ids import uuid7
from fitfolio.demo.service import make_demo
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout, insert_workouts
from tests.node_script import node_script
from tests.same_values import difference
from tests.workouts.builders import a_set, an_entry, create, library_id

RANGES = ("3m", "1y", "all")
KINDS = ("warm_up", "working", "working", "drop", "back_off", "amrap", "failure")
TRACKINGS = (
    "weight_reps", "bodyweight_reps", "assisted_reps", "reps", "duration", "distance_duration",
    "weight_distance",
)  # fmt: skip


@pytest.fixture
def account(sqlite_server):
    """Three years of the demonstration, and days on which everything unusual happened."""
    now_ms = sqlite_server.clock.now_ms()
    today = local_day(now_ms, "Europe/Berlin")
    sqlite_server.state.db.write_now(make_demo, "ada@example.org", 3, today, now_ms, force=False)
    person = sqlite_server.sign_in()
    client = person.client
    chance = random.Random(5)
    sqlite_server.state.db.write_now(insert_workouts, person.id, _daily(chance, today), {})
    for number in range(40):
        day = (today - timedelta(days=chance.randint(0, 900))).isoformat()
        made = create(client, *_odd_entries(chance), day=day, title=f"Odd {number}")
        if number % 4 == 0:
            client.delete(f"/api/v1/workouts/{made['id']}/sets/{_some_set(made)}")
        if number % 9 == 0:
            assert client.delete(f"/api/v1/workouts/{made['id']}").status_code == 200
    return client, today.isoformat()


def _daily(chance: random.Random, today: date) -> list[NewWorkout]:
    """So many days of one exercise that its chart is drawn by weeks, some twice a day, some doubted."""
    found = []
    for number in range(900):
        day = today - timedelta(days=900 - number)
        started_at_ms = to_millis(datetime.combine(day, time(chance.choice((6, 18)), tzinfo=UTC)))
        sets = [
            NewSet(
                weight=60 + number // 20 + chance.choice((0, 2.5, 5)),
                weight_unit="kg",
                reps=chance.choice((3, 5, 8)),
                flagged="set.reps" if chance.random() < 0.02 else None,
            )
            for _ in range(chance.choice((1, 2, 3)))
        ]
        new = NewWorkout(
            uuid7(), started_at_ms, "UTC", day.isoformat(), [NewEntry(library_id(number=2), sets)]
        )
        found += [new, new._replace(id=uuid7())] if number % 50 == 0 else [new]
    return found


def _some_set(workout: dict[str, Any]) -> str:
    return str(workout["exercises"][-1]["sets"][0]["id"])


def _odd_entries(chance: random.Random) -> list[dict[str, Any]]:
    entries = []
    for _ in range(chance.randint(1, 4)):
        exercise_id = library_id(chance.choice(TRACKINGS), chance.randint(0, 1))
        rows = [_odd_set(chance) for _ in range(chance.randint(0, 5))]
        entries.append(an_entry(*rows, exercise_id=exercise_id, notes=chance.choice(("", "slow"))))
    # The same exercise twice in one workout, with the same sets.
    return [*entries, an_entry(a_set(), a_set(), exercise_id=entries[0]["exercise_id"])]


def _odd_set(chance: random.Random) -> dict[str, Any]:
    return a_set(
        kind=chance.choice(KINDS),
        weight=chance.choice((None, 0, 20, 62.5, 100, 225)),
        weight_unit=chance.choice(("kg", "lb")),
        reps=chance.choice((None, 0, 1, 5, 8, 12, 25)),
        duration_s=chance.choice((None, 30, 600.5)),
        distance=chance.choice((None, 1, 5.5)),
        distance_unit=chance.choice(("km", "mi")),
        rpe=chance.choice((None, None, 7, 8.5, 10)),
        rir=chance.choice((None, None, 0, 2)),
        completed=chance.random() < 0.9,
    )


def _pulled(client: Any) -> list[dict[str, Any]]:
    """Every live workout as the change feed sends it."""
    workouts: dict[str, dict[str, Any]] = {}
    since = 0
    while True:
        feed = client.get("/api/v1/sync", params={"since": since, "limit": 200}).json()
        for change in feed["changes"]:
            if change["kind"] == "workout":
                workouts.pop(change["id"], None)
                if change["data"] is not None:
                    workouts[change["id"]] = change["data"]
        if not feed["more"]:
            return list(workouts.values())
        since = feed["checkpoint"]


def _every_page(client: Any, path: str, name: str, **params: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor = None
    while True:
        given = params | ({"cursor": cursor} if cursor else {})
        page = client.get(path, params=given).json()
        found += page[name]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


def _expected_history(client: Any, exercise_id: str, span: str) -> dict[str, Any]:
    path = f"/api/v1/exercises/{exercise_id}"
    history = client.get(f"{path}/history", params={"range": span}).json()
    del history["next_cursor"]
    history["sessions"] = _every_page(client, f"{path}/sessions", "sessions", limit=50)
    history["beaten"] = _every_page(
        client, "/api/v1/records", "records", exercise_id=exercise_id, improved=True, limit=200
    )
    return history


def _as_local(home: dict[str, Any]) -> dict[str, Any]:
    """The part of the home page that the web app computes."""
    line = ("id", "title", "local_date", "exercise_names", "sets")
    shorter = [{name: workout[name] for name in line} for workout in home["last_workouts"]]
    # Records and totals come with the server's page; programs are counted from the local enrolments.
    left_out = ("last_records", "sets_total", "programs_followed")
    kept = {name: value for name, value in home.items() if name not in left_out}
    return kept | {"last_workouts": shorter}


@pytest.mark.long
def test_pages_and_records_computed_from_the_local_copy_equal_the_servers(account):
    client, today = account
    workouts = _pulled(client)
    exercises = client.get("/api/v1/exercises/library").json()["exercises"]
    exercise_ids = sorted({e["exercise_id"] for w in workouts for e in w["exercises"]})
    assert len(workouts) > 300
    assert len(exercise_ids) > 20
    drawn = client.get(f"/api/v1/exercises/{library_id(number=2)}/history?range=all").json()
    assert drawn["grouped_by"] == "week"
    with node_script("local-reads.ts") as web:
        web.tell({"workouts": workouts, "exercises": exercises})
        for exercise_id in exercise_ids:
            for span in RANGES:
                question = {"read": "history", "exercise_id": exercise_id, "range": span}
                ours = _expected_history(client, exercise_id, span)
                found = difference(ours, web.ask({**question, "today": today}))
                assert found is None, f"{exercise_id} {span}{found}"
        for workout in random.Random(1).sample(workouts, 120):
            ours = _every_page(
                client, "/api/v1/records", "records", workout_id=workout["id"], limit=200
            )
            theirs = web.ask({"read": "workout_records", "workout_id": workout["id"]})
            assert difference(ours, theirs) is None, workout["id"]
        home = client.get("/api/v1/home").json()
        me = client.get("/api/v1/auth/me").json()
        settings = {
            "today": today,
            "week_start": me["week_start"],
            "weekly_goal": me["weekly_goal"],
        }
        theirs = web.ask({"read": "home", "settings": settings})
        assert difference(_as_local(home), theirs) is None
        assert home["streak_weeks"] > 0
        assert home["muscles"]
