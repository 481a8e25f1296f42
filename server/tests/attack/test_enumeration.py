"""Who has an account is told to nobody: neither by what is answered nor by what is done for it.

Time is not measured, which would prove little on a busy machine: the same statements in the same order,
and the same bytes, are what equal times are made of.
"""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from fitfolio.auth.sign_in import make_sign_in
from fitfolio.core.ids import uuid7
from tests.permission_cases import WITH_IDS, belongings, call
from tests.test_query_budget import counting

AUTH = "/api/v1/auth"
STATES = {
    "signed in": "",
    "deactivated": "is_active = false",
    "pausing": "paused_at = 1",
    "leaving": "delete_after = 1",
    "never verified": "is_email_verified = false",
}
VARYING = {"x-request-id", "date"}


@pytest.fixture
def known(server):
    """An address in each state that an account can be in, beside one that has none."""
    server.sign_in("first@example.org")
    addresses = {}
    for number, (state, change) in enumerate(STATES.items()):
        addresses[state] = f"user{number}@example.org"
        server.sign_in(addresses[state])
        if change:
            with server.state.db.engine.begin() as conn:
                conn.execute(
                    sa.text(f"UPDATE user_account SET {change} WHERE email = :email"),  # of ours
                    {"email": addresses[state]},
                )
    return addresses | {"nobody's": "user9@example.org"}


def told(server: Any, path: str, body: Any) -> Any:
    """Everything that an answer tells and costs."""
    client = server.make_client()
    with counting(server) as statements:
        answer = client.post(path, json=body)
    headers = {key: value for key, value in answer.headers.items() if key not in VARYING}
    return answer.status_code, headers, answer.json(), statements


@pytest.mark.parametrize("path", [f"{AUTH}/magic-link/start", f"{AUTH}/email/resend-verification"])
def test_asking_for_a_link_tells_and_costs_the_same_for_every_address(server, known, path):
    found = {state: told(server, path, {"email": address}) for state, address in known.items()}
    assert found["nobody's"][0] == 200
    for state, one in found.items():
        assert one == found["nobody's"], state


def test_a_wrong_code_tells_and_costs_the_same_whether_a_letter_went_out_or_not(server, known):
    """Only addresses that can sign in have a letter with a code: its absence must not show."""
    path = f"{AUTH}/magic-link/verify"
    for address in list(known.values())[:-1]:
        server.state.db.write_now(make_sign_in, address, server.clock.now_ms())
    for attempt in range(8):
        found = {
            state: told(server, path, {"email": address, "code": "000000"})
            for state, address in known.items()
        }
        assert found["nobody's"][0] == 400
        for state, one in found.items():
            assert one == found["nobody's"], (state, attempt)


def test_a_passkey_is_asked_for_without_an_address_and_lists_nobodys(server, known):
    options = [
        server.make_client().post(f"{AUTH}/webauthn/authenticate/start").json()["options"]
        for _ in known
    ]
    assert [one["allowCredentials"] for one in options] == [[]] * len(known)
    body = {"email": known["signed in"]}
    answer = server.make_client().post(f"{AUTH}/webauthn/authenticate/start", json=body)
    assert answer.json()["options"]["allowCredentials"] == []


def test_moving_to_an_address_tells_nothing_about_it(server, known):
    person = server.sign_in("first@example.org")
    found = {}
    for state, address in known.items():
        with counting(server) as statements:
            answer = person.client.post(f"{AUTH}/email/change", json={"email": address})
        change = answer.json()["change"] | {"email": ""}
        found[state] = answer.status_code, change, statements
        person.client.delete(f"{AUTH}/email/change")
    for state, one in found.items():
        assert one == found["nobody's"], state


def test_the_sign_in_page_is_told_nothing_about_anybody(server, known):
    config = server.make_client().get(f"{AUTH}/config")
    assert len(known) > 1
    assert "@" not in config.text
    assert config.json()["first_account"] is False


def test_an_id_of_somebody_else_costs_what_an_id_of_nobody_costs(server):
    """Same answer, same statements: whether a row exists is not told by its time either."""
    ada, eve = server.sign_in("ada@example.org"), server.sign_in("eve@example.org")
    theirs, mine = belongings(ada), belongings(eve)
    server.run_jobs()
    for item in WITH_IDS:
        if item.method != "GET" or len(item.ids) > 1:
            continue
        (name,) = item.ids
        found = []
        for ids in (theirs, mine | {name: uuid7()}):
            with counting(server) as statements:
                answer = call(eve.client, item, ids)
            found.append((answer.status_code, answer.content, statements))
        assert found[0] == found[1], item
