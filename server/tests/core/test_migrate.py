from __future__ import annotations

import re

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from fitfolio.core.db import Database
from fitfolio.core.migrate import MIGRATIONS, SchemaError, known_revisions, migrate, stored_revision
from fitfolio.tables import metadata


def test_migrations_make_exactly_what_the_tables_say(db):
    def difference(conn):
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        return compare_metadata(context, metadata)

    assert db.read_now(difference) == []


def test_migrations_form_one_line():
    downs = []
    for path in sorted((MIGRATIONS / "versions").glob("[0-9]*.py")):
        text = path.read_text()
        revision = re.search(r'^revision = "(\w+)"', text, re.MULTILINE)
        down = re.search(r'^down_revision = (?:"(\w+)"|None)', text, re.MULTILINE)
        assert path.name.startswith(revision[1])
        downs.append(down[1])
    assert downs == [None, *known_revisions()[:-1]]


def test_migrating_again_does_nothing(db):
    assert migrate(db) is False
    assert stored_revision(db) == known_revisions()[-1]


def test_a_database_of_a_newer_version_is_refused_and_not_touched(db):
    def mark(conn):
        conn.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))

    db.write_now(mark)
    with pytest.raises(SchemaError, match="newer"):
        migrate(db)
    assert stored_revision(db) == "9999"


def test_foreign_keys_are_on_again_after_migrating_sqlite(tmp_path):
    db = Database(f"sqlite:///{tmp_path}/new.sqlite3")
    assert migrate(db) is True
    assert db.read_now(lambda conn: conn.exec_driver_sql("PRAGMA foreign_keys").scalar_one()) == 1
    db.close()
