"""Statements of the hottest paths: built once by SQLAlchemy, run by the driver.

`Connection.execute` costs six times what SQLite needs for a statement on one row. A `Prepared`
statement is compiled once; on SQLite it then goes straight to the driver's connection, inside the
same transaction as everything else. On PostgreSQL, where the way to the server costs more than
either, it runs as any other statement.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

_Converter = Callable[[Any], Any]


class _Compiled:
    """The text for SQLite, the parameters' names in order, and what results must go through."""

    def __init__(self, statement: sa.Executable, dialect: sa.Dialect) -> None:
        compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
        columns: Any = getattr(statement, "exported_columns", {})
        self.text: str = compiled.string
        self.names: Sequence[str] = compiled.positiontup or ()
        self.constants: dict[str, Any] = compiled.params
        row: Any = namedtuple("Row", list(columns.keys()))  # type: ignore[misc]  # noqa: PYI024  # names known only here
        self.make_row = row._make
        converters = (
            (place, column.type.dialect_impl(dialect).result_processor(dialect, None))
            for place, column in enumerate(columns.values())
        )
        self.converters: list[tuple[int, _Converter]] = [
            (place, converter) for place, converter in converters if converter is not None
        ]


class Prepared:
    """A statement whose values are `bindparam`s or constants; lists (`IN`) are not for it."""

    def __init__(self, statement: sa.Executable) -> None:
        self.statement = statement
        self._compiled: _Compiled | None = None

    def run(self, conn: sa.Connection, values: Mapping[str, Any]) -> None:
        """Run a change that returns nothing."""
        if conn.dialect.name != "sqlite":
            conn.execute(self.statement, values)
            return
        if not conn.in_transaction():
            conn.begin()
        self._cursor(conn, values)

    def one_or_none(self, conn: sa.Connection, values: Mapping[str, Any]) -> Any:
        """The one row there is, by name or place; of more rows the first."""
        if conn.dialect.name != "sqlite":
            return conn.execute(self.statement, values).first()
        if not conn.in_transaction():
            conn.begin()  # so that it sees what the statements after it see
        return self.look_up(conn, values)

    def look_up(self, conn: sa.Connection, values: Mapping[str, Any]) -> Any:
        """The same from SQLite as a read of its own, which needs no transaction around it."""
        cursor, compiled = self._cursor(conn, values)
        found = cursor.fetchone()
        cursor.close()
        if found is None:
            return None
        if compiled.converters:
            found = list(found)
            for place, converter in compiled.converters:
                found[place] = converter(found[place])
        return compiled.make_row(found)

    def _cursor(self, conn: sa.Connection, values: Mapping[str, Any]) -> tuple[Any, _Compiled]:
        compiled = self._compiled
        if compiled is None:
            compiled = self._compiled = _Compiled(self.statement, conn.dialect)
        raw: Any = conn.connection.driver_connection
        given = {**compiled.constants, **values}
        try:
            return raw.execute(compiled.text, [given[name] for name in compiled.names]), compiled
        except conn.dialect.loaded_dbapi.Error as error:
            raise sa.exc.DBAPIError.instance(
                compiled.text, None, error, conn.dialect.loaded_dbapi.Error,
                hide_parameters=True, dialect=conn.dialect,
            ) from error  # fmt: skip
