"""Uploaded files on their way into an account, and what each of them added."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.core.schema import Id, Millis, metadata, owner_column

import_file = sa.Table(
    "import_file",
    metadata,
    sa.Column("id", Id, primary_key=True),
    owner_column(index=True),
    sa.Column("status", sa.String(12), nullable=False),
    sa.Column("file_name", sa.String(200), nullable=False),
    sa.Column("size_bytes", sa.BigInteger(), nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("format", sa.String(40), nullable=True),
    sa.Column("options", sa.Text(), nullable=False),
    sa.Column("preview", sa.Text(), nullable=True),
    sa.Column("result", sa.Text(), nullable=True),
    sa.Column("progress", sa.Double(), nullable=False),
    sa.Column("error_code", sa.String(60), nullable=True),
    sa.Column("error_detail", sa.Text(), nullable=True),
    sa.Column("created_at", Millis, nullable=False),
    sa.Column("finished_at", Millis, nullable=True),
    sa.Column("undone_at", Millis, nullable=True),
)

import_workout = sa.Table(
    "import_workout",
    metadata,
    sa.Column(
        "import_id", Id, sa.ForeignKey("import_file.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("workout_id", Id, primary_key=True),
    owner_column(),
    sa.Column("source_key", sa.String(64), nullable=False),
    sa.Column("content_hash", sa.String(64), nullable=False),
    sa.Column("set_keys", sa.Text(), nullable=False),
    sa.Index("ix_import_workout_user_id_source_key", "user_id", "source_key"),
)

import_name_choice = sa.Table(
    "import_name_choice",
    metadata,
    sa.Column(
        "user_id", Id, sa.ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("name_key", sa.String(200), primary_key=True),
    sa.Column("exercise_id", Id, nullable=False),
)
