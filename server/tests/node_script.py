"""Scripts of the web app that answer over a pipe, one JSON line for one, to compare both languages."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WEB = Path(__file__).parents[2] / "web"


class NodeScript:
    """A running script."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def tell(self, message: Any) -> None:
        """Send a line that gets no answer."""
        assert self._process.stdin is not None
        print(json.dumps(message), file=self._process.stdin, flush=True)

    def ask(self, question: Any) -> Any:
        """Send a line and wait for the answer; raises EOFError when the script ended."""
        assert self._process.stdout is not None
        self.tell(question)
        line = self._process.stdout.readline()
        if not line:
            raise EOFError(f"the script ended at {str(question)[:200]}")
        return json.loads(line)

    def call(self, function: str, *args: Any) -> Any:
        """Result of a function of the training core, named as in `conformance/`."""
        return self.ask({"function": function, "args": args})


@contextmanager
def node_script(name: str) -> Iterator[NodeScript]:
    """Start a script of `web/scripts`; it ends with its input."""
    own = WEB / "node_modules/.bin/node"  # `make setup` adds one where the machine's is too old
    node = str(own) if own.exists() else shutil.which("node")
    assert node is not None, "no Node here: run make setup"
    with subprocess.Popen(
        [node, "--import", "./scripts/source-alias.ts", f"scripts/{name}"],
        cwd=WEB,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield NodeScript(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0
