"""Opening a SQLite export without trusting it: in memory, read-only, with a work limit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from fitfolio.imports.reading import ImportRefused, Source

_STEPS_PER_CHECK: Final = 100_000
_MAX_CHECKS: Final = 5_000
"""5e8 virtual machine steps: minutes of work, reached only by a hostile view or a broken index."""


@contextmanager
def open_database(source: Source) -> Iterator[sqlite3.Connection]:
    """A read-only connection to the file's bytes; damage becomes ImportRefused."""
    image = bytearray(source.data)
    if image[18:20] == b"\x02\x02":
        # A file copied in write-ahead mode cannot be opened in memory; its log is not part of it anyway.
        image[18:20] = b"\x01\x01"
    checks = 0

    def stop_runaway() -> bool:
        nonlocal checks
        checks += 1
        return checks > _MAX_CHECKS

    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(bytes(image))
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        connection.set_progress_handler(stop_runaway, _STEPS_PER_CHECK)
        connection.text_factory = _decode
        yield connection
    except (sqlite3.Error, UnicodeError, OverflowError, MemoryError) as error:
        # A damaged name can break even the driver's own error message: hence UnicodeError.
        raise ImportRefused(
            "import.truncated", "The database file is cut off or damaged."
        ) from error
    finally:
        connection.close()


def table_columns(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """Lower-case names of the real tables (views do not count) and of their columns."""
    names = [
        str(row[0])
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if row[0]
    ]
    return {
        name.casefold(): {
            str(row[0]).casefold()
            for row in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))
        }
        for name in names
    }


def _decode(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace")
