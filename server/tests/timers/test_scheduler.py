"""The end of a rest as a notification: when, to whom, in which words, once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from fitfolio.core.clock import to_iso
from fitfolio.core.ids import uuid7
from fitfolio.timers import scheduler, service
from tests.conftest import START_MS, make_settings, start_server
from tests.live.conftest import run_server
from tests.push.push_service import run_push_service
from tests.timers.builders import a_timer

URL = "/api/v1/rest-timer"
PUSH = "/api/v1/push/subscriptions"


@pytest.fixture
def push_service():
    with run_push_service(clock_is_set=True) as found:
        yield found


@pytest.fixture
def server(database_url, tmp_path):
    """A server that may talk to the loopback."""
    yield from start_server(make_settings(database_url, tmp_path, push_allow_private=True))


def run_due(person):
    """Announce what is due in the application's own loop, to the end."""
    timers = person.client.app.state.rest_timers

    async def run():
        count = await timers.run_due()
        await timers.settle()
        return count

    return person.client.portal.call(run)


def test_the_end_of_a_rest_is_announced_once(server, push_service):
    ada = server.sign_in()
    ada.client.put(PUSH, json=push_service.browser("/phone"))
    timer = a_timer(90, exercise_name="Bench Press", next="85 kg × 8")
    ada.client.put(URL, json=timer)
    server.clock.advance(89.9)
    assert run_due(ada) == 0
    server.clock.advance(0.1)
    assert run_due(ada) == 1
    (push,) = push_service.wait()
    assert (push.headers["TTL"], push.headers["Urgency"]) == ("60", "high")
    assert push.headers["Topic"] == "rest-timer"
    assert push.document["notification"] == {
        "title": "Rest is over", "body": "Bench Press · 85 kg × 8", "tag": "rest-timer",
        "navigate": "http://localhost/train",
        "data": {"kind": "rest_timer", "id": timer["id"], "ends_at": timer["ends_at"]},
    }  # fmt: skip
    assert run_due(ada) == 0
    assert len(push_service.pushes) == 1


def test_it_speaks_the_language_of_the_profile(server, push_service):
    ada = server.sign_in()
    ada.client.patch("/api/v1/auth/me", json={"language": "de"})
    ada.client.put(PUSH, json=push_service.browser("/phone"))
    ada.client.put(URL, json=a_timer(90))
    server.clock.advance(90)
    run_due(ada)
    notification = push_service.pushes[0].document["notification"]
    assert (notification["title"], notification["body"]) == (
        "Die Pause ist vorbei", "Zeit für den nächsten Satz.",
    )  # fmt: skip


def test_a_stopped_or_changed_timer_says_nothing_at_its_old_end(server, push_service):
    ada = server.sign_in()
    ada.client.put(PUSH, json=push_service.browser("/phone"))
    stopped, changed = a_timer(90), a_timer(90)
    ada.client.put(URL, json=stopped)
    ada.client.delete(f"{URL}/{stopped['id']}")
    server.clock.advance(90)
    assert run_due(ada) == 0
    ada.client.put(URL, json=changed | {"ends_at": to_iso(START_MS + 120_000)})
    ada.client.put(URL, json=changed | {"ends_at": to_iso(START_MS + 150_000)})
    server.clock.advance(30)
    assert run_due(ada) == 0
    server.clock.advance(30)
    assert run_due(ada) == 1
    assert len(push_service.pushes) == 1


@pytest.mark.parametrize(("late_s", "count"), [(59, 1), (61, 0)])
def test_a_rest_that_ended_long_ago_is_dropped(server, push_service, late_s, count):
    ada = server.sign_in()
    ada.client.put(PUSH, json=push_service.browser("/phone"))
    ada.client.put(URL, json=a_timer(90))
    server.clock.advance(90 + late_s)
    assert run_due(ada) == count
    assert len(push_service.pushes) == count
    server.clock.advance(-late_s)
    assert run_due(ada) == 0


def test_a_timer_set_anew_while_it_is_announced_stays(server, push_service):
    ada = server.sign_in()
    ada.client.put(URL, json=a_timer(90))
    server.clock.advance(90)
    db = server.state.db
    (row,) = db.write_now(service.take_due, server.clock.now_ms())
    newer = {"id": row.id, "ends_at": to_iso(START_MS + 180_000)}
    ada.client.put(URL, json=newer)
    db.write_now(service.finish, row)
    assert ada.client.get(URL).json()["timer"]["ends_at"] == newer["ends_at"]


def test_of_many_takers_one_gets_the_timer(server, push_service):
    people = [server.sign_in(f"{name}@example.org") for name in "abcd"]
    for person in people:
        person.client.put(URL, json=a_timer(90))
    server.clock.advance(90)
    db, now = server.state.db, server.clock.now_ms()
    with ThreadPoolExecutor(8) as pool:
        taken = pool.map(lambda _: db.write_now(service.take_due, now), range(8))
        owners = [row.user_id for rows in taken for row in rows]
    assert sorted(owners) == sorted(person.id for person in people)
    server.clock.advance(service.LOCK_MS / 1000)
    assert len(db.write_now(service.take_due, server.clock.now_ms())) == 4, "who took them died"


def test_a_push_that_fails_is_tried_again_while_it_still_helps(server, push_service, monkeypatch):
    monkeypatch.setattr(scheduler, "RETRIES_S", (0, 0))
    ada = server.sign_in()
    for path in ("/phone", "/tablet"):
        ada.client.put(PUSH, json=push_service.browser(path))
    push_service.answers["/phone"] = [(503, {}), (503, {}), (503, {})]
    ada.client.put(URL, json=a_timer(90))
    server.clock.advance(90)
    timers = ada.client.app.state.rest_timers
    attempts = []
    send = scheduler.push_service.send_to_all

    async def send_later(*args, **options):
        attempts.append(options.get("only"))
        delivery = await send(*args, **options)
        server.clock.advance(8)
        return delivery

    monkeypatch.setattr(scheduler.push_service, "send_to_all", send_later)
    assert run_due(ada) == 1
    assert [push.path for push in push_service.pushes].count("/tablet") == 1
    assert [push.path for push in push_service.pushes].count("/phone") == 3
    assert len(attempts) == 3
    assert timers._sending == set()


def test_a_database_that_fails_meanwhile_ends_nothing(server, push_service, monkeypatch, caplog):
    ada = server.sign_in()
    ada.client.put(URL, json=a_timer(90))
    server.clock.advance(90)

    async def fail(*_args, **_options):
        raise OSError("away")

    with monkeypatch.context() as patch:
        patch.setattr(scheduler.push_service, "send_to_all", fail)
        assert run_due(ada) == 1
    assert "could not be announced" in caplog.text
    server.clock.advance(service.LOCK_MS / 1000)
    assert run_due(ada) == 1


# -- in real time, through a real server


def start_timer(running, device, seconds, **fields):
    ends_at = running.state.clock.now_ms() + round(seconds * 1000)
    timer = {"id": uuid7(), "ends_at": to_iso(ends_at)} | fields
    assert device.client.put(URL, json=timer).status_code == 200
    return ends_at / 1000


def test_the_notification_comes_within_a_second_of_the_end(database_url, tmp_path):
    with (
        run_push_service() as push_service,
        run_server(database_url, tmp_path, push_allow_private=True) as running,
    ):
        device = running.sign_in()
        device.client.put(PUSH, json=push_service.browser("/phone"))
        start_timer(running, device, 60)
        ends_at = start_timer(running, device, 1.2)
        (push,) = push_service.wait()
        assert 0 <= push.at - ends_at < 1
        time.sleep(0.3)
        assert len(push_service.pushes) == 1


def test_a_restart_keeps_the_timer(database_url, tmp_path):
    with run_push_service() as push_service:
        with run_server(database_url, tmp_path, push_allow_private=True) as first:
            device = first.sign_in()
            device.client.put(PUSH, json=push_service.browser("/phone"))
            ends_at = start_timer(first, device, 3)
        assert push_service.pushes == []
        with run_server(database_url, tmp_path, push_allow_private=True):
            (push,) = push_service.wait()
            assert 0 <= push.at - ends_at < 1.5


def test_a_server_that_stops_while_sending_does_not_wait_and_sends_again_at_its_start(
    sqlite_url, tmp_path
):
    with run_push_service() as push_service:
        push_service.delay_s = 2
        with run_server(sqlite_url, tmp_path, push_allow_private=True) as first:
            device = first.sign_in()
            device.client.put(PUSH, json=push_service.browser("/phone"))
            start_timer(first, device, 0.3)
            time.sleep(0.8)
            assert first.stop() < 1.5
        push_service.delay_s = 0
        push_service.pushes.clear()
        with run_server(sqlite_url, tmp_path, push_allow_private=True):
            push_service.wait()
