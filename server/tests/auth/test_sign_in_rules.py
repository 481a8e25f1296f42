from __future__ import annotations

import json

import pytest

from fitfolio.auth.sign_in import make_secrets, make_sign_in
from tests.auth.builders import audit_rows, audit_types, let_proof_expire, printed_code
from tests.conftest import make_settings, start_server

START = "/api/v1/auth/magic-link/start"
VERIFY = "/api/v1/auth/magic-link/verify"


def secrets_for(server, email="ada@example.org"):
    return server.state.db.write_now(make_sign_in, email, server.clock.now_ms())


def test_older_links_and_codes_die_when_a_newer_one_is_used(server):
    server.sign_in()
    first, second, third = (secrets_for(server) for _ in range(3))
    assert server.make_client().post(VERIFY, json={"token": second.token}).status_code == 200
    for old in (first, third):
        client = server.make_client()
        assert client.post(VERIFY, json={"token": old.token}).status_code == 400
        body = {"email": old.email, "code": old.code}
        assert client.post(VERIFY, json=body).status_code == 400


@pytest.mark.parametrize("purpose", ["proof", "email_old", "email_new"])
def test_what_proves_something_else_signs_nobody_in(server, purpose):
    server.sign_in()
    secrets = server.state.db.write_now(
        make_secrets, "ada@example.org", server.clock.now_ms(), purpose=purpose
    )
    client = server.make_client()
    assert client.post(VERIFY, json={"token": secrets.token}).status_code == 400
    body = {"email": secrets.email, "code": secrets.code}
    assert client.post(VERIFY, json=body).status_code == 400


def test_wrong_codes_are_answered_alike_for_known_and_unknown_addresses(server):
    server.sign_in("ada@example.org")
    client = server.make_client()
    answers = {}
    for email in ("ada@example.org", "nobody@example.org"):
        answers[email] = [
            client.post(VERIFY, json={"email": email, "code": "000000"}) for _ in range(22)
        ]
    known, unknown = answers.values()
    assert [one.status_code for one in known] == [one.status_code for one in unknown]
    assert [one.json() for one in known] == [one.json() for one in unknown]
    assert [one.status_code for one in known][-2:] == [429] * 2


def test_the_unknown_address_costs_the_same_statements(server):
    from tests.test_query_budget import counting

    server.sign_in("ada@example.org")
    client = server.make_client()
    counts = []
    for email in ("ada@example.org", "nobody@example.org"):
        with counting(server) as statements:
            answer = client.post(START, json={"email": email})
        counts.append((len(statements), answer.json()))
    assert counts[0] == counts[1]


def test_what_failed_and_what_succeeded_is_in_the_log_with_device_and_address(server):
    client = server.make_client()
    client.headers["User-Agent"] = "curl/8\x1b[31m"
    client.post(START, json={"email": "Ada@Example.org"})
    client.post(VERIFY, json={"email": "ada@example.org", "code": "1"})
    client.post(VERIFY, json={"token": "made-up"})
    client.post(VERIFY, json={"token": secrets_for(server).token})
    rows = audit_rows(server)
    assert [(row.event_type, row.outcome) for row in rows] == [
        ("magic_link_requested", "ok"), ("magic_link_verified_failed", "failed"),
        ("magic_link_verified_failed", "failed"), ("user_created", "ok"),
        ("email_verified", "ok"), ("magic_link_verified_success", "ok"),
    ]  # fmt: skip
    assert {row.email for row in rows[:2]} == {"ada@example.org"}
    assert {row.address for row in rows} == {"testclient"}
    assert all("\x1b" not in row.user_agent for row in rows)
    assert all(row.request_id for row in rows)
    assert "made-up" not in json.dumps([list(row) for row in rows])


def test_an_invited_sign_up_needs_an_invitation(sqlite_url, tmp_path):
    for server in start_server(make_settings(sqlite_url, tmp_path, signup="invite")):
        server.sign_in("ada@example.org")
        token = secrets_for(server, "eve@example.org").token
        assert server.make_client().post(VERIFY, json={"token": token}).status_code == 400


def test_open_sign_up_takes_everybody_in_as_an_ordinary_person(sqlite_url, tmp_path):
    for server in start_server(make_settings(sqlite_url, tmp_path, signup="open")):
        server.sign_in("ada@example.org")
        client = server.make_client()
        token = secrets_for(server, "eve@example.org").token
        assert client.post(VERIFY, json={"token": token}).status_code == 200
        assert client.get("/api/v1/auth/me").json()["is_admin"] is False
        assert client.get("/api/v1/auth/config").json()["signup"] == "open"


def test_a_mailed_code_proves_again_who_sits_at_the_session_that_asked(server, capsys):
    person = server.sign_in()
    let_proof_expire(server)
    assert person.client.post("/api/v1/auth/proof/start").status_code == 200
    code = printed_code(server, capsys)
    from tests.auth.builders import second_device

    other = second_device(server, person)
    # Meant for another session, and not spent by it.
    assert other.post("/api/v1/auth/proof/verify", json={"code": code}).status_code == 400
    wrong = person.client.post("/api/v1/auth/proof/verify", json={"code": "x"})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "auth.invalid_token")
    verify = {"code": code}
    assert person.client.post("/api/v1/auth/proof/verify", json=verify).status_code == 200
    assert person.client.post("/api/v1/auth/proof/verify", json=verify).status_code == 400
    assert audit_types(server).count("proof_given") == 1
    assert audit_types(server).count("proof_failed") == 3


def test_the_standard_limit_headers_stand_beside_the_old_ones(sqlite_url, tmp_path):
    for server in start_server(make_settings(sqlite_url, tmp_path, rate_limit_enabled=True)):
        answer = server.make_client().post(START, json={"email": "ada@example.org"})
        assert answer.headers["RateLimit-Policy"] == '"magic-link-start";q=5;w=60'
        assert answer.headers["RateLimit"].startswith('"magic-link-start";r=4;t=')
