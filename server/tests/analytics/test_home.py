from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa

from fitfolio.analytics import service
from fitfolio.core.ids import uuid7
from fitfolio.exercises.catalogue import load_catalogue
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout, insert_workouts

URL = "/api/v1/home"
TODAY = date(2026, 11, 18)  # a Wednesday, the tests' clock
BENCH = load_catalogue().by_slug["bench-press-barbell"]


def workout(day: date, *weights: float, reps: int = 5, exercise: str = BENCH.id) -> NewWorkout:
    noon_ms = (day - date(1970, 1, 1)).days * 86_400_000 + 43_200_000
    sets = [NewSet(weight=weight, weight_unit="kg", reps=reps) for weight in weights]
    return NewWorkout(
        uuid7(), noon_ms, "UTC", day.isoformat(), [NewEntry(exercise, sets)], title=str(day)
    )


def train(server, person, *workouts):
    server.state.db.write_now(
        insert_workouts, person.id, sorted(workouts, key=lambda new: new.started_at_ms), {}
    )


def home(person):
    answer = person.client.get(URL)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_new_account_has_an_empty_week_and_twelve_empty_weeks(server):
    page = home(server.sign_in())
    assert (page["today"], page["streak_weeks"], page["weekly_goal"]) == ("2026-11-18", 0, 3)
    assert (page["workouts_total"], page["sets_total"]) == (0, 0)
    assert [day["local_date"] for day in page["week"]][::6] == ["2026-11-16", "2026-11-22"]
    assert sum(day["workouts"] for day in page["week"]) == 0
    starts = [week["week_start"] for week in page["weeks"]]
    assert (len(starts), starts[0], starts[-1]) == (12, "2026-08-31", "2026-11-16")
    assert page["muscles"] == page["last_records"] == page["last_workouts"] == []


def test_the_week_its_muscles_and_the_totals_are_those_of_the_sets(server):
    ada = server.sign_in()
    train(
        server, ada,
        workout(TODAY, 80, 80, 80), workout(TODAY - timedelta(days=2), 77.5, 77.5),
        workout(TODAY - timedelta(days=3), 75), workout(TODAY - timedelta(weeks=20), 60),
    )  # fmt: skip
    page = home(ada)
    by_day = {day["local_date"]: (day["workouts"], day["hard_sets"]) for day in page["week"]}
    assert by_day["2026-11-18"] == (1, 3)
    assert by_day["2026-11-16"] == (1, 2)
    assert by_day["2026-11-17"] == (0, 0)
    muscles = {item["muscle"]: item["hard_sets"] for item in page["muscles"]}
    assert muscles == dict.fromkeys(BENCH.primary_muscles, 5.0) | dict.fromkeys(
        BENCH.secondary_muscles, 2.5
    )
    assert page["muscles"][0]["muscle"] == "chest"
    this_week, last_week = page["weeks"][-1], page["weeks"][-2]
    assert this_week == {"week_start": "2026-11-16", "workouts": 2, "hard_sets": 5,
                         "tonnage_kg": 5 * (3 * 80 + 2 * 77.5)}  # fmt: skip
    assert (last_week["workouts"], last_week["tonnage_kg"]) == (1, 375)
    assert (page["workouts_total"], page["sets_total"]) == (4, 7)


def test_the_last_workouts_and_real_improvements_come_newest_first(server):
    ada = server.sign_in()
    days = [TODAY - timedelta(days=3 * index) for index in range(7)]
    train(server, ada, *(workout(day, 100 - 2.5 * index) for index, day in enumerate(days)))
    page = home(ada)
    assert [item["local_date"] for item in page["last_workouts"]] == [
        day.isoformat() for day in days[:5]
    ]
    assert page["last_workouts"][0]["exercise_names"] == [BENCH.name]
    records = page["last_records"]
    assert len(records) == 5
    assert records[0]["local_date"] == "2026-11-18"
    assert all(record["previous_value"] is not None for record in records)
    # Five reps with 100 kg are one piece of news, not five.
    loads = [r for r in records if r["kind"] == "load" and r["local_date"] == "2026-11-18"]
    assert [(r["reps"], r["value"], r["previous_value"]) for r in loads] == [(5, 100, 97.5)]


def test_the_week_follows_the_viewers_zone_and_first_day(server):
    ada = server.sign_in()
    # On the Line Islands it is Thursday already, 01:06.
    ada.client.patch("/api/v1/auth/me", json={"time_zone": "Pacific/Kiritimati", "week_start": 7})
    train(server, ada, workout(date(2026, 11, 15), 50), workout(date(2026, 11, 14), 50))
    page = home(ada)
    assert page["today"] == "2026-11-19"
    assert page["week"][0] == {"local_date": "2026-11-15", "workouts": 1, "hard_sets": 1}
    assert page["weeks"][-2]["workouts"] == 1


def test_a_streak_counts_weeks_that_met_the_goal_however_long_it_is(server):
    ada = server.sign_in()
    ada.client.patch("/api/v1/auth/me", json={"weekly_goal": 2})
    monday = date(2026, 11, 9)
    weeks = [monday - timedelta(weeks=index) for index in range(130)]
    days = [week + timedelta(days=offset) for week in weeks for offset in (0, 3)]
    train(server, ada, *(workout(day, 60) for day in days))
    assert home(ada)["streak_weeks"] == 130
    train(server, ada, workout(TODAY, 60), workout(TODAY - timedelta(days=1), 60))
    assert home(ada)["streak_weeks"] == 131
    ada.client.patch("/api/v1/auth/me", json={"weekly_goal": 3})
    assert home(ada)["streak_weeks"] == 0


def test_a_change_shows_at_once_and_a_new_day_too(server):
    ada = server.sign_in()
    new = workout(TODAY, 60)
    train(server, ada, new)
    assert home(ada)["workouts_total"] == home(ada)["workouts_total"] == 1
    assert ada.client.delete(f"/api/v1/workouts/{new.id}").status_code == 200
    assert home(ada)["workouts_total"] == 0
    server.clock.advance(86_400)
    assert home(ada)["today"] == "2026-11-19"


def test_people_see_their_own_numbers_only(server):
    train(server, server.sign_in(), workout(TODAY, 60))
    assert home(server.sign_in("bob@example.org"))["workouts_total"] == 0
    assert server.make_client().get(URL).status_code == 401


def test_the_number_of_statements_does_not_grow_with_the_account(server):
    ada = server.sign_in()
    train(server, ada, workout(TODAY, 60))
    counts = []
    for _ in range(2):
        statements = []
        listener = lambda *args: statements.append(args[2])  # noqa: B023, E731
        sa.event.listen(server.state.db.engine, "before_cursor_execute", listener)
        home(ada)
        sa.event.remove(server.state.db.engine, "before_cursor_execute", listener)
        counts.append(len(statements))
        train(server, ada, *(workout(TODAY - timedelta(days=n), 60, 61) for n in range(1, 300, 3)))
        service._past_by_user.clear()
    assert counts[1] <= counts[0] + 1
    assert not any(
        "FROM workout_set" in text and "workout_id IN" not in text for text in statements
    )
