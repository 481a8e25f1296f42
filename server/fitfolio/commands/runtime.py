"""What commands share: settings, an opened and migrated database, and their one error."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fitfolio.core.db import Database
    from fitfolio.settings import Settings


class CommandError(Exception):
    """Ends the command with one sentence. Exit code 1, or 2 for wrong settings and no database."""

    def __init__(self, sentence: str, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def is_expected(error: Exception) -> bool:
    """Whether the database or the system says no, which is nobody's defect of the program."""
    import sqlalchemy as sa  # noqa: PLC0415  # lazy, see package

    return isinstance(error, (sa.exc.DBAPIError, sa.exc.TimeoutError, OSError))


def sentence_of(error: Exception) -> str:
    """One sentence for what the database or the system said; nothing is half done then."""
    from fitfolio.core.errors import CODES, is_storage_full  # noqa: PLC0415  # lazy, see package

    if is_storage_full(error):
        return CODES["server.storage_full"][1]
    reason = first_line(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"The system refused: {where}{error.strerror or reason}."
    return f"The database refused, and nothing was changed: {reason.rstrip('.')}."


def first_line(error: Exception) -> str:
    """What the database's driver or the system said, without the statement and its values."""
    lines = str(getattr(error, "orig", None) or error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


def settings_or_exit() -> Settings:
    """The settings, or exit code 2 with the sentence that says which one is wrong."""
    from fitfolio.settings import SettingsError, load_settings  # noqa: PLC0415  # lazy, see package

    try:
        return load_settings()
    except SettingsError as error:
        raise CommandError(str(error), 2) from None


@contextlib.contextmanager
def open_database(settings: Settings, *, upgrade: bool = True) -> Iterator[Database]:
    """The database, migrated to this program's schema; closed at the end."""
    import sqlalchemy as sa  # noqa: PLC0415  # lazy, see package

    from fitfolio.core.db import Database  # noqa: PLC0415
    from fitfolio.core.errors import is_storage_full  # noqa: PLC0415
    from fitfolio.core.migrate import SchemaError, migrate  # noqa: PLC0415

    try:
        db = Database(settings.database, synchronous=settings.sqlite_synchronous)
    except OSError as error:
        msg = f"The data folder {settings.data_dir} cannot be used: {error.strerror}."
        raise CommandError(msg, 2) from None
    try:
        try:
            if upgrade:
                migrate(db)
        except SchemaError as error:
            raise CommandError(str(error), 2) from None
        except (sa.exc.DBAPIError, OSError) as error:
            if is_storage_full(error):
                raise CommandError(sentence_of(error)) from None
            msg = f"The database {db.display_url} cannot be reached: {first_line(error)}."
            raise CommandError(msg, 2) from None
        yield db
    finally:
        db.close()


def now_ms() -> int:
    """The time for commands; they are composition roots and may ask the system."""
    from fitfolio.core.clock import SystemClock  # noqa: PLC0415  # lazy, see package

    return SystemClock().now_ms()


def user_by_email(db: Database, email: str) -> str:
    """The account id of an address, or a CommandError that names it."""
    from fitfolio.auth import queries  # noqa: PLC0415  # lazy, see package
    from fitfolio.auth.secrets import email_key  # noqa: PLC0415

    row = db.read_now(queries.find_user_by_key, email_key(email) or "")
    if row is None:
        msg = f"There is no account for {email}; make one with: fitfolio user create {email}"
        raise CommandError(msg)
    return str(row.id)
