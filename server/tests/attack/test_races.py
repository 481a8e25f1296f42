"""What works once works once, however many use it at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from fitfolio.auth.sign_in import CODE_ATTEMPTS, WRONG_CODES_A_DAY, make_sign_in
from tests.auth.builders import audit_types, let_proof_expire, printed_code, second_device
from tests.auth.test_account import links, move
from tests.auth.test_passkeys import BASE, ORIGIN
from tests.conftest import make_settings, start_server
from tests.support.authenticator import Authenticator

AUTH = "/api/v1/auth"
VERIFY = f"{AUTH}/magic-link/verify"
PARALLEL = 20


def at_once(clients: list[Any], path: str, bodies: list[Any]) -> list[int]:
    """The statuses of requests that are sent together."""
    pairs = list(zip(clients, bodies, strict=True))
    with ThreadPoolExecutor(len(pairs)) as pool:
        return sorted(pool.map(lambda pair: pair[0].post(path, json=pair[1]).status_code, pairs))


def strangers(server: Any) -> list[Any]:
    return [server.make_client() for _ in range(PARALLEL)]


def secrets_for(server: Any, email: str = "ada@example.org") -> Any:
    return server.state.db.write_now(make_sign_in, email, server.clock.now_ms())


def test_of_twenty_uses_of_one_link_one_signs_in(server):
    server.sign_in()
    body = {"token": secrets_for(server).token}
    assert at_once(strangers(server), VERIFY, [body] * PARALLEL) == [200] + [400] * 19


def test_of_twenty_uses_of_one_code_one_signs_in(server):
    server.sign_in()
    secrets = secrets_for(server)
    body = {"email": secrets.email, "code": secrets.code}
    assert at_once(strangers(server), VERIFY, [body] * PARALLEL) == [200] + [400] * 19


def test_link_and_code_of_one_letter_sign_in_once_together(server):
    server.sign_in()
    secrets = secrets_for(server)
    bodies = [{"token": secrets.token}, {"email": secrets.email, "code": secrets.code}] * 10
    assert at_once(strangers(server), VERIFY, bodies) == [200] + [400] * 19


def test_twenty_guesses_at_once_are_counted_as_twenty(server):
    """Or a code of six digits could be tried as often as requests fit into one moment."""
    server.sign_in()
    secrets = secrets_for(server)
    wrong = [f"{(int(secrets.code) + n) % 10**6:06}" for n in range(1, PARALLEL + 1)]
    bodies = [{"email": secrets.email, "code": code} for code in wrong]
    assert at_once(strangers(server), VERIFY, bodies) == [400] * PARALLEL
    right = {"email": secrets.email, "code": secrets.code}
    assert server.make_client().post(VERIFY, json=right).status_code == 429
    failed = audit_types(server).count("magic_link_verified_failed")
    assert failed == PARALLEL == WRONG_CODES_A_DAY > CODE_ATTEMPTS


def test_of_twenty_uses_of_one_invitation_one_makes_the_account(database_url, tmp_path, capsys):
    for server in start_server(make_settings(database_url, tmp_path, signup="invite")):
        ada = server.sign_in()
        body = {"email": "eve@example.org"}
        assert ada.client.post("/api/v1/admin/invitations", json=body).status_code == 201
        (token,) = links(server, capsys)
        statuses = at_once(strangers(server), VERIFY, [{"token": token}] * PARALLEL)
        assert statuses == [200] + [400] * 19
        assert audit_types(server).count("user_created") == 1


def proof(server: Any, capsys: Any) -> tuple[Any, str]:
    """Somebody whose proof is old, and the code that was mailed for a new one."""
    person = server.sign_in()
    let_proof_expire(server)
    assert person.client.post(f"{AUTH}/proof/start").status_code == 200
    return person, printed_code(server, capsys)


def copies(server: Any, client: Any) -> list[Any]:
    """Twenty tabs of one browser."""
    tabs = strangers(server)
    for tab in tabs:
        tab.cookies.update(client.cookies)
        tab.headers["X-CSRF-Token"] = client.headers["X-CSRF-Token"]
    return tabs


def test_of_twenty_uses_of_one_proof_one_counts(server, capsys):
    person, code = proof(server, capsys)
    statuses = at_once(
        copies(server, person.client), f"{AUTH}/proof/verify", [{"code": code}] * PARALLEL
    )
    assert statuses == [200] + [400] * 19
    assert audit_types(server).count("proof_given") == 1


def test_twenty_guesses_at_a_proof_at_once_leave_none(server, capsys):
    person, code = proof(server, capsys)
    bodies = [{"code": f"{(int(code) + n) % 10**6:06}"} for n in range(1, PARALLEL + 1)]
    statuses = at_once(copies(server, person.client), f"{AUTH}/proof/verify", bodies)
    assert statuses == [400] * PARALLEL
    answer = person.client.post(f"{AUTH}/proof/verify", json={"code": code})
    assert (answer.status_code, answer.json()["code"]) == (429, "auth.too_many_codes")


@pytest.mark.parametrize("side", [0, 1])
def test_of_twenty_uses_of_one_confirmation_of_an_address_one_counts(server, capsys, side):
    person = server.sign_in()
    move(server, person)
    token = links(server, capsys)[side]
    statuses = at_once(strangers(server), f"{AUTH}/email/verify", [{"token": token}] * PARALLEL)
    assert statuses == [200] + [400] * 19
    assert audit_types(server).count("email_change_confirmed") == 1


def test_both_confirmations_at_once_move_the_account_once(server, capsys):
    person = server.sign_in()
    move(server, person)
    tokens = links(server, capsys)
    bodies = [{"token": token} for token in tokens] * 10
    assert at_once(strangers(server), f"{AUTH}/email/verify", bodies) == [200] * 2 + [400] * 18
    assert audit_types(server).count("email_changed") == 1
    assert person.client.get(f"{AUTH}/me").json()["email"] == "new@example.org"


def test_of_twenty_uses_of_one_challenge_one_adds_a_passkey(database_url, tmp_path):
    for server in start_server(make_settings(database_url, tmp_path, public_url=ORIGIN)):
        person = server.sign_in()
        started = person.client.post(f"{BASE}/register/start").json()
        credential = Authenticator(ORIGIN).create(started["options"])
        body = {"challenge_id": started["challenge_id"], "credential": credential}
        tabs = copies(server, person.client)
        statuses = at_once(tabs, f"{BASE}/register/finish", [body] * PARALLEL)
        assert statuses.count(200) == 1
        assert set(statuses) <= {200, 400, 409}
        listed = second_device(server, person).get(f"{BASE}/credentials").json()["passkeys"]
        assert len(listed) == 1


def test_of_eight_administrators_who_step_down_at_once_one_stays(server):
    first = server.sign_in("first@example.org")
    admins = [first, *(server.sign_in(f"user{n}@example.org") for n in range(7))]
    for person in admins[1:]:
        path = f"/api/v1/admin/users/{person.id}/role"
        assert first.client.put(path, json={"role": "admin"}).status_code == 200

    def step_down(person: Any) -> int:
        path = f"/api/v1/admin/users/{person.id}/role"
        return person.client.put(path, json={"role": "user"}).status_code

    with ThreadPoolExecutor(len(admins)) as pool:
        statuses = sorted(pool.map(step_down, admins))
    assert statuses == [200] * 7 + [409]
