"""Who wants notifications, and sending one to all browsers of an account.

A subscription lives as long as the session it was made in: a browser that signed out hears
nothing any more.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any, NamedTuple

import sqlalchemy as sa

import fitfolio.push.errors  # noqa: F401  # registers the codes
from fitfolio.auth import queries as auth_queries
from fitfolio.auth.secrets import hash_secret
from fitfolio.core import addresses
from fitfolio.core.clock import to_iso
from fitfolio.core.errors import Refused
from fitfolio.core.http import State
from fitfolio.core.ids import uuid7
from fitfolio.push import queries, sending
from fitfolio.push.queries import Row
from fitfolio.push.schemas import SubscriptionRead
from fitfolio.push.tables import push_key, push_subscription

logger = logging.getLogger(__name__)

MAX_BROWSERS = 10
MAX_FAILURES = 8
GONE = frozenset({404, 410})


class Message(NamedTuple):
    """What a browser shows. `topic` and `tag` make a newer one replace an older one.

    `ttl_s` [s] is how long a push service keeps it for a browser that is out of reach.
    """

    title: str
    body: str
    tag: str
    topic: str
    path: str
    ttl_s: int
    data: dict[str, Any]


class Delivery(NamedTuple):
    """To how many browsers a message went, and which subscriptions it did not reach."""

    sent: int
    failed: frozenset[str]


async def private_key(state: State) -> str:
    """The key pushes are signed with: from the settings, else made once and kept in the database."""
    given = state.settings.vapid_private_key
    if given is not None:
        return str(given.get_secret_value())
    known = await state.db.read(queries.find_key)
    if known is not None:
        return known
    return await state.db.write(_make_key, state.clock.now_ms())


def _make_key(conn: sa.Connection, now_ms: int) -> str:
    from fitfolio.push import encryption  # noqa: PLC0415  # lazy: 10 MB that only pushes need

    known = queries.find_key(conn)
    if known is not None:
        return known
    made = encryption.new_private_key()
    conn.execute(sa.insert(push_key), {"id": 1, "private_key": made, "created_at": now_ms})
    return made


async def public_key(state: State) -> str:
    """What browsers subscribe with."""
    key = await private_key(state)
    from fitfolio.push import encryption  # noqa: PLC0415  # lazy, see above

    return encryption.public_key(key)


def check_subscription(endpoint: str, p256dh: str, auth: str, *, allow_private: bool) -> None:
    """Refused unless a push service and a browser could be behind these."""
    try:
        addresses.parse(endpoint, allow_private=allow_private)
    except addresses.Refused as error:
        raise Refused(
            "push.invalid_endpoint", f"This is not the address of a push service: {error}."
        ) from None
    from fitfolio.push import encryption  # noqa: PLC0415  # lazy, see above

    try:
        encryption.check_keys(p256dh, auth)
    except ValueError:
        raise Refused("push.invalid_keys", "These are not the keys of a browser.") from None


def subscribe(
    conn: sa.Connection, viewer: str, session_id: str, endpoint: str, p256dh: str, auth: str,
    now_ms: int,
) -> SubscriptionRead:  # fmt: skip
    """Remember a browser. One that belonged to another account or session belongs to this one now."""
    endpoint_hash = hash_secret(endpoint)
    known = queries.find_by_endpoint(conn, endpoint_hash)
    values = {
        "user_id": viewer, "session_id": session_id, "p256dh": p256dh, "auth": auth,
        "failures": 0, "retry_at": 0,
    }  # fmt: skip
    if known is not None:
        made = {"id": known.id, "created_at": known.created_at}
        conn.execute(
            sa.update(push_subscription).where(push_subscription.c.id == known.id).values(**values)
        )
    else:
        made = {"id": uuid7(), "created_at": now_ms}
        row = values | made | {"endpoint": endpoint, "endpoint_hash": endpoint_hash}
        conn.execute(sa.insert(push_subscription), row)
        _tidy(conn, viewer, now_ms)
    return SubscriptionRead(id=made["id"], endpoint=endpoint, created_at=to_iso(made["created_at"]))


def _tidy(conn: sa.Connection, viewer: str, now_ms: int) -> None:
    """Browsers that signed out go, and the oldest of too many."""
    living = auth_queries.living_sessions(conn, viewer, now_ms)
    rows = queries.list_subscriptions(conn, viewer)
    kept = [row.id for row in rows if row.session_id in living][-MAX_BROWSERS:]
    _delete(conn, [row.id for row in rows if row.id not in kept])


def unsubscribe(conn: sa.Connection, viewer: str, endpoint: str) -> None:
    """Forget a browser; doing it again changes nothing."""
    conn.execute(
        sa.delete(push_subscription).where(
            push_subscription.c.user_id == viewer,
            push_subscription.c.endpoint_hash == hash_secret(endpoint),
        )
    )


def _delete(conn: sa.Connection, ids: list[str]) -> None:
    if ids:
        conn.execute(sa.delete(push_subscription).where(push_subscription.c.id.in_(ids)))


def reachable(conn: sa.Connection, user_id: str, now_ms: int) -> Sequence[Row]:
    """Browsers that may be sent to now: their session lives and they are not being left alone."""
    rows = queries.list_subscriptions(conn, user_id)
    living = auth_queries.living_sessions(conn, user_id, now_ms)
    return [row for row in rows if row.session_id in living and row.retry_at <= now_ms]


async def send_to_all(
    state: State, user_id: str, message: Message, only: frozenset[str] | None = None
) -> Delivery:
    """Send a message to every browser of an account that can be reached, or to `only` some."""
    rows = await state.db.read(reachable, user_id, state.clock.now_ms())
    rows = [row for row in rows if only is None or row.id in only]
    if not rows:
        return Delivery(0, frozenset())
    key = await private_key(state)
    reached = await asyncio.gather(*(_send(state, key, row, message) for row in rows))
    failed = frozenset(row.id for row, ok in zip(rows, reached, strict=True) if not ok)
    return Delivery(sum(reached), failed)


async def _send(state: State, key: str, row: Row, message: Message) -> bool:
    from fitfolio.push import encryption  # noqa: PLC0415  # lazy, see above

    allow_private = state.settings.push_allow_private
    retry_after_s, status, reason = 0, 0, ""
    try:
        place = addresses.parse(row.endpoint, allow_private=allow_private)
        headers = {
            "Authorization": encryption.authorization(
                key, place.origin, subject_of(state.settings), state.clock.now_ms()
            ),
            "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream",
            "TTL": str(message.ttl_s), "Urgency": "high", "Topic": message.topic,
        }  # fmt: skip
        body = encryption.encrypt(_payload(state, message), row.p256dh, row.auth)
        answer = await sending.post(row.endpoint, headers, body, allow_private=allow_private)
        status, retry_after_s = answer.status, answer.retry_after_s
    except addresses.Refused as error:
        status, reason = 410, str(error)  # it will never be allowed
    except (OSError, TimeoutError, ValueError) as error:
        reason = repr(error)
    if 200 <= status < 300:
        if row.failures:
            await state.db.write(_succeeded, row.id)
        return True
    # The address is a secret of the browser; only its host may stand in a log.
    logger.warning("push failed", extra={"status": status, "reason": reason[:200]})
    await state.db.write(_failed, row, status, retry_after_s, state.clock.now_ms())
    return False


def _payload(state: State, message: Message) -> bytes:
    """Declarative Web Push: Safari shows it by itself, other browsers' workers read the same."""
    notification = {
        "title": message.title, "body": message.body, "tag": message.tag,
        "navigate": f"{state.settings.base_url}{message.path}", "data": message.data,
    }  # fmt: skip
    return json.dumps({"web_push": 8030, "notification": notification}, ensure_ascii=False).encode()


def _succeeded(conn: sa.Connection, subscription_id: str) -> None:
    conn.execute(
        sa.update(push_subscription)
        .where(push_subscription.c.id == subscription_id)
        .values(failures=0, retry_at=0)
    )


def _failed(conn: sa.Connection, row: Row, status: int, retry_after_s: int, now_ms: int) -> None:
    """Forget a browser that is gone or was refused too often; leave another alone for 2, 4, 8 … s."""
    # No answer at all says something about the network, nothing about the browser.
    if status in GONE or (status and row.failures + 1 >= MAX_FAILURES):
        _delete(conn, [row.id])
        return
    pause_s = max(retry_after_s, min(3600, 2 ** (row.failures + 1)))
    conn.execute(
        sa.update(push_subscription)
        .where(push_subscription.c.id == row.id)
        .values(failures=row.failures + 1, retry_at=now_ms + 1000 * pause_s)
    )


def subject_of(settings: Any) -> str:
    """How a push service reaches whoever runs this server: a web or mail address."""
    if settings.vapid_subject:
        return str(settings.vapid_subject)
    if settings.is_https:
        return str(settings.base_url)
    return f"mailto:{parseaddr(settings.mail_from)[1]}"
