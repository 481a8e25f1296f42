"""The training core of the web app, asked over a pipe: one JSON line per call."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WEB = Path(__file__).parents[3] / "web"


class NodeCore:
    """A running Node process that answers calls of `web/src/training`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def call(self, function: str, *args: Any) -> Any:
        """Result of a function named as in `conformance/`; raises EOFError when the process ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(
            json.dumps({"function": function, "args": args}), file=self._process.stdin, flush=True
        )
        line = self._process.stdout.readline()
        if not line:
            raise EOFError(f"the web app's training core ended in {function}")
        return json.loads(line)


@contextmanager
def node_core() -> Iterator[NodeCore]:
    """Start the process and end it with its input."""
    own = WEB / "node_modules/.bin/node"  # `make setup` adds one where the machine's is too old
    node = str(own) if own.exists() else shutil.which("node")
    assert node is not None, "no Node here: run make setup"
    with subprocess.Popen(
        [node, "scripts/training-calls.ts"],
        cwd=WEB,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield NodeCore(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0
