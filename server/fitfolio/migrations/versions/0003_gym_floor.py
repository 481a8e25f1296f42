"""Templates, the gym and its timers, pushes; what a profile and a preference say about training."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# The defaults of the program when this step was written; a step never follows later ones.
REST = (
    '{"default_s":120,"warm_up_s":60,"working_s":null,"drop_s":0,"back_off_s":null,'
    '"amrap_s":null,"failure_s":null}'
)
NEW_IN_PROFILE: tuple[tuple[str, sa.types.TypeEngine[Any], Any], ...] = (
    ("effort_scale", sa.String(length=4), "rpe"),
    ("rest", sa.Text(), REST),
    ("timer_sound", sa.Boolean(), sa.true()),
    ("timer_vibration", sa.Boolean(), sa.true()),
    ("keep_awake", sa.Boolean(), sa.true()),
    ("gym", sa.Text(), "null"),
)
NEW_IN_PREFERENCE: tuple[tuple[str, sa.types.TypeEngine[Any]], ...] = (
    ("rest_s", sa.Integer()),
    ("rest_warm_up_s", sa.Integer()),
    ("bar_id", sa.String(length=40)),
    ("step", sa.Double()),
    ("step_unit", sa.String(length=2)),
)


def upgrade() -> None:
    with op.batch_alter_table("user_account", schema=None) as batch_op:
        for name, kind, value in NEW_IN_PROFILE:
            batch_op.add_column(sa.Column(name, kind, nullable=False, server_default=value))
    with op.batch_alter_table("user_account", schema=None) as batch_op:
        # The defaults were for the rows that were there; new ones are given every value.
        for name, kind, _ in NEW_IN_PROFILE:
            batch_op.alter_column(name, existing_type=kind, server_default=None)
    with op.batch_alter_table("exercise_preference", schema=None) as batch_op:
        for name, kind in NEW_IN_PREFERENCE:
            batch_op.add_column(sa.Column(name, kind, nullable=True))

    op.create_table(
        "template",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("folder", sa.String(length=200), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("exercises", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_template_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
    )
    with op.batch_alter_table("template", schema=None) as batch_op:
        batch_op.create_index("ix_template_user_id_rev", ["user_id", "rev"], unique=False)

    op.create_table(
        "rest_timer",
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("exercise_name", sa.String(length=200), nullable=False),
        sa.Column("next", sa.String(length=200), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_rest_timer_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_rest_timer")),
    )
    with op.batch_alter_table("rest_timer", schema=None) as batch_op:
        batch_op.create_index("ix_rest_timer_ends_at", ["ends_at"], unique=False)

    op.create_table(
        "push_key",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("private_key", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_key")),
    )
    op.create_table(
        "push_subscription",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("endpoint_hash", sa.String(length=64), nullable=False),
        sa.Column("endpoint", sa.Text(), nullable=False),
        sa.Column("p256dh", sa.String(length=100), nullable=False),
        sa.Column("auth", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_push_subscription_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_subscription")),
        sa.UniqueConstraint("endpoint_hash", name=op.f("uq_push_subscription_endpoint_hash")),
    )
    with op.batch_alter_table("push_subscription", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_push_subscription_user_id"), ["user_id"], unique=False)
