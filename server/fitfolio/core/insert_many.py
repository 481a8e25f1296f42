"""Inserting thousands of rows at the speed of the driver."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa


def insert_many(
    conn: sa.Connection,
    table: sa.Table,
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Insert rows given as tuples in the order of `columns`.

    A statement built from dictionaries spends more time on parameters than the database
    spends on rows (2.5 times for wide rows), so the values go to the driver as they are:
    only texts, numbers, booleans and None. PostgreSQL gets them as one COPY.
    """
    if not rows:
        return
    columns, rows = _without_empty(columns, rows)
    names = ", ".join(columns)
    driver: Any = conn.dialect.dbapi
    if conn.dialect.name == "postgresql":
        statement = f"COPY {table.name} ({names}) FROM STDIN"
        cursor: Any = conn.connection.cursor()
        try:
            with cursor, cursor.copy(statement) as copy:
                for row in rows:
                    copy.write_row(row)
        except driver.Error as error:
            # Past SQLAlchemy's cursors its errors must be made by hand, or retries and
            # the answer "disk full" would not know them.
            raise sa.exc.DBAPIError.instance(statement, None, error, driver.Error) from error
        return
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608  # our names
    conn.exec_driver_sql(statement, rows)


def _without_empty(
    columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> tuple[Sequence[str], list[tuple[Any, ...]]]:
    """Leave out columns that are None in every row; no column of ours has another default.

    SQLite's driver looks for an adapter for every None: of the 24 values of a usual set half are
    None, and took two thirds of the time of inserting it.
    """
    values = list(zip(*rows, strict=True))
    used = [place for place, column in enumerate(values) if column.count(None) < len(column)]
    if not used:
        return columns, list(rows)
    return [columns[place] for place in used], list(
        zip(*(values[place] for place in used), strict=True)
    )
