"""A 100,000-set Strong file into an empty account: matching, records and rollups included."""

from __future__ import annotations

import resource
import sqlite3
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.reference import frameworks_s, times_reference
from benchmarks.running import fitfolio
from benchmarks.strong_file import write_strong

SETS = 100_000
EMAIL = "bench@example.org"


def bare_insert_s(folder: Path) -> float:
    """What the driver alone needs to store as many plain rows durably: the floor of this machine."""
    rows = [(f"{n:036d}", f"{n // 20:036d}", n % 20, 80.0, 8, "2026-01-01") for n in range(SETS)]
    connection = sqlite3.connect(folder / "bare.sqlite3")
    began = time.perf_counter()
    connection.execute(
        "CREATE TABLE s (id TEXT PRIMARY KEY, w TEXT, p INT, kg REAL, r INT, d TEXT)"
    )
    connection.executemany("INSERT INTO s VALUES (?,?,?,?,?,?)", rows)
    connection.commit()
    elapsed = time.perf_counter() - began
    connection.close()
    return elapsed


def run() -> list[Figure]:
    """Import once; the process's peak memory is the importer's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "strong.csv"
        write_strong(file, SETS)
        fitfolio(folder, "user", "create", EMAIL)
        floor = bare_insert_s(folder)
        before = frameworks_s()
        began = time.perf_counter()
        fitfolio(folder, "import", str(file), "--user", EMAIL, "--unit", "kg")
        elapsed = time.perf_counter() - began
        reference = (before + frameworks_s()) / 2
        peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        began = time.perf_counter()
        fitfolio(folder, "import", str(file), "--user", EMAIL, "--unit", "kg")
        again = time.perf_counter() - began
    limit = times_reference(6.0)
    told = f"{elapsed:.1f} s; reference {reference:.2f} s, 0.6 s on a quiet machine"
    return [
        Figure("import of 100,000 sets, end to end", elapsed / reference, limit, "×", told),
        Figure("… against a bare durable insert of as many rows", elapsed / floor, None, "×", f"bare: {floor:.2f} s"),
        Figure("… peak memory", peak_mb, 300.0, "MB"),
        Figure("the same file again (adds nothing)", again / reference, limit, "×", f"{again:.1f} s"),
    ]  # fmt: skip
