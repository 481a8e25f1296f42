"""What tests of accounts share: more devices, typed codes, and a look into the audit log."""

from __future__ import annotations

import re

import sqlalchemy as sa

from fitfolio.auth.sign_in import make_sign_in
from fitfolio.core.origin import CSRF_COOKIE


def second_device(server, person, user_agent="", client=None):
    """One more client of a person, signed in by a link."""
    secrets = server.state.db.write_now(make_sign_in, person.email, server.clock.now_ms())
    client = client or server.make_client()
    answer = client.post(
        "/api/v1/auth/magic-link/verify", json={"token": secrets.token},
        headers={"User-Agent": user_agent},
    )  # fmt: skip
    assert answer.status_code == 200, answer.text
    client.headers["X-CSRF-Token"] = client.cookies[CSRF_COOKIE]
    return client


def audit_rows(server):
    """All events, oldest first."""
    with server.state.db.reading() as conn:
        return conn.execute(sa.text("SELECT * FROM audit_event ORDER BY id")).all()


def audit_types(server):
    """The types of all events, oldest first."""
    return [row.event_type for row in audit_rows(server)]


def printed_code(server, capsys):
    """The code that the server printed, there being no mail server."""
    server.run_jobs()
    return re.findall(r"code  (\d{6})", capsys.readouterr().out)[-1]


def printed_token(server, capsys):
    """The token of the link that the server printed last."""
    server.run_jobs()
    return re.findall(r"#token=(\S+)", capsys.readouterr().out)[-1]


def let_proof_expire(server):
    """Eleven minutes later nobody has proven anything recently."""
    server.clock.advance(11 * 60)
