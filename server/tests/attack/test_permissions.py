"""Every route of the API against people who must not use it; the cases come from its description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from fitfolio.core.origin import CSRF_COOKIE
from fitfolio.sync.operations import OPERATIONS as OPERATIONS_TO_PUSH
from tests.auth.builders import audit_rows
from tests.permission_cases import (
    ADMINISTRATION,
    BODIES,
    CHANGING,
    DONE_ALREADY,
    EMPTY_FOR_UNKNOWN,
    MALFORMED,
    OPERATIONS,
    OWNED,
    PRIVATE,
    PUBLIC,
    WITH_IDS,
    WITHOUT_TOKEN,
    Operation,
    a_metric,
    belongings,
    call,
    everything,
)
from tests.programs.builders import a_template
from tests.programs.program_builders import (
    a_fact,
    a_program,
    a_version,
    an_enrolment,
)
from tests.sync.operations import PUSH, a_push, example_body
from tests.workouts.builders import MISSING, a_set, a_workout, an_entry


@pytest.fixture
def two(server):
    """Somebody with one of everything, and somebody else with the same."""
    ada, eve = server.sign_in("ada@example.org"), server.sign_in("eve@example.org")
    found = ada, belongings(ada), eve, belongings(eve)
    server.run_jobs()
    return found


def test_every_route_has_a_case():
    assert {name for item in WITH_IDS for name in item.ids} == OWNED
    taking = {(item.method, item.path) for item in OPERATIONS if item.has_body}
    assert BODIES.keys() == taking, "a body for every operation that takes one, and no other"
    assert {
        (item.method, item.path) for item in OPERATIONS
    } >= PUBLIC | EMPTY_FOR_UNKNOWN | DONE_ALREADY


def mixtures(item: Operation, mine: dict[str, str], theirs: dict[str, str]) -> Iterator[Any]:
    """Ids in which at least one is not the caller's."""
    yield theirs
    for name in item.ids:
        if len(item.ids) > 1:
            yield mine | {name: theirs[name]}
        yield mine | {name: MISSING}
        # An id of the right owner and the wrong kind leads nowhere either.
        yield mine | {name: mine["metric_id" if name != "metric_id" else "workout_id"]}


def test_what_belongs_to_somebody_else_does_not_exist(two):
    ada, theirs, eve, mine = two
    before = everything(ada.client), everything(eve.client)
    for item in WITH_IDS:
        for ids in mixtures(item, mine, theirs):
            answer = call(eve.client, item, ids)
            where = f"{item.method} {item.url(ids)}"
            if (item.method, item.path) in EMPTY_FOR_UNKNOWN:
                assert answer.json() == {"sessions": [], "next_cursor": None}, where
                continue
            if (item.method, item.path) in DONE_ALREADY and ids["timer_id"] != mine["timer_id"]:
                assert (answer.status_code, answer.content) == (204, b""), where
                continue
            assert answer.status_code == 404, f"{where}: {answer.status_code} {answer.text}"
            assert "secret" not in answer.text.casefold(), where
    assert (everything(ada.client), everything(eve.client)) == before


def test_an_id_that_is_none_is_malformed(two):
    _, _, eve, mine = two
    for item in WITH_IDS:
        for name in item.ids:
            for text in MALFORMED:
                answer = call(eve.client, item, mine | {name: text})
                where = f"{item.method} {item.path} {text}: {answer.status_code}"
                assert answer.status_code in {404, 422}, where
                assert answer.json()["code"], where


def test_the_administration_is_closed_to_everybody_else_and_the_attempt_is_recorded(two, server):
    ada, _, eve, mine = two
    ids = mine | {"user_id": ada.id}
    assert len(ADMINISTRATION) >= 15
    for item in ADMINISTRATION:
        answer = call(eve.client, item, ids)
        assert (answer.status_code, answer.json()["code"]) == (403, "auth.admin_required"), item
    refused = [row for row in audit_rows(server) if row.event_type == "admin_refused"]
    assert [row.account_id for row in refused] == [eve.id] * len(ADMINISTRATION)
    server.clock.advance(11 * 60)
    for item in ADMINISTRATION:
        answer = call(ada.client, item, ids)
        assert (answer.status_code, answer.json()["code"]) == (403, "auth.proof_required"), item


def test_nobody_who_is_not_signed_in_gets_past_the_door(two, server):
    ada, theirs, _, _ = two
    before = everything(ada.client)
    for item in PRIVATE:
        for cookie in (None, "ff_sess=made-up"):
            stranger = server.make_client()
            headers = {} if cookie is None else {"Cookie": cookie}
            answer = stranger.request(
                item.method,
                item.url(theirs | {"slug": "531-bbb"}),
                json=BODIES[item.method, item.path]() if item.has_body else None,
                headers=headers,
            )
            # With a cookie the missing token is noticed first.
            expected = {401} if cookie is None or item.method == "GET" else {403}
            assert answer.status_code in expected, f"{item.method} {item.path}: {answer.text}"
    assert everything(ada.client) == before


def test_every_state_change_asks_for_the_token_of_the_session(two):
    ada, mine, _, _ = two
    before = everything(ada.client)
    right = ada.client.headers.pop("X-CSRF-Token")
    assert right == ada.client.cookies[CSRF_COOKIE]
    for item in CHANGING:
        if item.path in WITHOUT_TOKEN:
            continue
        for headers in ({}, {"X-CSRF-Token": right[:-1] + "x"}, {"Sec-Fetch-Site": "cross-site"}):
            body = BODIES[item.method, item.path]() if item.has_body else None
            answer = ada.client.request(item.method, item.url(mine), json=body, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (403, "request.csrf"), item
    assert everything(ada.client) == before


def test_signing_in_takes_no_request_from_another_site(server):
    stranger = server.make_client()
    for path in WITHOUT_TOKEN:
        answer = stranger.post(
            path,
            json=BODIES.get(("POST", path), dict)(),
            headers={"Origin": "https://evil.example"},
        )
        assert (answer.status_code, answer.json()["code"]) == (403, "request.csrf")


# -- ids of others inside bodies


def test_an_exercise_of_somebody_else_cannot_stand_in_a_workout(two):
    _, theirs, eve, mine = two
    entry = an_entry(a_set(), exercise_id=theirs["exercise_id"])
    base = f"/api/v1/workouts/{mine['workout_id']}"
    answers = [
        eve.client.post("/api/v1/workouts", json=a_workout(entry)),
        eve.client.post(f"{base}/exercises", json=entry),
        eve.client.patch(
            f"{base}/exercises/{mine['entry_id']}", json={"exercise_id": theirs["exercise_id"]}
        ),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["code"]) == (400, "workouts.unknown_exercise")
        assert "Secret" not in answer.text
    template = a_template(exercise_id=theirs["exercise_id"])
    answer = eve.client.post("/api/v1/templates", json=template)
    assert (answer.status_code, answer.json()["code"]) == (400, "templates.unknown_exercise")
    import_id = mine["import_id"]
    pushed = a_push(("workouts.create", {}, a_workout(entry)))
    (result,) = eve.client.post(PUSH, json=pushed).json()["results"]
    assert (result["status"], result["code"]) == ("refused", "workouts.unknown_exercise")
    answer = eve.client.patch(
        f"/api/v1/imports/{import_id}", json={"names": {"x": theirs["exercise_id"]}}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "import.unknown_exercise")


def test_what_belongs_to_somebody_else_cannot_be_pushed_either(two):
    ada, theirs, eve, mine = two
    before = everything(ada.client), everything(eve.client)
    for name, operation in OPERATIONS_TO_PUSH.items():
        if not operation.path:
            continue
        body = example_body(name, mine)
        for key in operation.path:
            path = {other: mine[other] for other in operation.path} | {key: theirs[key]}
            (result,) = eve.client.post(PUSH, json=a_push((name, path, body))).json()["results"]
            assert result["status"] == "refused", name
            assert result["code"].endswith("not_found"), (name, result)
    assert (everything(ada.client), everything(eve.client)) == before


def test_a_program_of_somebody_else_cannot_be_saved_into_or_run(two):
    ada, theirs, eve, mine = two
    before = everything(ada.client), everything(eve.client)
    facts = f"/api/v1/enrolments/{mine['enrolment_id']}/facts"
    moved = a_fact("edition", program_version_id=theirs["version_id"])
    for path, body in (
        ("/api/v1/program-versions", a_version(theirs["program_id"])),
        ("/api/v1/program-versions",
         a_version(mine["program_id"], parent_version_id=theirs["version_id"])),
        ("/api/v1/enrolments", an_enrolment(theirs["program_id"], theirs["version_id"])),
        ("/api/v1/enrolments", an_enrolment(mine["program_id"], theirs["version_id"])),
        (facts, moved),
    ):  # fmt: skip
        answer = eve.client.post(path, json=body)
        assert answer.status_code == 404, f"{path}: {answer.text}"
        assert "secret" not in answer.text.casefold()
    chosen = {"exercises": {"Secret lift": theirs["exercise_id"]}}
    answer = eve.client.patch(f"/api/v1/enrolments/{mine['enrolment_id']}", json=chosen)
    assert (answer.status_code, answer.json()["code"]) == (400, "enrolments.unknown_exercise")
    listed = eve.client.get("/api/v1/program-versions", params={"program_id": theirs["program_id"]})
    assert listed.status_code == 404
    assert (everything(ada.client), everything(eve.client)) == before


def test_exercises_of_somebody_elses_workout_cannot_be_put_into_an_order(two):
    _, theirs, eve, mine = two
    for ids in ([theirs["entry_id"]], [mine["entry_id"], theirs["entry_id"]]):
        answer = eve.client.post(
            f"/api/v1/workouts/{mine['workout_id']}/exercises/order", json={"ids": ids}
        )
        assert (answer.status_code, answer.json()["code"]) == (404, "workouts.entry_not_found")


def test_lists_narrowed_to_somebody_elses_things_are_empty(two):
    _, theirs, eve, _ = two
    for params in ({"exercise_id": theirs["exercise_id"]}, {"workout_id": theirs["workout_id"]}):
        assert eve.client.get("/api/v1/records", params=params).json()["records"] == []
    params = {"exercise_id": theirs["exercise_id"]}
    assert eve.client.get("/api/v1/workouts", params=params).json()["workouts"] == []
    found = eve.client.get("/api/v1/exercises", params={"search": "secret lift"}).json()
    assert [item["id"] for item in found["exercises"] if item["id"] in theirs.values()] == []


def test_a_client_made_id_that_is_somebody_elses_overwrites_and_tells_nothing(two):
    ada, theirs, eve, mine = two
    before = everything(ada.client), everything(eve.client)
    taken_entry = an_entry(a_set(), id=theirs["entry_id"])
    taken_set = an_entry(a_set(id=theirs["set_id"]))
    base = f"/api/v1/workouts/{mine['workout_id']}"
    requests = [
        ("/api/v1/workouts", a_workout(id=theirs["workout_id"])),
        ("/api/v1/workouts", a_workout(taken_entry)),
        ("/api/v1/workouts", a_workout(taken_set)),
        (f"{base}/exercises", taken_entry),
        (f"{base}/exercises", taken_set),
        (f"{base}/exercises/{mine['entry_id']}/sets", a_set(id=theirs["set_id"])),
        ("/api/v1/exercises", {"id": theirs["exercise_id"], "name": "Mine"}),
        ("/api/v1/metrics", a_metric() | {"id": theirs["metric_id"]}),
        ("/api/v1/templates", a_template() | {"id": theirs["template_id"]}),
        ("/api/v1/programs", a_program(id=theirs["program_id"])),
        ("/api/v1/program-versions", a_version(mine["program_id"], id=theirs["version_id"])),
        (
            "/api/v1/enrolments",
            an_enrolment(mine["program_id"], mine["version_id"], id=theirs["enrolment_id"]),
        ),
        (f"/api/v1/enrolments/{mine['enrolment_id']}/facts", a_fact(id=theirs["fact_id"])),
        (f"/api/v1/imports?id={theirs['import_id']}", None),
    ]
    for path, body in requests:
        answer = eve.client.post(path, json=body)
        assert answer.status_code == 409, f"{path}: {answer.text}"
        assert answer.json()["code"].endswith(".id_taken")
        assert "secret" not in answer.text.casefold()
    assert (everything(ada.client), everything(eve.client)) == before


@pytest.mark.parametrize(
    "field",
    [
        "user_id",
        "rev",
        "deleted_at",
        "import_id",
        "source",
        "created_at",
        "is_admin",
        "load_kg",
        "number",
        "latest_version_id",
    ],
)
def test_no_body_takes_a_field_that_is_not_the_clients_to_set(sqlite_server, field):
    eve = sqlite_server.sign_in()
    mine = belongings(eve)
    for item in OPERATIONS:
        if not item.has_body or item.path == "/api/v1/imports":
            continue
        body = BODIES[item.method, item.path]() | {field: "1"}
        answer = eve.client.request(item.method, item.url(mine), json=body)
        assert answer.status_code == 422, f"{item.method} {item.path} takes {field}"


def test_a_warm_answer_for_one_person_is_never_given_to_another(two):
    ada, _, eve, _ = two
    for path in ("/api/v1/home", "/api/v1/exercises", "/api/v1/export", "/api/v1/sync"):
        first, second = ada.client.get(path), eve.client.get(path)
        assert "no-store" in first.headers["Cache-Control"], path
        if path != "/api/v1/home":
            assert first.content != second.content, path
    assert "private" in ada.client.get("/api/v1/exercises/library").headers["Cache-Control"]
