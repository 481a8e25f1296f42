"""The history page of an exercise must not cost more in an account that is a hundred times larger."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.running import RunningServer, fitfolio, running_server
from benchmarks.strong_file import write_strong

SIZES = {"small@example.org": 1_000, "large@example.org": 100_000}
ROUNDS = 150
PAGES = ("/api/v1/exercises/{id}/history", "/api/v1/workouts?limit=30", "/api/v1/home")


def exercise_id(server: RunningServer, cookie: str) -> str:
    """The exercise both accounts have trained."""
    records = json.loads(server.get("/api/v1/records?limit=50", cookie))["records"]
    return str(records[0]["exercise_id"])


def ratios(server: RunningServer, cookies: dict[str, str], path: str) -> tuple[float, float, float]:
    """Median times [ms] of the small and the large account, and the median of paired ratios."""
    small, large = cookies.values()
    times: dict[str, list[float]] = {small: [], large: []}
    for turn in range(ROUNDS):
        # Taking turns, so that whatever else the machine does falls on both.
        for cookie in (small, large) if turn % 2 else (large, small):
            began = time.perf_counter()
            server.get(path, cookie)
            times[cookie].append((time.perf_counter() - began) * 1000)
    paired = [b / a for a, b in zip(times[small], times[large], strict=True)]
    return (
        statistics.median(times[small]),
        statistics.median(times[large]),
        statistics.median(paired),
    )


def run() -> list[Figure]:
    """Two accounts in one database, asked in turn."""
    figures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for email, sets in SIZES.items():
            file = folder / f"{sets}.csv"
            write_strong(file, sets)
            fitfolio(folder, "user", "create", email)
            fitfolio(folder, "import", str(file), "--user", email, "--unit", "kg")
        with running_server(folder) as server:
            cookies = {email: server.sign_in(folder, email) for email in SIZES}
            found = exercise_id(server, cookies["small@example.org"])
            for page in PAGES:
                path = page.format(id=found)
                small, large, ratio = ratios(server, cookies, path)
                label = page.replace("/api/v1/", "").split("?")[0].replace("{id}", "…")
                note = f"{small:.1f} ms against {large:.1f} ms"
                figures.append(
                    Figure(f"{label}: 100,000 sets against 1,000", ratio, 1.5, "×", note)
                )
    return figures
