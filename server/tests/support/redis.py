"""A real Redis on the loopback that a test may stop, hold up and start again."""

from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


class RunningRedis:
    """One server on one port; it keeps nothing on disk."""

    def __init__(self, program: str, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.command = [
            program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "",
            "--appendonly", "no", "--dir", str(folder), "--loglevel", "warning",
        ]  # fmt: skip
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 20
        while True:
            with contextlib.suppress(OSError):
                if self.say("PING") == b"+PONG\r\n":
                    return
            assert time.monotonic() < until, "redis-server does not answer"
            assert self.process.poll() is None, "redis-server has ended"
            time.sleep(0.01)

    def say(self, command: str) -> bytes:
        """The first words of its answer."""
        with socket.create_connection(("127.0.0.1", self.port), 5) as line:
            line.sendall(command.encode() + b"\r\n")
            return line.recv(65536)

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait()

    def hold(self) -> None:
        """It still takes connections and says nothing any more."""
        self.process.send_signal(signal.SIGSTOP)

    def let_go(self) -> None:
        """It goes on."""
        self.process.send_signal(signal.SIGCONT)


@contextlib.contextmanager
def running_redis(folder: Path) -> Iterator[RunningRedis]:
    """A Redis, while it runs; where the program is missing the test is skipped."""
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if program is None:
        pytest.skip("there is no redis-server here (.ci/run installs it)")
    server = RunningRedis(program, folder)
    try:
        yield server
    finally:
        server.kill()
