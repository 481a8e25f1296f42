from __future__ import annotations

import asyncio
import http.client
import json
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.support.fault_proxy import FaultProxy, Rule, close, read_request


class Target:
    """A server that counts what reaches it and answers with the count."""

    def __init__(self):
        self.bodies: list[bytes] = []
        self.port = 0

    async def serve(self, reader, writer):
        while (request := await read_request(reader)) is not None:
            self.bodies.append(request.body)
            body = json.dumps({"count": len(self.bodies)}).encode()
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
            await writer.drain()
        await close(writer)

    async def start(self):
        server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        return server


def post(port, path="/api/x", body=b"{}"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("POST", path, body)
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


def run(rules, *paths):
    """What a client hears for each path, what reached the server, and the proxy's log."""

    async def scenario():
        target = Target()
        server = await target.start()
        proxy = FaultProxy(f"http://127.0.0.1:{target.port}")
        await proxy.start()
        proxy.rules = rules
        heard = []
        for path in paths:
            try:
                heard.append(await asyncio.to_thread(post, proxy.port, path))
            except (OSError, http.client.HTTPException):
                heard.append(None)
        await proxy.stop()
        server.close()
        await asyncio.sleep(0.05)  # the last connections are still being closed
        return heard, len(target.bodies), [item.action for item in proxy.log]

    return asyncio.run(scenario())


@pytest.mark.parametrize(
    ("action", "heard", "reached"),
    [
        ("refuse", [None, {"count": 1}], 1),
        ("cut", [None, {"count": 2}], 2),
        ("halve", [None, {"count": 2}], 2),
        ("duplicate", [{"count": 2}, {"count": 3}], 3),
        ("delay", [{"count": 1}, {"count": 2}], 2),
        ("late", [None, {"count": 1}], 2),
    ],
)
def test_each_fault_does_what_its_name_says_once(action, heard, reached):
    rule = Rule(action, times=1, ms=100)
    assert run([rule], "/api/x", "/api/x") == (heard, reached, [action, ""])


def test_a_rule_may_be_about_one_path_and_last_for_ever():
    rules = [Rule("refuse", path="/api/v1/sync", method="POST")]
    heard, reached, log = run(rules, "/api/v1/sync/operations", "/api/v1/home", "/api/v1/sync")
    assert (heard, reached) == ([None, {"count": 1}, None], 1)
    assert log == ["refuse", "", "refuse"]


def test_as_a_command_it_is_told_its_rules_over_the_control_port():
    async def scenario():
        target = Target()
        server = await target.start()
        result = await asyncio.to_thread(use_command, target.port)
        server.close()
        await asyncio.sleep(0.05)
        return result

    first, second, log = asyncio.run(scenario())
    assert (first, second) == (None, {"count": 2})
    assert [item["action"] for item in log] == ["cut", ""]


def use_command(target_port):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.fault_proxy", "--target",
         f"http://127.0.0.1:{target_port}"],
        cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        ports = json.loads(process.stdout.readline())
        control = f"http://127.0.0.1:{ports['control_port']}"
        rules = json.dumps([{"action": "cut", "times": 1}]).encode()
        request = urllib.request.Request(f"{control}/rules", rules, method="PUT")
        with urllib.request.urlopen(request, timeout=5) as answer:
            assert json.loads(answer.read())[0]["action"] == "cut"
        heard = []
        for _ in range(2):
            try:
                heard.append(post(ports["port"]))
            except (OSError, http.client.HTTPException):
                heard.append(None)
            time.sleep(0.01)
        with urllib.request.urlopen(f"{control}/log", timeout=5) as answer:
            return *heard, json.loads(answer.read())
    finally:
        process.terminate()
        process.communicate()
