from __future__ import annotations

import asyncio
import threading

import pytest
import sqlalchemy as sa

from fitfolio.auth import service as auth_service
from fitfolio.core.announcements import Announcement, announce, from_notice
from fitfolio.core.listening import listen
from fitfolio.core.revisions import next_revision


def owner(db, email="ada@example.org"):
    return db.write_now(auth_service.create_user, email, 1)


class Heard:
    """What a server process hears: through the writer thread, or through PostgreSQL."""

    def __init__(self, db):
        self.db = db
        self.items = []
        self.ready = threading.Event()
        self._thread = None

    def __enter__(self):
        if self.db.is_sqlite:
            self.db.on_commit = self.items.extend
            return self
        self._loop = asyncio.new_event_loop()

        async def run():
            self._task = asyncio.current_task()
            await listen(self.db, self.items.extend, self.ready.set)

        def work():
            with pytest.raises(asyncio.CancelledError):
                self._loop.run_until_complete(run())
            self._loop.close()

        self._thread = threading.Thread(target=work)
        self._thread.start()
        assert self.ready.wait(10)
        return self

    def __exit__(self, *_):
        self.db.on_commit = None
        if self._thread is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)
            self._thread.join(10)
            assert not self._thread.is_alive()

    def until(self, marker):
        """Everything heard before this announcement, which is made last."""
        self.db.write_now(announce, "nobody", "marker", marker)
        for _ in range(500):
            if any(item.value == marker for item in self.items):
                return [item for item in self.items if item.kind != "marker"]
            threading.Event().wait(0.01)
        raise AssertionError("nothing was heard")


def test_a_committed_change_is_announced_with_the_newest_revision_only(db):
    user = owner(db)

    def change_thrice(conn):
        for _ in range(3):
            next_revision(conn, user)
        announce(conn, user, "rest_timer", {"id": "t"}, session="s")

    with Heard(db) as heard:
        db.write_now(change_thrice)
        assert heard.until(1) == [
            Announcement(user, "revision", 3, None),
            Announcement(user, "rest_timer", {"id": "t"}, "s"),
        ]


def test_what_is_rolled_back_is_never_announced(db):
    user = owner(db)

    def fail(conn):
        next_revision(conn, user)
        msg = "no"
        raise RuntimeError(msg)

    def fail_inside(conn):
        next_revision(conn, user)
        with conn.begin_nested():
            next_revision(conn, user)
        for _ in range(2):
            try:
                with conn.begin_nested():
                    with conn.begin_nested():
                        next_revision(conn, user)
                    fail(conn)
            except RuntimeError:
                pass

    with Heard(db) as heard:
        with pytest.raises(RuntimeError):
            db.write_now(fail)
        assert heard.until(1) == []
        db.write_now(fail_inside)
        assert heard.until(2) == [Announcement(user, "revision", 2, None)]


def test_a_failing_change_in_a_group_silences_only_itself(db):
    people = [owner(db, f"{name}@example.org") for name in "abcdefgh"]
    gate = threading.Event()

    def block(_conn):
        gate.wait(10)

    def change(conn, index):
        next_revision(conn, people[index])
        if index % 2:
            msg = "no"
            raise RuntimeError(msg)

    with Heard(db) as heard:
        blocker = db._submit(block, ())
        futures = [db._submit(change, (index,)) for index in range(8)]
        gate.set()
        blocker.result(10)
        assert [future.exception(10) is None for future in futures] == [True, False] * 4
        found = heard.until(1)
        assert {item.owner for item in found} == set(people[::2])
        assert all(item.value == 1 for item in found)


def test_a_commit_that_fails_announces_nothing(db):
    user = owner(db)

    def break_at_commit(conn):
        next_revision(conn, user)
        if db.is_sqlite:
            conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            conn.exec_driver_sql("UPDATE revision_clock SET user_id = 'nobody'")
        else:
            conn.exec_driver_sql("SELECT 1/0")

    with Heard(db) as heard:
        with pytest.raises(sa.exc.DBAPIError):
            db.write_now(break_at_commit)
        assert heard.until(1) == []


def test_a_listener_that_fails_does_not_stop_the_writer(sqlite_url, caplog):
    from fitfolio.core.db import Database

    db = Database(sqlite_url)

    def fail(_news):
        msg = "deaf"
        raise RuntimeError(msg)

    db.on_commit = fail
    user = owner(db)
    assert db.write_now(next_revision, user) == 1
    assert db.write_now(next_revision, user) == 2
    db.close()
    assert "announcements cannot be delivered" in caplog.text


def test_listening_goes_on_when_the_connection_is_cut(db, monkeypatch):
    if db.is_sqlite:
        pytest.skip("SQLite has no connection to lose")
    user = owner(db)
    with Heard(db) as heard:
        db.write_now(next_revision, user)
        heard.until(1)
        heard.ready.clear()

        def cut(conn):
            conn.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE query = 'LISTEN fitfolio' AND datname = current_database()"
            )

        db.write_now(cut)
        assert heard.ready.wait(10), "the listener says that it may have missed something"
        db.write_now(next_revision, user)
        assert heard.until(2)[-1].value == 2


def test_a_notice_of_another_program_is_not_understood():
    assert from_notice("no json") is None
    assert from_notice("[1]") is None
    assert from_notice("5") is None
