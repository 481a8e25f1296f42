"""Names and addresses a client may claim: host names, places to go on to, and where it comes from."""

from __future__ import annotations

import re

import pytest

from tests.conftest import make_settings, start_server
from tests.live.conftest import run_server
from tests.permission_cases import ISSUERS_ANSWER, OPERATIONS, belongings, call
from tests.sharing.builders import share

START = "/api/v1/auth/magic-link/start"
FORGED_HOSTS = [
    {"Host": "evil.example"},
    {"Host": "localhost@evil.example"},
    {"Host": "evil.example:80"},
    {"X-Forwarded-Host": "evil.example"},
    {"X-Host": "evil.example"},
    {"X-Forwarded-Server": "evil.example"},
    {"Forwarded": "host=evil.example;proto=https"},
    {"X-Forwarded-Proto": "https", "X-Forwarded-Port": "1", "X-Forwarded-Prefix": "/evil.example"},
    {"X-Original-URL": "https://evil.example/", "X-Rewrite-URL": "//evil.example/"},
    {"Origin": "http://localhost", "Referer": "https://evil.example/"},
]
FORGED_ADDRESSES = ["X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP", "True-Client-IP",
                    "X-Client-IP", "X-Cluster-Client-IP", "X-Originating-IP", "X-Remote-Addr", "Via"]  # fmt: skip


@pytest.mark.parametrize("headers", FORGED_HOSTS)
def test_no_header_decides_where_a_mailed_link_or_a_shared_page_leads(
    sqlite_server, capsys, headers
):
    client = sqlite_server.sign_in().client
    stored = share(client)
    capsys.readouterr()
    reader = sqlite_server.make_client()
    body = {"email": "ada@example.org"}
    assert reader.post(START, json=body, headers=headers).status_code == 200
    sqlite_server.run_jobs()
    printed = capsys.readouterr().out
    assert re.findall(r"https?://[^/\s]+", printed) == ["http://localhost"]
    page = reader.get(f"/p/{stored['token']}", headers=headers)
    data = reader.get(f"/api/v1/shared/{stored['token']}", headers=headers)
    assert page.status_code == data.status_code == 200
    for answer in (page, data, client.get("/api/v1/shares", headers=headers)):
        assert "evil.example" not in answer.text
        assert "evil.example" not in str(dict(answer.headers))


def test_with_tls_a_forged_host_gets_no_answer_at_all(sqlite_url, tmp_path):
    settings = make_settings(sqlite_url, tmp_path, public_url="https://gym.example.org")
    for server in start_server(settings):
        client = server.make_client()
        for host in ("evil.example", "gym.example.org.evil.example", "gym.example.org@evil.example",
                     "evil.example:443", "", "gym.example.org, evil.example", "\xff"):  # fmt: skip
            answer = client.get("/", headers={"Host": host.encode("latin-1")})
            assert (answer.status_code, answer.json()["code"]) == (421, "request.wrong_host"), host
        forged = {"Host": "gym.example.org", "X-Forwarded-Host": "evil.example"}
        assert client.get("/api/v1/auth/config", headers=forged).status_code == 200


PLACES = ["//evil.example", "/\\evil.example", "/%2f%2fevil.example", "/%5cevil.example",
          "/https://evil.example", "/%0d%0aLocation:%20https://evil.example", "/.evil.example",
          "///evil.example/..", "/api/v1/auth/me/", "/api/v1/auth/me//", "/api/v1//auth/me", "/p/",
          "/auth/verify?next=https://evil.example", "/sign-in?next=//evil.example"]  # fmt: skip


def test_the_server_sends_nobody_anywhere(sqlite_server):
    """But the answer of an OpenID issuer, to the app's own page, so no redirect is open."""
    eve = sqlite_server.sign_in()
    eve.client.follow_redirects = False
    ids = belongings(eve) | {"slug": "531-bbb"}
    answers = [eve.client.request(method, path) for path in PLACES for method in ("GET", "HEAD")]
    answers += [call(eve.client, item, ids) for item in OPERATIONS if item.path != ISSUERS_ANSWER]
    for answer in answers:
        assert not 300 <= answer.status_code < 400, answer.url
        assert "location" not in answer.headers
        assert "refresh" not in answer.headers
    for place in ("https://evil.example", "//evil.example", "/\\evil.example"):
        params = dict.fromkeys(("next", "state", "redirect_uri", "error"), place)
        answer = eve.client.get(ISSUERS_ANSWER, params=params)
        assert answer.status_code == 303
        assert answer.headers["Location"].startswith("/auth/oidc#next=%2F&error=")
        assert "evil" not in answer.headers["Location"]


@pytest.fixture
def limited(sqlite_url, tmp_path):
    yield from start_server(make_settings(sqlite_url, tmp_path, rate_limit_enabled=True))


@pytest.mark.parametrize("name", FORGED_ADDRESSES)
def test_an_address_one_claims_to_come_from_gets_around_no_limit(limited, name):
    client = limited.make_client()
    asked = [
        client.post(
            START, json={"email": f"a{n}@example.org"}, headers={name: f"for=203.0.113.{n}"}
        )
        for n in range(6)
    ]
    assert [answer.status_code for answer in asked] == [200] * 5 + [429]


@pytest.mark.parametrize(
    "spelling",
    [f"{START}/", f"{START}?x=1", f"{START}#x", "/api/v1/auth/magic%2Dlink/start",
     "/api/v1/auth/magic-link/%73tart", f"{START}//", START.upper(), f"/{START}", f"{START};x=1",
     "/api/v1/auth/../auth/magic-link/start", f"{START}%00", f"{START}%20"],
)  # fmt: skip
def test_another_spelling_of_the_path_gets_around_no_limit(limited, spelling):
    client = limited.make_client()
    for n in range(5):
        assert client.post(START, json={"email": f"a{n}@example.org"}).status_code == 200
    answer = client.post(spelling, json={"email": "more@example.org"})
    assert answer.status_code in {404, 405, 429}, answer.text


def test_behind_a_proxy_the_addresses_before_the_proxys_own_word_count_for_nothing(
    sqlite_url, tmp_path
):
    with run_server(
        sqlite_url, tmp_path, rate_limit_enabled=True, trusted_proxies="127.0.0.1"
    ) as running:
        client = running.sign_in().client
        statuses = [
            client.post(
                START, json={"email": f"a{n}@example.org"},
                headers={"X-Forwarded-For": f"198.51.100.{n}, 203.0.113.9", "X-Real-IP": f"10.0.0.{n}"},
            ).status_code
            for n in range(6)
        ]  # fmt: skip
        assert statuses == [200] * 5 + [429]
        other = client.post(
            START, json={"email": "b@example.org"}, headers={"X-Forwarded-For": "203.0.113.10"}
        )
        assert other.status_code == 200, "another household has a budget of its own"


def test_no_spelling_of_an_address_gets_a_mailbox_more_letters(sqlite_url, tmp_path):
    spellings = ["ada@example.org", "Ada@Example.ORG", " ada@example.org ", "ａｄａ@example.org",
                 "ada@ｅxample.org", "ADA@example。org"]  # fmt: skip
    with run_server(
        sqlite_url, tmp_path, rate_limit_enabled=True, trusted_proxies="127.0.0.1"
    ) as running:
        client = running.sign_in().client
        statuses = [
            client.post(
                START, json={"email": spellings[n % len(spellings)]},
                headers={"X-Forwarded-For": f"203.0.113.{n}"},
            ).status_code
            for n in range(12)
        ]  # fmt: skip
    assert statuses == [200] * 10 + [429] * 2


def test_a_link_in_the_mail_is_the_settings_address_and_carries_its_secret_behind_the_hash(
    sqlite_server, capsys
):
    sqlite_server.sign_in()
    capsys.readouterr()
    sqlite_server.make_client().post(START, json={"email": "ada@example.org"})
    sqlite_server.run_jobs()
    printed = capsys.readouterr().out
    (link,) = re.findall(r"http\S+", printed)
    assert link.startswith("http://localhost/auth/verify#token=")
