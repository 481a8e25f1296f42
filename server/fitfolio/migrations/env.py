"""Runs migrations on SQLite and PostgreSQL alike.

On SQLite foreign keys are off while tables are rebuilt: a batch ALTER swaps the table,
and with them on its child rows would be deleted. They are checked afterwards.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context

from fitfolio.core.db import Database
from fitfolio.tables import metadata


def _run(connection: sa.Connection, *, batch: bool) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=batch,
        transactional_ddl=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run() -> None:
    """Upgrade the database handed over by `core.migrate`."""
    database: Database = context.config.attributes["database"]
    engine = database.engine.execution_options(write=True)
    with engine.connect() as connection:
        if not database.is_sqlite:
            _run(connection, batch=False)
            connection.commit()
            return
        raw = connection.connection.driver_connection
        assert raw is not None  # noqa: S101  # a fresh connection has one
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _run(connection, batch=True)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    msg = f"the migration would leave {len(broken)} rows without their parent"
                    raise RuntimeError(msg)
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


run()
