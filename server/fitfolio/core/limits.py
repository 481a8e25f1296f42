"""Limits on how often something may be asked, with the headers that say so.

Counted by a moving window (library `limits`), in this process or, where several count together, in
Redis. A rule counts per client
address; slices add their own budgets (for example per mailbox) through `RateLimiter.hit`.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address, ip_network

from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fitfolio.core.http import problem
from fitfolio.core.shared_counts import SharedCounts

UNLIMITED_PREFIXES = ("/healthz", "/readyz", "/metrics", "/openapi.json", "/assets/")


@dataclass(frozen=True)
class Rule:
    """At most `amount` requests in `seconds` [s] to a path; `path` ending in `*` is a prefix."""

    name: str
    path: str
    amount: int
    seconds: int = 60
    method: str = "*"

    def covers(self, method: str, path: str) -> bool:
        """Whether the rule speaks about this request."""
        if self.method not in {"*", method}:
            return False
        if self.path.endswith("*"):
            return path.startswith(self.path[:-1])
        return path.rstrip("/") == self.path


@dataclass(frozen=True)
class Standing:
    """Where a client stands after a hit; `reset_at` is an epoch time [s]."""

    allowed: bool
    limit: int
    remaining: int
    reset_at: int

    @property
    def retry_after_s(self) -> int:
        """Seconds until the next request may pass, at least 1."""
        return max(1, self.reset_at - math.floor(time.time()))


class RateLimiter:
    """Counts hits, in Redis if there is a URL of one. Disabled, it allows everything."""

    def __init__(self, *, enabled: bool, redis_url: str | None = None) -> None:
        self.enabled = enabled
        self.shared = SharedCounts(redis_url) if redis_url is not None and enabled else None
        self._strategy = MovingWindowRateLimiter(MemoryStorage())

    async def hit(self, rule: Rule, *keys: str) -> Standing:
        """Count one request of `keys` under `rule`."""
        if not self.enabled:
            return Standing(True, rule.amount, rule.amount, 0)
        item = RateLimitItemPerSecond(rule.amount, rule.seconds)
        counted = None
        if self.shared is not None:
            counted = await self.shared.hit(item, rule.name, *keys)
        if counted is None:
            allowed = self._strategy.hit(item, rule.name, *keys)
            window = self._strategy.get_window_stats(item, rule.name, *keys)
        else:
            allowed, window = counted
        return Standing(
            allowed, rule.amount, max(0, window.remaining), math.ceil(window.reset_time)
        )

    async def is_degraded(self) -> bool:
        """Whether this process counts alone although it should count together with others."""
        return self.shared is not None and not await self.shared.check()

    async def close(self) -> None:
        """Let the connections go."""
        if self.shared is not None:
            await self.shared.close()


def network_of(address: str) -> str:
    """What counts as one client: an IPv4 address, or the /64 that every IPv6 household has whole."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, IPv4Address):
        return address
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ip_network((parsed, 64), strict=False))


class RateLimit:
    """Middleware: the first rule that covers the request is counted and printed in the answer."""

    def __init__(self, app: ASGIApp, *, limiter: RateLimiter, rules: tuple[Rule, ...]) -> None:
        self.app = app
        self.limiter = limiter
        self.rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] != "http"
            or not self.limiter.enabled
            or scope["path"].startswith(UNLIMITED_PREFIXES)
        ):
            await self.app(scope, receive, send)
            return
        rule = next(rule for rule in self.rules if rule.covers(scope["method"], scope["path"]))
        standing = await self.limiter.hit(rule, network_of(scope["client_address"]))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("X-RateLimit-Limit", str(standing.limit))
                headers.setdefault("X-RateLimit-Remaining", str(standing.remaining))
                headers.setdefault("X-RateLimit-Reset", str(standing.reset_at))
                # The names of the coming standard (draft-ietf-httpapi-ratelimit-headers).
                headers.setdefault(
                    "RateLimit-Policy", f'"{rule.name}";q={rule.amount};w={rule.seconds}'
                )
                headers.setdefault(
                    "RateLimit",
                    f'"{rule.name}";r={standing.remaining};t={standing.retry_after_s}',
                )
            await send(message)

        if standing.allowed:
            await self.app(scope, receive, send_with_headers)
            return
        wait = standing.retry_after_s
        answer = problem(
            "request.rate_limited", headers={"Retry-After": str(wait)}, retry_after_s=wait
        )
        await answer(scope, receive, send_with_headers)
