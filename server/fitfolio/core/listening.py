"""Hears on PostgreSQL what every process of this server announces, over one connection per process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable

from fitfolio.core.announcements import CHANNEL, Announcement, from_notice
from fitfolio.core.db import Database

logger = logging.getLogger(__name__)

CHECK_S = 20.0
"""How long silence is believed before the connection is asked whether it lives [s]."""
ANSWER_S = 10
LONGEST_PAUSE_S = 30.0


async def listen(
    db: Database, deliver: Callable[[list[Announcement]], None], again: Callable[[], None]
) -> None:
    """Deliver announcements until cancelled; `again` is called whenever some may have been missed."""
    pause_s = 1.0
    while True:
        try:
            async for news in _announcements(db, again):
                pause_s = 1.0
                deliver(news)
        except Exception as error:  # noqa: BLE001  # the database may be away in any way
            logger.warning("listening to the database ended", extra={"reason": repr(error)})
        await asyncio.sleep(pause_s)
        pause_s = min(LONGEST_PAUSE_S, pause_s * 2)


async def _announcements(
    db: Database, again: Callable[[], None]
) -> AsyncIterator[list[Announcement]]:
    import psycopg  # noqa: PLC0415  # lazy: a server on SQLite does without

    _, parameters = db.engine.dialect.create_connect_args(db.engine.url)
    conn = await psycopg.AsyncConnection.connect(
        **{"connect_timeout": ANSWER_S, **parameters}, autocommit=True
    )
    try:
        await conn.execute(f"LISTEN {CHANNEL}")
        again()
        while True:
            async for notice in conn.notifies(timeout=CHECK_S):
                news = from_notice(notice.payload)
                if news is not None:
                    yield [news]
            async with asyncio.timeout(ANSWER_S):
                await conn.execute("SELECT 1")
    finally:
        await conn.close()
