"""Work that must outlive the request which asked for it: a table and one loop.

A job is written in the same transaction as the change it belongs to, so neither can exist
without the other. Handlers are idempotent: after a crash a job runs again.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from fitfolio.core.clock import Clock
from fitfolio.core.db import Database
from fitfolio.core.ids import uuid7
from fitfolio.core.schema import Id, Millis, metadata

logger = logging.getLogger(__name__)

LOCK_MS = 15 * 60_000
POLL_S = 2.0
MAX_ATTEMPTS = 12

job = sa.Table(
    "job",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("payload", sa.Text(), nullable=False),
    sa.Column("run_at", Millis, nullable=False),
    sa.Column("locked_until", Millis, nullable=False),
    sa.Column("attempts", sa.Integer(), nullable=False),
    sa.Column("last_error", sa.Text(), nullable=True),
    sa.Column("created_at", Millis, nullable=False),
    sa.Index("ix_job_run_at_locked_until", "run_at", "locked_until"),
)

job_outcome = sa.Table(
    "job_outcome",
    metadata,
    sa.Column("kind", sa.String(40), primary_key=True),
    sa.Column("done_at", Millis, nullable=True),
    sa.Column("failed_at", Millis, nullable=True),
    sa.Column("given_up_at", Millis, nullable=True),
    sa.Column("last_error", sa.Text(), nullable=True),
)
"""When jobs of a kind last succeeded, failed and were given up; a job's own row goes when it ends."""

Payload = dict[str, Any]
Handler = Callable[[Payload], Awaitable[None]]


@dataclass(frozen=True)
class Claimed:
    """A job this process holds for `LOCK_MS`."""

    id: str
    kind: str
    payload: Payload
    attempts: int


def enqueue(
    conn: sa.Connection, kind: str, payload: Payload, now_ms: int, *, run_at_ms: int | None = None
) -> str:
    """Write a job inside the caller's transaction and return its id; it runs now or at `run_at_ms`."""
    job_id = uuid7()
    conn.execute(
        sa.insert(job),
        {"id": job_id, "kind": kind, "payload": json.dumps(payload),
         "run_at": now_ms if run_at_ms is None else run_at_ms,
         "locked_until": 0, "attempts": 0, "last_error": None, "created_at": now_ms},
    )  # fmt: skip
    return job_id


def ensure(conn: sa.Connection, kind: str, now_ms: int, run_at_ms: int) -> None:
    """Have exactly one job of this kind wait, besides the one that is perhaps running."""
    waiting = sa.select(job.c.id).where(job.c.kind == kind, job.c.locked_until <= now_ms)
    if conn.execute(waiting.limit(1)).one_or_none() is None:
        enqueue(conn, kind, {}, now_ms, run_at_ms=run_at_ms)


def claim(conn: sa.Connection, now_ms: int) -> Claimed | None:
    """Take the next job that is due and not held by anybody."""
    due = (
        sa.select(job.c.id)
        .where(job.c.run_at <= now_ms, job.c.locked_until <= now_ms)
        .order_by(job.c.run_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = conn.execute(
        sa.update(job)
        .where(job.c.id.in_(due.scalar_subquery()))
        .values(locked_until=now_ms + LOCK_MS, attempts=job.c.attempts + 1)
        .returning(job.c.id, job.c.kind, job.c.payload, job.c.attempts)
    ).one_or_none()
    if row is None:
        return None
    return Claimed(row.id, row.kind, json.loads(row.payload), row.attempts)


def _note(conn: sa.Connection, kind: str, **values: Any) -> None:
    insert = sqlite.insert if conn.dialect.name == "sqlite" else postgresql.insert
    conn.execute(
        insert(job_outcome)
        .values(kind=kind, **values)
        .on_conflict_do_update(index_elements=["kind"], set_=values)
    )


def _forget(conn: sa.Connection, job_id: str) -> None:
    conn.execute(sa.delete(job).where(job.c.id == job_id))


def finish(conn: sa.Connection, claimed: Claimed, now_ms: int) -> None:
    """The job is done; its payload is not kept."""
    _forget(conn, claimed.id)
    _note(conn, claimed.kind, done_at=now_ms)


def postpone(conn: sa.Connection, claimed: Claimed, error: str, now_ms: int) -> None:
    """Try again later (2, 4, 8 … s, at most an hour), or give the job up after `MAX_ATTEMPTS`."""
    failure = {"failed_at": now_ms, "last_error": error[:2000]}
    if claimed.attempts >= MAX_ATTEMPTS:
        _forget(conn, claimed.id)
        _note(conn, claimed.kind, given_up_at=now_ms, **failure)
        return
    _note(conn, claimed.kind, **failure)
    delay_ms = min(3_600_000, 1000 * 2**claimed.attempts)
    conn.execute(
        sa.update(job)
        .where(job.c.id == claimed.id)
        .values(locked_until=0, run_at=now_ms + delay_ms, last_error=error[:2000])
    )


def release_all(conn: sa.Connection) -> None:
    """Forget locks of a process that died; only for the single-process SQLite server."""
    conn.execute(sa.update(job).where(job.c.locked_until > 0).values(locked_until=0))


@dataclass
class JobRunner:
    """Runs due jobs one after another; `wake` is called after a commit that enqueued one."""

    db: Database
    clock: Clock
    handlers: dict[str, Handler] = field(default_factory=dict)
    _event: asyncio.Event = field(default_factory=asyncio.Event)
    _task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Look for due jobs now instead of at the next poll."""
        self._event.set()

    async def run_due(self) -> int:
        """Run every job that is due and return how many there were."""
        count = 0
        while (claimed := await self.db.write(claim, self.clock.now_ms())) is not None:
            count += 1
            await self._run(claimed)
        return count

    async def _run(self, claimed: Claimed) -> None:
        try:
            await self.handlers[claimed.kind](claimed.payload)
        except Exception as error:
            level = logging.ERROR if claimed.attempts >= MAX_ATTEMPTS else logging.WARNING
            logger.log(level, "job failed", exc_info=True,
                       extra={"job": claimed.kind, "attempt": claimed.attempts})  # fmt: skip
            await self.db.write(postpone, claimed, repr(error), self.clock.now_ms())
        else:
            await self.db.write(finish, claimed, self.clock.now_ms())

    async def _loop(self) -> None:
        while True:
            try:
                await self.run_due()
            except Exception:
                # The database may be away for a while; the loop must outlive that.
                logger.exception("jobs cannot be read")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._event.wait(), POLL_S)
            self._event.clear()

    async def start(self) -> None:
        """Begin; locks left by a killed process are released first."""
        if self.db.is_sqlite:
            await self.db.write(release_all)
        self._task = asyncio.create_task(self._loop(), name="jobs")

    async def stop(self) -> None:
        """End the loop; a job in progress is cut and runs again at the next start."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None
