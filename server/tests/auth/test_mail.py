from __future__ import annotations

import re
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.conftest import make_settings, start_server
from tests.support.smtp import Mailbox, running_mail_server


@pytest.fixture
def mailbox():
    box = Mailbox()
    with running_mail_server(box):
        yield box


@pytest.fixture
def mail_server(sqlite_url, tmp_path, mailbox):
    settings = make_settings(
        sqlite_url, tmp_path, smtp_host="127.0.0.1", smtp_port=mailbox.port, smtp_security="none",
        mail_from="FitFolio <gym@example.org>", public_url="https://gym.example.org",
    )  # fmt: skip
    yield from start_server(settings)


def start(server, address="ada@example.org", **headers):
    answer = server.make_client().post(
        "/api/v1/auth/magic-link/start", json={"email": address}, headers=headers
    )
    assert answer.status_code == 200
    assert answer.json()["delivery"] == "mail"
    server.run_jobs()


def test_the_mail_has_link_and_code_that_work(mail_server, mailbox):
    start(mail_server)
    (message,) = mailbox.messages
    assert message["To"] == "ada@example.org"
    assert message["From"] == "FitFolio <gym@example.org>"
    assert message["Date"]
    assert message["Message-ID"].endswith("@example.org>")
    text = message.get_body(("plain",)).get_content()
    link = re.search(r"https://gym\.example\.org/auth/verify#token=(\S+)", text)
    code = re.search(r"^(\d{6})\r?$", text, re.MULTILINE)
    assert link[1] in message.get_body(("html",)).get_content()
    verify = mail_server.make_client().post(
        "/api/v1/auth/magic-link/verify", json={"email": "ada@example.org", "code": code[1]}
    )
    assert verify.status_code == 200


def test_the_mail_speaks_the_language_of_the_browser(mail_server, mailbox):
    start(mail_server, **{"Accept-Language": "de-DE,de;q=0.9"})
    assert mailbox.messages[0]["Subject"].startswith("Bei FitFolio anmelden")


def test_a_mail_server_that_refuses_gets_the_mail_later_and_the_person_no_error(
    mail_server, mailbox
):
    mailbox.refuse = True
    start(mail_server)
    assert mailbox.messages == []
    mailbox.refuse = False
    mail_server.clock.advance(5)
    mail_server.run_jobs()
    assert len(mailbox.messages) == 1


def outbox(server):
    with server.state.db.reading() as conn:
        return conn.execute(sa.text("SELECT * FROM outbox_mail")).all()


def test_a_letter_tried_again_keeps_its_id_and_the_outbox_says_what_happened(mail_server, mailbox):
    mailbox.refuse = True
    start(mail_server)
    (row,) = outbox(mail_server)
    assert (row.attempts, row.sent_at, row.failed_at) == (1, None, None)
    assert "451" in row.last_error
    mailbox.refuse = False
    mail_server.clock.advance(5)
    mail_server.run_jobs()
    (row,) = outbox(mail_server)
    assert (row.attempts, row.last_error) == (2, None)
    assert row.sent_at is not None
    assert mailbox.messages[0]["Message-ID"] == f"<{row.id}@example.org>"


def test_a_mailbox_that_does_not_exist_is_not_tried_again(mail_server, mailbox):
    mailbox.unknown = True
    start(mail_server)
    (row,) = outbox(mail_server)
    assert row.failed_at is not None
    mailbox.unknown = False
    mail_server.clock.advance(7200)
    assert mail_server.run_jobs() == 0
    assert mailbox.messages == []


def test_a_mail_server_that_is_away_for_too_long_sends_no_dead_link(mail_server, mailbox):
    mailbox.refuse = True
    start(mail_server)
    mailbox.refuse = False
    mail_server.clock.advance(700)
    mail_server.run_jobs()
    assert (mailbox.messages, outbox(mail_server)) == ([], [])


def test_no_secret_ever_stands_in_the_database(mail_server, mailbox):
    mailbox.refuse = True
    start(mail_server)
    mailbox.refuse = False
    mail_server.clock.advance(5)
    mail_server.run_jobs()
    text = mailbox.messages[0].get_body(("plain",)).get_content()
    token = re.search(r"token=(\S+)", text)[1]
    path = Path(mail_server.state.settings.database.removeprefix("sqlite:///"))
    stored = path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()
    assert token.encode() not in stored


def test_a_stranger_gets_no_mail_when_sign_up_is_closed(mail_server, mailbox):
    mail_server.sign_in("ada@example.org")
    start(mail_server, "stranger@example.org")
    assert mailbox.messages == []


def test_one_mailbox_gets_at_most_ten_mails_an_hour(sqlite_url, tmp_path, mailbox):
    settings = make_settings(
        sqlite_url, tmp_path, smtp_host="127.0.0.1", smtp_port=mailbox.port, smtp_security="none",
        rate_limit_enabled=True,
    )  # fmt: skip
    for server in start_server(settings):
        from fitfolio.auth.routes import MAILBOX_RULE

        client = server.make_client()
        hit = client.app.state.limiter.hit
        for _ in range(10):
            assert client.portal.call(hit, MAILBOX_RULE, "ada@example.org").allowed
        answer = client.post("/api/v1/auth/magic-link/start", json={"email": "Ada@example.org"})
        assert (answer.status_code, answer.json()["code"]) == (429, "request.rate_limited")
