"""Counts of rate limits in Redis, for several processes that count together.

Redis holds nothing that must not be lost. When it does not answer, whoever counts goes on alone
and asks again every few seconds; no request fails for it and none waits longer than half a second.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

from limits import RateLimitItem, WindowStats

if TYPE_CHECKING:
    from limits.aio.storage import RedisStorage
    from limits.aio.strategies import MovingWindowRateLimiter
    from redis.asyncio import Redis

logger = logging.getLogger(__name__)

TIMEOUT_S = 0.5
RETRY_S = 5.0
"""After a failure Redis is left alone for this long [s]; then one request tries it again."""
PREFIX = "fitfolio"


class SharedCounts:
    """Counts in the Redis at `url`. Clients are bound to the loop that first uses this."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_down = False
        self._again_at = 0.0
        self._client: Redis | None = None
        self._storage: RedisStorage | None = None
        self._strategy: MovingWindowRateLimiter | None = None

    async def hit(self, item: RateLimitItem, *keys: str) -> tuple[bool, WindowStats] | None:
        """Count one request: whether it is allowed, and the window. None: Redis is away."""
        from redis.exceptions import RedisError  # noqa: PLC0415  # lazy: 4 MB that few need

        if not self._may_try():
            return None
        _, strategy = self._connect()
        try:
            allowed = await strategy.hit(item, *keys)
            window = await strategy.get_window_stats(item, *keys)
        except (RedisError, OSError) as error:
            self._note_down(error)
            return None
        self._note_up()
        return allowed, window

    async def check(self) -> bool:
        """Whether Redis counts now; asks it unless it failed a moment ago."""
        from redis.exceptions import RedisError  # noqa: PLC0415  # lazy, see above

        if self._may_try():
            storage, _ = self._connect()
            try:
                # Not a ping: a Redis without room answers that and counts nothing.
                await storage.incr("check", 1)
            except (RedisError, OSError) as error:
                self._note_down(error)
            else:
                self._note_up()
        return not self.is_down

    async def close(self) -> None:
        """Let the connections go."""
        if self._client is not None:
            await self._client.aclose()

    def _may_try(self) -> bool:
        """While Redis is away one request in a while finds out whether it is back."""
        if not self.is_down:
            return True
        now = time.monotonic()
        if now < self._again_at:
            return False
        self._again_at = now + RETRY_S
        return True

    def _note_down(self, error: Exception) -> None:
        self._again_at = time.monotonic() + RETRY_S
        if not self.is_down:
            logger.error(
                "Redis does not answer; limits are counted in this process",
                extra={"reason": type(error).__name__},
            )
        self.is_down = True

    def _note_up(self) -> None:
        if self.is_down:
            logger.warning("Redis answers again; limits are counted together")
        self.is_down = False

    def _connect(self) -> tuple[RedisStorage, MovingWindowRateLimiter]:
        if self._client is None or self._storage is None or self._strategy is None:
            from limits.aio.storage import RedisStorage  # noqa: PLC0415  # lazy, see above
            from limits.aio.strategies import MovingWindowRateLimiter  # noqa: PLC0415
            from redis.asyncio import Redis  # noqa: PLC0415
            from redis.asyncio.retry import Retry  # noqa: PLC0415
            from redis.backoff import NoBackoff  # noqa: PLC0415
            from redis.exceptions import ConnectionError as Lost  # noqa: PLC0415

            self._client = Redis.from_url(
                self.url.replace("redis+unix:", "unix:"),
                socket_timeout=TIMEOUT_S, socket_connect_timeout=TIMEOUT_S,
                # That a connection is older than Redis' restart is only noticed by using it.
                retry=Retry(NoBackoff(), 1, supported_errors=(Lost,)),
            )  # fmt: skip
            options: dict[str, Any] = {"connection_pool": self._client.connection_pool}
            self._storage = RedisStorage(
                self.url, implementation="redispy", key_prefix=PREFIX, **options
            )
            self._strategy = MovingWindowRateLimiter(self._storage)
        return self._storage, self._strategy
