"""Changes pushed by devices: who changed what when, remembered operations, recovered values.

Sides of sets, the template of a workout, and the exercises whose rollups are due.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added, not rebuilt: nullable columns cost nothing however many rows there are.
    op.add_column("workout", sa.Column("template_id", sa.String(length=36), nullable=True))
    op.add_column("workout", sa.Column("merge", sa.Text(), nullable=True))
    op.add_column("workout_exercise", sa.Column("merge", sa.Text(), nullable=True))
    op.add_column("workout_set", sa.Column("side", sa.String(length=5), nullable=True))
    op.add_column("workout_set", sa.Column("merge", sa.Text(), nullable=True))

    op.create_table(
        "recovered_value",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("workout_id", sa.String(length=36), nullable=False),
        sa.Column("entity", sa.String(length=8), nullable=False),
        sa.Column("entity_id", sa.String(length=36), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=True),
        sa.Column("lost_value", sa.Text(), nullable=False),
        sa.Column("kept_value", sa.Text(), nullable=False),
        sa.Column("lost_stamp", sa.BigInteger(), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_recovered_value_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovered_value")),
    )
    with op.batch_alter_table("recovered_value", schema=None) as batch_op:
        batch_op.create_index("ix_recovered_value_user_id_rev", ["user_id", "rev"], unique=False)
        batch_op.create_index(
            "ix_recovered_value_user_id_entity_id", ["user_id", "entity_id"], unique=False
        )

    op.create_table(
        "stale_exercise",
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("exercise_id", sa.String(length=36), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_stale_exercise_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "exercise_id", name=op.f("pk_stale_exercise")),
    )

    op.create_table(
        "sync_operation",
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(length=36), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_sync_operation_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "key", name=op.f("pk_sync_operation")),
    )
    with op.batch_alter_table("sync_operation", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sync_operation_user_id_created_at", ["user_id", "created_at"], unique=False
        )
