"""More of everything than anybody needs, sent to the product's own web server as raw bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fitfolio.core.web_server import HEAD_LIMIT
from tests.attack.wire import request, send
from tests.conftest import make_settings, start_server
from tests.live.conftest import run_server

HUGE_HEADS = {
    "a long path": request(b"/" + b"a" * 70_000),
    "a long query": request(b"/api/v1/auth/config?" + b"a" * 70_000),
    "ten thousand parameters": request(b"/?" + b"a=b&" * 20_000),
    "a long header": request(b"/healthz", b"X-Long: " + b"a" * 90_000),
    "a long name of a header": request(b"/healthz", b"X" * 90_000 + b": a"),
    "ten thousand headers": request(b"/healthz", *[b"X-%d: y" % n for n in range(10_000)]),
    "ten thousand cookies": request(b"/api/v1/auth/me", b"Cookie: " + b"a=b; " * 20_000),
    "a folded header": request(b"/healthz", b"X: a", *[b" more"] * 20_000),
}


@pytest.mark.parametrize("name", HUGE_HEADS)
def test_a_head_without_end_is_refused_before_it_is_kept(standing, name):
    answer = send(standing.base, HUGE_HEADS[name])
    # Who goes on sending may find the connection cut before the answer.
    if answer is not None:
        assert answer.status in {400, 414, 431}
        assert json.loads(answer.body)["code"].startswith("request.")
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert standing.sign_in().client.get("/api/v1/auth/me").status_code == 200


def test_a_head_within_the_limit_is_taken_however_it_arrives(running):
    """The limit counts heads only: neither bodies nor the requests before it on a connection."""
    client = running.sign_in().client
    padding = "a" * (HEAD_LIMIT // 2)
    for _ in range(4):
        assert client.get("/api/v1/auth/me", headers={"X-Pad": padding}).status_code == 200
    texts = ["x" * 200_000] * 5
    answer = client.post("/api/v1/programs/check", json={"text": "\n".join(texts)})
    assert answer.status_code == 400, "the program is none, but was read"
    pipelined = request(b"/healthz").replace(b"Connection: close\r\n", b"")
    last = send(running.base, pipelined * 3000 + request(b"/healthz"))
    assert last is not None
    assert last.status == 200


def test_what_is_no_http_is_a_problem_with_the_headers_of_every_answer(sqlite_url, tmp_path):
    with run_server(sqlite_url, tmp_path, public_url="https://gym.example.org") as running:
        for data in (
            b"\x16\x03\x01\x02\x00\r\n\r\n", b"GET / HTTP/1.1\r\nbad header\r\n\r\n",
            b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            b"GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
            b"CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n",
        ):  # fmt: skip
            answer = send(running.base, data)
            assert answer is not None, data
            assert (answer.status, json.loads(answer.body)["code"]) == (400, "request.unreadable")
            assert answer.headers["content-type"] == "application/problem+json"
            assert "max-age=63072000" in answer.headers["strict-transport-security"]
            assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
            assert "server" not in answer.headers


TRAVERSALS = [b"/../../../../etc/passwd", b"/..%2f..%2fetc/passwd", b"/%2e%2e/%2e%2e/etc/passwd",
              b"/assets/../../../etc/passwd", b"/assets/..%5c..%5csecret.txt", b"/....//....//etc/passwd",
              b"/%c0%ae%c0%ae/etc/passwd", b"/..%00/etc/passwd", b"/.env", b"/.git/config",
              b"/fitfolio.sqlite3", b"/data/fitfolio.sqlite3", b"/server/fitfolio/settings.py",
              b"//etc/passwd", b"/p/../../etc/passwd", b"/p/..%2f..%2fetc%2fpasswd.txt",
              b"/assets//etc/passwd", b"file:///etc/passwd", b"/~root", b"/static/../x.py"]  # fmt: skip


@pytest.mark.parametrize("target", TRAVERSALS)
def test_no_path_leads_out_of_what_was_built(standing, target):
    answer = send(standing.base, request(target))
    assert answer is not None
    assert b"root:" not in answer.body
    assert b"secret" not in answer.body
    assert b"SQLite" not in answer.body
    assert answer.status in {200, 400, 404}


def test_a_folder_is_never_listed(standing):
    """It is a page of the app, or nothing."""
    for target in (b"/assets/", b"/assets", b"/icons/", b"/api/v1/", b"/p/"):
        answer = send(standing.base, request(target))
        assert answer is not None
        assert answer.status == 404 or b"<title>FitFolio" in answer.body


def nested(depth: int) -> Any:
    return b'{"a":' * depth + b"1" + b"}" * depth


BODIES = {
    "fields": b"{" + b",".join(b'"%d":1' % n for n in range(30_000)) + b"}",
    "depth": nested(60_000),
    "digits": b'{"value":' + b"9" * 1_000_000 + b"}",
    "a long key": b'{"' + b"k" * 1_000_000 + b'":1}',
    "the same key": b"{" + b",".join([b'"title":"x"'] * 100_000) + b"}",
    "a long list": b'{"exercises":[' + b",".join([b"{}"] * 200_000) + b"]}",
    "a long text": json.dumps({"title": "x" * 1_000_000}).encode(),
}


@pytest.mark.parametrize("name", BODIES)
def test_the_answer_to_a_huge_body_is_small(sqlite_server, name):
    """What is refused is not told at length, or one request would buy a hundred times its bytes."""
    client = sqlite_server.sign_in().client
    for path in ("/api/v1/workouts", "/api/v1/metrics", "/api/v1/sync/operations"):
        answer = client.post(
            path, content=BODIES[name], headers={"Content-Type": "application/json"}
        )
        assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")
        assert len(answer.content) < 20_000


@pytest.mark.parametrize(
    "path",
    ["magic-link/start", "magic-link/verify", "email/verify", "email/resend-verification",
     "webauthn/authenticate/finish"],
)  # fmt: skip
def test_who_is_not_signed_in_may_send_little(sqlite_server, path):
    client = sqlite_server.make_client()

    def unstated():
        for _ in range(40):
            yield b" " * 2048

    for content in (b"{" + b" " * 70_000, unstated()):
        answer = client.post(
            f"/api/v1/auth/{path}", content=content, headers={"Content-Type": "application/json"}
        )
        assert (answer.status_code, answer.json()["code"]) == (413, "request.too_large")


def test_a_list_is_never_longer_than_its_limit(sqlite_server):
    client = sqlite_server.sign_in().client
    for path in ("workouts", "records", "metrics", "exercises", "sync", "admin/users"):
        for limit in ("1001", "99999999999999999999", "-1", "0", "1e9", "NaN", ""):
            answer = client.get(f"/api/v1/{path}", params={"limit": limit})
            assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid"), (
                path,
                limit,
            )
    listed = client.get("/api/v1/admin/audit/events", params={"page_size": 1001})
    assert listed.status_code == 422


def test_the_costly_things_are_limited_by_the_minute(sqlite_url, tmp_path):
    for server in start_server(make_settings(sqlite_url, tmp_path, rate_limit_enabled=True)):
        client = server.sign_in().client
        for path, most in (("/api/v1/export", 20), ("/api/v1/export/sets.csv", 0)):
            statuses = [client.get(path).status_code for _ in range(most + 1)]
            assert statuses == [200] * most + [429], path
