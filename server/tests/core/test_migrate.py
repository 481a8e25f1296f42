from __future__ import annotations

import re

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from fitfolio.auth import queries as auth_queries
from fitfolio.auth.gym import STANDARD_REST
from fitfolio.auth.service import profile_document
from fitfolio.core.db import Database
from fitfolio.core.migrate import MIGRATIONS, SchemaError, known_revisions, migrate, stored_revision
from fitfolio.core.revisions import current_revision
from fitfolio.exercises import queries as exercise_queries
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


ACCOUNT = """INSERT INTO user_account (id, email, email_key, is_admin, is_active, is_email_verified,
    created_at, last_login_at, display_name, language, weight_unit, length_unit, distance_unit,
    time_zone, week_start, weekly_goal, equipment, welcomed, rev) VALUES
    ('u', 'a@b.c', 'a@b.c', true, true, true, 1, NULL, 'Ada', 'de', 'lb', 'cm', 'km', 'UTC', 1, 3,
    'null', true, 4)"""
SESSION = """INSERT INTO user_session (id, user_id, token_hash, created_at, last_seen_at, expires_at,
    revoked_at, user_agent) VALUES ('s', 'u', 'h', 7, 8, 9, NULL, 'Firefox')"""
TOKEN = """INSERT INTO sign_in_token (id, email, email_key, token_hash, code_hash, attempts, created_at,
    expires_at, used_at) VALUES ('t', 'a@b.c', 'a@b.c', 't', 'c', 0, 1, 2, NULL)"""
PREFERENCE = """INSERT INTO exercise_preference (user_id, exercise_id, favourite, weight_unit,
    notes, rev) VALUES ('u', 'e', true, NULL, 'slow', 3)"""


def test_an_account_of_the_first_version_keeps_everything_and_gets_the_standard_timer(db):
    def make_old(conn):
        metadata.drop_all(conn)
        conn.exec_driver_sql("DROP TABLE alembic_version")

    def fill(conn):
        conn.exec_driver_sql(ACCOUNT)
        conn.exec_driver_sql(PREFERENCE)
        conn.exec_driver_sql("INSERT INTO revision_clock (user_id, revision) VALUES ('u', 4)")
        conn.exec_driver_sql(SESSION)
        conn.exec_driver_sql(TOKEN)

    db.write_now(make_old)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["database"] = db
    command.upgrade(config, "0001")
    db.write_now(fill)
    assert migrate(db) is True
    profile = profile_document(db.read_now(auth_queries.find_user, "u"))
    assert (profile["display_name"], profile["weight_unit"]) == ("Ada", "lb")
    assert profile["rest"] == STANDARD_REST
    assert (profile["effort_scale"], profile["gym"]) == ("rpe", None)
    assert (profile["timer_sound"], profile["timer_vibration"], profile["keep_awake"]) == (
        True,
    ) * 3
    preference = db.read_now(exercise_queries.find_preference, "u", "e")
    assert (preference.notes, preference.rest_s, preference.rev) == ("slow", None, 3)
    assert db.read_now(current_revision, "u") == 4
    session = db.read_now(auth_queries.find_session_by_id, "s", 8)
    assert (session.session_proven_at, session.session_rotated_at) == (7, 7)
    assert db.read_now(auth_queries.newest_token, "a@b.c", 1, ["sign_in"]).id == "t"
