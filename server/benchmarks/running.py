"""Our own processes: commands with their data in a folder, and a server on a free port."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit


def environment(folder: Path) -> dict[str, str]:
    """The variables of a process whose data lies in `folder` and which is never limited."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("FITFOLIO_")}
    return kept | {
        "FITFOLIO_DATA_DIR": str(folder / "data"),
        "FITFOLIO_RATE_LIMIT_ENABLED": "false",
        "FITFOLIO_LOG_LEVEL": "ERROR",
    }


def fitfolio(folder: Path, *arguments: str) -> str:
    """Run the command and return what it printed."""
    command = [sys.executable, "-m", "fitfolio.cli", *arguments]
    result = subprocess.run(
        command, env=environment(folder), stdout=subprocess.PIPE, text=True, check=True
    )
    return result.stdout


class RunningServer:
    """A server process; `ready_s` is the time from its start to the first 200 [s]."""

    def __init__(self, folder: Path) -> None:
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fitfolio.cli", "serve", "--port", "0"],
            env=environment(folder), stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if found is None:
            raise RuntimeError(f"the server said {line!r}")
        self.url = found[0]
        self.host = urlsplit(self.url).netloc
        while True:
            try:
                self.connection = http.client.HTTPConnection(self.host)
                self.connection.request("GET", "/readyz")
                answer = self.connection.getresponse()
                answer.read()
                if answer.status == 200:
                    break
            except OSError:
                time.sleep(0.005)
        self.ready_s = time.perf_counter() - began

    def memory_mb(self) -> float:
        """Proportional memory of the process [MB]."""
        text = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii")
        return int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1]) / 1024  # type: ignore[index]

    def sign_in(self, folder: Path, email: str) -> str:
        """The cookie header of a new session."""
        printed = fitfolio(folder, "sign-in-link", email)
        # On a busy machine the command outlives the idle connection; the next request opens one.
        self.connection.close()
        token = re.search(r"#token=(\S+)", printed)[1]  # type: ignore[index]
        body = json.dumps({"token": token})
        self.connection.request(
            "POST", "/api/v1/auth/magic-link/verify", body, {"Content-Type": "application/json"}
        )
        answer = self.connection.getresponse()
        answer.read()
        cookies = [
            value.split(";")[0] for key, value in answer.getheaders() if key.lower() == "set-cookie"
        ]
        return "; ".join(cookies)

    def get(self, path: str, cookie: str) -> bytes:
        """The body of an answer that must be 200."""
        self.connection.request("GET", path, headers={"Cookie": cookie})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
        return body


@contextlib.contextmanager
def running_server(folder: Path) -> Iterator[RunningServer]:
    """A server for the data in `folder`, stopped by its process id."""
    server = RunningServer(folder)
    try:
        yield server
    finally:
        server.connection.close()
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(timeout=20)
        assert server.process.stdout is not None
        server.process.stdout.close()
