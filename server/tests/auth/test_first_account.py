from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from fitfolio.auth import queries
from fitfolio.auth.caller import Caller
from fitfolio.auth.sessions import SessionTerms
from fitfolio.auth.sign_in import make_sign_in, verify_token
from fitfolio.core.clock import DAY_MS
from tests.conftest import START_MS


def test_of_many_first_sign_ins_at_once_exactly_one_becomes_the_administrator(db):
    count = 6
    secrets = [
        db.write_now(make_sign_in, f"user{number}@example.org", START_MS) for number in range(count)
    ]
    terms = SessionTerms(DAY_MS, DAY_MS)
    barrier = Barrier(count)

    def sign_in(one):
        barrier.wait()
        return db.write_now(
            verify_token, one.token, START_MS, terms, caller=Caller(), signup="open"
        )

    with ThreadPoolExecutor(count) as pool:
        sessions = list(pool.map(sign_in, secrets))
    assert all(sessions)
    users = db.read_now(queries.list_users)
    assert len(users) == count
    assert sum(user.is_admin for user in users) == 1
