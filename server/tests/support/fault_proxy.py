"""A loopback proxy that breaks HTTP on purpose: cuts, repeats, delays, refuses.

    python -m tests.support.fault_proxy --target http://127.0.0.1:8000 [--port 0] [--control-port 0]

prints one line of JSON with both ports when it listens. Rules are set over the control port:

    PUT /rules      [{"action": "cut", "path": "/api/v1/sync", "method": "POST", "times": 1}]
    GET /log        [{"method": "POST", "path": "/api/v1/sync/operations", "action": "cut"}, …]
    DELETE /log

The first rule that fits a request and is not used up is applied. Actions:

    refuse      the connection ends before anything reaches the server
    cut         the server does its work, the client never hears of it
    halve       the client gets the first half of the answer
    duplicate   the server gets the request twice, the client the second answer
    late        the connection ends at once, the request reaches the server `ms` later
    delay       everything happens, `ms` later

`path` is a prefix; left out, every request fits, as with `method`. `times` left out means for ever.
WebSockets pass through; `refuse` ends them too. Answers are handed on when they are complete.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import sys
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

MAX_HEAD = 65_536


@dataclass
class Rule:
    """What is done to requests that fit, and how often still; None is for ever."""

    action: str
    path: str = ""
    method: str = ""
    times: int | None = None
    ms: int = 0

    def fits(self, method: str, path: str) -> bool:
        return (
            self.times != 0
            and path.startswith(self.path)
            and (not self.method or self.method == method)
        )


@dataclass
class Logged:
    """One request and what was done to it; empty for nothing."""

    method: str
    path: str
    action: str


@dataclass
class Request:
    """A request as it came, head and body."""

    method: str
    path: str
    head: bytes
    body: bytes
    is_upgrade: bool

    @property
    def raw(self) -> bytes:
        return self.head + self.body


class FaultProxy:
    """The proxy and its control port; `rules` may also be set directly."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self.target = (parts.hostname or "127.0.0.1", parts.port or 80)
        self.rules: list[Rule] = []
        self.log: list[Logged] = []
        self.port = self.control_port = 0
        self._servers: list[asyncio.Server] = []
        self._late: set[asyncio.Task[None]] = set()

    async def start(self, port: int = 0, control_port: int = 0) -> None:
        """Listen on loopback; 0 takes a free port."""
        proxy = await asyncio.start_server(self._serve, "127.0.0.1", port, limit=MAX_HEAD)
        control = await asyncio.start_server(self._control, "127.0.0.1", control_port)
        self._servers = [proxy, control]
        self.port, self.control_port = (
            server.sockets[0].getsockname()[1] for server in self._servers
        )

    async def stop(self) -> None:
        """Stop listening; requests held back are still delivered."""
        for server in self._servers:
            server.close()
            await server.wait_closed()
        if self._late:
            await asyncio.gather(*self._late, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while (request := await read_request(reader)) is not None:
                if not await self._handle(request, reader, writer):
                    break
        await close(writer)

    async def _handle(
        self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """Whether the connection lives on."""
        rule = next((rule for rule in self.rules if rule.fits(request.method, request.path)), None)
        action = rule.action if rule else ""
        if rule is not None and rule.times is not None:
            rule.times -= 1
        self.log.append(Logged(request.method, request.path, action))
        if action == "refuse":
            return abort(writer)
        if action == "late" and rule is not None:
            task = asyncio.create_task(self._deliver_later(request, rule.ms))
            self._late.add(task)
            task.add_done_callback(self._late.discard)
            return abort(writer)
        if action == "delay" and rule is not None:
            await asyncio.sleep(rule.ms / 1000)
        if request.is_upgrade:
            await self._tunnel(request, reader, writer)
            return False
        if action == "duplicate":
            await self._forward(request)
        answer = await self._forward(request)
        if action == "cut":
            return abort(writer)
        writer.write(first_half(answer) if action == "halve" else answer)
        await writer.drain()
        return abort(writer) if action == "halve" else True

    async def _deliver_later(self, request: Request, ms: int) -> None:
        await asyncio.sleep(ms / 1000)
        with contextlib.suppress(ConnectionError):
            await self._forward(request)

    async def _forward(self, request: Request) -> bytes:
        """The whole answer, or 502 when the server cannot be reached."""
        try:
            reader, writer = await asyncio.open_connection(*self.target)
        except OSError:
            return b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
        try:
            writer.write(request.raw)
            await writer.drain()
            return await read_answer(reader, request.method)
        finally:
            await close(writer)

    async def _tunnel(
        self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        far_reader, far_writer = await asyncio.open_connection(*self.target)
        far_writer.write(request.raw)
        await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))

    async def _control(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await read_request(reader)
        if request is not None:
            status, value = self._answer_control(request)
            body = json.dumps(value).encode()
            head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n"
            # Pages of the app under test may set the rules themselves.
            head += f"Access-Control-Allow-Origin: *\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
        await close(writer)

    def _answer_control(self, request: Request) -> tuple[str, object]:
        match request.method, request.path:
            case "GET", "/rules":
                return "200 OK", [asdict(rule) for rule in self.rules]
            case "PUT", "/rules":
                self.rules = [Rule(**fields) for fields in json.loads(request.body)]
                return "200 OK", [asdict(rule) for rule in self.rules]
            case "GET", "/log":
                return "200 OK", [asdict(item) for item in self.log]
            case "DELETE", "/log":
                self.log.clear()
                return "200 OK", []
            case _:
                return "404 Not Found", {"detail": "PUT /rules, GET /log, DELETE /log"}


def first_half(answer: bytes) -> bytes:
    """The head and half of the body."""
    body = answer.index(b"\r\n\r\n") + 4
    return answer[: (body + len(answer)) // 2]


def abort(writer: asyncio.StreamWriter) -> bool:
    """End a connection the hard way; False, for `_handle`."""
    writer.transport.abort()
    return False


async def close(writer: asyncio.StreamWriter) -> None:
    """End a connection and wait until its socket is gone."""
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Hand bytes on until one side ends."""
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """The next request, or None when the client has gone."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    method, path, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
    headers = parse_headers(head)
    body = await read_body(reader, headers, until_end=False)
    return Request(method, path, head, body, "upgrade" in headers)


async def read_answer(reader: asyncio.StreamReader, method: str) -> bytes:
    """A complete answer of the server."""
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1])
    if method == "HEAD" or status in {204, 304} or status < 200:
        return head
    return head + await read_body(reader, parse_headers(head), until_end=True)


async def read_body(
    reader: asyncio.StreamReader, headers: dict[str, str], *, until_end: bool
) -> bytes:
    """The body as it stands on the wire, chunks included."""
    if "chunked" in headers.get("transfer-encoding", ""):
        parts = []
        while True:
            line = await reader.readuntil(b"\r\n")
            size = int(line.split(b";")[0], 16)
            parts += [line, await reader.readexactly(size + 2)]
            if size == 0:
                return b"".join(parts)
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    return await reader.read() if until_end else b""


def parse_headers(head: bytes) -> dict[str, str]:
    """Headers by lower-case name."""
    lines = head.decode("latin-1").split("\r\n")[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


async def main(arguments: list[str]) -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description="A loopback proxy that breaks HTTP on purpose.")
    parser.add_argument("--target", required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control-port", type=int, default=0)
    options = parser.parse_args(arguments)
    proxy = FaultProxy(options.target)
    await proxy.start(options.port, options.control_port)
    ports = {"port": proxy.port, "control_port": proxy.control_port}
    sys.stdout.write(json.dumps(ports) + "\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(sys.argv[1:]))
