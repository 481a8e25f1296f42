"""Programs with their editions, enrolments with their facts, and what a workout has to do with them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added, not rebuilt: nullable columns cost nothing however many rows there are.
    op.add_column("workout", sa.Column("program", sa.Text(), nullable=True))
    op.add_column("workout", sa.Column("enrolment_id", sa.String(length=36), nullable=True))
    op.create_index("ix_workout_enrolment_id", "workout", ["enrolment_id"], unique=False)
    op.add_column("workout_exercise", sa.Column("track", sa.String(length=120), nullable=True))
    op.add_column("workout_exercise", sa.Column("prescription", sa.Text(), nullable=True))
    _programs()
    _enrolments()


def _owner(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["user_id"], ["user_account.id"], name=op.f(f"fk_{table}_user_id_user_account"),
        ondelete="CASCADE",
    )  # fmt: skip


def _programs() -> None:
    op.create_table(
        "program",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("folder", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("draft_text", sa.Text(), nullable=True),
        sa.Column("provenance", sa.Text(), nullable=True),
        sa.Column("latest_version_id", sa.String(length=36), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        _owner("program"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_program")),
    )
    op.create_index("ix_program_user_id_rev", "program", ["user_id", "rev"], unique=False)
    op.create_table(
        "program_version",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("program_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("parent_version_id", sa.String(length=36), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        _owner("program_version"),
        sa.ForeignKeyConstraint(
            ["program_id"], ["program.id"], name=op.f("fk_program_version_program_id_program"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_program_version")),
        sa.UniqueConstraint("program_id", "number", name=op.f("uq_program_version_program_id_number")),
    )  # fmt: skip
    op.create_index(
        "ix_program_version_user_id_rev", "program_version", ["user_id", "rev"], unique=False
    )


def _enrolments() -> None:
    op.create_table(
        "enrolment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("program_id", sa.String(length=36), nullable=False),
        sa.Column("program_version_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=2), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("exercises", sa.Text(), nullable=False),
        sa.Column("started_on", sa.String(length=10), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        _owner("enrolment"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
    )
    op.create_index("ix_enrolment_user_id_rev", "enrolment", ["user_id", "rev"], unique=False)
    op.create_table(
        "enrolment_fact",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("enrolment_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("lift", sa.String(length=120), nullable=False),
        sa.Column("exercise", sa.String(length=200), nullable=False),
        sa.Column("workout_id", sa.String(length=36), nullable=True),
        sa.Column("track", sa.String(length=120), nullable=False),
        sa.Column("program_version_id", sa.String(length=36), nullable=True),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"],
            name=op.f("fk_enrolment_fact_enrolment_id_enrolment"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment_fact")),
    )  # fmt: skip
    op.create_index(
        "ix_enrolment_fact_enrolment_id", "enrolment_fact", ["enrolment_id"], unique=False
    )
    op.create_index("ix_enrolment_fact_user_id", "enrolment_fact", ["user_id"], unique=False)
