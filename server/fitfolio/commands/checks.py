"""What `fitfolio doctor` looks at."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from fitfolio.app import web_root
from fitfolio.core.db import Database, sqlite_version
from fitfolio.core.migrate import stored_revision
from fitfolio.core.shared_counts import SharedCounts
from fitfolio.settings import Settings

SAFE_SQLITE = (3, 51, 3)
FREE_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True)
class Check:
    """One finding."""

    passed: bool
    text: str


def run_checks(settings: Settings, db: Database) -> Iterator[Check]:
    """All checks, in the order a host would ask."""
    yield Check(True, f"settings are valid; people open {settings.base_url}")
    yield Check(True, f"database {db.display_url}, schema {stored_revision(db)}")
    if db.is_sqlite:
        version = ".".join(map(str, sqlite_version()))
        safe = sqlite_version() >= SAFE_SQLITE
        note = (
            ""
            if safe
            else " (older than 3.51.3: never open the file with another program while serving)"
        )
        yield Check(True, f"SQLite {version}{note}")
        verdict = db.read_now(_quick_check)
        yield Check(verdict == "ok", f"database integrity: {verdict}")
    if settings.redis is not None:
        yield _redis_check(settings.redis)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    yield Check(
        os.access(settings.data_dir, os.W_OK), f"data folder {settings.data_dir} is writable"
    )
    free = shutil.disk_usage(settings.data_dir).free
    yield Check(free > FREE_BYTES, f"free disk space: {free // 1024**2} MiB")
    yield Check((web_root() / "index.html").is_file(), "the web app is built")
    if settings.smtp_host:
        yield _mail_check(settings)
    else:
        yield Check(True, "no mail server: links and codes are printed by the server")


def _quick_check(conn: sa.Connection) -> str:
    return str(conn.exec_driver_sql("PRAGMA quick_check").scalar_one())


def _redis_check(url: str) -> Check:
    async def ask() -> bool:
        counts = SharedCounts(url)
        try:
            return await counts.check()
        finally:
            await counts.close()

    if asyncio.run(ask()):
        return Check(True, "Redis counts limits")
    return Check(False, "Redis does not count limits: is its address and password right?")


def _mail_check(settings: Settings) -> Check:
    where = f"mail server {settings.smtp_host}:{settings.smtp_port}"
    try:
        with socket.create_connection((settings.smtp_host or "", settings.smtp_port), timeout=5):
            return Check(True, f"{where} answers")
    except OSError as error:
        return Check(False, f"{where} does not answer: {error}")
