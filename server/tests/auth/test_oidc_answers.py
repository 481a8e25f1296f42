"""What an OpenID issuer, or somebody who plays it, may answer: only what holds signs anybody in."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from fitfolio.auth.oidc_issuer import Issuer, Unreachable
from fitfolio.core.clock import ManualClock
from fitfolio.settings import Settings
from tests.auth.builders import audit_rows, audit_types
from tests.auth.openid_steps import (
    CALLBACK,
    START,
    begin,
    come_back,
    is_in,
    running,
    sign_in,
    visit,
)
from tests.conftest import START_MS, make_settings, start_server
from tests.support.openid import CLIENT, SECRET, running_provider

# -- tokens that are wrong in one thing


NOW_S = START_MS // 1000


@pytest.mark.parametrize(
    "changes",
    [
        {"nonce": "of another try"},
        {"nonce": None},
        {"nonce": ["x"]},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"aud": "another-client"},
        {"aud": ["another-client"]},
        {"aud": [CLIENT, "another-client"]},
        {"aud": [CLIENT, "another-client"], "azp": "another-client"},
        {"azp": "another-client"},
        {"aud": None},
        {"exp": NOW_S - 61},
        {"exp": None},
        {"exp": "soon"},
        {"iat": None},
        {"iat": NOW_S + 600},
        {"nbf": NOW_S + 600},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"at_hash": "bm90IGl0"},
    ],
    ids=json.dumps,
)
def test_an_id_token_that_is_wrong_in_one_thing_signs_nobody_in(openid_lite, changes):
    openid_lite.provider.changes = changes
    client = openid_lite.make_client()
    assert sign_in(client) == {"next": "/", "error": "oidc.failed"}
    assert not is_in(client)
    assert audit_types(openid_lite) == ["oidc_login_failed"]


@pytest.mark.parametrize(
    "how", ["sign_with_none", "sign_with_the_public_key", "sign_with_another_key"]
)
def test_only_the_issuers_own_key_signs(openid_lite, how):
    openid_lite.provider.sign = getattr(openid_lite.provider, how)
    assert sign_in(openid_lite.make_client())["error"] == "oidc.failed"


@pytest.mark.parametrize("token", ["", "x", "a.b", "a.b.c", "é.é.é", None])
def test_what_is_no_token_is_refused(openid_lite, token):
    openid_lite.provider.sign = lambda _claims: token
    assert sign_in(openid_lite.make_client())["error"] == "oidc.failed"


def test_a_new_key_is_fetched_when_one_is_unknown_but_not_for_every_forgery(openid_lite):
    assert sign_in(openid_lite.make_client()) == {"next": "/"}
    openid_lite.provider.rotate()
    assert sign_in(openid_lite.make_client())["error"] == "oidc.failed"
    openid_lite.clock.advance(61)
    assert sign_in(openid_lite.make_client()) == {"next": "/"}
    assert openid_lite.provider.asked.count("/jwks") == 2
    openid_lite.provider.sign = openid_lite.provider.sign_with_another_key
    for _ in range(3):
        assert sign_in(openid_lite.make_client())["error"] == "oidc.failed"
    assert openid_lite.provider.asked.count("/jwks") == 2
    assert openid_lite.provider.asked.count("/.well-known/openid-configuration") == 1
    openid_lite.provider.sign = openid_lite.provider.sign_well
    openid_lite.clock.advance(3601)
    assert sign_in(openid_lite.make_client()) == {"next": "/"}
    assert openid_lite.provider.asked.count("/.well-known/openid-configuration") == 2


def test_what_a_minimal_token_leaves_out_is_asked_for(openid_lite):
    openid_lite.provider.keeps_tokens_minimal = True
    assert sign_in(openid_lite.make_client()) == {"next": "/"}
    openid_lite.provider.userinfo_changes = {"sub": "somebody else"}
    assert sign_in(openid_lite.make_client())["error"] == "oidc.failed"


# -- answers that this browser did not ask for


def test_an_answer_to_another_browser_signs_nobody_in(openid_lite):
    mallory, victim = openid_lite.make_client(), openid_lite.make_client()
    answer = visit(begin(mallory))
    assert come_back(victim, answer) == {"next": "/", "error": "oidc.failed"}
    # One with a try of its own under way is not led astray either, and its try stays good.
    own = visit(begin(victim))
    assert come_back(victim, answer)["error"] == "oidc.failed"
    assert not is_in(victim)
    assert come_back(victim, own) == {"next": "/"}


def test_an_answer_counts_once_even_twenty_times_at_once(openid):
    client = openid.make_client()
    answer = visit(begin(client))
    secret = client.cookies["ff_oidc"]
    browsers = [openid.make_client() for _ in range(20)]
    for browser in browsers:
        browser.cookies["ff_oidc"] = secret
    with ThreadPoolExecutor(20) as pool:
        said = list(pool.map(lambda browser: come_back(browser, answer), browsers))
    assert sorted(one.get("error", "") for one in said) == ["", *["oidc.failed"] * 19]


def test_an_answer_that_comes_too_late_does_not_count(openid_lite):
    client = openid_lite.make_client()
    answer = visit(begin(client))
    openid_lite.clock.advance(601)
    assert come_back(client, answer)["error"] == "oidc.failed"


def test_the_verifier_of_the_try_redeems_the_code_and_no_other(openid_lite):
    client = openid_lite.make_client()
    first = parse_qs(urlsplit(visit(begin(client))).query)
    second = visit(begin(client))
    mixed = second.replace(parse_qs(urlsplit(second).query)["code"][0], first["code"][0])
    assert come_back(client, mixed)["error"] == "oidc.failed"


@pytest.mark.parametrize(
    ("error", "code"),
    [("access_denied", "oidc.cancelled"), ("server_error", "oidc.failed"),
     ("\x1b[31m\r\nhello é", "oidc.failed")],
)  # fmt: skip
def test_what_the_issuer_says_is_wrong_is_told(openid_lite, error, code):
    client = openid_lite.make_client()
    state = parse_qs(urlsplit(begin(client, next="/home")).query)["state"][0]
    answer = client.get(
        CALLBACK, params={"error": error, "state": state}, follow_redirects=False
    )  # fmt: skip
    assert dict(parse_qsl(urlsplit(answer.headers["Location"]).fragment)) == {
        "next": "/home", "error": code,
    }  # fmt: skip
    assert "\x1b" not in json.loads(audit_rows(openid_lite)[-1].extra)["reason"]


@pytest.mark.parametrize(
    ("iss", "good"), [("own", True), ("https://evil.example", False), ("", False)]
)
def test_an_answer_says_which_issuer_it_is_from(openid_lite, iss, good):
    openid_lite.provider.metadata["authorization_response_iss_parameter_supported"] = True
    client = openid_lite.make_client()
    answer = visit(begin(client))
    said = come_back(client, f"{answer}&iss={openid_lite.provider.url if iss == 'own' else iss}")
    assert ("error" not in said) is good


def test_another_site_cannot_begin_it_and_no_link_can(openid_lite):
    client = openid_lite.make_client()
    foreign = {"Origin": "https://evil.example"}
    assert client.post(START, json={}, headers=foreign).json()["code"] == "request.csrf"
    assert client.get(START).status_code == 405


@pytest.mark.parametrize(
    "path",
    ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "x", "",
     "/\t/evil.example", "/%0d%0aX: y z", "/a b", "/é"],
)  # fmt: skip
def test_nobody_is_led_out_of_the_app(openid_lite, path):
    assert openid_lite.make_client().post(START, json={"next": path}).status_code == 422


# -- an issuer that is away, or leads elsewhere


def test_an_issuer_that_is_down_is_a_clean_answer_and_comes_back(openid_lite):
    client = openid_lite.make_client()
    openid_lite.provider.status = 503
    answer = client.post(START, json={})
    assert (answer.status_code, answer.json()["code"]) == (503, "oidc.unreachable")
    openid_lite.provider.status = 200
    back = visit(begin(client))
    openid_lite.provider.status = 503
    assert come_back(client, back) == {"next": "/", "error": "oidc.unreachable"}
    openid_lite.provider.status = 200
    assert sign_in(client) == {"next": "/"}


def test_nothing_at_the_issuers_address_is_a_clean_answer(sqlite_url, tmp_path):
    settings = make_settings(
        sqlite_url, tmp_path, oidc_issuer="http://127.0.0.1:9", oidc_client_id=CLIENT
    )
    for server in start_server(settings):
        answer = server.make_client().post(START, json={})
        assert (answer.status_code, answer.json()["code"]) == (503, "oidc.unreachable")


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://evil.example"},
        {"issuer": None},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": "http://auth.example.org/authorize"},
        {"token_endpoint": 7},
    ],
    ids=json.dumps,
)
def test_a_discovery_document_that_does_not_hold_leads_nowhere(openid_lite, metadata):
    openid_lite.provider.metadata = metadata
    answer = openid_lite.make_client().post(START, json={})
    assert (answer.status_code, answer.json()["code"]) == (503, "oidc.unreachable")


def test_a_redirect_of_the_issuer_is_not_followed(openid_lite):
    openid_lite.provider.metadata["jwks_uri"] = f"{openid_lite.provider.url}/elsewhere"
    assert sign_in(openid_lite.make_client())["error"] == "oidc.unreachable"
    assert openid_lite.provider.asked.count("/.well-known/openid-configuration") == 1


@pytest.mark.parametrize(
    "inside",
    ["https://127.0.0.1/token", "http://127.0.0.1:6379/", "https://169.254.169.254/latest",
     "https://[::1]/token", "https://[::ffff:10.0.0.1]/token", "https://10.0.0.1:8443/token"],
)  # fmt: skip
def test_a_public_issuer_cannot_send_this_server_into_its_own_network(inside):
    settings = Settings(oidc_issuer="https://8.8.8.8/realm", oidc_client_id=CLIENT)
    issuer = Issuer(settings, ManualClock(START_MS))
    issuer._metadata = {"issuer": "https://8.8.8.8/realm", "token_endpoint": inside}
    issuer._metadata_at = START_MS
    with pytest.raises(Unreachable, match="own network"):
        asyncio.run(issuer.redeem("code", "", nonce="n", verifier="v" * 43))


def test_where_there_is_no_issuer_there_is_no_way_in(sqlite_server):
    client = sqlite_server.make_client()
    assert client.get("/api/v1/auth/config").json()["oidc_name"] is None
    answer = client.post(START, json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "oidc.off")
    assert come_back(client, f"{CALLBACK}?code=x&state=y") == {"next": "/", "error": "oidc.off"}


# -- secrets


def test_no_token_or_code_is_stored_logged_or_answered(openid_lite, caplog, tmp_path):
    caplog.set_level("DEBUG")
    client = openid_lite.make_client()
    url = begin(client)
    secret = client.cookies["ff_oidc"]
    attempt = [*(value for name, value in parse_qsl(urlsplit(url).query)
                 if name in {"state", "nonce"}), secret]  # fmt: skip
    answer = client.get(visit(url), follow_redirects=False)
    openid_lite.provider.sign = openid_lite.provider.sign_with_none
    sign_in(openid_lite.make_client())
    database = b"".join(file.read_bytes() for file in tmp_path.glob("*.sqlite3*"))
    said = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records
                     if record.name.startswith("fitfolio"))  # fmt: skip
    assert len(openid_lite.provider.given) == 6
    for hidden in (*openid_lite.provider.given, *attempt, SECRET):
        assert hidden.encode() not in database
        assert hidden not in said
        assert hidden not in str(answer.headers)


def test_the_cookie_of_a_try_is_short_lived_and_the_browsers_alone(sqlite_url, tmp_path):
    for server in running(sqlite_url, tmp_path):
        cookie = server.make_client().post(START, json={}).headers["Set-Cookie"]
        assert "; Max-Age=600; Path=/; SameSite=lax; HttpOnly" in cookie
    with running_provider() as provider:
        settings = make_settings(
            sqlite_url, tmp_path, oidc_issuer=provider.url, oidc_client_id=CLIENT,
            public_url="https://gym.example.org",
        )  # fmt: skip
        for server in start_server(settings):
            cookie = server.make_client().post(START, json={}).headers["Set-Cookie"]
            assert cookie.startswith("__Host-ff_oidc=")
            assert cookie.endswith("; Path=/; SameSite=lax; HttpOnly; Secure")
