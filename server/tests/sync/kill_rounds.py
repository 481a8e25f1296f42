"""`kill -9` of a real server under write load, round after round; what must be true afterwards.

    python -m tests.sync.kill_rounds --rounds 100 --database sqlite
    python -m tests.sync.kill_rounds --rounds 100 --database postgresql

Several clients log sets at the same time, some by request and some by push. The server is killed at
a random moment and started again; then every client sends once more what it got no answer for, as an
outbox does. Every acknowledged set must be there exactly once, before and after, and the database
must be sound.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from fitfolio.core.ids import uuid7
from tests.sync.operations import PUSH, a_push
from tests.workouts.builders import a_set, a_workout, an_entry

EMAIL = "ada@example.org"
WRITERS = 4


@dataclass
class Outcome:
    """What all rounds together came to."""

    rounds: int = 0
    acknowledged: int = 0
    unanswered: int = 0
    missing: int = 0
    doubled: int = 0
    unsound: int = 0

    def __str__(self) -> str:
        return (
            f"{self.rounds} kills, {self.acknowledged} acknowledged sets, {self.unanswered} requests "
            f"without an answer, {self.missing} missing, {self.doubled} doubled, {self.unsound} unsound"
        )

    @property
    def is_clean(self) -> bool:
        return not (self.missing or self.doubled or self.unsound)


class KillableServer:
    """`fitfolio serve` on a free port, for one database."""

    def __init__(self, folder: Path, database_url: str) -> None:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("FITFOLIO_")}
        self.environment = kept | {
            "FITFOLIO_DATA_DIR": str(folder / "data"),
            "FITFOLIO_DATABASE_URL": database_url,
            "FITFOLIO_RATE_LIMIT_ENABLED": "false",
            "FITFOLIO_LOG_LEVEL": "ERROR",
        }
        self.process: subprocess.Popen[str] | None = None

    def command(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "fitfolio.cli", *arguments], env=self.environment,
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fitfolio.cli", "serve", "--port", "0"],
            env=self.environment, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        found = re.search(r"http://(\S+)", self.process.stdout.readline())
        assert found is not None
        self.host = urlsplit(found[0]).netloc
        while not self._is_ready():
            time.sleep(0.02)

    def _is_ready(self) -> bool:
        connection = http.client.HTTPConnection(self.host, timeout=20)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def kill(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def sign_in(self) -> dict[str, str]:
        """Headers of a session; it outlives every kill."""
        token = re.search(r"#token=(\S+)", self.command("sign-in-link", EMAIL))[1]  # type: ignore[index]
        connection = http.client.HTTPConnection(self.host, timeout=20)
        body = json.dumps({"token": token})
        path = "/api/v1/auth/magic-link/verify"
        connection.request("POST", path, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        cookies = [value.split(";")[0] for name, value in answer.getheaders()
                   if name.lower() == "set-cookie"]  # fmt: skip
        connection.close()
        csrf = next(text.split("=", 1)[1] for text in cookies if text.startswith("csrf_token"))
        return {"Cookie": "; ".join(cookies), "X-CSRF-Token": csrf,
                "Content-Type": "application/json"}  # fmt: skip


@dataclass
class Writer:
    """One client: what it sends, what was acknowledged, what it must send again."""

    headers: dict[str, str]
    path: dict[str, str]
    pushes: bool
    acknowledged: set[str] = field(default_factory=set)
    waiting: list[tuple[str, Any, list[str]]] = field(default_factory=list)

    def next_request(self) -> tuple[str, Any, list[str]]:
        """Address, body, ids of the sets in it."""
        if self.pushes:
            rows = [a_set() for _ in range(3)]
            operations = [("workouts.log_set", self.path, row) for row in rows]
            return PUSH, a_push(*operations), [row["id"] for row in rows]
        row = a_set()
        address = (
            f"/api/v1/workouts/{self.path['workout_id']}/exercises/{self.path['entry_id']}/sets"
        )
        return address, row, [row["id"]]

    def send(self, connection: http.client.HTTPConnection, request: Any) -> None:
        """Send one request; what is not answered stays among those to send again."""
        address, body, ids = request
        self.waiting.append(request)
        connection.request("POST", address, json.dumps(body), self.headers)
        answer = connection.getresponse()
        content = answer.read()
        assert answer.status in {200, 201}, content
        self.waiting.remove(request)
        self.acknowledged.update(ids)

    def run(self, host: str) -> None:
        """Log sets until the server is gone."""
        connection = http.client.HTTPConnection(host, timeout=20)
        try:
            while True:
                self.send(connection, self.next_request())
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()

    def send_again(self, host: str) -> None:
        """What an outbox does after a restart."""
        requests, self.waiting = self.waiting, []
        connection = http.client.HTTPConnection(host, timeout=20)
        for request in requests:
            self.send(connection, request)
        connection.close()


def stored_sets(engine: sa.Engine) -> list[str]:
    """Ids of all sets in the database."""
    with engine.connect() as conn:
        return list(conn.exec_driver_sql("SELECT id FROM workout_set").scalars())


def is_sound(engine: sa.Engine) -> bool:
    """The database's own opinion of itself, and no set without its workout."""
    with engine.connect() as conn:
        if engine.dialect.name == "sqlite":
            checks = [conn.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok",
                      conn.exec_driver_sql("PRAGMA foreign_key_check").first() is None]  # fmt: skip
            if not all(checks):
                return False
        orphans = conn.exec_driver_sql(
            "SELECT count(*) FROM workout_set s LEFT JOIN workout w ON w.id = s.workout_id "
            "LEFT JOIN workout_exercise e ON e.id = s.workout_exercise_id "
            "WHERE w.id IS NULL OR e.id IS NULL OR w.rev > (SELECT max(revision) FROM revision_clock)"
        ).scalar_one()
        return orphans == 0


def run_rounds(folder: Path, database_url: str, rounds: int, seed: int = 1) -> Outcome:
    """Kill `rounds` times and count what went wrong."""
    chance = random.Random(seed)
    server = KillableServer(folder, database_url)
    server.command("user", "create", EMAIL)
    server.start()
    engine = sa.create_engine(database_url, poolclass=sa.pool.NullPool)
    outcome = Outcome()
    acknowledged: set[str] = set()
    try:
        headers = server.sign_in()
        for _ in range(rounds):
            acknowledged |= run_round(server, headers, chance, engine, (outcome, acknowledged))
    finally:
        server.kill()
        engine.dispose()
    outcome.acknowledged = len(acknowledged)
    return outcome


def run_round(
    server: KillableServer,
    headers: dict[str, str],
    chance: random.Random,
    engine: sa.Engine,
    so_far: tuple[Outcome, set[str]],
) -> set[str]:
    """Load, kill, start, look, send again, look; the sets acknowledged in this round."""
    outcome, earlier = so_far
    writers = make_writers(server.host, headers)
    threads = [threading.Thread(target=one.run, args=(server.host,)) for one in writers]
    for thread in threads:
        thread.start()
    time.sleep(chance.uniform(0.02, 0.5))
    server.kill()
    for thread in threads:
        thread.join()
    outcome.rounds += 1
    outcome.unanswered += sum(len(one.waiting) for one in writers)
    server.start()
    count(outcome, engine, earlier.union(*(one.acknowledged for one in writers)))
    for one in writers:
        one.send_again(server.host)
    acknowledged = set().union(*(one.acknowledged for one in writers))
    count(outcome, engine, earlier | acknowledged)
    return acknowledged


def make_writers(host: str, headers: dict[str, str]) -> list[Writer]:
    """Clients that share one new workout; every other one pushes."""
    workout = a_workout(an_entry(), an_entry(), id=uuid7())
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request("POST", "/api/v1/workouts", json.dumps(workout), headers)
    answer = connection.getresponse()
    assert answer.status == 201, answer.read()
    answer.read()
    connection.close()
    return [
        Writer(
            headers,
            {"workout_id": workout["id"], "entry_id": workout["exercises"][number % 2]["id"]},
            pushes=number % 2 == 1,
        )
        for number in range(WRITERS)
    ]


def count(outcome: Outcome, engine: sa.Engine, acknowledged: set[str]) -> None:
    """Add what is wrong in the database now."""
    stored = stored_sets(engine)
    outcome.missing += len(acknowledged - set(stored))
    outcome.doubled += len(stored) - len(set(stored))
    outcome.unsound += not is_sound(engine)


def main(arguments: list[str]) -> int:
    """Run rounds from the command line."""
    parser = argparse.ArgumentParser(description="kill -9 a server under write load.")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.database == "sqlite":
            (folder / "data").mkdir()
            url = f"sqlite:///{folder}/data/fitfolio.sqlite3"
            outcome = run_rounds(folder, url, options.rounds, options.seed)
        else:
            from tests.support.postgresql import running_postgresql

            with running_postgresql(folder) as admin_url:
                outcome = run_rounds(folder, admin_url, options.rounds, options.seed)
    sys.stdout.write(f"{options.database}: {outcome}\n")
    return 0 if outcome.is_clean else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
