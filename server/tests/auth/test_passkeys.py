"""Passkeys over HTTP with a real authenticator in software; nothing of the library is replaced."""

from __future__ import annotations

import copy
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from fitfolio.core.ids import uuid7
from tests.auth.builders import audit_rows, audit_types, let_proof_expire, second_device
from tests.conftest import make_settings, start_server
from tests.support.authenticator import Authenticator, to_text

BASE = "/api/v1/auth/webauthn"
ME = "/api/v1/auth/me"
ORIGIN = "https://gym.example.org"


@pytest.fixture
def gym(database_url, tmp_path):
    yield from start_server(make_settings(database_url, tmp_path, public_url=ORIGIN))


@pytest.fixture
def lite(sqlite_url, tmp_path):
    yield from start_server(make_settings(sqlite_url, tmp_path, public_url=ORIGIN))


def register(person, device, **names):
    started = person.client.post(f"{BASE}/register/start")
    assert started.status_code == 200, started.text
    body = {
        "challenge_id": started.json()["challenge_id"],
        "credential": device.create(started.json()["options"]),
    }
    return person.client.post(f"{BASE}/register/finish", json=body | names)


def start(client, what="authenticate"):
    answer = client.post(f"{BASE}/{what}/start")
    assert answer.status_code == 200, answer.text
    return answer.json()


def finish(client, started, credential, what="authenticate"):
    body = {"challenge_id": started["challenge_id"], "credential": credential}
    return client.post(f"{BASE}/{what}/finish", json=body)


def sign_in(client, device, **changes):
    started = start(client)
    return finish(client, started, device.get(started["options"], **changes))


def listed(person):
    return person.client.get(f"{BASE}/credentials").json()["passkeys"]


def test_a_passkey_signs_in_without_an_address_and_names_its_device(gym):
    person, device = gym.sign_in(), Authenticator(ORIGIN, synced=True)
    assert register(person, device, nickname="Phone").status_code == 200
    stranger = gym.make_client()
    started = start(stranger)
    assert started["options"]["allowCredentials"] == []
    answer = finish(stranger, started, device.get(started["options"]))
    assert (answer.status_code, answer.json()) == (200, {"message": "Signed in."})
    assert stranger.get(ME).json()["id"] == person.id
    (key,) = listed(person)
    assert (key["nickname"], key["backup_eligible"], key["backup_state"]) == ("Phone", True, True)
    assert (key["transports"], key["clone_suspected_at"]) == (["internal", "hybrid"], None)
    assert key["last_used_at"] is not None
    sessions = stranger.get("/api/v1/auth/sessions").json()["sessions"]
    assert [one["method"] for one in sessions if one["is_current"]] == ["passkey"]
    assert {"webauthn_register_start", "webauthn_credential_created", "webauthn_login"} <= set(
        audit_types(gym)
    )


def test_the_handle_is_random_and_the_same_for_all_passkeys_of_an_account(gym):
    person = gym.sign_in()
    first = person.client.post(f"{BASE}/register/start").json()["options"]
    second = person.client.post(f"{BASE}/register/start").json()["options"]
    assert first["user"]["id"] == second["user"]["id"]
    assert len(first["user"]["id"]) == 86
    assert person.id not in first["user"]["id"]
    assert first["challenge"] != second["challenge"]
    assert first["rp"] == {"id": "gym.example.org", "name": "FitFolio"}


def test_two_devices_work_and_a_removed_one_does_not(gym):
    person = gym.sign_in()
    phone, laptop = Authenticator(ORIGIN), Authenticator(ORIGIN)
    register(person, phone, nickname="Phone")
    register(person, laptop, nickname="Laptop")
    lost = next(one["id"] for one in listed(person) if one["nickname"] == "Phone")
    assert person.client.delete(f"{BASE}/credentials/{lost}").status_code == 200
    refused = sign_in(gym.make_client(), phone)
    assert (refused.status_code, refused.json()["code"]) == (400, "passkeys.not_accepted")
    # Its authenticator can be told to offer it no longer.
    assert refused.json()["unknown_credential"] is True
    assert sign_in(gym.make_client(), laptop).status_code == 200


def test_nobody_adds_or_removes_a_passkey_without_a_session_or_without_a_recent_proof(gym):
    person, device = gym.sign_in(), Authenticator(ORIGIN)
    assert gym.make_client().post(f"{BASE}/register/start").status_code == 401
    register(person, device)
    (key,) = listed(person)
    let_proof_expire(gym)
    for method, path in (("POST", "register/start"), ("DELETE", f"credentials/{key['id']}")):
        answer = person.client.request(method, f"{BASE}/{path}")
        assert (answer.status_code, answer.json()["code"]) == (403, "auth.proof_required")
    started = start(person.client, "prove")
    assert [one["id"] for one in started["options"]["allowCredentials"]] == [key["credential_id"]]
    proven = finish(person.client, started, device.get(started["options"]), "prove")
    assert proven.status_code == 200
    assert person.client.post(f"{BASE}/register/start").status_code == 200


def test_a_passkey_of_somebody_else_proves_nothing(gym):
    ada, eve, device = gym.sign_in(), gym.sign_in("eve@example.org"), Authenticator(ORIGIN)
    register(eve, device)
    started = start(ada.client, "prove")
    credential = device.get(started["options"] | {"allowCredentials": []})
    assert finish(ada.client, started, credential, "prove").status_code == 400
    started = start(eve.client, "prove")
    credential = device.get(started["options"])
    assert finish(ada.client, started, credential, "prove").status_code == 400
    assert audit_types(gym).count("proof_failed") == 2


def test_a_challenge_of_another_session_registers_nothing(gym):
    ada, eve, device = gym.sign_in(), gym.sign_in("eve@example.org"), Authenticator(ORIGIN)
    started = ada.client.post(f"{BASE}/register/start").json()
    credential = device.create(started["options"])
    assert finish(eve.client, started, credential, "register").status_code == 400
    assert listed(eve) == listed(ada) == []


def test_of_twenty_parallel_uses_of_one_answer_exactly_one_signs_in(gym):
    person, device = gym.sign_in(), Authenticator(ORIGIN)
    register(person, device)
    started = start(gym.make_client())
    credential = device.get(started["options"])
    clients = [gym.make_client() for _ in range(20)]
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda one: finish(one, started, credential).status_code, clients))
    assert sorted(answers) == [200] + [400] * 19


def wrong_ways():
    def other_origin(device):
        device.origin = "https://evil.example"
        return {}

    def other_rp(_device):
        return {"rp_id": "evil.example"}

    def framed(device):
        device.cross_origin = True
        return {}

    def suddenly_synced(device):
        device.synced = True
        return {}

    def other_handle(device):
        next(iter(device.keys.values())).handle = b"x" * 64
        return {}

    def other_key(device):
        fresh = Authenticator(ORIGIN)
        fresh.create(
            {"authenticatorSelection": {"residentKey": "required"}, "rp": {"id": "x"},
             "pubKeyCredParams": [{"alg": -7}], "user": {"id": "eA"}, "challenge": "eA"}
        )  # fmt: skip
        next(iter(device.keys.values())).private = next(iter(fresh.keys.values())).private
        return {}

    return [other_origin, other_rp, framed, suddenly_synced, other_handle, other_key]


@pytest.mark.parametrize("spoil", wrong_ways(), ids=lambda one: one.__name__)
def test_an_answer_that_is_wrong_in_one_thing_is_refused(lite, spoil):
    person, device = lite.sign_in(), Authenticator(ORIGIN)
    register(person, device)
    assert sign_in(lite.make_client(), device).status_code == 200
    answer = sign_in(lite.make_client(), device, **spoil(device))
    assert (answer.status_code, answer.json()["code"]) == (400, "passkeys.not_accepted")
    # A passkey that exists is never called unknown: its authenticator would be told to forget it.
    assert "unknown_credential" not in answer.json()
    assert audit_types(lite)[-1] == "webauthn_auth_failed"


def test_an_answer_too_late_or_to_another_ceremony_is_refused(lite):
    person, device = lite.sign_in(), Authenticator(ORIGIN)
    register(person, device)
    client = lite.make_client()
    started = start(client)
    lite.clock.advance(301)
    assert finish(client, started, device.get(started["options"])).status_code == 400
    proof = start(person.client, "prove")
    assert finish(client, proof, device.get(proof["options"])).status_code == 400


@pytest.mark.parametrize(
    "credential",
    [
        {},
        {"id": "x"},
        {"id": 1, "response": []},
        {"id": "\ud800", "rawId": "x", "type": "public-key", "response": {}},
        {"id": "eA", "rawId": "eA", "type": "public-key",
         "response": {"clientDataJSON": "eA", "attestationObject": to_text(b"\xbf" * 5000)}},
    ],
)  # fmt: skip
def test_a_malformed_answer_is_refused_and_no_failure(lite, credential):
    person, device = lite.sign_in(), Authenticator(ORIGIN)
    register(person, device)
    known = listed(person)[0]["credential_id"]
    import json

    for what, client in (("authenticate", lite.make_client()), ("register", person.client)):
        for change in ({}, {"id": known, "rawId": known}):
            body = {"challenge_id": start(client, what)["challenge_id"],
                    "credential": credential | change}  # fmt: skip
            answer = client.post(
                f"{BASE}/{what}/finish", content=json.dumps(body).encode(),
                headers={"Content-Type": "application/json"},
            )  # fmt: skip
            assert answer.status_code in {400, 422}, answer.text


def test_a_copied_passkey_is_noticed_refused_and_told(lite, capsys):
    person, device = lite.sign_in(), Authenticator(ORIGIN)
    register(person, device, nickname="Key")
    copied = copy.copy(device)
    copied.keys = {one: copy.copy(key) for one, key in device.keys.items()}
    assert sign_in(lite.make_client(), device).status_code == 200
    assert sign_in(lite.make_client(), device).status_code == 200
    assert sign_in(lite.make_client(), copied).status_code == 400
    (key,) = listed(person)
    assert key["clone_suspected_at"] is not None
    capsys.readouterr()
    lite.run_jobs()
    assert "may have been copied" in capsys.readouterr().out
    # The original, whose count is ahead, goes on.
    assert sign_in(lite.make_client(), device).status_code == 200


def test_a_synchronised_passkey_that_does_not_count_is_never_suspected(lite):
    person, device = lite.sign_in(), Authenticator(ORIGIN, synced=True, counts=False)
    register(person, device)
    assert [sign_in(lite.make_client(), device).status_code for _ in range(3)] == [200] * 3
    assert listed(person)[0]["clone_suspected_at"] is None


def test_who_may_not_sign_in_cannot_with_a_passkey_either(lite):
    person, device = lite.sign_in(), Authenticator(ORIGIN)
    register(person, device)
    with lite.state.db.engine.begin() as conn:
        conn.execute(sa.text("UPDATE user_account SET is_active = false"))
    assert sign_in(lite.make_client(), device).status_code == 400


def test_wrong_codes_never_lock_a_passkey_out(lite):
    person, device = lite.sign_in(), Authenticator(ORIGIN)
    register(person, device)
    client = lite.make_client()
    for _ in range(21):
        client.post(
            "/api/v1/auth/magic-link/verify", json={"email": person.email, "code": "000000"}
        )
    assert sign_in(lite.make_client(), device).status_code == 200


def test_a_name_is_given_changed_and_never_twice(gym):
    person = gym.sign_in()
    person.client.headers["User-Agent"] = "Mozilla/5.0 (X11; Linux) Firefox/140.0"
    for _ in range(2):
        register(person, Authenticator(ORIGIN))
    first, second = listed(person)
    assert (first["nickname"], second["nickname"]) == ("Firefox on Linux", "Firefox on Linux 2")
    path = f"{BASE}/credentials/{first['id']}"
    assert person.client.patch(path, json={"nickname": "Home"}).json()["nickname"] == "Home"
    taken = person.client.patch(path, json={"nickname": second["nickname"]})
    assert (taken.status_code, taken.json()["code"]) == (409, "passkeys.name_taken")
    missing = person.client.patch(f"{BASE}/credentials/{uuid7()}", json={"nickname": "x"})
    assert missing.json()["code"] == "passkeys.not_found"


def test_adding_a_passkey_exchanges_the_sessions_secret(gym):
    person = gym.sign_in()
    before = person.client.cookies["__Host-ff_sess"]
    register(person, Authenticator(ORIGIN))
    assert person.client.cookies["__Host-ff_sess"] != before
    assert person.client.get(ME).status_code == 200


def test_a_new_device_with_a_passkey_is_told_by_mail_and_a_known_one_is_not(lite, capsys):
    person, device = lite.sign_in(), Authenticator(ORIGIN)
    register(person, device)
    lite.run_jobs()
    capsys.readouterr()
    for agent, told in (("Mozilla/5.0 (X11; Linux) Firefox/1.0", True),) * 1 + (
        ("Mozilla/5.0 (X11; Linux) Firefox/2.0", False),
    ):
        client = lite.make_client()
        client.headers["User-Agent"] = agent
        assert sign_in(client, device).status_code == 200
        lite.run_jobs()
        assert ("A new device signed in" in capsys.readouterr().out) is told


def test_without_tls_and_a_name_passkeys_are_said_to_be_impossible(sqlite_url, tmp_path):
    for url, possible in (
        ("http://gym.example.org", False), ("https://192.0.2.1", False),
        ("http://localhost:8000", True), ("https://gym.example.org", True),
    ):  # fmt: skip
        for server in start_server(make_settings(sqlite_url, tmp_path, public_url=url)):
            client = server.make_client()
            assert client.get("/api/v1/auth/config").json()["passkeys"] is possible
            answer = client.post(f"{BASE}/authenticate/start")
            assert answer.status_code == (200 if possible else 409)


def test_the_log_never_holds_what_the_authenticator_said(lite):
    person, device = lite.sign_in(), Authenticator(ORIGIN)
    register(person, device)
    second_device(lite, person)
    sign_in(lite.make_client(), device, rp_id="evil.example")
    failed = [row for row in audit_rows(lite) if row.event_type == "webauthn_auth_failed"]
    assert [row.extra for row in failed] == ['{"reason": "InvalidAuthenticationResponse"}']
