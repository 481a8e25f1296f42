from __future__ import annotations

import asyncio
import socket
import time
from contextlib import ExitStack

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from fitfolio.auth import service as auth_service
from fitfolio.core.clock import to_iso
from fitfolio.core.ids import uuid7
from fitfolio.live import hub as hub_module
from fitfolio.live import service
from tests.live.conftest import next_message, run_server
from tests.programs.builders import a_template


def make_template(device):
    answer = device.client.post("/api/v1/templates", json=a_template())
    assert answer.status_code == 201, answer.text
    return answer.json()["rev"]


def closing_code(opened, timeout=10):
    try:
        while True:
            opened.recv(timeout)
    except ConnectionClosed:
        return opened.close_code


def until(condition, seconds=5):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.01)


def test_a_device_is_greeted_with_the_revision_and_hears_of_every_change(running):
    phone, tablet = running.sign_in(), running.sign_in()
    rev = make_template(phone)
    with phone.live() as first, tablet.live() as second:
        for opened in (first, second):
            assert next_message(opened, "hello", "revision") == {"type": "hello", "revision": rev}
        started = time.monotonic()
        rev = make_template(tablet)
        for opened in (first, second):
            assert next_message(opened, "revision") == {"type": "revision", "revision": rev}
        assert time.monotonic() - started < 2


def test_many_changes_at_once_are_told_in_few_messages_and_the_last_is_the_newest(running):
    device = running.sign_in()

    def change_often():
        for _ in range(60):
            running.state.db.write_now(
                auth_service.change_profile, device.user_id, {"display_name": uuid7()}
            )

    with device.live() as opened:
        next_message(opened, "hello")
        change_often()
        heard = []
        while not heard or heard[-1] < 60:
            heard.append(next_message(opened, "revision")["revision"])
        assert heard == sorted(set(heard))
        assert len(heard) < 60


def test_nobody_hears_of_another_account(running):
    ada, eve = running.sign_in(), running.sign_in("eve@example.org")
    with eve.live() as opened:
        assert next_message(opened, "hello")["revision"] == 0
        make_template(ada)
        timer = {"id": uuid7(), "ends_at": to_iso(running.state.clock.now_ms() + 60_000)}
        assert ada.client.put("/api/v1/rest-timer", json=timer).status_code == 200
        with pytest.raises(TimeoutError):
            opened.recv(0.5)


def test_the_rest_timer_reaches_the_other_devices_only(running):
    phone, tablet = running.sign_in(), running.sign_in()
    timer = {
        "id": uuid7(), "ends_at": to_iso(running.state.clock.now_ms() + 60_000),
        "exercise_name": "Bench", "next": "85 kg × 8",
    }  # fmt: skip
    with phone.live() as own, tablet.live() as other:
        next_message(own, "hello")
        next_message(other, "hello")
        assert phone.client.put("/api/v1/rest-timer", json=timer).status_code == 200
        assert next_message(other, "rest_timer") == {"type": "rest_timer"} | timer
        with running.sign_in().live() as late:
            assert next_message(late, "rest_timer") == {"type": "rest_timer"} | timer
        assert phone.client.delete(f"/api/v1/rest-timer/{timer['id']}").status_code == 204
        stopped = next_message(other, "rest_timer")
        # A socket that has just opened may be told a timer twice: as what runs and as news.
        while stopped["ends_at"] == timer["ends_at"]:
            stopped = next_message(other, "rest_timer")
        assert (stopped["id"], stopped["ends_at"]) == (timer["id"], None)
        with pytest.raises(TimeoutError):
            own.recv(0.3)


def test_signing_out_closes_the_sockets_of_that_session_only(running):
    phone, tablet = running.sign_in(), running.sign_in()
    with phone.live() as first, phone.live() as second, tablet.live() as other:
        for opened in (first, second, other):
            next_message(opened, "hello")
        assert phone.client.post("/api/v1/auth/logout").status_code == 200
        assert closing_code(first) == closing_code(second) == service.SESSION_ENDED
        rev = make_template(tablet)
        assert next_message(other, "revision")["revision"] == rev


def test_a_device_signed_out_from_another_one_is_disconnected_at_once(running):
    phone, tablet = running.sign_in(), running.sign_in()
    with phone.live() as lost, tablet.live() as kept:
        for opened in (lost, kept):
            next_message(opened, "hello")
        answer = tablet.client.post("/api/v1/auth/sessions/revoke-all-others")
        assert answer.json()["revoked_count"] == 1
        assert closing_code(lost, 5) == service.SESSION_ENDED
        rev = make_template(tablet)
        assert next_message(kept, "revision")["revision"] == rev


def test_a_deactivated_account_is_disconnected_at_once_and_stays_out(running):
    ada, bob = running.sign_in(), running.sign_in("bob@example.org")
    with bob.live() as opened:
        next_message(opened, "hello")
        path = f"/api/v1/admin/users/{bob.user_id}/deactivate"
        assert ada.client.post(path).status_code == 200
        assert closing_code(opened, 5) == service.SESSION_ENDED
    with pytest.raises(InvalidStatus) as refused, bob.live():
        pass
    assert refused.value.response.status_code == 401


def test_an_exchanged_secret_leaves_open_sockets_alone(running, monkeypatch):
    monkeypatch.setattr(service, "HEARTBEAT_S", 0.2)
    device = running.sign_in()
    with device.live() as opened:
        next_message(opened, "hello")
        with running.state.db.engine.begin() as conn:
            conn.exec_driver_sql("UPDATE user_session SET token_hash = 'another'")
        for _ in range(3):
            assert next_message(opened, "ping") == {"type": "ping"}


def test_a_session_that_ends_by_itself_is_noticed_at_the_heartbeat(running, monkeypatch):
    monkeypatch.setattr(service, "HEARTBEAT_S", 0.2)
    device = running.sign_in()
    with device.live() as opened:
        next_message(opened, "hello")
        assert next_message(opened, "ping") == {"type": "ping"}

        def expire(conn):
            conn.exec_driver_sql("UPDATE user_session SET expires_at = 1")

        running.state.db.write_now(expire)
        assert closing_code(opened) == service.SESSION_ENDED


def test_the_heartbeat_brings_a_revision_that_was_never_announced(running, monkeypatch):
    monkeypatch.setattr(service, "HEARTBEAT_S", 0.2)
    device = running.sign_in()
    with device.live() as opened:
        next_message(opened, "hello")

        def behind_its_back(conn):
            conn.exec_driver_sql("UPDATE revision_clock SET revision = 41")

        running.state.db.write_now(behind_its_back)
        assert next_message(opened, "revision")["revision"] == 41


@pytest.mark.parametrize(
    ("options", "status", "code"),
    [
        ({"headers": {"Cookie": ""}, "secret": "made-up"}, 401, "auth.required"),
        ({"origin": "https://evil.example"}, 403, "request.csrf"),
        ({"origin": "null"}, 403, "request.csrf"),
        ({"headers": {"Sec-Fetch-Site": "cross-site"}}, 403, "request.csrf"),
    ],
)
def test_who_is_not_signed_in_or_comes_from_another_site_is_turned_away(
    running, options, status, code
):
    device = running.sign_in()
    device.secret = options.pop("secret", device.secret)
    with pytest.raises(InvalidStatus) as caught, device.live(**options):
        pass
    assert caught.value.response.status_code == status
    assert code.encode() in caught.value.response.body


def test_a_program_without_an_origin_may_listen(running):
    with running.sign_in().live(origin=None) as opened:
        next_message(opened, "hello")


def test_an_account_has_a_limited_number_of_sockets(running, monkeypatch):
    monkeypatch.setattr(hub_module, "MAX_SOCKETS", 3)
    device, other = running.sign_in(), running.sign_in("eve@example.org")
    with ExitStack() as stack:
        opened = [stack.enter_context(device.live()) for _ in range(3)]
        with pytest.raises(InvalidStatus) as caught, device.live():
            pass
        assert caught.value.response.status_code == 429
        with other.live() as free:
            next_message(free, "hello")
        opened[0].close()
        until(lambda: len(running.app.state.live._sockets[device.user_id]) == 2)
        with device.live() as again:
            next_message(again, "hello")
    until(lambda: not running.app.state.live._sockets)


def test_tries_are_limited_by_address(sqlite_url, tmp_path):
    with run_server(sqlite_url, tmp_path, rate_limit_enabled=True) as running:
        device = running.sign_in()
        device.secret = "made-up"
        statuses = []
        for _ in range(61):
            with pytest.raises(InvalidStatus) as caught, device.live():
                pass
            statuses.append(caught.value.response.status_code)
        assert statuses == [401] * 60 + [429]


def test_only_pings_are_read(running):
    device = running.sign_in()
    with device.live() as opened:
        next_message(opened, "hello")
        opened.send("ping")
        rev = make_template(device)
        assert next_message(opened, "revision")["revision"] == rev
    for message in ("subscribe eve", b"\x00", "p" * 4000):
        with device.live() as opened:
            next_message(opened, "hello")
            opened.send(message)
            assert closing_code(opened) == service.NOT_UNDERSTOOD
    with device.live() as opened:
        next_message(opened, "hello")
        opened.send("x" * 100_000)
        assert closing_code(opened) == 1009
    with device.live() as opened:
        next_message(opened, "hello")
        for _ in range(service.PINGS + 1):
            opened.send("ping")
        assert closing_code(opened) == service.NOT_UNDERSTOOD


@pytest.mark.long
def test_a_device_that_takes_nothing_is_let_go_and_stops_nobody(running, monkeypatch):
    monkeypatch.setattr(service, "SEND_S", 0.5)
    monkeypatch.setattr(service, "QUIET_S", 0)
    monkeypatch.setattr(service, "HEARTBEAT_S", 0.001)
    slow, quick = running.sign_in(), running.sign_in()
    # A reader that never reads: a small window, and nobody takes what arrives.
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    raw.connect(("127.0.0.1", int(running.base.rpartition(":")[2])))
    raw.sendall(
        f"GET /api/v1/live HTTP/1.1\r\nHost: {running.base.partition('//')[2]}\r\n"
        f"Cookie: ff_sess={slow.secret}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    sockets = running.app.state.live._sockets
    until(lambda: len(sockets.get(slow.user_id, ())) == 1)
    with quick.live() as opened:
        next_message(opened, "hello")
        rev = make_template(quick)
        assert next_message(opened, "revision")["revision"] == rev
        until(lambda: len(sockets[slow.user_id]) == 1, 60)
    raw.close()


def test_the_server_stops_at_once_with_open_sockets_and_leaves_nothing(running):
    device = running.sign_in()
    with device.live() as first, device.live() as second:
        next_message(first, "hello")
        next_message(second, "hello")
        assert running.stop() < 5
        assert closing_code(first) in {1001, 1012}
        assert closing_code(second) in {1001, 1012}
    assert running.app.state.live._sockets == {}
    assert running.state.db.on_commit is None


def test_no_task_is_left_when_a_device_goes(running):
    device = running.sign_in()
    loop = running.app.state.live._loop

    def names():
        async def look():
            return sorted(
                task.get_name() for task in asyncio.all_tasks() if "live" in task.get_name()
            )

        return asyncio.run_coroutine_threadsafe(look(), loop).result(5)

    before = names()
    for _ in range(3):
        with device.live() as opened:
            next_message(opened, "hello")
            assert len(names()) == len(before) + 2
        until(lambda: names() == before)


def test_processes_hear_of_each_other(database_url, tmp_path):
    if database_url.startswith("sqlite"):
        pytest.skip("SQLite has one process")
    with (
        run_server(database_url, tmp_path / "a") as one,
        run_server(database_url, tmp_path / "b") as two,
    ):
        phone = one.sign_in()
        tablet = two.sign_in()
        with tablet.live() as opened:
            next_message(opened, "hello")
            rev = make_template(phone)
            assert next_message(opened, "revision")["revision"] == rev
            # A cut connection to the database is made up for.
            two.state.db.write_now(
                lambda conn: conn.exec_driver_sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE query = 'LISTEN fitfolio' AND datname = current_database()"
                )
            )
            rev = make_template(phone)
            assert next_message(opened, "revision", timeout=20)["revision"] == rev
            two.app.state.live.doubt()
            assert tablet.client.post("/api/v1/auth/logout").status_code == 200
            assert closing_code(opened) == service.SESSION_ENDED
