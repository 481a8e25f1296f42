from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest


def ask(server, capsys, email="ada@example.org"):
    client = server.make_client()
    answer = client.post("/api/v1/auth/magic-link/start", json={"email": email})
    assert answer.status_code == 200, answer.text
    server.run_jobs()
    printed = capsys.readouterr().out
    token = re.search(r"#token=(\S+)", printed)
    code = re.search(r"code  (\d{6})", printed)
    return client, token and token[1], code and code[1]


def verify(client, **body):
    return client.post("/api/v1/auth/magic-link/verify", json=body)


def test_the_link_signs_in_once_and_the_first_account_is_the_administrator(server, capsys):
    client, token, _ = ask(server, capsys)
    assert client.get("/api/v1/auth/config").json()["first_account"] is True
    assert verify(client, token=token).status_code == 200
    me = client.get("/api/v1/auth/me").json()
    assert (me["email"], me["is_admin"], me["is_email_verified"]) == ("ada@example.org", True, True)
    again = verify(server.make_client(), token=token)
    assert (again.status_code, again.json()["code"]) == (400, "auth.invalid_token")


def test_the_typed_code_signs_in_wherever_the_link_would(server, capsys):
    client, token, code = ask(server, capsys)
    typed = f" {code[:3]} {code[3:]} "
    assert verify(client, email="Ada@Example.ORG", code=typed).status_code == 200
    assert verify(client, token=token).status_code == 400


def test_twenty_parallel_uses_of_one_link_open_exactly_one_session(server, capsys):
    _, token, _ = ask(server, capsys)
    clients = [server.make_client() for _ in range(20)]
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda client: verify(client, token=token).status_code, clients))
    assert sorted(answers) == [200] + [400] * 19


def test_five_wrong_codes_spend_the_code_but_not_the_link(server, capsys):
    client, token, code = ask(server, capsys)
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        assert verify(client, email="ada@example.org", code=wrong).status_code == 400
    assert verify(client, email="ada@example.org", code=code).status_code == 400
    assert verify(client, token=token).status_code == 200


def test_an_address_stops_taking_codes_after_twenty_wrong_ones_a_day(server, capsys):
    for _ in range(4):
        client, _, code = ask(server, capsys)
        wrong = "000000" if code != "000000" else "111111"
        for _ in range(5):
            verify(client, email="ada@example.org", code=wrong)
    client, token, code = ask(server, capsys)
    refused = verify(client, email="ada@example.org", code=code)
    assert (refused.status_code, refused.json()["code"]) == (429, "auth.too_many_codes")
    assert refused.headers["Retry-After"] == "3600"
    assert verify(client, token=token).status_code == 200


def test_a_link_dies_after_ten_minutes(server, capsys):
    client, token, code = ask(server, capsys)
    server.clock.advance(601)
    assert verify(client, token=token).status_code == 400
    assert verify(client, email="ada@example.org", code=code).status_code == 400


def test_a_stranger_gets_the_same_answer_but_no_link_when_sign_up_is_closed(server, capsys):
    server.sign_in("ada@example.org")
    client, token, _ = ask(server, capsys, "stranger@example.org")
    assert token is None
    known = client.post("/api/v1/auth/magic-link/start", json={"email": "ada@example.org"})
    unknown = client.post("/api/v1/auth/magic-link/start", json={"email": "x@example.org"})
    assert known.json() == unknown.json()


def test_signing_out_ends_the_session_on_the_server_and_can_be_repeated(server):
    person = server.sign_in()
    cookie = person.client.cookies["ff_sess"]
    token = person.client.headers["X-CSRF-Token"]
    assert person.client.post("/api/v1/auth/logout").status_code == 200
    thief = server.make_client()
    thief.cookies.set("ff_sess", cookie)
    assert thief.get("/api/v1/auth/me").status_code == 401
    assert thief.post("/api/v1/auth/logout", headers={"X-CSRF-Token": token}).status_code == 200


def test_state_changes_need_the_session_bound_token(server):
    person = server.sign_in()
    del person.client.headers["X-CSRF-Token"]
    missing = person.client.patch("/api/v1/auth/me", json={"weight_unit": "lb"})
    assert (missing.status_code, missing.json()["code"]) == (403, "request.csrf")
    other = person.client.patch(
        "/api/v1/auth/me", json={"weight_unit": "lb"}, headers={"X-CSRF-Token": "0" * 64}
    )
    assert other.status_code == 403
    assert person.client.get("/api/v1/auth/me").json()["weight_unit"] == "kg"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_requests_from_another_site_are_refused_even_without_a_session(server, headers):
    answer = server.make_client().post(
        "/api/v1/auth/magic-link/start", json={"email": "a@example.org"}, headers=headers
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "request.csrf")


def test_a_session_ends_after_two_weeks_without_use_and_lives_on_with_use(server):
    person = server.sign_in()
    day = 86_400
    for _ in range(4):
        server.clock.advance(10 * day)
        assert person.client.get("/api/v1/auth/me").status_code == 200
    server.clock.advance(15 * day)
    assert person.client.get("/api/v1/auth/me").status_code == 401


def test_no_session_outlives_its_absolute_end(server):
    person = server.sign_in()
    answers = []
    for _ in range(10):
        server.clock.advance(10 * 86_400)
        answers.append(person.client.get("/api/v1/auth/me").status_code)
    assert answers[:8] == [200] * 8
    assert answers[9] == 401


def test_the_profile_changes_only_in_the_fields_sent(server):
    client = server.sign_in().client
    changed = client.patch(
        "/api/v1/auth/me", json={"weight_unit": "lb", "time_zone": "Europe/Berlin"}
    )
    assert changed.status_code == 200
    assert (changed.json()["weight_unit"], changed.json()["time_zone"]) == ("lb", "Europe/Berlin")
    assert client.patch("/api/v1/auth/me", json={"equipment": ["barbell"]}).json()["equipment"] == [
        "barbell"
    ]
    assert client.patch("/api/v1/auth/me", json={"language": "de"}).json()["equipment"] == [
        "barbell"
    ]
    assert client.patch("/api/v1/auth/me", json={"equipment": None}).json()["equipment"] is None


@pytest.mark.parametrize(
    "body",
    [
        {"time_zone": "Mars/Base"},
        {"weight_unit": "stone"},
        {"is_admin": True},
        {"week_start": 8},
        {"display_name": "a\x00b"},
        {"equipment": ["death_ray"]},
    ],
)
def test_a_profile_field_out_of_range_is_refused(server, body):
    answer = server.sign_in().client.patch("/api/v1/auth/me", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")


@pytest.mark.parametrize(
    "email",
    [
        "",
        "ada",
        "@example.org",
        "ada@",
        "a b@example.org",
        "a@b@c",
        "a@example.org\r\nBcc: x@y",
        "x" * 300 + "@example.org",
    ],
)
def test_what_is_not_an_address_is_said_so(server, email):
    answer = server.make_client().post("/api/v1/auth/magic-link/start", json={"email": email})
    assert answer.status_code in {400, 422}
    assert answer.json()["code"] in {"auth.invalid_email", "request.invalid"}


def test_a_very_long_user_agent_is_cut_not_an_error(server, capsys):
    client, token, _ = ask(server, capsys)
    client.headers["User-Agent"] = "x" * 4000
    assert verify(client, token=token).status_code == 200
