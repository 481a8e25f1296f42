"""Proving again who sits at a session, by a mailed code; `passkeys` does it by a passkey."""

from __future__ import annotations

import sqlalchemy as sa

from fitfolio.auth import audit, queries, sessions, sign_in
from fitfolio.auth.caller import Caller
from fitfolio.auth.service import Viewer
from fitfolio.core.clock import DAY_MS
from fitfolio.core.errors import AppError, Refused, TooMany
from fitfolio.core.outbox import post


def start_proof(conn: sa.Connection, viewer: Viewer, now_ms: int, caller: Caller) -> None:
    """Put the letter with the code into the outbox."""
    data = {"session_id": viewer.session_id}
    post(conn, "auth.proof", viewer.email, viewer.language, data, now_ms)
    audit.record(conn, now_ms, "proof_requested", caller.acting_as(viewer.id), account_id=viewer.id)


def check_proof(
    conn: sa.Connection, viewer: Viewer, code: str, now_ms: int, caller: Caller
) -> AppError | None:
    """Note the proof, or return (so that it is counted) why it is none."""
    key = viewer.row.email_key
    caller = caller.acting_as(viewer.id)
    if audit.wrong_codes(conn, key, now_ms - DAY_MS) >= sign_in.WRONG_CODES_A_DAY:
        return TooMany("auth.too_many_codes", "Too many wrong codes; use a passkey.", 3600)
    token = sign_in.code_fits(conn, key, code, now_ms, "proof")
    # The code is good for the session that asked for it and for no other.
    if token is None or token.about_id != viewer.session_id:
        audit.record(
            conn, now_ms, "proof_failed", caller, account_id=viewer.id, email=key, outcome="failed"
        )
        return Refused("auth.invalid_token", "The code is wrong, was used already or is too old.")
    queries.spend_token(conn, token.token_hash, now_ms, ["proof"])
    sessions.note_proof(conn, viewer.session_id, now_ms)
    audit.record(conn, now_ms, "proof_given", caller, account_id=viewer.id, by="code")
    return None
