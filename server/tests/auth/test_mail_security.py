"""Handing mail over with STARTTLS to a real SMTP server whose certificate is right, wrong, or absent."""

from __future__ import annotations

import socket
import sqlite3
import ssl
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from aiosmtpd.smtp import AuthResult

from fitfolio.core import mail
from tests.conftest import make_settings, sqlite_copy, start_server
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


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize(
    ("words", "final"),
    [
        ("421 4.3.2 closing", False),
        ("450 4.2.0 greylisted", False),
        ("452 4.2.2 mailbox full", False),
        ("550 5.1.1 unknown", True),
        ("552 5.3.4 too big", True),
        ("554 5.7.1 spam", True),
    ],
)
def test_a_refusal_for_now_is_tried_again_and_one_for_good_is_not(
    sqlite_url, tmp_path, step, words, final
):
    box = Mailbox()
    box.answers[step] = words
    with running_mail_server(box) as port:
        row = try_to_send(sqlite_url, tmp_path, port, smtp_host="127.0.0.1", smtp_security="none")
    assert (row.attempts, row.sent_at, box.messages) == (1, None, [])
    assert words[:3] in row.last_error
    # What is said to the sender may be about the server's own settings: it is mended, and tried again.
    assert (row.failed_at is not None) == (final and step != "MAIL")


def test_a_mail_server_that_is_down_is_tried_again(sqlite_url, tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    row = try_to_send(sqlite_url, tmp_path, port, smtp_host="127.0.0.1", smtp_security="none")
    assert (row.attempts, row.sent_at, row.failed_at) == (1, None, None)
    assert "refused" in row.last_error


def test_a_slow_mail_server_gets_its_letter_and_nobody_waits_for_it(sqlite_url, tmp_path):
    """Each of its answers takes longer than the person's whole request."""
    box = Mailbox()
    box.pause_s = 0.5
    with running_mail_server(box) as port:
        settings = make_settings(
            sqlite_url, tmp_path, smtp_port=port, smtp_host="127.0.0.1", smtp_security="none"
        )
        for server in start_server(settings):
            client = server.make_client()
            body = {"email": "ada@example.org"}
            assert client.post("/api/v1/auth/magic-link/start", json=body).status_code == 200
            assert box.messages == [], "the answer came before the mail server was even asked"
            server.run_jobs()
            (message,) = box.messages
            assert message["To"] == "ada@example.org"


def test_the_password_is_never_said_to_a_server_without_a_right_certificate(
    sqlite_url, tmp_path, monkeypatch
):
    certificate, key = make_certificate(tmp_path, "localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    heard = []

    def authenticate(_server, _session, _envelope, _mechanism, data):
        heard.append((data.login, data.password))
        return AuthResult(success=True)

    box = Mailbox()
    account = {"smtp_host": "localhost", "smtp_security": "starttls", "smtp_username": "gym",
               "smtp_password": "the password"}  # fmt: skip
    with running_mail_server(box, tls_context=context, authenticator=authenticate) as port:
        untrusted = try_to_send(sqlite_url, tmp_path, port, **account)
        assert (untrusted.sent_at, heard) == (None, [])
        assert "the password" not in str(untrusted)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        again = tmp_path / "again"
        again.mkdir()
        copy = sqlite_copy(Path(sqlite_url.removeprefix("sqlite:///")), again)
        with sqlite3.connect(copy.removeprefix("sqlite:///")) as opened:
            opened.execute("DELETE FROM outbox_mail")
        trusted = try_to_send(copy, tmp_path, port, **account)
    assert trusted.sent_at is not None, trusted
    assert heard == [(b"gym", b"the password")]


def test_mail_goes_over_tls_from_the_first_byte_when_that_was_asked_for(
    sqlite_url, tmp_path, monkeypatch
):
    certificate, key = make_certificate(tmp_path, "localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    box = Mailbox()
    with running_mail_server(box, ssl_context=context) as port:
        row = try_to_send(sqlite_url, tmp_path, port, smtp_host="localhost", smtp_security="tls")
    assert row.sent_at is not None, row
    assert len(box.messages) == 1


def test_a_line_break_in_an_address_adds_no_header(sqlite_server):
    for address in ("a@example.org\r\nBcc: x@example.org", "a@example.org\nX: y"):
        answer = sqlite_server.make_client().post(
            "/api/v1/auth/magic-link/start", json={"email": address}
        )
        assert answer.status_code == 400
