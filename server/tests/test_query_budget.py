"""How many statements a list costs: a fixed number, however many rows it shows."""

from __future__ import annotations

import json
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from fitfolio.core.ids import uuid7
from tests.enrolments.builders import train
from tests.imports.test_service import STRONG, bring_in
from tests.programs.program_builders import a_fact, a_version, follow, post
from tests.sharing.builders import a_share
from tests.workouts.builders import a_set, an_entry, create

BUDGETS = {
    "/api/v1/workouts?limit=100": 8,
    "/api/v1/workouts?limit=100&search=lift 100": 10,
    "/api/v1/workouts/calendar": 4,
    "/api/v1/workouts/{workout_id}": 4,
    "/api/v1/exercises?limit=1000": 3,
    "/api/v1/exercises?limit=1000&search=lift": 3,
    "/api/v1/exercises/{exercise_id}": 3,
    "/api/v1/exercises/{exercise_id}/history?range=all": 9,
    "/api/v1/exercises/{exercise_id}/sessions": 3,
    "/api/v1/records?limit=200": 3,
    "/api/v1/metrics?limit=1000": 2,
    "/api/v1/imports": 2,
    "/api/v1/templates": 2,
    "/api/v1/programs": 2,
    "/api/v1/program-versions?program_id={program_id}": 3,
    "/api/v1/program-versions/{version_id}/starts": 7,
    "/api/v1/enrolments": 3,
    "/api/v1/enrolments/{enrolment_id}/next": 10,
    "/api/v1/shares": 4,
    "/api/v1/rest-timer": 2,
    "/api/v1/home": 19,
    "/api/v1/sync?limit=500": 17,
    "/api/v1/auth/me": 1,
}
"""Statements an answer may cost, the one that finds the session included."""


@contextmanager
def counting(server):
    """The texts of the statements that are run meanwhile."""
    statements = []

    def note(_conn, _cursor, statement, *_rest):
        if not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE", "PRAGMA")):
            statements.append(statement)

    engine = server.state.db.engine
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)


def grow(server, person, rows):
    """`rows` of everything, each workout with own exercises of its own."""
    client = person.client
    ids = {}
    for number in range(rows):
        exercise = {"id": uuid7(), "name": f"Lift {number}"}
        assert client.post("/api/v1/exercises", json=exercise).status_code == 201
        path = f"/api/v1/exercises/{exercise['id']}/preferences"
        assert client.patch(path, json={"favourite": True}).status_code == 200
        entry = an_entry(a_set(), a_set(weight=110), exercise_id=exercise["id"])
        day = f"2026-{1 + number // 28:02}-{1 + number % 28:02}"
        workout = create(client, entry, day=day)
        metric = {
            "id": uuid7(), "metric": "weight", "measured_at": f"{day}T08:00:00Z", "value": 80,
            "unit": "kg",
        }  # fmt: skip
        assert client.post("/api/v1/metrics", json=metric).status_code == 201
        enrolment = follow(client)
        post(client, "shares", a_share(program_id=enrolment["program_id"]))
        for _ in range(3):
            post(client, f"enrolments/{enrolment['id']}/facts", a_fact())
            post(client, "program-versions", a_version(enrolment["program_id"]))
        if number < 3:
            train(client, enrolment, day=day)
        ids = {"workout_id": workout["id"], "exercise_id": exercise["id"],
               "program_id": enrolment["program_id"], "enrolment_id": enrolment["id"],
               "version_id": enrolment["program_version_id"]}  # fmt: skip
    return ids


def test_a_list_costs_the_same_number_of_statements_whatever_it_holds(server):
    few, many = server.sign_in("few@example.org"), server.sign_in("many@example.org")
    ids = {person.email: grow(server, person, rows) for person, rows in ((few, 2), (many, 40))}
    for number in range(3):
        bring_in(server, many, STRONG.replace("2024", str(2020 + number)))
    for path, budget in BUDGETS.items():
        counts = []
        for person in (few, many):
            # What is due after so many new workouts is made up for once, by whoever looks first.
            person.client.get(path.format_map(ids[person.email]))
            with counting(server) as statements:
                answer = person.client.get(path.format_map(ids[person.email]))
            assert answer.status_code == 200, answer.text
            counts.append(len(statements))
        assert counts[1] <= counts[0] + 1, f"{path} grows with its rows: {counts}"
        assert max(counts) <= budget, f"{path}: {counts}"


def test_a_list_of_imports_does_not_read_their_previews(sqlite_server):
    ada = sqlite_server.sign_in()
    bring_in(sqlite_server, ada, STRONG)
    with counting(sqlite_server) as statements:
        assert ada.client.get("/api/v1/imports").status_code == 200
    assert not any("import_file.preview" in text for text in statements)


@pytest.mark.parametrize("path", ["/api/v1/workouts", "/api/v1/exercises", "/api/v1/metrics"])
def test_a_body_may_not_hold_endless_lists(sqlite_server, path):
    ada = sqlite_server.sign_in()
    bodies = {
        "/api/v1/workouts": {"exercises": [{}] * 1000},
        "/api/v1/exercises": {"primary_muscles": ["chest"] * 1000},
        "/api/v1/metrics": {"notes": "x" * 20_000},
    }
    answer = ada.client.post(path, content=json.dumps(bodies[path]))
    assert answer.status_code == 422
