from __future__ import annotations

import asyncio

import pytest
import sqlalchemy as sa

counter = sa.table("counter_test", sa.column("n", sa.Integer))


def make_table(conn):
    conn.exec_driver_sql("CREATE TABLE counter_test (n INTEGER NOT NULL)")
    conn.exec_driver_sql("INSERT INTO counter_test VALUES (0)")


def increment(conn):
    value = conn.execute(sa.select(counter.c.n)).scalar_one()
    conn.execute(sa.update(counter).values(n=value + 1))


def read(conn):
    return conn.execute(sa.select(counter.c.n)).scalar_one()


def fail(conn):
    conn.execute(sa.update(counter).values(n=-1000))
    raise RuntimeError("no")


def test_four_hundred_concurrent_increments_lose_none(db):
    async def run():
        await db.write(make_table)
        await asyncio.gather(*(db.write(increment) for _ in range(400)))
        return await db.read(read)

    assert asyncio.run(run()) == 400


def test_a_failing_write_among_others_changes_nothing_and_harms_nobody(db):
    async def run():
        await db.write(make_table)
        jobs = [db.write(fail if n % 2 else increment) for n in range(80)]
        results = await asyncio.gather(*jobs, return_exceptions=True)
        return results, await db.read(read)

    results, value = asyncio.run(run())
    assert value == 40
    assert sum(isinstance(result, RuntimeError) for result in results) == 40


def test_a_write_that_raises_what_no_future_takes_harms_nobody(sqlite_url):
    from fitfolio.core.db import Database

    db = Database(sqlite_url)

    def stop(_conn):
        raise StopIteration

    async def run():
        await db.write(make_table)
        jobs = [db.write(increment), db.write(stop), db.write(increment)]
        return await asyncio.wait_for(asyncio.gather(*jobs, return_exceptions=True), 20)

    results = asyncio.run(run())
    assert [type(result) for result in results] == [type(None), RuntimeError, type(None)]
    db.close()


def test_a_write_is_visible_to_other_connections_when_it_returns(db):
    async def run():
        await db.write(make_table)
        await db.write(increment)
        return await asyncio.to_thread(db.read_now, read)

    assert asyncio.run(run()) == 1


def test_closing_finishes_queued_writes(sqlite_url):
    from fitfolio.core.db import Database

    db = Database(sqlite_url)
    db.write_now(make_table)
    futures = [db._submit(increment, ()) for _ in range(50)]
    db.close()
    assert all(future.done() for future in futures)
    again = Database(sqlite_url)
    assert again.read_now(read) == 50
    again.close()


def test_a_caller_that_gave_up_harms_nobody(sqlite_url):
    from fitfolio.core.db import Database

    db = Database(sqlite_url)

    async def run():
        await db.write(make_table)
        tasks = [asyncio.create_task(db.write(increment)) for _ in range(20)]
        await asyncio.sleep(0)
        for task in tasks[::2]:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await db.write(increment)
        return await db.read(read)

    assert 11 <= asyncio.run(run()) <= 21
    db.close()


def test_a_password_never_stands_in_the_display_url():
    from fitfolio.core.db import Database

    db = Database("postgresql://ada:secret@localhost/x")
    assert "secret" not in db.display_url
    db.close()


def test_sqlite_runs_with_wal_full_sync_and_foreign_keys(sqlite_url):
    from fitfolio.core.db import Database

    db = Database(sqlite_url)

    def pragmas(conn):
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [conn.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names]

    assert db.read_now(pragmas) == ["wal", 2, 1]
    db.close()


@pytest.mark.parametrize("count", [1, 4095, 4096, 4097, 10_000])
def test_bulk_ids_are_unique_increasing_uuid7(count):
    from fitfolio.core.ids import is_uuid, uuid7, uuid7_many

    before = uuid7()
    ids = list(uuid7_many(count))
    assert len(set(ids)) == count
    assert ids == sorted(ids)
    assert before < ids[0]
    assert ids[-1] < uuid7()
    assert all(is_uuid(text) and text[14] == "7" and text[19] in "89ab" for text in ids[:50])
