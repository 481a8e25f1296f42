from __future__ import annotations

import re

import pytest

from fitfolio.core.ids import uuid7
from fitfolio.core.migrate import known_revisions
from tests.auth.builders import audit_rows, audit_types, second_device
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


def test_accounts_are_listed_by_where_they_stand_and_say_when_they_were_last_seen(server):
    ada = server.sign_in()
    gone, paused, leaving = (server.sign_in(f"{one}@example.org") for one in "gpl")
    assert paused.client.post(f"{AUTH}/account/pause").status_code == 200
    body = {"email": leaving.email}
    assert leaving.client.post(f"{AUTH}/account/delete", json=body).status_code == 200
    server.clock.advance(3600)
    assert gone.client.get(ME).status_code == 200
    ada = second_device(server, ada)
    assert ada.post(f"{ADMIN}/users/{gone.id}/deactivate").status_code == 200

    def standing(**params):
        shown = ada.get(f"{ADMIN}/users", params=params).json()["users"]
        return {one["email"]: one["standing"] for one in shown}

    assert standing() == {
        "ada@example.org": "active", "g@example.org": "deactivated", "p@example.org": "paused",
        "l@example.org": "leaving",
    }  # fmt: skip
    assert list(standing(standing="paused")) == ["p@example.org"]
    assert ada.get(f"{ADMIN}/users", params={"standing": "x"}).status_code == 422
    seen = {one["email"]: one for one in ada.get(f"{ADMIN}/users").json()["users"]}
    first = seen["ada@example.org"]["created_at"]
    assert seen["g@example.org"]["last_seen_at"] > first
    accounts = ada.get(f"{ADMIN}/system").json()["accounts"]
    assert accounts == {
        "active": 1, "paused": 1, "deactivated": 1, "leaving": 1, "administrators": 1,
        "invitations": 0,
    }  # fmt: skip


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


def test_who_is_alone_or_left_over_cannot_lock_the_server_up(server):
    ada = server.sign_in()

    def refused():
        answers = [
            ada.client.post(f"{ADMIN}/users/{ada.id}/deactivate"),
            ada.client.put(f"{ADMIN}/users/{ada.id}/role", json={"role": "user"}),
        ]
        return [answer.json()["code"] for answer in answers]

    assert refused() == ["admin.last_admin"] * 2
    bob = server.sign_in("bob@example.org")
    ada.client.put(f"{ADMIN}/users/{bob.id}/role", json={"role": "admin"})
    ada.client.post(f"{ADMIN}/users/{bob.id}/deactivate")
    assert refused() == ["admin.last_admin"] * 2


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
    shown = ada.client.get(f"{ADMIN}/invitations").json()
    assert [one["state"] for one in shown["invitations"]] == ["waiting", "revoked", "revoked"]
    assert shown["signup"] == "invite"
    assert ada.client.get(f"{ADMIN}/system").json()["accounts"]["invitations"] == 1


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


def test_the_log_goes_on_behind_the_last_event_shown_whatever_happens_meanwhile(server):
    ada = server.sign_in()
    seen, cursor = [], None
    while True:
        params = {"page_size": 2} | ({"cursor": cursor} if cursor else {})
        page = ada.client.get(f"{ADMIN}/audit/events", params=params).json()
        seen += [one["id"] for one in page["entries"]]
        server.sign_in(f"user{len(seen)}@example.org")
        cursor = page["next_cursor"]
        assert page["has_more"] == (cursor is not None)
        if cursor is None:
            break
    assert len(seen) == len(set(seen))
    assert seen == sorted(seen, reverse=True)
    wrong = ada.client.get(f"{ADMIN}/audit/events", params={"cursor": "1.x"})
    assert wrong.json()["code"] == "admin.bad_cursor"


def test_the_log_finds_what_an_address_did_and_names_who_acted_from_where(server):
    ada, bob = server.sign_in(), server.sign_in("bob@example.org")
    ada.client.post(f"{ADMIN}/users/{bob.id}/sign-out")

    def events(**params):
        return ada.client.get(f"{ADMIN}/audit/events", params=params).json()["entries"]

    act = events(event_type="sessions_revoked_by_admin", email=ada.email)
    assert [(one["user_email"], one["actor_email"]) for one in act] == [(bob.email, ada.email)]
    assert act == events(event_type="sessions_revoked_by_admin", email=bob.email)
    assert act == events(event_type="sessions_revoked_by_admin", ip=act[0]["ip"][:4])
    assert events(ip="203.0.113.") == []
    assert events(ip="%") == []


def test_what_the_rules_refuse_an_administrator_is_in_the_log_too(server):
    ada, bob = server.sign_in(), server.sign_in("bob@example.org")
    ada.client.post(f"{ADMIN}/users/{ada.id}/deactivate")
    invite(ada)
    bob.client.get(f"{ADMIN}/mail")
    shown = ada.client.get(f"{ADMIN}/audit/events", params={"outcome": "refused"}).json()
    assert [(one["actor_email"], one["extra"]) for one in shown["entries"]] == [
        (bob.email, {"method": "GET", "path": f"{ADMIN}/mail"}),
        (ada.email, {"act": "invite", "code": "admin.signup_closed"}),
        (ada.email, {"act": "deactivate", "code": "admin.last_admin"}),
    ]
    assert users(ada)[ada.email]["is_active"] is True


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
    assert shown["wrong_codes_a_day"] == 20
    assert ada.client.get(f"{ADMIN}/system").json()["locked_out"] == 1
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
            states = {
                state: len(ada.client.get(f"{ADMIN}/mail", params={"state": state}).json()["mails"])
                for state in ("waiting", "failed", "sent")
            }
            assert states == {"waiting": 0, "failed": 1, "sent": 0}
            assert ada.client.get(f"{ADMIN}/mail", params={"state": "lost"}).status_code == 422
            box.unknown = False
            path = f"{ADMIN}/mail/{letter['id']}/retry"
            assert ada.client.post(path).status_code == 200
            assert ada.client.post(path).json()["code"] == "admin.mail_not_found"
            server.run_jobs()
            assert [one["state"] for one in ada.client.get(f"{ADMIN}/mail").json()["mails"]] == [
                "sent"
            ]
            assert box.messages[0]["Subject"] == "FitFolio test"


def test_a_test_mail_to_an_address_says_what_becomes_of_it(server, capsys):
    ada = server.sign_in()
    sent = ada.client.post(f"{ADMIN}/mail/test", json={"email": "host@example.org"}).json()
    assert sent["delivery"] == "console"
    path = f"{ADMIN}/mail/{sent['mail_id']}"
    waiting = ada.client.get(path).json()
    assert (waiting["state"], waiting["recipient"]) == ("waiting", "host@example.org")
    assert waiting["next_try_at"] is not None
    server.run_jobs()
    assert "FitFolio test" in capsys.readouterr().out
    done = ada.client.get(path).json()
    assert (done["state"], done["next_try_at"]) == ("sent", None)
    missing = ada.client.get(f"{ADMIN}/mail/{uuid7()}")
    assert (missing.status_code, missing.json()["code"]) == (404, "admin.mail_not_found")
    wrong = ada.client.post(f"{ADMIN}/mail/test", json={"email": "nonsense"})
    assert wrong.json()["code"] == "auth.invalid_email"
    tested = ada.client.get(f"{ADMIN}/audit/events", params={"event_type": "mail_tested"}).json()
    assert [one["user_email"] for one in tested["entries"]] == ["host@example.org"]


def test_a_letter_that_waits_for_a_mail_server_says_why_and_until_when(database_url, tmp_path):
    settings = make_settings(
        database_url, tmp_path, smtp_host="127.0.0.1", smtp_port=9, smtp_security="none",
    )  # fmt: skip
    for server in start_server(settings):
        ada = server.sign_in()
        letter = ada.client.post(f"{ADMIN}/mail/test").json()["mail_id"]
        server.run_jobs()
        shown = ada.client.get(f"{ADMIN}/mail/{letter}").json()
        assert (shown["state"], shown["attempts"]) == ("waiting", 1)
        assert "refused" in shown["last_error"]
        assert shown["next_try_at"] > shown["created_at"]
        system = ada.client.get(f"{ADMIN}/system").json()
        assert system["mail"] == {
            "waiting": 1, "failed": 0, "oldest_waiting_at": shown["created_at"],
            "delivery": "mail", "server": "127.0.0.1:9",
        }  # fmt: skip
        (sending,) = [one for one in system["job_kinds"] if one["kind"] == "mail.send"]
        assert (sending["waiting"], sending["running"], sending["done_at"]) == (1, 0, None)
        assert sending["next_run_at"] == shown["next_try_at"]
        assert "refused" in sending["last_error"]


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
    assert 0 < shown["storage"]["free_bytes"] < shown["storage"]["disk_bytes"]
    (sending,) = [one for one in shown["job_kinds"] if one["kind"] == "mail.send"]
    assert (sending["waiting"], sending["done_at"], sending["failed_at"]) == (1, None, None)
    server.run_jobs()
    kinds = ada.client.get(f"{ADMIN}/system").json()["job_kinds"]
    (sending,) = [one for one in kinds if one["kind"] == "mail.send"]
    assert (sending["waiting"], sending["done_at"]) == (0, "2026-11-18T11:06:40.000Z")


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
    refused = [row.extra for row in audit_rows(server) if row.event_type == "admin_refused"]
    assert len(refused) == 2
    assert all("/api/v1/admin/users" in extra for extra in refused)
