from __future__ import annotations

import re
from dataclasses import replace

import pytest
import sqlalchemy as sa

from fitfolio.auth import queries
from fitfolio.core.ids import uuid7
from fitfolio.core.outbox import outbox_mail
from tests.auth.builders import audit_types, let_proof_expire, second_device
from tests.conftest import make_settings, start_server
from tests.imports.test_service import STRONG, upload
from tests.workouts.builders import a_set, an_entry, create

AUTH = "/api/v1/auth"
ME = f"{AUTH}/me"
DAY = 86_400


def links(server, capsys):
    """Tokens of the letters that wait, in the order in which they were asked for."""
    capsys.readouterr()
    server.run_jobs()
    return re.findall(r"#token=(\S+)", capsys.readouterr().out)


def move(server, person, email="new@example.org"):
    answer = person.client.post(f"{AUTH}/email/change", json={"email": email})
    assert answer.status_code == 200, answer.text
    return answer.json()["change"]


def confirm(server, token):
    return server.make_client().post(f"{AUTH}/email/verify", json={"token": token})


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_account_moves_when_both_mailboxes_have_confirmed(server, capsys, order):
    person = server.sign_in()
    waiting = move(server, person)
    assert (waiting["old_confirmed"], waiting["new_confirmed"]) == (False, False)
    tokens = links(server, capsys)
    first = confirm(server, tokens[order[0]])
    assert (first.status_code, first.json()["done"]) == (200, False)
    assert person.client.get(ME).json()["email"] == "ada@example.org"
    second = confirm(server, tokens[order[1]])
    assert (second.status_code, second.json()["done"]) == (200, True)
    assert person.client.get(ME).json()["email"] == "new@example.org"
    assert person.client.get(f"{AUTH}/email/change").json() == {"change": None}
    server.run_jobs()
    told = capsys.readouterr().out
    assert "Your account has moved to new@example.org" in told
    assert {"email_change_started", "email_change_confirmed", "email_changed"} <= set(
        audit_types(server)
    )
    changes = person.client.get("/api/v1/sync").json()["changes"]
    assert [one["data"]["email"] for one in changes if one["kind"] == "profile"] == [
        "new@example.org"
    ]


def test_one_mailbox_alone_moves_nothing_however_often_it_confirms(server, capsys):
    person = server.sign_in()
    move(server, person)
    token = links(server, capsys)[1]
    assert confirm(server, token).status_code == 200
    assert confirm(server, token).status_code == 400
    move(server, person, "other@example.org")
    second = links(server, capsys)[1]
    assert confirm(server, second).json()["done"] is False
    assert person.client.get(ME).json()["email"] == "ada@example.org"


@pytest.mark.parametrize(("side", "missing"), [(0, "ada@example.org"), (1, "new@example.org")])
def test_asking_again_keeps_what_is_confirmed_and_mails_only_who_is_missing(
    server, capsys, side, missing
):
    person = server.sign_in()
    first = move(server, person)
    confirm(server, links(server, capsys)[1 - side])
    server.clock.advance(DAY // 2)
    again = move(server, replace(person, client=second_device(server, person)))
    assert (again["old_confirmed"], again["new_confirmed"]) == (side == 1, side == 0)
    assert again["expires_at"] > first["expires_at"]
    server.clock.advance(DAY * 3 // 4)
    (token,) = links(server, capsys)
    with server.state.db.reading() as conn:
        waiting = conn.execute(sa.select(outbox_mail.c.recipient).order_by(outbox_mail.c.id.desc()))
        assert waiting.scalars().first() == missing
    assert confirm(server, token).json()["done"] is True
    assert person.client.get(ME).json()["email"] == "new@example.org"


def test_links_to_the_old_mailbox_die_with_the_move(server, capsys):
    from fitfolio.auth.sign_in import make_sign_in

    person = server.sign_in()
    left = server.state.db.write_now(make_sign_in, person.email, server.clock.now_ms())
    move(server, person)
    for token in links(server, capsys):
        confirm(server, token)
    answer = server.make_client().post(f"{AUTH}/magic-link/verify", json={"token": left.token})
    assert answer.status_code == 400


def test_an_address_that_is_taken_is_told_only_to_its_owner(server, capsys):
    server.sign_in("eve@example.org")
    person = server.sign_in("ada@example.org")
    move(server, person, "eve@example.org")
    old, new = links(server, capsys)
    assert confirm(server, old).json()["done"] is False
    refused = confirm(server, new)
    assert (refused.status_code, refused.json()["code"]) == (409, "auth.exists")
    assert person.client.get(ME).json()["email"] == "ada@example.org"
    move(server, person, "eve@example.org")
    assert len(links(server, capsys)) == 2, "it stood still with both confirmed, so it begins anew"


def test_a_change_of_address_needs_a_proof_and_another_address_and_can_be_given_up(server, capsys):
    person = server.sign_in()
    same = person.client.post(f"{AUTH}/email/change", json={"email": "ADA@example.org"})
    assert same.json()["code"] == "account.same_email"
    move(server, person)
    old, _ = links(server, capsys)
    assert person.client.delete(f"{AUTH}/email/change").json() == {"change": None}
    assert confirm(server, old).status_code == 400
    let_proof_expire(server)
    answer = person.client.post(f"{AUTH}/email/change", json={"email": "x@example.org"})
    assert answer.json()["code"] == "auth.proof_required"


def test_a_paused_account_is_signed_out_everywhere_and_goes_on_with_the_next_sign_in(server):
    person = server.sign_in()
    phone = second_device(server, person)
    token = person.client.post(
        f"{AUTH}/tokens", json={"name": "t", "scopes": ["read"], "expires_at": None}
    ).json()["token"]
    script = server.make_client()
    script.headers["Authorization"] = f"Bearer {token}"
    assert script.get(ME).status_code == 200
    assert person.client.post(f"{AUTH}/account/pause").status_code == 200
    assert [one.get(ME).status_code for one in (person.client, phone, script)] == [401] * 3
    again = second_device(server, person)
    assert (again.get(ME).status_code, script.get(ME).status_code) == (200, 200)


def profiles(client):
    """When the account will be deleted, as the change feed says it."""
    changes = client.get("/api/v1/sync").json()["changes"]
    return [one["data"]["delete_after"] for one in changes if one["kind"] == "profile"]


def test_a_deleted_account_can_be_kept_until_its_day_and_is_gone_after_it(server, capsys):
    person, other = server.sign_in("eve@example.org"), None
    other = server.sign_in("ada@example.org")
    # The first account is the administrator's, who is the last one.
    last = person.client.post(f"{AUTH}/account/delete", json={"email": person.email})
    assert (last.status_code, last.json()["code"]) == (409, "admin.last_admin")
    person = other
    create(person.client, an_entry(a_set()))
    import_id = upload(person, STRONG)
    uploads = server.state.settings.data_dir / "uploads"
    assert list(uploads.glob(f"{person.id}.{import_id}"))
    wrong = person.client.post(f"{AUTH}/account/delete", json={"email": "x@example.org"})
    assert wrong.json()["code"] == "account.not_confirmed"
    answer = person.client.post(f"{AUTH}/account/delete", json={"email": " ADA@example.org"})
    assert answer.status_code == 200, answer.text
    assert person.client.get(ME).status_code == 401
    again = second_device(server, person)
    assert again.get(ME).json()["delete_after"] == answer.json()["delete_after"]
    assert profiles(again) == [answer.json()["delete_after"]]
    assert again.post(f"{AUTH}/account/keep").status_code == 200
    assert profiles(again) == [None], "other devices hear of it"
    assert again.post(f"{AUTH}/account/keep").json()["code"] == "account.not_leaving"
    server.clock.advance(13 * DAY)
    again = second_device(server, person)
    again.post(f"{AUTH}/account/delete", json={"email": "ada@example.org"})
    server.clock.advance(2 * DAY)
    server.run_jobs()
    assert server.state.db.read_now(queries.find_user, person.id) is not None, "it was kept once"
    server.clock.advance(13 * DAY)
    server.run_jobs()
    assert server.state.db.read_now(queries.find_user, person.id) is None
    assert list(uploads.glob(f"{person.id}.*")) == []
    assert "account_deleted" in audit_types(server)


def test_the_clean_up_forgets_what_is_old_and_comes_back_every_day(sqlite_url, tmp_path):
    for server in start_server(make_settings(sqlite_url, tmp_path, audit_days=7)):
        from fitfolio.auth.jobs import CLEAN_UP_JOB
        from fitfolio.core.jobs import ensure

        server.sign_in()
        server.clock.advance(8 * DAY)
        now = server.clock.now_ms()
        for _ in range(2):
            server.state.db.write_now(ensure, CLEAN_UP_JOB, now, now)
        assert server.run_jobs() == 1
        assert audit_types(server) == []
        assert server.run_jobs() == 0
        server.clock.advance(DAY)
        assert server.run_jobs() == 1


# -- API tokens


def make_token(person, *scopes, **changes):
    body = {"name": "Script", "scopes": list(scopes), "expires_at": None} | changes
    answer = person.client.post(f"{AUTH}/tokens", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


def script_of(server, token):
    client = server.make_client()
    client.headers["Authorization"] = f"Bearer {token}"
    return client


def test_a_token_does_what_its_scopes_say_and_nothing_else(server):
    person = server.sign_in()
    reader = script_of(server, make_token(person, "read")["token"])
    writer = script_of(server, make_token(person, "write")["token"])
    both = script_of(server, make_token(person, "read", "write")["token"])
    change = {"display_name": "Ada"}
    answers = [
        [client.get(ME).status_code, client.patch(ME, json=change).status_code]
        for client in (reader, writer, both)
    ]
    assert answers == [[200, 403], [403, 200], [200, 200]]
    assert reader.patch(ME, json=change).json()["code"] == "auth.scope_missing"
    assert both.head("/api/v1/home").status_code in {200, 405}


def test_a_token_never_touches_what_only_its_owner_may(server):
    person = server.sign_in()
    client = script_of(server, make_token(person, "read", "write", "admin")["token"])
    for method, path in (
        ("GET", "sessions"), ("POST", "sessions/revoke-all-others"), ("GET", "tokens"),
        ("POST", "tokens"), ("POST", "webauthn/register/start"), ("POST", "email/change"),
        ("POST", "account/pause"), ("POST", "account/delete"), ("POST", "proof/start"),
    ):  # fmt: skip
        body = {
            "tokens": {"name": "x", "scopes": ["read"], "expires_at": None},
            "email/change": {"email": "x@example.org"},
            "account/delete": {"email": person.email},
        }.get(path)
        json = body if method == "POST" else None
        answer = client.request(method, f"{AUTH}/{path}", json=json)
        assert (answer.status_code, answer.json()["code"]) == (403, "auth.session_required"), path


def test_a_token_is_shown_once_stored_as_a_hash_and_ends(server):
    person = server.sign_in()
    made = make_token(person, "read", expires_at="2026-11-20T00:00:00Z")
    assert made["token"].startswith("ffp_")
    (listed,) = person.client.get(f"{AUTH}/tokens").json()["tokens"]
    assert (listed["hint"], listed["last_used_at"]) == (made["token"][:8], None)
    with server.state.db.reading() as conn:
        assert made["token"] not in str(conn.execute(sa.text("SELECT * FROM api_token")).all())
    client = script_of(server, made["token"])
    assert client.get(ME).status_code == 200
    (listed,) = person.client.get(f"{AUTH}/tokens").json()["tokens"]
    assert (listed["last_used_at"], listed["last_ip"]) == ("2026-11-18T11:06:40.000Z", "testclient")
    server.clock.advance(2 * DAY)
    assert client.get(ME).status_code == 401


def test_a_revoked_token_ends_at_once_and_nobody_elses(server):
    person, eve = server.sign_in(), server.sign_in("eve@example.org")
    made = make_token(person, "read")
    path = f"{AUTH}/tokens/{made['id']}"
    assert eve.client.delete(path).json()["code"] == "tokens.not_found"
    client = script_of(server, made["token"])
    assert client.get(ME).status_code == 200
    assert person.client.delete(path).status_code == 200
    assert client.get(ME).status_code == 401
    assert person.client.delete(f"{AUTH}/tokens/{uuid7()}").status_code == 404
    assert {"api_token_created", "api_token_revoked"} <= set(audit_types(server))


def test_making_a_token_asks_for_a_proof_a_future_and_the_right_role(server):
    person, eve = server.sign_in(), server.sign_in("eve@example.org")
    body = {"name": "x", "scopes": ["admin"], "expires_at": None}
    assert eve.client.post(f"{AUTH}/tokens", json=body).json()["code"] == "auth.admin_required"
    past = body | {"scopes": ["read"], "expires_at": "2026-11-01T00:00:00Z"}
    assert person.client.post(f"{AUTH}/tokens", json=past).json()["code"] == "tokens.expired"
    for wrong in ({"scopes": []}, {"scopes": ["root"]}, {"name": ""}):
        assert person.client.post(f"{AUTH}/tokens", json=body | wrong).status_code == 422
    let_proof_expire(server)
    assert person.client.post(f"{AUTH}/tokens", json=body).json()["code"] == "auth.proof_required"


@pytest.mark.parametrize(
    "value", ["Bearer ", "Bearer x", "bearer ffp_" + "x" * 9000, "Bearer \xff"]
)
def test_a_made_up_token_is_nobody(sqlite_server, value):
    client = sqlite_server.make_client()
    answer = client.get(ME, headers={"Authorization": value.encode("latin-1")})
    assert (answer.status_code, answer.json()["code"]) == (401, "auth.required")
