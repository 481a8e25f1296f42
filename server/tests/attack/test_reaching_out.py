"""Requests that somebody would have the server make: it calls nobody but push services, its mail
server and the OpenID issuer of the settings (`auth/test_oidc_answers.py`)."""

from __future__ import annotations

import ast
import contextlib
import socket
from pathlib import Path

import pytest

from fitfolio.app import PACKAGE
from fitfolio.push import sending
from tests.attack.test_mass_assignment import objects
from tests.conftest import make_settings, start_server
from tests.permission_cases import description
from tests.programs.program_builders import FIVES, a_program, post
from tests.push.builders import a_browser
from tests.sharing.builders import publish

SUBSCRIPTIONS = "/api/v1/push/subscriptions"
CALLERS = {
    "core/mail.py": {"smtplib"},  # to the mail server of the settings
    "commands/tokens.py": {"smtplib"},  # catches what the mail server says
    "core/outbox.py": {"smtplib"},  # the same
    "core/addresses.py": {"socket"},  # looks names up and refuses the own network
    "core/fetch.py": {"http", "socket"},  # to the OpenID issuer of the settings
    "commands/serve.py": {"socket"},  # the port that is listened on
    "commands/checks.py": {"socket"},  # asks this server on this machine
}
"""Modules that may open connections. `push.sending` does it on asyncio's streams."""
CLIENTS = {"smtplib", "http", "urllib.request", "urllib3", "httpx", "httpx2", "requests", "aiohttp", "ftplib",
           "socket", "subprocess", "xml", "pickle", "marshal", "shelve", "yaml", "telnetlib"}  # fmt: skip


def imported(path: Path) -> set[str]:
    """The modules that a file imports, of which one must know why."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        found |= {one for one in CLIENTS for name in names if f"{name}.".startswith(f"{one}.")}
    return found


def test_nothing_in_the_server_calls_runs_or_unpickles_but_what_is_known():
    """No shell, no pickle, no XML and no web client; a new one must be named here and be attacked."""
    found = {
        str(path.relative_to(PACKAGE)): imported(path)
        for path in PACKAGE.rglob("*.py")
        if "migrations" not in path.parts
    }
    assert len(found) > 150
    assert {path: names for path, names in found.items() if names} == CALLERS


def test_only_a_push_subscription_takes_an_address_that_is_called():
    """Every field named like an address, whichever body it is in."""
    document = description()
    parts = document["components"]["schemas"]
    bodies = [
        item["requestBody"]
        for path in document["paths"].values()
        for item in path.values()
        if "requestBody" in item
    ]
    schemas = [body["content"].get("application/json", {}).get("schema", {}) for body in bodies]
    fields = {
        f"{where}.{name}"
        for where, schema in objects(schemas, parts, set(), "")
        for name in schema.get("properties", {})
        if set(name.split("_")) & {"url", "uri", "href", "host", "endpoint", "webhook", "source"}
    }
    assert fields == {"SubscriptionWrite.endpoint"}


@pytest.fixture
def trap():
    """A port on loopback that nobody has any business with."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        yield listening


def visitors(listening: socket.socket) -> int:
    count = 0
    with contextlib.suppress(BlockingIOError):
        while True:
            listening.accept()[0].close()
            count += 1
    return count


@pytest.mark.parametrize(
    "place",
    ["http://127.0.0.1:{port}/x", "https://127.0.0.1:{port}/x", "https://localhost:{port}/", "https://[::1]/",
     "https://127.1:{port}/", "https://2130706433:{port}/", "https://0x7f.1/", "https://0177.0.0.1/",
     "https://[::ffff:127.0.0.1]/", "https://169.254.169.254/latest/meta-data", "https://0/",
     "https://user@127.0.0.1:{port}/", "https://push.example.org:{port}/", "gopher://127.0.0.1:{port}/_",
     "file:///etc/passwd", "https://127.0.0.1:{port}#.push.example.org", "//127.0.0.1:{port}/",
     "https://push.example.org@127.0.0.1:{port}/", "https://127。0。0。1/", "https://①②⑦.0.0.1/"],
)  # fmt: skip
def test_a_push_service_inside_the_own_network_is_refused_and_never_called(
    sqlite_server, trap, place
):
    client = sqlite_server.sign_in().client
    endpoint = place.format(port=trap.getsockname()[1])
    answer = client.put(SUBSCRIPTIONS, json=a_browser().subscription(endpoint))
    assert answer.status_code in {400, 422}, endpoint
    client.post("/api/v1/push/test")
    sqlite_server.run_jobs()
    assert visitors(trap) == 0


def test_the_trap_would_notice_a_visitor(sqlite_url, tmp_path, trap, monkeypatch):
    """Where the host allows private push services, the same request does come."""
    monkeypatch.setattr(sending, "TIMEOUT_S", 0.3)
    for server in start_server(make_settings(sqlite_url, tmp_path, push_allow_private=True)):
        client = server.sign_in().client
        endpoint = f"http://127.0.0.1:{trap.getsockname()[1]}/x"
        client.put(SUBSCRIPTIONS, json=a_browser().subscription(endpoint)).raise_for_status()
        client.post("/api/v1/push/test").raise_for_status()
        assert visitors(trap) == 1


def test_the_source_of_a_program_is_never_opened(sqlite_server, trap):
    client = sqlite_server.sign_in().client
    address = f"http://127.0.0.1:{trap.getsockname()[1]}/x"
    text = FIVES.replace('program "Fives"\n', f'program "Fives"\n  source "{address}"\n')
    publish(client, text)
    post(client, "programs", a_program(draft_text=text))
    client.post("/api/v1/programs/check", json={"text": text})
    client.post("/api/v1/programs/preview", json={"text": text})
    sqlite_server.run_jobs()
    assert visitors(trap) == 0
