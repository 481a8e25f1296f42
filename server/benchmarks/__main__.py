"""`python -m benchmarks [NAME …]`: run every bench_*.py here, or those named, and print a table.

A benchmark is a module `bench_NAME.py` with `run() -> list[Figure]`. Each runs in a process of
its own, so that the memory and the imports of one do not colour the next. Exit code 1 when a
figure misses its limit or a benchmark fails.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from benchmarks.figures import Figure, figures_to_table

FOLDER = Path(__file__).parent
ONE = "--one"


def main(arguments: list[str]) -> int:
    """Run the benchmarks named in `arguments` (all when empty); return the exit code."""
    if arguments[:1] == [ONE]:
        print_figures_of(arguments[1])
        return 0
    known = bench_names()
    unknown = set(arguments) - set(known)
    if unknown:
        print(f"bench: no benchmark named {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    figures: list[Figure] = []
    failed: list[str] = []
    for name in arguments or known:
        measured = run_apart(name)
        if measured is None:
            failed.append(name)
        else:
            figures += measured
    print(figures_to_table(figures))
    missed = [figure.name for figure in figures if not figure.is_met]
    for problem, names in (("failed", failed), ("missed its limit", missed)):
        for name in names:
            print(f"bench: {name} {problem}", file=sys.stderr)
    return 1 if failed or missed else 0


def bench_names(folder: Path = FOLDER) -> list[str]:
    """Return the names of the benchmarks in a folder, sorted."""
    return sorted(path.stem.removeprefix("bench_") for path in folder.glob("bench_*.py"))


def run_apart(name: str) -> list[Figure] | None:
    """Run one benchmark in a new process; None when it failed."""
    began = time.monotonic()
    print(f"bench: {name} …", file=sys.stderr, flush=True)
    result = subprocess.run(
        [sys.executable, "-m", "benchmarks", ONE, name],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    print(f"bench: {name} took {time.monotonic() - began:.1f} s", file=sys.stderr, flush=True)
    if result.returncode != 0:
        return None
    return [Figure(**fields) for fields in json.loads(result.stdout.splitlines()[-1])]


def print_figures_of(name: str) -> None:
    """Run one benchmark here and print its figures as one line of JSON, the last of the output."""
    figures = importlib.import_module(f"benchmarks.bench_{name}").run()
    print(json.dumps([asdict(figure) for figure in figures]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
