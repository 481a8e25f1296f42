"""One counter per owner that orders every change the owner's devices must hear of.

The row is updated inside the transaction that makes the change, so it stays locked
until commit: the order of revisions equals the order of commits, and a reader that has
seen revision n can never miss a smaller one that commits later.
"""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.announcements import announce
from fitfolio.core.prepared import Prepared
from fitfolio.core.schema import Id, metadata

revision_clock = sa.Table(
    "revision_clock",
    metadata,
    sa.Column(
        "user_id", Id, sa.ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("revision", sa.BigInteger(), nullable=False),
)

_advance = Prepared(
    sa.update(revision_clock)
    .where(revision_clock.c.user_id == sa.bindparam("owner"))
    .values(revision=revision_clock.c.revision + sa.bindparam("count"))
    .returning(revision_clock.c.revision)
)
_current = sa.select(revision_clock.c.revision).where(
    revision_clock.c.user_id == sa.bindparam("owner")
)


def create_clock(conn: sa.Connection, user_id: str) -> None:
    """Start an owner's counter at 0; done once, when the account is made."""
    conn.execute(sa.insert(revision_clock), {"user_id": user_id, "revision": 0})


def next_revision(conn: sa.Connection, user_id: str) -> int:
    """Take the next revision and hold the owner's lock until commit."""
    return next_revisions(conn, user_id, 1)


def next_revisions(conn: sa.Connection, user_id: str, count: int) -> int:
    """Take `count` revisions at once and return the first, so every document has its own."""
    last: int = _advance.one_or_none(conn, {"owner": user_id, "count": count}).revision
    announce(conn, user_id, "revision", last)
    return last - count + 1


def current_revision(conn: sa.Connection, user_id: str) -> int:
    """The owner's newest revision; 0 for an account without changes."""
    return conn.execute(_current, {"owner": user_id}).scalar_one_or_none() or 0
