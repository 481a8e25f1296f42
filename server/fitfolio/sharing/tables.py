"""Links to what somebody shares."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata, owner_column

share = sa.Table(
    "share",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(index=True),
    # Exactly one of the two; `program_version_id` fixes the edition, else it is the latest.
    sa.Column("program_id", Id, sa.ForeignKey("program.id", ondelete="CASCADE"), nullable=True),
    sa.Column("template_id", Id, sa.ForeignKey("template.id", ondelete="CASCADE"), nullable=True),
    sa.Column("program_version_id", Id, nullable=True),
    # Plain, not hashed: its owner is shown the link again, and it opens nothing but what is shared.
    sa.Column("token", sa.String(40), nullable=False, unique=True),
    sa.Column("author_name", sa.String(80), nullable=True),
    sa.Column("on_shelf", sa.Boolean(), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("expires_at", Millis, nullable=True),
    sa.Column("revoked_at", Millis, nullable=True),
)
