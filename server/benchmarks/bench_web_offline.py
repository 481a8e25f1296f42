"""In a real browser with a history of 100,000 sets: first sync, taps, a long queue, a start offline."""

from __future__ import annotations

import json
import statistics
import tempfile
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.bench_web import node_environment, run_script
from benchmarks.figures import Figure
from benchmarks.running import RunningServer, fitfolio, running_server
from benchmarks.strong_file import write_strong

EMAIL = "bench@example.org"
SETS = 100_000
QUEUED = 10_000
TAPS = 25
SETS_PER_EXERCISE = 5
STARTS = 3

FIRST_USABLE_LIMIT_S = 2.0
FIRST_SYNC_LIMIT_S = 5.0
FLUSH_LIMIT_S = 10.0
OFFLINE_START_LIMIT_S = 2.0
TAP_LIMIT_MS = 50.0
SLOW_TAP_LIMIT_MS = 100.0


def newest_revision(server: RunningServer, cookie: str) -> int:
    """The checkpoint at the end of the change feed."""
    since = 0
    while True:
        feed = json.loads(server.get(f"/api/v1/sync?since={since}&limit=500", cookie))
        since = feed["checkpoint"]
        if not feed["more"]:
            return int(since)


def planned_sets() -> list[dict[str, Any]]:
    """Sets of one exercise that are still to be done."""
    return [
        {"id": str(uuid.uuid4()), "position": place, "completed": False, "weight": 60,
         "weight_unit": "kg", "reps": 5}
        for place in range(SETS_PER_EXERCISE)
    ]  # fmt: skip


def live_workout(server: RunningServer, cookie: str) -> tuple[str, str]:
    """A workout under way with enough planned sets to tap on; its id and that of its first set."""
    records = json.loads(server.get("/api/v1/records?limit=50", cookie))["records"]
    exercise_ids = list(dict.fromkeys(record["exercise_id"] for record in records))
    workout_id = str(uuid.uuid4())
    entries = [
        {"id": str(uuid.uuid4()), "exercise_id": exercise_ids[place % len(exercise_ids)],
         "position": place, "sets": planned_sets()}
        for place in range((2 * TAPS) // SETS_PER_EXERCISE + 2)
    ]  # fmt: skip
    body = {
        "id": workout_id, "title": "Bench", "time_zone": "UTC",
        "started_at": datetime.now(UTC).isoformat(), "exercises": entries,
    }  # fmt: skip
    operation = {"key": str(uuid.uuid4()), "name": "workouts.create", "path": {}, "body": body,
                 "stamp": 1, "base_rev": 0}  # fmt: skip
    push = {"device_id": str(uuid.uuid4()), "schema": 1, "operations": [operation]}
    token = next(part.split("=", 1)[1] for part in cookie.split("; ") if "csrf" in part)
    headers = {"Content-Type": "application/json", "Cookie": cookie, "X-CSRF-Token": token,
               "Origin": server.url.rstrip("/")}  # fmt: skip
    server.connection.close()  # a busy machine may have let it idle for too long
    server.connection.request("POST", "/api/v1/sync/operations", json.dumps(push), headers)
    answer = json.loads(server.connection.getresponse().read())
    if answer["results"][0]["status"] != "applied":
        raise RuntimeError(f"the workout was not taken: {answer}")
    return workout_id, entries[0]["sets"][0]["id"]


def p95(times_ms: list[float]) -> float:
    """The time that 95 of 100 stay within [ms]."""
    return statistics.quantiles(times_ms, n=20)[-1]


def figures_of(measured: dict[str, Any]) -> list[Figure]:
    """What the script measured, against the promises."""
    first, taps = measured["first_sync"], measured["taps"]
    starts = [time_ms / 1000 for time_ms in measured["offline_start_ms"]]
    figures = [
        Figure(f"first sync of {SETS:,} sets, page usable", first["usable_ms"] / 1000,
               FIRST_USABLE_LIMIT_S, "s"),
        Figure(f"first sync of {SETS:,} sets, everything here", first["complete_ms"] / 1000,
               FIRST_SYNC_LIMIT_S, "s"),
        Figure(f"{QUEUED:,} queued operations sent", measured["flushed_ms"] / 1000, FLUSH_LIMIT_S,
               "s", "from the start of the page"),
        Figure("start offline to a workout, 4× slow-down", statistics.median(starts),
               OFFLINE_START_LIMIT_S, "s", f"{min(starts):.2f} to {max(starts):.2f} s"),
    ]  # fmt: skip
    for name, key, limit in (
        ("tap to durable and painted, p95", "plain_ms", TAP_LIMIT_MS),
        ("… with 4× slow-down, p95", "slow_ms", SLOW_TAP_LIMIT_MS),
    ):
        note = f"median {statistics.median(taps[key]):.0f} ms of {len(taps[key])} taps"
        figures.append(Figure(name, p95(taps[key]), limit, "ms", note))
    return figures


def run() -> list[Figure]:
    """One account, one browser profile, one scenario after the other."""
    environment = node_environment()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "history.csv"
        write_strong(file, SETS)
        fitfolio(folder, "user", "create", EMAIL)
        fitfolio(folder, "import", str(file), "--user", EMAIL, "--unit", "kg")
        with running_server(folder) as server:
            cookie = server.sign_in(folder, EMAIL)
            me = json.loads(server.get("/api/v1/auth/me", cookie))
            workout_id, set_id = live_workout(server, cookie)
            job = {
                "url": server.url.rstrip("/"), "cookie": cookie, "user_id": me["id"],
                "revision": newest_revision(server, cookie), "workout_id": workout_id,
                "set_id": set_id, "queued": QUEUED, "taps": TAPS, "starts": STARTS,
            }  # fmt: skip
            measured = run_script("gym-floor.ts", job, environment)
    return figures_of(measured)
