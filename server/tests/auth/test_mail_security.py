"""Handing mail over with STARTTLS to a real SMTP server whose certificate is right, wrong, or absent."""

from __future__ import annotations

import ssl
import time

import pytest
import sqlalchemy as sa

from fitfolio.core import mail
from tests.conftest import make_settings, start_server
from tests.support.smtp import Mailbox, make_certificate, running_mail_server


def try_to_send(sqlite_url, tmp_path, port, **changes):
    """What the outbox says after one try."""
    settings = make_settings(sqlite_url, tmp_path, smtp_port=port, **changes)
    for server in start_server(settings):
        answer = server.make_client().post(
            "/api/v1/auth/magic-link/start", json={"email": "ada@example.org"}
        )
        assert answer.status_code == 200
        server.run_jobs()
        with server.state.db.reading() as conn:
            (row,) = conn.execute(sa.text("SELECT * FROM outbox_mail")).all()
        return row
    raise AssertionError


@pytest.mark.parametrize(
    ("name", "trusted", "sent"),
    [("localhost", True, True), ("localhost", False, False), ("evil.example", True, False)],
)
def test_mail_leaves_only_to_a_server_whose_certificate_is_right(
    sqlite_url, tmp_path, monkeypatch, name, trusted, sent
):
    certificate, key = make_certificate(tmp_path, name)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    box = Mailbox()
    with running_mail_server(box, tls_context=context, require_starttls=True) as port:
        row = try_to_send(
            sqlite_url, tmp_path, port, smtp_host="localhost", smtp_security="starttls"
        )
    assert (row.sent_at is not None, len(box.messages)) == (sent, int(sent))
    if not sent:
        assert "certificate verify failed" in row.last_error


def test_mail_is_never_sent_in_the_clear_when_starttls_was_asked_for(sqlite_url, tmp_path):
    box = Mailbox()
    with running_mail_server(box) as port:
        row = try_to_send(
            sqlite_url, tmp_path, port, smtp_host="127.0.0.1", smtp_security="starttls"
        )
    assert (row.sent_at, box.messages) == (None, [])


def test_a_mail_server_that_is_down_or_says_nothing_costs_the_person_nothing(
    sqlite_url, tmp_path, monkeypatch
):
    import socket

    monkeypatch.setattr(mail, "TIMEOUT_S", 0.3)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        began = time.monotonic()
        row = try_to_send(
            sqlite_url, tmp_path, silent.getsockname()[1], smtp_host="127.0.0.1",
            smtp_security="none",
        )  # fmt: skip
    assert row.sent_at is None
    assert "timed out" in row.last_error
    assert time.monotonic() - began < 10


def test_a_line_break_in_an_address_adds_no_header(sqlite_server):
    for address in ("a@example.org\r\nBcc: x@example.org", "a@example.org\nX: y"):
        answer = sqlite_server.make_client().post(
            "/api/v1/auth/magic-link/start", json={"email": address}
        )
        assert answer.status_code == 400
