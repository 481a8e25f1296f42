"""What a careless or malicious client may send: always a 4xx problem, never a failure."""

from __future__ import annotations

import base64
import json

import pytest

from fitfolio.core.ids import uuid7
from tests.imports.test_service import STRONG, follow, upload
from tests.workouts.builders import MISSING, a_set, a_workout, an_entry, create, library_id

JSON = {"Content-Type": "application/json"}
TEXTS = ["\x00", "a\x00b", "\ud800"]


def cursor_of(*values):
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def hostile_addresses():
    return [
        "/api/v1/workouts?search=%00",
        "/api/v1/workouts?search=a%00b",
        f"/api/v1/workouts?cursor={cursor_of(2**63, uuid7())}",
        f"/api/v1/workouts?cursor={cursor_of(-(2**70), uuid7())}",
        *(f"/api/v1/workouts?cursor={cursor_of(1, text)}" for text in TEXTS),
        f"/api/v1/records?cursor={cursor_of(2**63, 'a', 'e1rm', 0, 0)}",
        f"/api/v1/records?cursor={cursor_of(1, 'a', 'e1rm', 2**63, 0)}",
        *(f"/api/v1/records?cursor={cursor_of(1, text, 'e1rm', 0, 0)}" for text in TEXTS),
        *(f"/api/v1/exercises/{library_id()}/sessions?cursor={cursor_of(text)}" for text in TEXTS),
        f"/api/v1/exercises/{library_id()}/sessions?cursor={'W' * 300}",
        "/api/v1/exercises?cursor=" + "9" * 30,
        "/api/v1/exercises?search=%00",
        "/api/v1/exercises?limit=" + "9" * 30,
        "/api/v1/metrics?cursor=999999999999999." + uuid7(),
        "/api/v1/metrics?metric=%00",
        "/api/v1/metrics?cursor=%00",
        f"/api/v1/sync?since={2**63}",
        "/api/v1/sync?since=-1",
        "/api/v1/workouts?from=1900-01-01",
        "/api/v1/workouts?to=2200-01-01",
        "/api/v1/workouts?from=2026-02-29",
        "/api/v1/workouts/calendar?from=0000-00-00",
        "/api/v1/workouts/%00",
        "/api/v1/workouts/%ED%A0%80",
        f"/api/v1/workouts/{uuid7().upper()}",
    ]


def test_no_address_makes_the_server_fail(server):
    ada = server.sign_in()
    create(ada.client, an_entry(a_set()))
    for path in hostile_addresses():
        answer = ada.client.get(path)
        assert answer.status_code < 500, path
        if answer.status_code != 200:
            assert answer.headers["Content-Type"] == "application/problem+json", path
            assert answer.json()["code"]


BODIES = [
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b"9" * 5000,
    b'{"\\ud800": 1}',
    b'{"title": "\\ud800"}',
    b'{"a\\u0000": 1}',
    b'{"title": NaN}',
    b'{"id": 1e999, "id": Infinity}',
    b"",
    b"null",
    b'"text"',
    b"[]",
    json.dumps({"title": "x" * 1_900_000}).encode(),
]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/v1/workouts"),
        ("POST", "/api/v1/exercises"),
        ("POST", "/api/v1/metrics"),
        ("PATCH", "/api/v1/auth/me"),
        ("PATCH", f"/api/v1/workouts/{MISSING}"),
        ("PATCH", f"/api/v1/imports/{MISSING}"),
        ("PATCH", f"/api/v1/exercises/{library_id()}/preferences"),
    ],
)
def test_no_body_makes_the_server_fail(sqlite_server, method, path):
    ada = sqlite_server.sign_in()
    for body in BODIES:
        answer = ada.client.request(method, path, content=body, headers=JSON)
        assert answer.status_code == 422, body[:40]
        assert answer.json()["code"] == "request.invalid"


HUGE = [2**31, 2**53, 2**63, 2**64, 10**30, -(2**63), 1e300, -1, True, "1", 1.5]


LIMITS = {
    "position": (0, 10_000), "reps": (0, 2000), "weight": (-500, 2000), "duration_s": (0, 86_400),
    "distance": (0, 1e6), "rpe": (1, 10),
}  # fmt: skip
WHOLE = {"position", "reps"}


@pytest.mark.parametrize("field", LIMITS)
def test_numbers_out_of_range_or_of_another_kind_are_malformed(sqlite_server, field):
    ada = sqlite_server.sign_in()
    low, high = LIMITS[field]
    for value in HUGE:
        if type(value) in {int, float} and low <= value <= high and field not in WHOLE:
            continue
        row = a_set(distance_unit="m") | {field: value}
        body = a_workout() | {"exercises": [{**an_entry(), "sets": [row]}]}
        answer = ada.client.post("/api/v1/workouts", json=body)
        assert answer.status_code == 422, (value, answer.text)


MOMENTS = (
    ["1900-01-01T00:00:00Z", "2200-01-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-01-01",
     "2026-01-01T00:00:00", 0, 1_700_000_000, "1700000000", 1e300, True, "", "\x00"],
)  # fmt: skip


def test_a_moment_is_an_aware_time_of_this_age(sqlite_server):
    ada = sqlite_server.sign_in()
    for moment in MOMENTS:
        answer = ada.client.post("/api/v1/workouts", json=a_workout(started_at=moment))
        assert answer.status_code == 422, moment


@pytest.mark.parametrize("text", TEXTS)
def test_text_that_cannot_be_stored_is_malformed_wherever_it_stands(server, text):
    ada = server.sign_in()
    place = {"id": uuid7(), "measured_at": "2026-11-10T09:00:00Z", "unit": "kg", "value": 80}
    import_id = upload(ada, STRONG)
    follow(server, ada, import_id)
    requests = [
        ("POST", "/api/v1/workouts", a_workout(title=text)),
        ("POST", "/api/v1/workouts", a_workout(notes=text)),
        ("POST", "/api/v1/workouts", a_workout(time_zone=text)),
        ("POST", "/api/v1/workouts", a_workout(an_entry(a_set(), notes=text))),
        ("POST", "/api/v1/workouts", a_workout(an_entry(a_set(notes=text)))),
        ("POST", "/api/v1/exercises", {"id": uuid7(), "name": text}),
        ("POST", "/api/v1/exercises", {"id": uuid7(), "name": "x", "notes": text}),
        ("POST", "/api/v1/metrics", place | {"metric": text}),
        ("POST", "/api/v1/metrics", place | {"metric": "weight", "notes": text}),
        ("PATCH", "/api/v1/auth/me", {"display_name": text}),
        ("PATCH", f"/api/v1/exercises/{library_id()}/preferences", {"notes": text}),
        ("PATCH", f"/api/v1/imports/{import_id}", {"names": {text: uuid7()}}),
        ("PATCH", f"/api/v1/imports/{import_id}", {"names": {"x": text}}),
        ("PATCH", f"/api/v1/imports/{import_id}", {"columns": {"weight": text}}),
        ("PATCH", f"/api/v1/imports/{import_id}", {"columns": {text: "weight"}}),
        ("PATCH", f"/api/v1/imports/{import_id}", {"format": text}),
    ]
    for method, path, body in requests:
        # As JSON spells it: a client library refuses to send half of a character.
        content = json.dumps(body).encode()
        answer = ada.client.request(method, path, content=content, headers=JSON)
        assert answer.status_code in {400, 422}, (method, path, body)
        assert answer.json()["code"]


HEADERS = [
    {"Origin": "http://["},
    {"Origin": "null"},
    {"Origin": "//"},
    {"Cookie": "ff_sess=; ff_sess=\xff"},
    {"Cookie": '=;;; ff_sess="\\777'},
    {"X-CSRF-Token": "\xff"},
    {"Content-Length": "9" * 4400},
    {"X-Request-ID": "a" * 9000},
    {"User-Agent": "\xff" * 600},
    {"Accept-Language": "\xff"},
]


def test_no_header_makes_the_server_fail(sqlite_server):
    client = sqlite_server.make_client()
    for headers in HEADERS:
        raw = {name: value.encode("latin-1") for name, value in headers.items()}
        answer = client.post("/api/v1/auth/magic-link/verify", json={"token": "x"}, headers=raw)
        assert 400 <= answer.status_code < 500, headers
        assert client.get("/api/v1/auth/me", headers=raw).status_code in {401, 413}


def test_answers_to_an_import_may_not_be_endless(sqlite_server):
    ada = sqlite_server.sign_in()
    import_id = upload(ada, STRONG)
    many = {f"{number}": "x" for number in range(300)}
    for body in (
        {"columns": many},
        {"columns": {"weight": "x" * 5000}},
        {"names": {"x" * 5000: None}},
    ):
        answer = ada.client.patch(f"/api/v1/imports/{import_id}", json=body)
        assert answer.status_code == 422
    answer = ada.client.patch("/api/v1/auth/me", json={"equipment": ["barbell"] * 100})
    assert answer.status_code == 422
