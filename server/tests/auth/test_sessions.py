from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from fitfolio.auth.devices import device_name
from fitfolio.core.ids import uuid7
from fitfolio.core.origin import CSRF_COOKIE
from tests.auth.builders import audit_types, second_device

ME = "/api/v1/auth/me"
SESSIONS = "/api/v1/auth/sessions"
DAY = 86_400
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)


def age(server, person, days=8):
    """Let a session's secret get old enough to be exchanged, while it is in use."""
    for _ in range(days):
        server.clock.advance(DAY)
        person.client.get(ME)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox on Linux"),
        (IPHONE, "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36",
         "Chrome on Android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36 Edg/150.0", "Edge on Windows"),
        ("curl/8.10.1", "curl"),
        ("", ""),
        ("\x1b[31m" + "(" * 600, ""),
    ],
)  # fmt: skip
def test_devices_have_readable_names(agent, name):
    assert device_name(agent) == name


def test_the_list_shows_every_device_and_which_one_is_this(server):
    person = server.sign_in()
    server.clock.advance(60)
    phone = second_device(server, person, IPHONE)
    listed = phone.get(SESSIONS).json()
    assert listed["total"] == 2
    first, second = listed["sessions"]
    assert (first["device"], first["is_current"], second["is_current"]) == (
        "Safari on iPhone", True, False,
    )  # fmt: skip
    assert (first["method"], first["ip"], first["place"]) == ("link", "testclient", None)


def test_one_other_device_is_signed_out_at_once(server):
    person = server.sign_in()
    phone = second_device(server, person, IPHONE)
    (theirs,) = [one["id"] for one in phone.get(SESSIONS).json()["sessions"] if one["is_current"]]
    answer = person.client.delete(f"{SESSIONS}/{theirs}")
    assert (answer.status_code, answer.json()["revoked_session_id"]) == (200, theirs)
    assert phone.get(ME).status_code == 401
    assert person.client.delete(f"{SESSIONS}/{theirs}").json()["code"] == "auth.session_not_found"
    assert "session_revoked" in audit_types(server)


def test_this_device_is_signed_out_by_logout_only(server):
    person = server.sign_in()
    (mine,) = person.client.get(SESSIONS).json()["sessions"]
    answer = person.client.delete(f"{SESSIONS}/{mine['id']}")
    assert (answer.status_code, answer.json()["code"]) == (400, "auth.current_session")
    assert person.client.delete(f"{SESSIONS}/{uuid7()}").status_code == 404


def test_all_other_devices_are_signed_out_at_once_and_nobody_elses(server):
    person, other = server.sign_in(), server.sign_in("eve@example.org")
    phones = [second_device(server, person, IPHONE) for _ in range(3)]
    answer = person.client.post(f"{SESSIONS}/revoke-all-others")
    assert answer.json()["revoked_count"] == 3
    assert [phone.get(ME).status_code for phone in phones] == [401] * 3
    assert person.client.get(ME).status_code == other.client.get(ME).status_code == 200


def test_an_old_secret_is_exchanged_and_dies_a_minute_after_the_new_one_is_used(server):
    person = server.sign_in()
    old = person.client.cookies["ff_sess"]
    age(server, person)
    new = person.client.cookies["ff_sess"]
    assert new != old
    thief = server.make_client()
    thief.cookies.set("ff_sess", old)
    assert person.client.get(ME).status_code == 200
    assert thief.get(ME).status_code == 200, "calls under way are not cut off"
    server.clock.advance(61)
    assert thief.get(ME).status_code == 401
    assert person.client.get(ME).status_code == 200
    assert "session_rotated" in audit_types(server)


def test_a_lost_answer_with_the_new_secret_signs_nobody_out(server):
    person = server.sign_in()
    old = person.client.cookies["ff_sess"]
    for _ in range(9):
        server.clock.advance(DAY)
        # The answer, and with it the new cookie, never arrives.
        client = server.make_client()
        client.cookies.set("ff_sess", old)
        assert client.get(ME).status_code == 200
    server.clock.advance(DAY)
    person.client.get(ME)
    assert person.client.cookies["ff_sess"] != old


def test_eight_parallel_calls_at_the_moment_of_exchange_all_pass_and_get_one_secret(server):
    person = server.sign_in()
    secret = person.client.cookies["ff_sess"]
    for _ in range(6):
        server.clock.advance(DAY)
        person.client.get(ME)
    server.clock.advance(DAY + 60)
    clients = [server.make_client() for _ in range(8)]
    for client in clients:
        client.cookies.set("ff_sess", secret)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda client: client.get(ME), clients))
    assert [answer.status_code for answer in answers] == [200] * 8
    given = {answer.cookies["ff_sess"] for answer in answers if "ff_sess" in answer.cookies}
    assert len(given) == 1
    fresh = [server.make_client() for _ in range(8)]
    for client in fresh:
        client.cookies.set("ff_sess", given.copy().pop())
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda client: client.get(ME).status_code, fresh)) == [200] * 8


def test_the_token_against_foreign_requests_outlives_the_exchange(server):
    person = server.sign_in()
    token = person.client.cookies[CSRF_COOKIE]
    age(server, person)
    assert person.client.cookies[CSRF_COOKIE] == token
    changed = person.client.patch(ME, json={"display_name": "Ada"})
    assert (changed.status_code, changed.json()["display_name"]) == (200, "Ada")


def test_a_stored_secret_is_only_ever_a_hash(server):
    person = server.sign_in()
    age(server, person)
    person.client.get(ME)
    secret = person.client.cookies["ff_sess"]
    with server.state.db.reading() as conn:
        rows = conn.execute(sa.text("SELECT * FROM user_session")).all()
    assert secret not in str(rows)


def test_signing_in_anew_ends_the_session_before_it(server):
    person = server.sign_in()
    old = person.client.cookies["ff_sess"]
    second_device(server, person, FIREFOX, client=person.client)
    thief = server.make_client()
    thief.cookies.set("ff_sess", old)
    assert thief.get(ME).status_code == 401


def test_an_address_with_tls_gets_host_cookies_with_every_flag(sqlite_url, tmp_path):
    from tests.conftest import make_settings, start_server

    for server in start_server(
        make_settings(sqlite_url, tmp_path, public_url="https://testserver")
    ):
        from fitfolio.auth.sign_in import make_sign_in

        server.sign_in()
        secrets = server.state.db.write_now(make_sign_in, "ada@example.org", server.clock.now_ms())
        answer = server.make_client().post(
            "/api/v1/auth/magic-link/verify", json={"token": secrets.token}
        )
        session, csrf = answer.headers.get_list("set-cookie")
        assert session.startswith("__Host-ff_sess=")
        for flag in ("Secure", "HttpOnly", "SameSite=lax", "Path=/"):
            assert flag in session
        assert "HttpOnly" not in csrf
        assert "Secure" in csrf
        value = session.partition("=")[2].partition(";")[0]
        assert value not in answer.text


def test_a_page_that_works_with_somebody_elses_data_does_not_use_this_session(server):
    anna, bea = server.sign_in(), server.sign_in("bea@example.org")
    change = {"display_name": "Anna"}
    for whose, status in ((anna.id, 200), ("", 200), (bea.id, 401)):
        answer = anna.client.patch(ME, json=change, headers={"X-FitFolio-Account": whose})
        assert answer.status_code == status
    push = {"device_id": uuid7(), "schema": 1, "operations": []}
    refused = anna.client.post(
        "/api/v1/sync/operations", json=push, headers={"X-FitFolio-Account": bea.id}
    )
    assert (refused.status_code, refused.json()["code"]) == (401, "auth.required")
