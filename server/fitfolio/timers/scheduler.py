"""Says when a rest is over, within a second of its end, also after a restart."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass, field

from fitfolio.auth import queries as auth_queries
from fitfolio.core.http import State
from fitfolio.push import service as push_service
from fitfolio.timers import queries, service, texts
from fitfolio.timers.queries import Row

logger = logging.getLogger(__name__)

POLL_S = 5.0
"""How often timers are looked for that another process took and could not finish [s]."""
SKIPPED_S = 0.2
"""Pause when another process is just taking what is due [s]."""
RETRIES_S = (2.2, 4.2)
"""A push that failed is tried again after these pauses [s], a little over the push slice's own."""


@dataclass
class RestTimers:
    """Sleeps until the next timer ends; `wake` is called after a commit that set one."""

    state: State
    _event: asyncio.Event = field(default_factory=asyncio.Event)
    _task: asyncio.Task[None] | None = None
    _sending: set[asyncio.Task[None]] = field(default_factory=set)

    def wake(self) -> None:
        """Look for the next end anew."""
        self._event.set()

    async def run_due(self) -> int:
        """Announce every timer that has ended and return how many there were."""
        count = 0
        while rows := await self.state.db.write(service.take_due, self.state.clock.now_ms()):
            count += len(rows)
            for row in rows:
                task = asyncio.create_task(self._announce(row))
                self._sending.add(task)
                task.add_done_callback(self._sending.discard)
        return count

    async def settle(self) -> None:
        """Wait until everything that is being sent has been sent."""
        while self._sending:
            await asyncio.wait(set(self._sending))

    async def _announce(self, row: Row) -> None:
        state = self.state
        try:
            user = await state.db.read(auth_queries.find_user, row.user_id)
            message = texts.rest_is_over(row, "en" if user is None else user.language)
            delivery = await push_service.send_to_all(state, row.user_id, message)
            for pause_s in RETRIES_S:
                if not delivery.failed:
                    break
                await asyncio.sleep(pause_s)
                delivery = await push_service.send_to_all(
                    state, row.user_id, message, only=delivery.failed
                )
            await state.db.write(service.finish, row)
        except Exception:
            # The row stays; somebody takes it again when its lock has run out.
            logger.exception("the end of a rest could not be announced")

    async def _loop(self) -> None:
        while True:
            pause_s = POLL_S
            try:
                self._event.clear()
                now_ms = self.state.clock.now_ms()
                ends_at = await self.state.db.read(queries.next_end, now_ms)
                if ends_at is not None and ends_at <= now_ms:
                    if await self.run_due():
                        continue
                    pause_s = SKIPPED_S
                elif ends_at is not None:
                    pause_s = min(POLL_S, (ends_at - now_ms) / 1000)
            except Exception:
                # The database may be away for a while; the loop must outlive that.
                logger.exception("rest timers cannot be read")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._event.wait(), pause_s)

    async def start(self) -> None:
        """Begin; locks left by a killed process are released first."""
        if self.state.db.is_sqlite:
            await self.state.db.write(service.release_all)
        self._task = asyncio.create_task(self._loop(), name="rest timers")

    async def stop(self) -> None:
        """End the loop; what is being sent is cut and sent again at the next start, if not too late."""
        tasks = [task for task in (self._task, *self._sending) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._task = None
