"""What the administration reads that no slice reads for itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from fitfolio.core.jobs import job
from fitfolio.core.outbox import outbox_mail

MAX_ROWS = 200


def list_mails(conn: sa.Connection) -> tuple[Sequence[Any], int, int]:
    """The newest letters, how many wait and how many were given up."""
    rows = conn.execute(
        sa.select(outbox_mail)
        .order_by(outbox_mail.c.created_at.desc(), outbox_mail.c.id.desc())
        .limit(MAX_ROWS)
    ).all()
    unsent = sa.select(sa.func.count()).where(outbox_mail.c.sent_at.is_(None))
    waiting = conn.execute(unsent.where(outbox_mail.c.failed_at.is_(None))).scalar_one()
    failed = conn.execute(unsent.where(outbox_mail.c.failed_at.is_not(None))).scalar_one()
    return rows, waiting, failed


def list_jobs(conn: sa.Connection) -> Sequence[Any]:
    """Jobs in the order in which they are due."""
    return conn.execute(sa.select(job).order_by(job.c.run_at, job.c.id).limit(MAX_ROWS)).all()


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
