"""One set logged over HTTP, signed in and durable, against the bare framework with one INSERT.

Both servers run for the whole benchmark and are loaded in turn, so whatever else the machine does
falls on both.
"""

from __future__ import annotations

import contextlib
import json
import signal
import statistics
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure
from benchmarks.load import Job, Measured
from benchmarks.running import RunningServer, fitfolio, running_server
from benchmarks.strong_file import write_strong

ACCOUNTS = {"usual@example.org": 5_000, "large@example.org": 100_000}
"""Two years of training, and more than anybody has."""

CLIENTS = 16
P99_LIMIT_MS = 25.0
ROUNDS = 7
SECONDS = 2.0
BODY = (
    '{"id":"{id}","position":3,"kind":"working","completed":true,"weight":82.5,'
    '"weight_unit":"kg","reps":8,"rpe":8.0,"notes":""}'
)


@contextlib.contextmanager
def bare_server(folder: Path) -> Iterator[int]:
    """The port of the bare app, stopped by its process id."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.bare_app", str(folder / "bare.sqlite3")],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        process.stdout.close()


def load(job: Job) -> Measured:
    """Measure in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load"], input=json.dumps(asdict(job)),
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    measured = Measured(**json.loads(done.stdout))
    if measured.failures:
        raise RuntimeError(f"{measured.failures} requests to {job.paths[0]} failed")
    return measured


def post(server: RunningServer, path: str, headers: dict[str, str], body: dict[str, Any]) -> None:
    """Post something that must be accepted."""
    server.connection.request(
        "POST", path, json.dumps(body), headers | {"Content-Type": "application/json"}
    )
    answer = server.connection.getresponse()
    answer.read()
    assert answer.status == 201, answer.status


def job_for(server: RunningServer, folder: Path, email: str) -> Job:
    """A live workout with the exercises this person trains most, one client to each in turn."""
    cookie = server.sign_in(folder, email)
    token = dict(part.split("=", 1) for part in cookie.split("; "))["csrf_token"]
    headers = {"Cookie": cookie, "X-CSRF-Token": token}
    records = json.loads(server.get("/api/v1/records?limit=200", cookie))["records"]
    exercises = list(dict.fromkeys(row["exercise_id"] for row in records))[:6]
    workout, entries = str(uuid.uuid4()), [str(uuid.uuid4()) for _ in exercises]
    body = {
        "id": workout, "started_at": "2026-11-02T17:00:00Z", "time_zone": "UTC",
        "exercises": [
            {"id": entry, "exercise_id": exercise, "position": place}
            for place, (entry, exercise) in enumerate(zip(entries, exercises, strict=True))
        ],
    }  # fmt: skip
    post(server, "/api/v1/workouts", headers, body)
    paths = [f"/api/v1/workouts/{workout}/exercises/{entry}/sets" for entry in entries]
    return make_job(server.host, paths, headers)


def make_job(host: str, paths: list[str], headers: dict[str, str]) -> Job:
    """`host` is `name:port`."""
    name, _, port = host.rpartition(":")
    return Job(name, int(port), paths, headers, BODY, CLIENTS, SECONDS)


def run() -> list[Figure]:
    """Rounds of all three in turn; ratios inside a round, then their median."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for email, sets in ACCOUNTS.items():
            file = folder / f"{sets}.csv"
            write_strong(file, sets)
            fitfolio(folder, "user", "create", email)
            fitfolio(folder, "import", str(file), "--user", email, "--unit", "kg")
        with running_server(folder) as server, bare_server(folder) as bare_port:
            jobs = {email: job_for(server, folder, email) for email in ACCOUNTS}
            jobs["bare"] = make_job(f"127.0.0.1:{bare_port}", ["/sets"], {})
            rounds = [{who: load(job) for who, job in jobs.items()} for _ in range(ROUNDS)]
    bare_rate = statistics.median(one["bare"].per_second for one in rounds)
    bare_p99 = statistics.median(one["bare"].p99_ms for one in rounds)
    figures = []
    for email, sets in ACCOUNTS.items():
        share = statistics.median(
            one[email].per_second / one["bare"].per_second * 100 for one in rounds
        )
        rate = statistics.median(one[email].per_second for one in rounds)
        p50 = statistics.median(one[email].p50_ms for one in rounds)
        p99 = statistics.median(one[email].p99_ms for one in rounds)
        history = f"{sets:,} sets"
        figures += [
            Figure(f"log a set, {history}: of the bare framework's rate", share, 50.0, "%",
                   f"{rate:.0f} a second, {CLIENTS} clients", better="higher"),
            Figure(f"log a set, {history}: p99", p99, P99_LIMIT_MS, "ms",
                   f"p50 {p50:.1f} ms; the bare framework's p99 {bare_p99:.1f} ms"),
        ]  # fmt: skip
    figures.append(
        Figure("… the bare framework with one INSERT", bare_rate, None, "a second", f"p99 {bare_p99:.1f} ms")
    )  # fmt: skip
    return figures
