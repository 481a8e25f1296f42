from __future__ import annotations

import gzip
import json
import logging

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from fitfolio.app import create_app
from fitfolio.core.logs import JsonFormatter
from fitfolio.core.middleware import client_address
from tests.conftest import make_settings, start_server


def test_every_answer_carries_the_security_headers(sqlite_server):
    client = sqlite_server.make_client()
    for path in ("/healthz", "/api/v1/auth/me", "/api/v1/nothing", "/", "/openapi.json"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "require-trusted-types-for 'script'" in policy
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert "camera=()" in headers["Permissions-Policy"]
        assert "publickey-credentials-get=(self)" in headers["Permissions-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Strict-Transport-Security" not in headers


def test_https_adds_strict_transport_and_host_cookies(sqlite_url, tmp_path):
    settings = make_settings(sqlite_url, tmp_path, public_url="https://testserver")
    for server in start_server(settings):
        person = server.sign_in()
        assert "__Host-ff_sess" in person.client.cookies
        answer = person.client.get("/api/v1/auth/me")
        assert answer.status_code == 200
        assert "max-age=63072000" in answer.headers["Strict-Transport-Security"]


def test_a_request_id_is_kept_if_harmless_and_replaced_if_not(sqlite_server):
    client = sqlite_server.make_client()
    assert (
        client.get("/healthz", headers={"X-Request-ID": "abc-123-xyz"}).headers["X-Request-ID"]
        == "abc-123-xyz"
    )
    forged = client.get("/healthz", headers={"X-Request-ID": 'x" \x1b[31m evil'}).headers[
        "X-Request-ID"
    ]
    assert len(forged) == 36


def test_metrics_exist_only_for_the_token(sqlite_url, tmp_path, sqlite_server):
    assert sqlite_server.make_client().get("/metrics").status_code == 404
    for server in start_server(make_settings(sqlite_url, tmp_path, metrics_token="t0ken")):
        client = server.make_client()
        assert client.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 404
        client.get("/api/v1/auth/config")
        text = client.get("/metrics", headers={"Authorization": "Bearer t0ken"}).text
        assert 'route="/api/v1/auth/config"' in text


def test_large_answers_are_compressed_for_those_who_can_read_it(sqlite_server):
    client = sqlite_server.make_client()
    packed = client.get("/openapi.json", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/openapi.json", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.json() == plain.json()
    small = client.get("/healthz", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in small.headers


@pytest.mark.parametrize(
    "body",
    [
        '{"email": NaN}',
        '{"email": 1e999}',
        "[1,2",
        '{"email": "a@example.org", "x": 1}',
        '{"email": "\\ud800@example.org"}',
        "null",
        '{"email": "a\\u0000@b.c"}',
    ],
)
def test_malformed_bodies_are_422_problems_and_never_echoed(sqlite_server, body):
    answer = sqlite_server.make_client().post(
        "/api/v1/auth/magic-link/start", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "request.invalid"
    assert '"input"' not in answer.text


def test_a_body_over_the_cap_is_413(sqlite_server):
    answer = sqlite_server.make_client().post(
        "/api/v1/auth/magic-link/start", json={"email": "x" * 3_000_000}
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "request.too_large")


def test_a_body_of_unstated_length_is_cut_off_at_the_cap(sqlite_server):
    def endless():
        for _ in range(100):
            yield b"x" * 100_000

    answer = sqlite_server.make_client().post(
        "/api/v1/auth/magic-link/start",
        content=endless(),
        headers={"Content-Type": "application/json"},
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "request.too_large")
    assert "Content-Security-Policy" in answer.headers


def test_wrong_method_and_wrong_address_are_problems(sqlite_server):
    client = sqlite_server.make_client()
    assert client.get("/api/v1/auth/logout").json()["code"] == "request.method_not_allowed"
    assert client.get("/api/v1/nothing").json()["code"] == "request.not_found"
    assert client.get("/api/v1/auth/me/").status_code == 404


def test_an_unexpected_error_says_nothing_about_itself(sqlite_url, tmp_path):
    app = create_app(make_settings(sqlite_url, tmp_path), run_jobs=False)

    @app.get("/api/boom")
    async def boom():
        raise RuntimeError("the secret inside")

    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/api/boom")
    assert (answer.status_code, answer.json()["code"]) == (500, "server.failed")
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("gym.example.org", 200),
        ("GYM.example.org:8443", 200),
        ("a.lan", 200),
        ("lan", 421),
        ("evil.example", 421),
        ("gym.example.org.evil.example", 421),
        ("[::1]:80", 421),
        ("", 421),
    ],
)
def test_hosts_that_are_not_ours_are_refused_when_the_setting_says_so(
    sqlite_url, tmp_path, host, status
):
    settings = make_settings(sqlite_url, tmp_path, allowed_hosts="gym.example.org *.lan")
    for server in start_server(settings):
        client = server.make_client()
        answer = client.get("/api/v1/auth/config", headers={"Host": host})
        assert answer.status_code == status
        if status == 421:
            assert answer.json()["code"] == "request.wrong_host"
        assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"public_url": "https://gym.example.org"}, 421),
        ({"public_url": "https://gym.example.org", "allowed_hosts": "*"}, 200),
        ({"public_url": "http://gym.example.org"}, 200),
    ],
)
def test_an_address_with_tls_is_the_only_one_unless_the_setting_says_otherwise(
    sqlite_url, tmp_path, changes, status
):
    for server in start_server(make_settings(sqlite_url, tmp_path, **changes)):
        client = server.make_client()
        for host, expected in (("evil.example", status), ("gym.example.org", 200)):
            answer = client.get("/api/v1/auth/config", headers={"Host": host})
            assert answer.status_code == expected


@pytest.mark.parametrize(
    ("peer", "forwarded", "trusted", "expected"),
    [
        ("1.2.3.4", "9.9.9.9", (), "1.2.3.4"),
        ("1.2.3.4", "9.9.9.9", ("10.0.0.0/8",), "1.2.3.4"),
        ("10.0.0.1", "9.9.9.9", ("10.0.0.0/8",), "9.9.9.9"),
        ("10.0.0.1", "6.6.6.6, 9.9.9.9, 10.0.0.2", ("10.0.0.0/8",), "9.9.9.9"),
        ("10.0.0.1", "garbage", ("10.0.0.0/8",), "10.0.0.1"),
        ("10.0.0.1", "", ("10.0.0.0/8",), "10.0.0.1"),
    ],
)
def test_forwarded_addresses_count_only_through_trusted_proxies(peer, forwarded, trusted, expected):
    scope = {
        "type": "http",
        "client": (peer, 1),
        "headers": [(b"x-forwarded-for", forwarded.encode())],
    }
    assert client_address(scope, trusted) == expected


def test_a_log_line_is_one_json_object_whatever_is_in_it():
    record = logging.makeLogRecord(
        {"name": "x", "levelname": "INFO", "msg": "line\nbreak \x1b[31m", "path": '/"\r\n'}
    )
    line = JsonFormatter().format(record)
    assert "\n" not in line
    assert json.loads(line)["path"] == '/"\r\n'


@pytest.fixture
def web(tmp_path):
    root = tmp_path / "web"
    (root / "assets").mkdir(parents=True)
    (root / "index.html").write_text("<!doctype html><title>FitFolio</title>")
    (root / "sw.js").write_text("self")
    script = root / "assets" / "app-abc123.js"
    script.write_text("export {}")
    script.with_name("app-abc123.js.gz").write_bytes(gzip.compress(b"export {}"))
    script.with_name("app-abc123.js.br").write_bytes(b"not really brotli")
    return root


@pytest.fixture
def web_client(sqlite_url, tmp_path, web):
    app = create_app(make_settings(sqlite_url, tmp_path), run_jobs=False, web=web)
    with TestClient(app) as client:
        yield client


def test_hashed_assets_are_immutable_and_compressed(web_client):
    answer = web_client.get("/assets/app-abc123.js", headers={"Accept-Encoding": "gzip"})
    assert answer.text == "export {}"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_the_shell_is_revalidated_and_answers_for_every_page_of_the_app(web_client):
    for path in ("/", "/history", "/workouts/01a2", "/sign-in"):
        answer = web_client.get(path)
        assert "<title>FitFolio</title>" in answer.text
        assert answer.headers["Cache-Control"] == "no-cache"
    again = web_client.get("/", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/assets/missing.js",
        "/../settings.py",
        "/assets/../../secret.txt",
        "/%2e%2e/x.py",
        "/.git/config.bak",
    ],
)
def test_files_that_were_not_built_are_404(web_client, path):
    assert web_client.get(path).status_code == 404


def test_a_server_without_a_free_connection_asks_to_come_back(sqlite_server, monkeypatch):
    ada = sqlite_server.sign_in()

    async def none_free(*_args, **_kwargs):
        raise sa.exc.TimeoutError

    monkeypatch.setattr(sqlite_server.state.db, "read_heavy", none_free)
    answer = ada.client.get("/api/v1/home")
    assert (answer.status_code, answer.json()["code"]) == (503, "server.busy")
    assert answer.headers["Retry-After"] == "2"
