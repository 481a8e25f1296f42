from __future__ import annotations

import pytest

from fitfolio.core.clock import to_iso
from fitfolio.core.ids import uuid7
from tests.conftest import START_MS, make_settings, start_server
from tests.timers.builders import a_timer

URL = "/api/v1/rest-timer"


def running(person):
    return person.client.get(URL).json()["timer"]


def test_a_timer_runs_until_its_end(server):
    ada = server.sign_in()
    assert ada.client.get(URL).json() == {"timer": None, "server_time_ms": START_MS}
    timer = a_timer(90, exercise_name="Bench Press", next="85 kg × 8")
    assert ada.client.put(URL, json=timer).json() == {"timer": timer, "server_time_ms": START_MS}
    server.clock.advance(89.9)
    assert running(ada) == timer
    server.clock.advance(0.1)
    assert running(ada) is None


def test_a_timer_is_changed_replaced_and_stopped(server):
    ada = server.sign_in()
    first, second = a_timer(90), a_timer(120)
    ada.client.put(URL, json=first)
    longer = first | {"ends_at": to_iso(START_MS + 105_000)}
    assert ada.client.put(URL, json=longer).json()["timer"]["ends_at"] == longer["ends_at"]
    ada.client.put(URL, json=second)
    assert ada.client.delete(f"{URL}/{first['id']}").status_code == 204
    assert running(ada)["id"] == second["id"], "stopping the former one does not stop the newer"
    for _ in range(2):
        assert ada.client.delete(f"{URL}/{second['id']}").status_code == 204
        assert running(ada) is None


def test_a_timer_that_has_ended_already_is_not_kept_and_stops_no_other(server):
    ada = server.sign_in()
    timer = a_timer(90)
    ada.client.put(URL, json=timer)
    assert ada.client.put(URL, json=a_timer(-30)).json()["timer"]["id"] == timer["id"]
    assert ada.client.put(URL, json=timer | {"ends_at": to_iso(START_MS)}).json()["timer"] is None


def test_every_account_has_its_own(server):
    ada, eve = server.sign_in(), server.sign_in("eve@example.org")
    ada.client.put(URL, json=a_timer(90))
    assert running(eve) is None
    eve.client.delete(f"{URL}/{running(ada)['id']}")
    assert running(ada) is not None


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"ends_at": to_iso(START_MS + 7_200_001)}, 400, "rest_timer.too_long"),
        ({"ends_at": "2200-01-01T00:00:00Z"}, 422, "request.invalid"),
        ({"ends_at": "soon"}, 422, "request.invalid"),
        ({"ends_at": "2026-11-18T11:10:00"}, 422, "request.invalid"),
        ({"id": "1"}, 422, "request.invalid"),
        ({"next": "x" * 201}, 422, "request.invalid"),
        ({"exercise_name": "\x00"}, 422, "request.invalid"),
    ],
)
def test_an_impossible_timer_is_refused(sqlite_server, change, status, code):
    ada = sqlite_server.sign_in()
    answer = ada.client.put(URL, json=a_timer(90) | change)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert running(ada) is None


def test_timers_are_limited(sqlite_url, tmp_path):
    for server in start_server(make_settings(sqlite_url, tmp_path, rate_limit_enabled=True)):
        client = server.sign_in().client
        statuses = [client.delete(f"{URL}/{uuid7()}").status_code for _ in range(121)]
        assert statuses == [204] * 120 + [429]
