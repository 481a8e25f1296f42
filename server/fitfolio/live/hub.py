"""The open connections of this process, and what is waiting to be told to each.

Of revisions and timers only the newest matters, so a connection that cannot keep up holds two
values and no queue.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from prometheus_client import Gauge

from fitfolio.core.announcements import Announcement
from fitfolio.core.db import Database
from fitfolio.core.listening import listen

MAX_SOCKETS = 20

SOCKETS = Gauge("fitfolio_live_sockets", "Open live connections.")


@dataclass(eq=False)
class Socket:
    """One connection: whose it is and what it has not been told yet."""

    owner: str
    session_id: str
    revision: int | None = None
    timer: dict[str, Any] | None = None
    ended: bool = False
    stale: bool = False
    """Announcements may have been missed: the revision must be read."""
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, item: Announcement) -> None:
        """Note an announcement for the sending task."""
        match item.kind:
            case "revision":
                self.revision = max(item.value, self.revision or 0)
            case "rest_timer":
                if item.session == self.session_id:
                    return
                self.timer = item.value
            case "session_ended":
                if item.value != self.session_id:
                    return
                self.ended = True
            case _:
                return  # of a newer process; this one does not know what it means
        self.news.set()


class Hub:
    """Connections by owner. All methods but `deliver_from_thread` belong to the event loop."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._sockets: dict[str, set[Socket]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listener: asyncio.Task[None] | None = None

    def add(self, socket: Socket) -> bool:
        """Let a connection hear its owner's news; False when the account has too many."""
        sockets = self._sockets.setdefault(socket.owner, set())
        if len(sockets) >= MAX_SOCKETS:
            return False
        sockets.add(socket)
        SOCKETS.inc()
        return True

    def remove(self, socket: Socket) -> None:
        """The connection is closed."""
        sockets = self._sockets.get(socket.owner, set())
        if socket in sockets:
            sockets.remove(socket)
            SOCKETS.dec()
        if not sockets:
            self._sockets.pop(socket.owner, None)

    def deliver(self, news: list[Announcement]) -> None:
        """Hand committed announcements to the connections of their owners."""
        for item in news:
            for socket in self._sockets.get(item.owner, ()):
                socket.tell(item)

    def deliver_from_thread(self, news: list[Announcement]) -> None:
        """The same from the thread that writes to SQLite."""
        if self._loop is not None:
            # A loop that is being closed takes nothing any more, and nobody is left to hear it.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self.deliver, news)

    def doubt(self) -> None:
        """Announcements may have been missed: every connection reads its revision anew."""
        for sockets in self._sockets.values():
            for socket in sockets:
                socket.stale = True
                socket.news.set()

    async def start(self) -> None:
        """Begin to hear what is committed."""
        self._loop = asyncio.get_running_loop()
        if self.db.is_sqlite:
            self.db.on_commit = self.deliver_from_thread
        else:
            work: Coroutine[Any, Any, None] = listen(self.db, self.deliver, self.doubt)
            self._listener = asyncio.create_task(work, name="live listener")

    async def stop(self) -> None:
        """Hear nothing more; connections are closed by the web server before this."""
        self.db.on_commit = None
        self._loop = None
        if self._listener is not None:
            self._listener.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listener
            self._listener = None
