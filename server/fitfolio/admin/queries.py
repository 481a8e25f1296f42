"""What the administration reads that no slice reads for itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from fitfolio.core.jobs import job, job_outcome
from fitfolio.core.outbox import SEND_JOB, outbox_mail

MAX_ROWS = 200
MAX_TRIES = 2_000
"""Waiting letters whose next try is looked up."""

_UNSENT = outbox_mail.c.sent_at.is_(None)
_GIVEN_UP = outbox_mail.c.failed_at.is_not(None)
_IN_STATE: dict[str, sa.ColumnElement[bool]] = {
    "waiting": sa.and_(_UNSENT, sa.not_(_GIVEN_UP)),
    "failed": sa.and_(_UNSENT, _GIVEN_UP),
    "sent": sa.not_(_UNSENT),
}


class MailCounts(NamedTuple):
    """Letters by what becomes of them; `oldest_waiting_at` [ms] is null when none waits."""

    waiting: int
    failed: int
    oldest_waiting_at: int | None


def count_mails(conn: sa.Connection) -> MailCounts:
    """How many letters wait, since when, and how many were given up."""
    waiting, oldest = conn.execute(
        sa.select(sa.func.count(), sa.func.min(outbox_mail.c.created_at)).where(
            _IN_STATE["waiting"]
        )
    ).one()
    failed = conn.execute(
        sa.select(sa.func.count()).select_from(outbox_mail).where(_IN_STATE["failed"])
    ).scalar_one()
    return MailCounts(waiting, failed, oldest)


def _next_tries(conn: sa.Connection) -> dict[str, int]:
    """When each waiting letter is tried next [ms], by its id."""
    rows = conn.execute(
        sa.select(job.c.payload, job.c.run_at).where(job.c.kind == SEND_JOB).limit(MAX_TRIES)
    )
    return {json.loads(row.payload)["mail_id"]: row.run_at for row in rows}


def list_mails(
    conn: sa.Connection, state: str | None
) -> tuple[Sequence[Any], dict[str, int], MailCounts]:
    """The newest letters, all or those in a state, with their next tries [ms] and the counts of all."""
    statement = sa.select(outbox_mail)
    if state is not None:
        statement = statement.where(_IN_STATE[state])
    newest_first = (outbox_mail.c.created_at.desc(), outbox_mail.c.id.desc())
    rows = conn.execute(statement.order_by(*newest_first).limit(MAX_ROWS)).all()
    return rows, _next_tries(conn), count_mails(conn)


def find_mail(conn: sa.Connection, mail_id: str) -> tuple[Any | None, int | None]:
    """A letter and its next try [ms]."""
    row = conn.execute(sa.select(outbox_mail).where(outbox_mail.c.id == mail_id)).one_or_none()
    return row, _next_tries(conn).get(mail_id)


def list_jobs(conn: sa.Connection) -> Sequence[Any]:
    """Jobs in the order in which they are due."""
    return conn.execute(sa.select(job).order_by(job.c.run_at, job.c.id).limit(MAX_ROWS)).all()


class KindRow(NamedTuple):
    """How jobs of a kind fare; instants in ms, null for never and for nothing waiting."""

    kind: str
    waiting: int
    running: int
    next_run_at: int | None
    outcome: Any | None


def list_job_kinds(conn: sa.Connection, kinds: Iterable[str], now_ms: int) -> list[KindRow]:
    """Every kind of job that this program knows, by name."""
    running = sa.case((job.c.locked_until > now_ms, 1), else_=0)
    waiting_from = sa.case((job.c.locked_until <= now_ms, job.c.run_at))
    rows = conn.execute(
        sa.select(
            job.c.kind, sa.func.count().label("all"), sa.func.sum(running).label("running"),
            sa.func.min(waiting_from).label("next"),
        ).group_by(job.c.kind)
    )  # fmt: skip
    now = {row.kind: row for row in rows}
    outcomes = {row.kind: row for row in conn.execute(sa.select(job_outcome))}
    found = []
    for kind in sorted(kinds):
        row, outcome = now.get(kind), outcomes.get(kind)
        if row is None:
            found.append(KindRow(kind, 0, 0, None, outcome))
        else:
            runs = int(row.running)
            found.append(KindRow(kind, row.all - runs, runs, row.next, outcome))
    return found


def database_size(conn: sa.Connection) -> tuple[int, str]:
    """Bytes the database takes, and the version of its program."""
    if conn.dialect.name == "sqlite":
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        size = conn.exec_driver_sql("PRAGMA page_size").scalar_one()
        version = conn.exec_driver_sql("SELECT sqlite_version()").scalar_one()
        return int(pages) * int(size), f"SQLite {version}"
    bytes_used = conn.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one()
    version = conn.exec_driver_sql("SHOW server_version").scalar_one()
    return int(bytes_used), f"PostgreSQL {version}"
