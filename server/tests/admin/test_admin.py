from __future__ import annotations

import re

import pytest

from fitfolio.core.ids import uuid7
from fitfolio.core.migrate import known_revisions
from tests.auth.builders import audit_types, second_device
from tests.conftest import make_settings, start_server
from tests.support.smtp import Mailbox, running_mail_server

ADMIN = "/api/v1/admin"
AUTH = "/api/v1/auth"
ME = f"{AUTH}/me"


@pytest.fixture
def inviting(database_url, tmp_path):
    yield from start_server(make_settings(database_url, tmp_path, signup="invite"))


def users(person):
    return {one["email"]: one for one in person.client.get(f"{ADMIN}/users").json()["users"]}


def test_accounts_are_listed_in_pages_and_searched(server):
    ada = server.sign_in()
    for number in range(5):
        server.clock.advance(1)
        server.sign_in(f"user{number}@example.org")
    seen, cursor = [], None
    while True:
        params = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = ada.client.get(f"{ADMIN}/users", params=params).json()
        seen += [one["email"] for one in page["users"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ["ada@example.org", *(f"user{number}@example.org" for number in range(5))]
    found = ada.client.get(f"{ADMIN}/users", params={"search": "USER3"}).json()["users"]
    assert [(one["email"], one["role"], one["sessions"]) for one in found] == [
        ("user3@example.org", "user", 1)
    ]
    assert ada.client.get(f"{ADMIN}/users", params={"search": "%"}).json()["users"] == []
    wrong = ada.client.get(f"{ADMIN}/users", params={"cursor": "x"})
    assert wrong.json()["code"] == "admin.bad_cursor"


def test_a_deactivated_account_is_out_at_once_by_every_way_and_in_again_when_reactivated(server):
    ada, bob = server.sign_in(), server.sign_in("bob@example.org")
    body = {"name": "t", "scopes": ["read"], "expires_at": None}
    token = bob.client.post(f"{AUTH}/tokens", json=body).json()["token"]
    script = server.make_client()
    script.headers["Authorization"] = f"Bearer {token}"
    assert ada.client.post(f"{ADMIN}/users/{bob.id}/deactivate").status_code == 200
    assert [one.get(ME).status_code for one in (bob.client, script)] == [401, 401]
    assert users(ada)["bob@example.org"]["is_active"] is False
    from fitfolio.auth.sign_in import make_sign_in

    secrets = server.state.db.write_now(make_sign_in, bob.email, server.clock.now_ms())
    verify = {"token": secrets.token}
    assert server.make_client().post(f"{AUTH}/magic-link/verify", json=verify).status_code == 400
    assert ada.client.post(f"{ADMIN}/users/{bob.id}/reactivate").status_code == 200
    assert second_device(server, bob).get(ME).status_code == 200
    assert bob.client.get(ME).status_code == 401
    assert script.get(ME).status_code == 200


def test_signing_somebody_out_ends_every_session(server):
    ada, bob = server.sign_in(), server.sign_in("bob@example.org")
    phone = second_device(server, bob)
    answer = ada.client.post(f"{ADMIN}/users/{bob.id}/sign-out")
    assert answer.json()["revoked_count"] == 2
    assert [one.get(ME).status_code for one in (bob.client, phone)] == [401, 401]
    assert ada.client.get(ME).status_code == 200
    missing = ada.client.post(f"{ADMIN}/users/{uuid7()}/sign-out")
    assert (missing.status_code, missing.json()["code"]) == (404, "admin.user_not_found")


def test_a_role_counts_from_the_next_request_on_and_one_administrator_stays(server):
    ada, bob = server.sign_in(), server.sign_in("bob@example.org")
    for path, method in ((f"users/{ada.id}/role", "PUT"), (f"users/{ada.id}/deactivate", "POST")):
        json = {"role": "user"} if method == "PUT" else None
        answer = ada.client.request(method, f"{ADMIN}/{path}", json=json)
        assert (answer.status_code, answer.json()["code"]) == (409, "admin.last_admin")
    assert bob.client.get(f"{ADMIN}/users").status_code == 403
    ada.client.put(f"{ADMIN}/users/{bob.id}/role", json={"role": "admin"})
    assert bob.client.get(f"{ADMIN}/users").status_code == 200
    bob.client.put(f"{ADMIN}/users/{ada.id}/role", json={"role": "user"})
    assert ada.client.get(f"{ADMIN}/users").json()["code"] == "auth.admin_required"
    assert audit_types(server).count("user_role_changed") == 2


def invite(person, email="eve@example.org", **changes):
    return person.client.post(f"{ADMIN}/invitations", json={"email": email} | changes)


def test_an_invited_address_gets_a_link_that_makes_the_account_once(inviting, capsys):
    ada = inviting.sign_in()
    assert invite(ada, role="admin", language="de").status_code == 201
    capsys.readouterr()
    inviting.run_jobs()
    printed = capsys.readouterr().out
    assert "lädt dich zu FitFolio ein" in printed
    token = re.search(r"#token=(\S+)", printed)[1]
    eve = inviting.make_client()
    inviting.clock.advance(6 * 86_400)
    assert eve.post(f"{AUTH}/magic-link/verify", json={"token": token}).status_code == 200
    me = eve.get(ME).json()
    assert (me["email"], me["is_admin"], me["language"]) == ("eve@example.org", True, "de")
    again = inviting.make_client().post(f"{AUTH}/magic-link/verify", json={"token": token})
    assert again.status_code == 400
    listed = second_device(inviting, ada).get(f"{ADMIN}/invitations").json()["invitations"]
    assert [one["state"] for one in listed] == ["accepted"]


def test_an_invitation_that_was_taken_back_or_replaced_lets_nobody_in(inviting, capsys):
    ada = inviting.sign_in()
    made = invite(ada).json()["id"]
    capsys.readouterr()
    inviting.run_jobs()
    token = re.search(r"#token=(\S+)", capsys.readouterr().out)[1]
    assert ada.client.delete(f"{ADMIN}/invitations/{made}").status_code == 200
    missing = ada.client.delete(f"{ADMIN}/invitations/{made}")
    assert missing.json()["code"] == "admin.invitation_not_found"
    stranger = inviting.make_client()
    verify = {"token": token}
    assert stranger.post(f"{AUTH}/magic-link/verify", json=verify).status_code == 400
    for _ in range(2):
        invite(ada)
    listed = ada.client.get(f"{ADMIN}/invitations").json()["invitations"]
    assert [one["state"] for one in listed] == ["waiting", "revoked", "revoked"]


def test_nobody_is_invited_when_sign_up_is_closed(server):
    assert invite(server.sign_in()).json()["code"] == "admin.signup_closed"


def test_who_has_an_account_is_not_invited(inviting):
    ada = inviting.sign_in()
    assert invite(ada, "ADA@example.org").json()["code"] == "auth.exists"
    assert invite(ada, "nonsense").json()["code"] == "auth.invalid_email"


def test_the_log_is_filtered_by_account_type_outcome_and_time(server):
    ada, bob = server.sign_in(), server.sign_in("bob@example.org")
    server.clock.advance(3600)
    second_device(server, bob, "Mozilla/5.0 (X11; Linux) Firefox/140.0")
    stranger = server.make_client()
    stranger.post(f"{AUTH}/magic-link/verify", json={"email": bob.email, "code": "1"})
    admin = second_device(server, ada)

    def events(**params):
        return admin.get(f"{ADMIN}/audit/events", params=params).json()

    of_bob = events(user_id=bob.id)
    assert {one["user_email"] for one in of_bob["entries"]} == {bob.email}
    assert of_bob["entries"][0]["device"] == "Firefox on Linux"
    failed = events(outcome="failed")
    assert [one["event_type"] for one in failed["entries"]] == ["magic_link_verified_failed"]
    assert events(email="BOB@example.org", outcome="failed")["total"] == 1
    assert events(event_type="session_rotated")["total"] == 0
    late = events(start_date="2026-11-18T12:00:00Z")
    early = events(end_date="2026-11-18T12:00:00Z")
    assert late["total"] + early["total"] == events()["total"]
    first, second = events(page_size=2), events(page_size=2, page=2)
    assert first["has_more"]
    assert not {one["id"] for one in first["entries"]} & {one["id"] for one in second["entries"]}
    types = admin.get(f"{ADMIN}/audit/event-types").json()["event_types"]
    assert set(audit_types(server)) <= set(types)
    assert types == sorted(types)


@pytest.mark.parametrize(
    "params",
    [{"user_id": "x"}, {"page": 0}, {"page_size": 1001}, {"event_type": "\x00"}, {"email": "\x00"},
     {"outcome": "maybe"}, {"start_date": "yesterday"}],
)  # fmt: skip
def test_a_malformed_filter_is_422(sqlite_server, params):
    answer = sqlite_server.sign_in().client.get(f"{ADMIN}/audit/events", params=params)
    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")


def test_a_locked_address_is_shown_and_can_be_let_in_again(server):
    ada = server.sign_in()
    stranger = server.make_client()
    body = {"email": "ada@example.org", "code": "000000"}
    for _ in range(20):
        stranger.post(f"{AUTH}/magic-link/verify", json=body)
    assert stranger.post(f"{AUTH}/magic-link/verify", json=body).status_code == 429
    shown = ada.client.get(f"{ADMIN}/lockouts").json()
    (lockout,) = shown["lockouts"]
    assert (lockout["email"], lockout["wrong_codes"], lockout["is_locked"]) == (
        "ada@example.org", 20, True,
    )  # fmt: skip
    assert "magic-link-verify" in {rule["name"] for rule in shown["limits"]}
    server.clock.advance(1)
    ada.client.post(f"{ADMIN}/lockouts/clear", json={"email": "Ada@example.org"})
    assert stranger.post(f"{AUTH}/magic-link/verify", json=body).status_code == 400
    server.clock.advance(1)
    assert [
        one["wrong_codes"] for one in ada.client.get(f"{ADMIN}/lockouts").json()["lockouts"]
    ] in ([], [1])


def test_the_outbox_shows_what_was_given_up_and_tries_it_again(database_url, tmp_path):
    box = Mailbox()
    with running_mail_server(box) as port:
        settings = make_settings(
            database_url, tmp_path, smtp_host="127.0.0.1", smtp_port=port, smtp_security="none",
        )  # fmt: skip
        for server in start_server(settings):
            ada = server.sign_in()
            box.unknown = True
            assert ada.client.post(f"{ADMIN}/mail/test").status_code == 200
            server.run_jobs()
            shown = ada.client.get(f"{ADMIN}/mail").json()
            assert (shown["waiting"], shown["failed"], shown["delivery"]) == (0, 1, "mail")
            (letter,) = shown["mails"]
            assert (letter["kind"], letter["recipient"], letter["state"]) == (
                "auth.test", "ada@example.org", "failed",
            )  # fmt: skip
            assert "550" in letter["last_error"]
            box.unknown = False
            path = f"{ADMIN}/mail/{letter['id']}/retry"
            assert ada.client.post(path).status_code == 200
            assert ada.client.post(path).json()["code"] == "admin.mail_not_found"
            server.run_jobs()
            assert [one["state"] for one in ada.client.get(f"{ADMIN}/mail").json()["mails"]] == [
                "sent"
            ]
            assert box.messages[0]["Subject"] == "FitFolio test"


def test_versions_storage_jobs_and_backups_are_shown_without_a_secret(server):
    ada = server.sign_in()
    folder = server.state.settings.data_dir / "backups"
    folder.mkdir(parents=True)
    (folder / "fitfolio-2026-11-17.sqlite3").write_bytes(b"x" * 10)
    server.make_client().post(f"{AUTH}/magic-link/start", json={"email": "a@example.org"})
    shown = ada.client.get(f"{ADMIN}/system").json()
    assert (shown["users"], shown["schema_revision"], shown["signup"]) == (
        1, known_revisions()[-1], "closed",
    )  # fmt: skip
    assert [(one["kind"], one["is_running"]) for one in shown["jobs"]] == [("mail.send", False)]
    assert [(one["name"], one["size_bytes"]) for one in shown["backups"]] == [
        ("fitfolio-2026-11-17.sqlite3", 10)
    ]
    assert shown["storage"]["database_bytes"] > 100_000
    assert shown["storage"]["free_bytes"] > 0


def test_a_token_administrates_with_the_scope_and_the_role_only(server):
    ada, bob = server.sign_in(), server.sign_in("bob@example.org")

    def script(*scopes):
        body = {"name": "t", "scopes": list(scopes), "expires_at": None}
        token = ada.client.post(f"{AUTH}/tokens", json=body).json()["token"]
        client = server.make_client()
        client.headers["Authorization"] = f"Bearer {token}"
        return client

    plain, reading, full = (
        script("read", "write"),
        script("read", "admin"),
        script("write", "admin"),
    )
    path = f"{ADMIN}/users/{bob.id}/sign-out"
    assert plain.get(f"{ADMIN}/users").json()["code"] == "auth.scope_missing"
    assert reading.get(f"{ADMIN}/users").status_code == 200
    assert reading.post(path).json()["code"] == "auth.scope_missing"
    server.clock.advance(3600)
    assert full.post(path).status_code == 200
    ada2 = second_device(server, ada)
    ada2.put(f"{ADMIN}/users/{bob.id}/role", json={"role": "admin"})
    bob2 = second_device(server, bob)
    bob2.put(f"{ADMIN}/users/{ada.id}/role", json={"role": "user"})
    assert reading.get(f"{ADMIN}/users").json()["code"] == "auth.admin_required"
