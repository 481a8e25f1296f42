"""Who gets in through an OpenID issuer, over HTTP, against a small provider with a real key."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from fitfolio.auth import service as auth_service
from fitfolio.core.ids import uuid7
from tests.auth.builders import audit_rows, audit_types, let_proof_expire
from tests.auth.openid_steps import (
    IDENTITIES,
    ME,
    is_in,
    running,
    sign_in,
)
from tests.conftest import START_MS

# -- who gets in


def test_the_first_person_gets_an_account_and_administers_it(openid):
    client = openid.make_client()
    assert client.get("/api/v1/auth/config").json()["oidc_name"] == "Gym key"
    assert sign_in(client, next="/programs?week=2") == {"next": "/programs?week=2"}
    me = client.get(ME).json()
    assert (me["email"], me["is_admin"], me["is_email_verified"]) == ("ada@example.org", True, True)
    sessions = client.get("/api/v1/auth/sessions").json()["sessions"]
    assert [one["method"] for one in sessions] == ["oidc"]
    assert audit_types(openid) == [
        "user_created", "email_verified", "oidc_identity_linked", "oidc_login",
    ]  # fmt: skip
    assert "ff_oidc" not in client.cookies


def test_the_second_time_the_identity_counts_and_not_the_address(openid):
    client = openid.make_client()
    sign_in(client)
    first = client.get(ME).json()["id"]
    openid.provider.person["email"] = "new@example.org"
    again = openid.make_client()
    sign_in(again)
    assert again.get(ME).json()["id"] == first
    assert again.get(ME).json()["email"] == "ada@example.org"
    (identity,) = again.get(IDENTITIES).json()["identities"]
    assert identity["email"] == "new@example.org"
    assert audit_types(openid).count("oidc_identity_linked") == 1


def test_an_account_with_the_verified_address_is_linked_once_and_its_owner_is_told(openid, capsys):
    ada = openid.sign_in()
    client = openid.make_client()
    assert sign_in(client) == {"next": "/"}
    assert client.get(ME).json()["id"] == ada.id
    openid.run_jobs()
    assert "a new way in" in capsys.readouterr().out
    # Somebody else who has been given the same address there gets nothing.
    openid.provider.person["sub"] = "somebody else"
    other = openid.make_client()
    assert sign_in(other)["error"] == "oidc.other_identity"
    assert not is_in(other)


@pytest.mark.parametrize("verified", [False, None, 0, "no", "false"])
def test_an_address_that_the_issuer_has_not_verified_opens_and_makes_nothing(openid_lite, verified):
    openid_lite.sign_in()
    openid_lite.provider.person["email_verified"] = verified
    client = openid_lite.make_client()
    assert sign_in(client) == {"next": "/", "error": "oidc.email_unverified"}
    openid_lite.provider.person["email"] = "eve@example.org"
    assert sign_in(client)["error"] == "oidc.email_unverified"
    assert not is_in(client)


def test_an_issuer_that_the_host_trusts_need_not_say_so(openid_with):
    server = openid_with(oidc_trust_email=True)
    server.provider.person["email_verified"] = False
    assert sign_in(server.make_client()) == {"next": "/"}


@pytest.mark.parametrize("email", [None, "", 7, "no address", "a@b@c"])
def test_without_an_address_nobody_is_known(openid_lite, email):
    openid_lite.provider.person["email"] = email
    assert sign_in(openid_lite.make_client())["error"] == "oidc.email_unverified"


def test_strangers_get_an_account_only_as_far_as_sign_up_or_the_setting_says(
    sqlite_url, tmp_path, openid_with
):
    server = openid_with()
    server.sign_in("host@example.org")
    assert sign_in(server.make_client()) == {"next": "/", "error": "oidc.no_account"}
    for settings in ({"signup": "open"}, {"oidc_create_accounts": True}):
        for server in running(sqlite_url, tmp_path, **settings):
            server.provider.person |= {"sub": uuid7(), "email": f"{uuid7()}@example.org"}
            client = server.make_client()
            assert sign_in(client) == {"next": "/"}
            assert client.get(ME).json()["is_admin"] is False


def test_an_invitation_lets_its_address_in_with_its_role(openid_with):
    server = openid_with(signup="invite")
    host = server.sign_in("host@example.org")
    body = {"email": "Ada@example.org", "role": "admin", "language": "de"}
    made = host.client.post("/api/v1/admin/invitations", json=body)
    assert made.status_code == 201, made.text
    client = server.make_client()
    assert sign_in(client) == {"next": "/"}
    assert (client.get(ME).json()["is_admin"], client.get(ME).json()["language"]) == (True, "de")


def test_who_may_not_sign_in_cannot_through_the_issuer_either(openid):
    client = openid.make_client()
    sign_in(client)
    with openid.state.db.engine.begin() as conn:
        conn.execute(sa.text("UPDATE user_account SET is_active = false"))
    for subject in ("ada-at-the-issuer", "new there"):
        openid.provider.person["sub"] = subject
        assert sign_in(openid.make_client())["error"] == "oidc.refused"
    row = audit_rows(openid)[-1]
    assert (row.event_type, row.outcome, row.email) == (
        "oidc_login_failed", "refused", "ada@example.org",
    )  # fmt: skip


def test_a_paused_account_goes_on_and_one_about_to_be_deleted_can_be_kept(openid):
    client = openid.make_client()
    openid.provider.changes["auth_time"] = START_MS // 1000
    sign_in(client)
    assert client.post("/api/v1/auth/account/pause").status_code == 200
    assert sign_in(client) == {"next": "/"}
    client.headers["X-CSRF-Token"] = client.cookies["csrf_token"]
    body = {"email": "ada@example.org"}
    assert client.post("/api/v1/auth/account/delete", json=body).status_code == 200
    assert sign_in(client) == {"next": "/"}
    client.headers["X-CSRF-Token"] = client.cookies["csrf_token"]
    assert client.post("/api/v1/auth/account/keep").status_code == 200


def test_an_account_nobody_had_proven_loses_what_was_attached_to_it(openid):
    openid.state.db.write_now(auth_service.create_user, "ada@example.org", START_MS)
    client = openid.make_client()
    assert sign_in(client) == {"next": "/"}
    assert "email_verified" in audit_types(openid)


def test_signing_in_ends_the_session_that_the_browser_had(openid):
    client = openid.make_client()
    sign_in(client)
    old = client.cookies["ff_sess"]
    sign_in(client)
    stranger = openid.make_client()
    assert stranger.get(ME, headers={"Cookie": f"ff_sess={old}"}).status_code == 401


# -- what proves what


@pytest.mark.parametrize(("ago_s", "status"), [(None, 403), (3600, 403), (30, 201)])
def test_only_an_issuer_that_has_just_asked_the_person_proves_who_sits_there(
    openid_lite, ago_s, status
):
    if ago_s is not None:
        openid_lite.provider.changes["auth_time"] = START_MS // 1000 - ago_s
    client = openid_lite.make_client()
    sign_in(client)
    body = {"name": "Scale", "scopes": ["read"], "expires_at": None}
    assert client.post("/api/v1/auth/tokens", json=body).status_code == status


def test_identities_are_listed_and_taken_away_with_a_recent_proof(openid, capsys):
    ada = openid.sign_in()
    sign_in(openid.make_client())
    (identity,) = ada.client.get(IDENTITIES).json()["identities"]
    assert identity["issuer"] == openid.provider.url
    eve = openid.sign_in("eve@example.org")
    assert eve.client.delete(f"{IDENTITIES}/{identity['id']}").status_code == 404
    let_proof_expire(openid)
    path = f"{IDENTITIES}/{identity['id']}"
    assert ada.client.delete(path).json()["code"] == "auth.proof_required"
    again = openid.make_client()
    openid.provider.changes["auth_time"] = openid.clock.now_ms() // 1000
    sign_in(again)
    assert again.delete(f"{IDENTITIES}/{uuid7()}").json()["code"] == "identities.not_found"
    capsys.readouterr()
    assert again.delete(path).status_code == 200
    openid.run_jobs()
    assert "was removed" in capsys.readouterr().out
    assert again.get(IDENTITIES).json() == {"identities": []}
    assert audit_types(openid)[-1] == "oidc_identity_unlinked"


# -- the group of administrators


def test_a_group_gives_the_role_and_takes_back_only_what_it_gave(openid_with):
    server = openid_with(oidc_admin_group="lifters-admin", signup="open")
    server.sign_in("host@example.org")
    client = server.make_client()
    seen = []
    for groups in (None, ["lifters-admin", "x"], ["x"], "lifters-admin", ["lifters-admin"], []):
        server.provider.changes["groups"] = groups
        sign_in(client)
        seen.append(client.get(ME).json()["is_admin"])
    assert seen == [False, True, False, False, True, False]
    assert audit_types(server).count("user_role_changed") == 4
    server.state.db.write_now(
        lambda conn: conn.execute(sa.text("UPDATE user_account SET is_admin = true"))
    )
    sign_in(client)
    assert client.get(ME).json()["is_admin"] is True


def test_the_last_administrator_stays_one(openid_with):
    server = openid_with(oidc_admin_group="admins", signup="open")
    server.provider.changes["groups"] = ["admins"]
    server.sign_in("host@example.org")
    client = server.make_client()
    sign_in(client)
    server.state.db.write_now(
        lambda conn: conn.execute(
            sa.text("UPDATE user_account SET is_admin = false WHERE email_key LIKE 'host%'")
        )
    )
    server.provider.changes["groups"] = []
    sign_in(client)
    assert client.get(ME).json()["is_admin"] is True


def test_without_the_setting_groups_mean_nothing(openid_lite):
    openid_lite.sign_in("host@example.org")
    openid_lite.sign_in()
    openid_lite.provider.changes["groups"] = ["admins", "admin"]
    client = openid_lite.make_client()
    sign_in(client)
    assert client.get(ME).json()["is_admin"] is False
