from __future__ import annotations

import pytest
import sqlalchemy as sa

from fitfolio.auth.service import create_user
from fitfolio.auth.tables import user_account
from fitfolio.core.prepared import Prepared
from fitfolio.core.revisions import current_revision, next_revision

NOW_MS = 1_795_000_000_000
BY_ID = sa.select(user_account).where(user_account.c.id == sa.bindparam("id"))


@pytest.fixture
def user(db):
    return db.write_now(create_user, "ada@example.org", NOW_MS)


def test_a_prepared_statement_finds_the_row_that_the_library_finds(db, user):
    def both(conn):
        values = {"id": user}
        return Prepared(BY_ID).one_or_none(conn, values), conn.execute(BY_ID, values).one()

    prepared, library = db.read_now(both)
    assert tuple(prepared) == tuple(library)
    assert prepared.is_admin is True
    assert prepared.last_login_at is None


def test_a_row_that_is_not_there_is_none(db):
    assert db.read_now(Prepared(BY_ID).one_or_none, {"id": "nobody"}) is None


def test_it_is_part_of_the_transaction_around_it(db, user):
    def change_and_fail(conn):
        assert next_revision(conn, user) == 1
        raise RuntimeError

    with pytest.raises(RuntimeError):
        db.write_now(change_and_fail)
    assert db.read_now(current_revision, user) == 0


def test_a_read_that_begins_with_one_sees_one_state(db, user):
    statement = Prepared(BY_ID)

    def read_twice(conn):
        before = statement.one_or_none(conn, {"id": user}).rev
        db.write_now(lambda other: other.execute(sa.update(user_account).values(rev=7)))
        return before, conn.execute(BY_ID, {"id": user}).one().rev

    assert db.read_now(read_twice) == (0, 0)
    assert db.read_now(statement.one_or_none, {"id": user}).rev == 7


def test_what_the_driver_refuses_is_the_librarys_error(db, user):
    again = Prepared(sa.insert(user_account).values(id=sa.bindparam("id")))
    with pytest.raises(sa.exc.IntegrityError):
        db.write_now(again.run, {"id": user})
