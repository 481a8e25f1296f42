"""Templates, programs and their editions.

What is in a template is read and written as a whole, so its exercises are one text; so is a program.
"""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata, owner_column, revision_columns

template = sa.Table(
    "template",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("folder", sa.String(200), nullable=False),
    sa.Column("notes", sa.Text(), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("exercises", sa.Text(), nullable=False),
    sa.Column("created_at", Millis, nullable=False),
    *revision_columns(),
    sa.Index("ix_template_user_id_rev", "user_id", "rev"),
)

program = sa.Table(
    "program",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("folder", sa.String(200), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("draft_text", sa.Text(), nullable=True),
    sa.Column("provenance", sa.Text(), nullable=True),
    # Repeats what its editions say, so that a list of programs needs no other table.
    sa.Column("latest_version_id", Id, nullable=True),
    sa.Column("created_at", Millis, nullable=False),
    *revision_columns(),
    sa.Index("ix_program_user_id_rev", "user_id", "rev"),
)

program_version = sa.Table(
    "program_version",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(),
    sa.Column("program_id", Id, sa.ForeignKey("program.id", ondelete="CASCADE"), nullable=False),
    sa.Column("number", sa.Integer(), nullable=False),
    sa.Column("title", sa.String(400), nullable=False),
    sa.Column("text", sa.Text(), nullable=False),
    sa.Column("note", sa.Text(), nullable=False),
    sa.Column("parent_version_id", Id, nullable=True),
    sa.Column("created_at", Millis, nullable=False),
    # An edition never changes and is never deleted: enrolments and history name it.
    sa.Column("rev", sa.BigInteger(), nullable=False),
    sa.UniqueConstraint("program_id", "number"),
    sa.Index("ix_program_version_user_id_rev", "user_id", "rev"),
)
