"""A light client: keep-alive connections that each send their next request when they have the answer.

`python -m benchmarks.load` reads a job from standard input and prints what it measured. It runs in a
process of its own and does next to nothing per request, so that the server is what is measured.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
import uuid
from dataclasses import asdict, dataclass

from fitfolio.core.ids import uuid7


@dataclass(frozen=True)
class Job:
    """Where to post to and what; `{id}` in the body becomes a new UUIDv7 each time, as the app makes them."""

    host: str
    port: int
    paths: list[str]
    headers: dict[str, str]
    body: str
    clients: int
    seconds: float


@dataclass(frozen=True)
class Measured:
    """Answers per second, and times from request to whole answer [ms]."""

    per_second: float
    p50_ms: float
    p99_ms: float
    failures: int


class Client(asyncio.Protocol):
    """One connection."""

    def __init__(self, job: Job, number: int, until: float) -> None:
        head = [f"POST {job.paths[number % len(job.paths)]} HTTP/1.1", f"Host: {job.host}"]
        head += [f"{name}: {value}" for name, value in job.headers.items()]
        size = len(job.body.replace("{id}", str(uuid.UUID(int=0))))
        head += ["Content-Type: application/json", f"Content-Length: {size}"]
        self.head = ("\r\n".join(head) + "\r\n\r\n").encode()
        self.before, self.after = (part.encode() for part in job.body.split("{id}"))
        self.until = until
        self.times: list[float] = []
        self.failures = 0
        self.buffer = b""
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.send()

    def send(self) -> None:
        """The next request."""
        self.began = time.perf_counter()
        body = self.before + uuid7().encode() + self.after
        self.transport.write(self.head + body)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self.buffer[:end].lower()
        at = head.index(b"content-length:") + 15
        size = int(head[at : (head + b"\r\n").index(b"\r\n", at)])
        if len(self.buffer) < end + 4 + size:
            return
        self.buffer = b""
        now = time.perf_counter()
        self.times.append(now - self.began)
        if head[9:12] not in {b"200", b"201"}:
            self.failures += 1
        if now < self.until:
            self.send()
        else:
            self.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        self.failures += error is not None
        self.done.set_result(None)


async def measure(job: Job) -> Measured:
    """Run all clients for the job's time."""
    loop = asyncio.get_running_loop()
    began = time.perf_counter()
    made = [
        await loop.create_connection(
            lambda number=number: Client(job, number, began + job.seconds), job.host, job.port
        )
        for number in range(job.clients)
    ]
    clients = [protocol for _, protocol in made]
    await asyncio.gather(*(client.done for client in clients))
    elapsed = time.perf_counter() - began
    times = sorted(value for client in clients for value in client.times)
    return Measured(
        len(times) / elapsed,
        statistics.median(times) * 1000,
        times[int(len(times) * 0.99)] * 1000,
        sum(client.failures for client in clients),
    )


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(measure(Job(**json.load(sys.stdin)))))))
