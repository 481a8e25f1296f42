from __future__ import annotations

import asyncio

import sqlalchemy as sa

from fitfolio.core.clock import ManualClock
from fitfolio.core.jobs import JobRunner, claim, enqueue, job_outcome


def runner(db, handler):
    return JobRunner(db, ManualClock(1_000_000), {"test": handler})


def test_a_job_runs_once_and_is_gone(db):
    seen = []

    async def handler(payload):
        seen.append(payload)

    jobs = runner(db, handler)
    db.write_now(enqueue, "test", {"n": 1}, 1_000_000)
    assert asyncio.run(jobs.run_due()) == 1
    assert asyncio.run(jobs.run_due()) == 0
    assert seen == [{"n": 1}]


def test_a_failing_job_is_tried_again_later_and_later_and_given_up_at_last(db):
    attempts = []

    async def handler(payload):
        attempts.append(jobs.clock.now_ms())
        raise OSError("mail server away")

    jobs = runner(db, handler)
    db.write_now(enqueue, "test", {}, 1_000_000)

    async def run():
        for _ in range(40):
            await jobs.run_due()
            jobs.clock.advance(3_600)

    asyncio.run(run())
    assert len(attempts) == 12
    assert db.write_now(claim, jobs.clock.now_ms()) is None


def test_a_job_waits_before_its_second_try(db):
    attempts = []

    async def handler(payload):
        attempts.append(1)
        raise OSError

    jobs = runner(db, handler)
    db.write_now(enqueue, "test", {}, 1_000_000)
    asyncio.run(jobs.run_due())
    jobs.clock.advance(1)
    asyncio.run(jobs.run_due())
    assert len(attempts) == 1
    jobs.clock.advance(1.1)
    asyncio.run(jobs.run_due())
    assert len(attempts) == 2


def outcome(db):
    with db.reading() as conn:
        return conn.execute(sa.select(job_outcome)).one_or_none()


def test_the_last_success_failure_and_surrender_of_a_kind_are_remembered(db):
    broken = True

    async def handler(payload):
        if broken:
            raise OSError("mail server away")

    jobs = runner(db, handler)
    db.write_now(enqueue, "test", {}, 1_000_000)
    asyncio.run(jobs.run_due())
    assert outcome(db) == ("test", None, 1_000_000, None, "OSError('mail server away')")

    async def to_the_end():
        for _ in range(40):
            jobs.clock.advance(3_600)
            await jobs.run_due()

    asyncio.run(to_the_end())
    given_up = outcome(db)
    assert given_up.given_up_at == given_up.failed_at > 1_000_000
    assert given_up.done_at is None
    broken = False
    db.write_now(enqueue, "test", {}, jobs.clock.now_ms())
    asyncio.run(jobs.run_due())
    assert outcome(db)._asdict() == given_up._asdict() | {"done_at": jobs.clock.now_ms()}


def test_two_claimers_never_hold_the_same_job(db):
    for n in range(20):
        db.write_now(enqueue, "test", {"n": n}, 1_000_000)

    async def run():
        return await asyncio.gather(*(db.write(claim, 1_000_000) for _ in range(25)))

    claimed = [job for job in asyncio.run(run()) if job is not None]
    assert len({job.id for job in claimed}) == len(claimed)
    # What a parallel claimer skipped because it was locked is there for the next one.
    while (more := db.write_now(claim, 1_000_000)) is not None:
        claimed.append(more)
    assert sorted(job.payload["n"] for job in claimed) == list(range(20))


def test_a_job_of_a_killed_process_runs_at_the_next_start(sqlite_url):
    from fitfolio.core.db import Database

    db = Database(sqlite_url)
    done = asyncio.Event()

    async def handler(payload):
        done.set()

    db.write_now(enqueue, "test", {}, 1_000_000)
    assert db.write_now(claim, 1_000_000) is not None  # and then the process dies

    async def run():
        jobs = runner(db, handler)
        await jobs.start()
        await asyncio.wait_for(done.wait(), 10)
        await jobs.stop()

    asyncio.run(run())
    db.close()
