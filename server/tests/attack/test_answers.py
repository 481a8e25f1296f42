"""Every refusal is a problem document with its headers, and no answer tells what it should not."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import sqlalchemy as sa

from fitfolio.auth.secrets import hash_secret
from fitfolio.core.errors import CODES
from fitfolio.core.middleware import SECURITY_HEADERS
from tests.conftest import Server, make_settings, start_server
from tests.permission_cases import ISSUERS_ANSWER, OPERATIONS, PUBLIC, belongings, call

ORIGIN = "https://gym.example.org"
ME = "/api/v1/auth/me"
TELLING = re.compile(
    r"Traceback|File \"|site-packages|sqlalchemy|sqlite3|psycopg|starlette|uvicorn|SELECT |INSERT "
    r"|pydantic|/server/fitfolio|\.py\b|0x[0-9a-f]{6}", re.IGNORECASE,
)  # fmt: skip


@pytest.fixture
def gym(sqlite_url, tmp_path):
    yield from start_server(
        make_settings(sqlite_url, tmp_path, public_url=ORIGIN, rate_limit_enabled=True)
    )


def broken(server: Server, error: Exception, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An answer to a request in which the database fails like this."""

    async def fail(*_args: object, **_options: object) -> None:
        raise error

    client = server.sign_in().client
    monkeypatch.setattr(server.state.db, "read_heavy", fail)
    return client.get("/api/v1/home")


def refusals(server: Server, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """One answer of each kind that is no success, made by every layer there is."""
    client, stranger = server.sign_in().client, server.make_client()
    start, secret = "/api/v1/auth/magic-link/start", "the secret inside"
    found = {
        "signed out": stranger.get(ME),
        "foreign page": client.patch(ME, json={}, headers={"Sec-Fetch-Site": "cross-site"}),
        "no token": client.patch(ME, json={}, headers={"X-CSRF-Token": ""}),
        "no such route": client.get("/api/v1/nothing"),
        "no such file": client.get("/assets/nothing.js"),
        "no such link": client.get("/p/AAAAAAAAAAAAAAAAAAAAAA"),
        "wrong method": client.put(ME),
        "wrong host": client.get(ME, headers={"Host": "evil.example"}),
        "malformed": client.patch(ME, json={"x": secret}),
        "no JSON": client.patch(ME, content=b"{", headers={"Content-Type": "application/json"}),
        "too large": client.patch(ME, content=b"x" * 3_000_000),
        "a rule": client.post(start, json={"email": "nobody"}),
        "a conflict": client.post("/api/v1/admin/invitations", json={"email": "b@example.org"}),
        "not metrics": client.get("/metrics"),
        "bad token": client.get(ME, headers={"Authorization": "Bearer ffp_x"}),
        "too often": [client.post(start, json={"email": "b@example.org"}) for _ in range(6)][-1],
    }
    failures: dict[str, Exception] = {
        "a bug": RuntimeError(secret),
        "a bug of the database": sa.exc.ProgrammingError(f"SELECT {secret}", {}, Exception(secret)),
        "busy": sa.exc.OperationalError(f"SELECT {secret}", {}, Exception(f"locked {secret}")),
        "full": OSError(28, secret),
        "no connection": sa.exc.TimeoutError(secret),
    }
    for name, error in failures.items():
        found[name] = broken(server, error, monkeypatch)
    return found


def test_every_refusal_carries_every_header_and_tells_nothing_of_the_inside(gym, monkeypatch):
    found = refusals(gym, monkeypatch)
    assert {answer.status_code for answer in found.values()} == {
        400, 401, 403, 404, 405, 409, 413, 421, 422, 429, 500, 503, 507,
    }  # fmt: skip
    for name, answer in found.items():
        for header, value in SECURITY_HEADERS.items():
            if not (name == "no such link" and header == "Content-Security-Policy"):
                assert answer.headers[header] == value, (name, header)
        assert answer.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
        assert answer.headers["X-Request-ID"], name
        assert "the secret inside" not in answer.text, name
        assert not TELLING.search(answer.text), (name, answer.text)
        assert "server" not in answer.headers
        assert "x-powered-by" not in answer.headers


def test_every_refusal_of_the_api_is_a_problem_with_a_documented_code(gym, monkeypatch):
    for name, answer in refusals(gym, monkeypatch).items():
        if name in {"no such file", "no such link", "not metrics"}:
            assert answer.headers["Content-Type"].startswith(("text/plain", "text/html"))
            continue
        assert answer.headers["Content-Type"] == "application/problem+json", name
        problem = answer.json()
        assert problem["status"] == answer.status_code
        assert CODES[problem["code"]][0] == answer.status_code, name
        assert set(problem) >= {"type", "title", "detail"}
        assert answer.headers["Cache-Control"] == "no-store"


def test_what_fails_once_is_logged_once_with_the_request_it_belongs_to(gym, monkeypatch, caplog):
    answer = broken(gym, RuntimeError("the secret inside"), monkeypatch)
    (record,) = [one for one in caplog.records if one.levelname == "ERROR"]
    assert "the secret inside" in caplog.text, "the log is where it is told"
    assert record.name.startswith("fitfolio")
    assert answer.json()["code"] == "server.failed"


def test_no_answer_holds_a_secret_or_its_hash(server):
    """Neither the caller's own nor anybody's: what is shown once is shown by one answer only."""
    ada = server.sign_in()
    ids = belongings(ada) | {"slug": "531-bbb"}
    token = ada.client.post(
        "/api/v1/auth/tokens", json={"name": "t", "scopes": ["read"], "expires_at": None}
    ).json()["token"]
    secrets = [ada.client.cookies["ff_sess"], token]
    secrets += [hash_secret(one) for one in secrets]
    with server.state.db.reading() as conn:
        for table, column in (("user_session", "token_hash"), ("api_token", "token_hash"),
                              ("passkey", "public_key")):  # fmt: skip
            secrets += conn.execute(sa.text(f"SELECT {column} FROM {table}")).scalars()  # of ours
    assert len(secrets) >= 7
    for item in OPERATIONS:
        answer = call(ada.client, item, ids)
        told = answer.text + str(
            [pair for pair in answer.headers.items() if pair[0] != "set-cookie"]
        )
        for one in secrets:
            assert one not in told, (item, one)


def test_every_text_names_its_encoding(sqlite_server):
    """JSON needs none: it is UTF-8 by its definition."""
    eve = sqlite_server.sign_in()
    ids = belongings(eve) | {"slug": "531-bbb"}
    token = ids["token"]
    asked = [item for item in OPERATIONS if item.method == "GET" and item.path != ISSUERS_ANSWER]
    paths = [item.url(ids) for item in asked]
    paths += [f"/p/{token}", f"/p/{token}.txt", "/p/page.css", "/p/x", "/assets/x.js", "/metrics"]
    texts = 0
    for path in paths:
        kind = eve.client.get(path).headers["Content-Type"]
        if kind.startswith("text/"):
            assert kind.endswith("; charset=utf-8"), path
            texts += 1
        else:
            assert kind in {"application/json", "application/problem+json"}, path
    assert texts == 7


def test_an_address_of_somebody_is_told_to_nobody_but_them_and_administrators(server):
    """Not even by what is shared: neither by lists, nor by errors, nor by ids that are taken."""
    server.sign_in("first@example.org")
    ada, eve = server.sign_in("secret-ada@example.org"), server.sign_in("eve@example.org")
    theirs, mine = belongings(ada), belongings(eve)
    for item in OPERATIONS:
        if item.path.startswith("/api/v1/admin/") or item.path.endswith("/logout"):
            continue
        for ids in (theirs, mine):
            told = call(eve.client, item, ids | {"slug": "531-bbb"}).text
            assert "secret-ada" not in told, item
            assert ada.id not in told, item


def test_nothing_is_said_about_the_software_to_who_is_not_signed_in(sqlite_server):
    """The web app's version is public, as its files are; nothing else about the host is."""
    stranger = sqlite_server.make_client()
    for method, path in sorted(PUBLIC):
        if method != "GET" or "{" in path or path == ISSUERS_ANSWER:
            continue
        assert set(stranger.get(path).json()) == {
            "account_delete_days", "delivery", "first_account", "oidc_name", "passkeys", "signup",
            "version",
        }  # fmt: skip
    for path in ("/docs", "/redoc", "/docs/oauth2-redirect", "/metrics", "/debug", "/_debug/mail",
                 "/.git/HEAD", "/server-status", "/api/v1/admin/system", "/graphql"):  # fmt: skip
        answer = stranger.get(path)
        # Where the app is built, an address of nothing is one of its pages.
        assert answer.status_code in {401, 404} or "<title>FitFolio" in answer.text, path
        assert not TELLING.search(answer.text), path
    assert json.loads(stranger.get("/healthz").text) == {"status": "ok"}
