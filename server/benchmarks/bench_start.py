"""A second start: from the command to the first 200, and what the idle process holds."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.reference import frameworks_s, times_reference
from benchmarks.running import environment, fitfolio, running_server

ROUNDS = 5
IDLE_S = 3


def make_overhead_s(folder: Path) -> float:
    """What `make run` itself adds before it starts the server: its checks that nothing changed."""
    make = shutil.which("make")
    if make is None:
        return 0.0
    root = Path(__file__).resolve().parents[2]
    began = time.perf_counter()
    subprocess.run(
        [make, "-n", "run"], cwd=root, env=environment(folder) | {"PATH": os.environ["PATH"]},
        stdout=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    return time.perf_counter() - began


def run() -> list[Figure]:
    """Medians of several starts on an existing database."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fitfolio(folder, "user", "create", "bench@example.org")
        starts, bare, memory = [], [], 0.0
        overhead = statistics.median(make_overhead_s(folder) for _ in range(ROUNDS))
        for _ in range(ROUNDS):
            bare.append(frameworks_s(1))
            with running_server(folder) as server:
                starts.append(server.ready_s + overhead)
                if len(starts) == ROUNDS:
                    cookie = server.sign_in(folder, "bench@example.org")
                    server.get("/api/v1/home", cookie)
                    time.sleep(IDLE_S)
                    memory = server.memory_mb()
    start, floor = statistics.median(starts), statistics.median(bare)
    return [
        Figure("make run, second start to first 200", start / floor, times_reference(1.5), "×",
               f"{start:.2f} s; reference {floor:.2f} s, 0.6 s on a quiet machine"),
        Figure("idle memory", memory, 120.0, "MB", "proportional set size"),
    ]  # fmt: skip
