"""Requests that another page makes a browser send, and sessions that somebody else has prepared."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sqlalchemy as sa

from fitfolio.auth.sign_in import make_sign_in
from fitfolio.core.origin import CSRF_COOKIE
from fitfolio.core.schema import metadata
from tests.permission_cases import (
    BODIES,
    CHANGING,
    ISSUERS_ANSWER,
    OPERATIONS,
    WITHOUT_TOKEN,
    belongings,
    everything,
)

VERIFY = "/api/v1/auth/magic-link/verify"
ME = "/api/v1/auth/me"
SIMPLE = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
"""What a form can send without asking first."""


CACHES = {"stale_exercise", "exercise_day", "exercise_record"}
"""Worked out from sets when somebody looks at them."""


def link_of(server: Any, email: str) -> str:
    return str(server.state.db.write_now(make_sign_in, email, server.clock.now_ms()).token)


def rows(server: Any) -> dict[str, list[Any]]:
    """Every row of every table, caches left out."""
    with server.state.db.reading() as conn:
        return {
            table.name: sorted(map(str, conn.execute(sa.select(table)).all()))
            for table in metadata.sorted_tables
            if table.name not in CACHES
        }


def test_reading_changes_nothing_by_any_method_that_reads(server):
    eve = server.sign_in()
    ids = belongings(eve) | {"slug": "531-bbb"}
    server.run_jobs()
    eve.client.get("/api/v1/push/key")  # made when it is first needed
    before = rows(server)
    for item in OPERATIONS:
        if item.method == "GET" and item.path != ISSUERS_ANSWER:
            for method in ("GET", "HEAD", "OPTIONS"):
                answer = eve.client.request(method, item.url(ids))
                assert answer.status_code < 500, item
    for path in {item.path for item in CHANGING}:
        item = next(one for one in CHANGING if one.path == path)
        for method in ("GET", "HEAD", "OPTIONS", "TRACE"):
            assert eve.client.request(method, item.url(ids)).status_code < 500, path
    assert rows(server) == before


def test_no_state_change_hides_behind_a_method_override(sqlite_server):
    eve = sqlite_server.sign_in()
    ids = belongings(eve)
    before = everything(eve.client)
    for item in CHANGING:
        for name in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
            headers = {name: item.method}
            params = {"_method": item.method}
            answer = eve.client.get(item.url(ids), headers=headers, params=params)
            assert answer.status_code in {200, 404, 405, 422}, item
    assert everything(eve.client) == before


def test_a_form_of_another_page_changes_nothing_even_with_the_cookies(sqlite_server):
    """An old browser that says nothing about where the form comes from still lacks the token."""
    eve = sqlite_server.sign_in()
    ids = belongings(eve)
    before = everything(eve.client)
    del eve.client.headers["X-CSRF-Token"]
    for item in CHANGING:
        if item.path in WITHOUT_TOKEN:
            continue
        body = json.dumps(BODIES[item.method, item.path]() if item.has_body else {})
        for kind in SIMPLE:
            answer = eve.client.request(
                item.method, item.url(ids), content=body, headers={"Content-Type": kind}
            )
            assert (answer.status_code, answer.json()["code"]) == (403, "request.csrf"), item
    assert everything(eve.client) == before


def test_the_token_of_one_session_is_worth_nothing_in_another(sqlite_server):
    ada, eve = sqlite_server.sign_in("ada@example.org"), sqlite_server.sign_in("eve@example.org")
    theirs = ada.client.cookies[CSRF_COOKIE]
    eve.client.cookies.set(CSRF_COOKIE, theirs)  # as a sister domain could set it
    answer = eve.client.patch(ME, json={"display_name": "x"}, headers={"X-CSRF-Token": theirs})
    assert (answer.status_code, answer.json()["code"]) == (403, "request.csrf")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "null"},
        {"Origin": "https://evil.example"}, {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:9999"}, {"Origin": "http://evil.example#localhost"},
        {"Origin": "http://evil@localhost"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["application/json", "text/plain"])
def test_nobody_is_signed_in_to_an_account_that_another_page_chose(sqlite_server, headers, kind):
    """Login CSRF: the attacker's own link, sent by the victim's browser."""
    sqlite_server.sign_in("eve@example.org")
    token = link_of(sqlite_server, "eve@example.org")
    victim = sqlite_server.make_client()
    body = json.dumps({"token": token})
    answer = victim.post(VERIFY, content=body, headers=headers | {"Content-Type": kind})
    assert (answer.status_code, answer.json()["code"]) == (403, "request.csrf")
    assert "set-cookie" not in answer.headers
    assert victim.get(ME).status_code == 401


def test_opening_the_link_signs_nobody_in(sqlite_server):
    """Mail scanners, previews and images of other pages read; only a tap on the page sends."""
    sqlite_server.sign_in()
    token = link_of(sqlite_server, "ada@example.org")
    client = sqlite_server.make_client()
    for path in (VERIFY, "/auth/verify", "/auth/confirm-email", "/sign-in"):
        for method in ("GET", "HEAD", "OPTIONS"):
            answer = client.request(method, f"{path}?token={token}")
            assert "set-cookie" not in answer.headers
    assert client.get(ME).status_code == 401
    assert client.post(VERIFY, json={"token": token}).status_code == 200


def test_signing_in_never_takes_over_a_session_that_was_prepared(server):
    """Session fixation: neither a made-up secret nor the attacker's own session survives."""
    eve = server.sign_in("eve@example.org")
    server.sign_in("ada@example.org")
    for planted in ("made-up", eve.client.cookies["ff_sess"]):
        victim = server.make_client()
        victim.cookies.set("ff_sess", planted)
        victim.cookies.set(CSRF_COOKIE, "made-up")
        answer = victim.post(VERIFY, json={"token": link_of(server, "ada@example.org")})
        assert answer.status_code == 200
        given = answer.cookies["ff_sess"]
        assert given != planted
        assert not given.startswith(planted)
        attacker = server.make_client()
        attacker.cookies.set("ff_sess", planted)
        assert attacker.get(ME).status_code == 401, "what was planted is no way in, and ended"
        owner = server.make_client()
        owner.cookies.set("ff_sess", given)
        assert owner.get(ME).json()["email"] == "ada@example.org"


def test_a_session_is_only_ever_taken_from_its_cookie(server):
    secret = server.sign_in().client.cookies["ff_sess"]
    stranger = server.make_client()
    for headers in (
        {"Authorization": f"Bearer {secret}"}, {"X-Session": secret}, {"Cookie": f"FF_SESS={secret}"},
        {"Cookie": f"session={secret}"},
    ):  # fmt: skip
        assert stranger.get(ME, headers=headers).status_code == 401
    for params in ({"ff_sess": secret}, {"token": secret}, {"access_token": secret}):
        assert stranger.get(ME, params=params).status_code == 401


def test_no_answer_lets_another_origin_read_it(sqlite_server):
    eve = sqlite_server.sign_in()
    for method in ("GET", "OPTIONS"):
        answer = eve.client.request(
            method, ME, headers={"Origin": "https://evil.example",
                                 "Access-Control-Request-Method": "PATCH"},
        )  # fmt: skip
        named = [name for name in answer.headers if name.startswith("access-control-")]
        assert named == []
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
