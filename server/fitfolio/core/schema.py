"""The one `MetaData` all slices register their tables in, and the column types they share.

Only types that behave the same on SQLite and PostgreSQL are used: text ids, epoch
milliseconds, doubles, booleans, JSON as text.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = sa.String(36)
"""UUIDv7 (or v5 for library rows) as lower-case text."""

Millis = sa.BigInteger()
"""Milliseconds since 1970-01-01 UTC."""

LocalDate = sa.String(10)
"""Calendar day `YYYY-MM-DD` in the zone the thing happened in."""


def owner_column(*, index: bool = False) -> sa.Column[str]:
    """Every private row names its owner and dies with it."""
    return sa.Column(
        "user_id",
        Id,
        sa.ForeignKey("user_account.id", ondelete="CASCADE"),
        nullable=False,
        index=index,
    )


def revision_columns() -> list[sa.Column[int]]:
    """What a synchronised row carries: the owner's revision of its last change, and its tombstone."""
    return [
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", Millis, nullable=True),
    ]
