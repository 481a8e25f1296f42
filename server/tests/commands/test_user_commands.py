from __future__ import annotations

import re
import socket

import pytest
from aiosmtpd.controller import Controller

from fitfolio.cli import main


@pytest.fixture
def home(monkeypatch, tmp_path):
    for name in ("FITFOLIO_DATABASE_URL", "FITFOLIO_PUBLIC_URL", "FITFOLIO_SMTP_HOST"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FITFOLIO_DATA_DIR", str(tmp_path / "data"))
    assert main(["user", "create", "ada@example.org"]) == 0
    assert main(["user", "create", "bob@example.org"]) == 0
    return tmp_path


def test_an_account_is_deactivated_reactivated_promoted_and_signed_out(home, capsys):
    capsys.readouterr()
    for arguments, line in (
        (["deactivate", "bob@example.org"], "bob@example.org: inactive"),
        (["reactivate", "Bob@Example.org"], "Bob@Example.org: active"),
        (["set-role", "bob@example.org", "admin"], "bob@example.org: admin"),
        (["sign-out", "bob@example.org"], "bob@example.org: 0 sessions ended"),
    ):
        assert main(["user", *arguments]) == 0
        assert capsys.readouterr().out.strip() == line
    assert main(["user", "list"]) == 0
    assert re.search(r"bob@example\.org  admin  active", capsys.readouterr().out)


@pytest.mark.parametrize("act", [["deactivate"], ["set-role"]])
def test_the_last_administrator_stays_one(home, capsys, act):
    arguments = [*act, "ada@example.org", *(["user"] if act == ["set-role"] else [])]
    assert main(["user", *arguments]) == 1
    assert "at least one administrator" in capsys.readouterr().err


def test_a_token_is_made_listed_and_revoked(home, capsys):
    capsys.readouterr()
    create = ["token", "create", "ada@example.org", "--name", "Scale", "--scope", "write"]
    assert main([*create, "--scope", "admin", "--days", "0"]) == 0
    token = capsys.readouterr().out.strip()
    assert re.fullmatch(r"ffp_[\w-]{43}", token)
    assert main(["token", "list", "ada@example.org"]) == 0
    line = capsys.readouterr().out
    assert token not in line
    token_id = line.split()[0]
    assert re.search(r"admin write  ends never  used never  Scale$", line.strip())
    assert main(["token", "revoke", "bob@example.org", token_id]) == 1
    assert main(["token", "revoke", "ada@example.org", token_id]) == 0
    capsys.readouterr()
    assert main(["token", "list", "ada@example.org"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["create", "bob@example.org", "--name", "x", "--scope", "admin"], "is no administrator"),
        (["create", "bob@example.org", "--name", " "], "1 to 100 printable"),
        (["create", "bob@example.org", "--name", "x", "--days", "-1"], "0 (for ever) to 3650"),
        (["create", "eve@example.org", "--name", "x"], "There is no account"),
        (["revoke", "bob@example.org", "x"], "has no token x"),
    ],
)
def test_what_a_token_command_refuses_is_one_sentence(home, capsys, arguments, words):
    assert main(["token", *arguments]) == 1
    captured = capsys.readouterr()
    assert words in captured.err
    assert captured.err.count("\n") == 1


class Inbox:
    def __init__(self):
        self.recipients = []
        self.answer = "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  # aiosmtpd's name
        self.recipients += envelope.rcpt_tos
        return self.answer


def test_the_mail_test_says_whether_the_mail_server_took_it(home, capsys, monkeypatch):
    assert main(["mail-test", "ada@example.org"]) == 2
    assert "FITFOLIO_SMTP_HOST is not set" in capsys.readouterr().err
    inbox = Inbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setenv("FITFOLIO_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("FITFOLIO_SMTP_PORT", str(port))
    monkeypatch.setenv("FITFOLIO_SMTP_SECURITY", "none")
    assert main(["mail-test", "ada@example.org"]) == 1
    assert "did not take the mail" in capsys.readouterr().err
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        assert main(["mail-test", "ada@example.org"]) == 0
        assert "took the mail for ada@example.org" in capsys.readouterr().out
        inbox.answer = "554 no\r\nthanks"
        assert main(["mail-test", "ada@example.org"]) == 1
        assert capsys.readouterr().err.count("\n") == 1
    finally:
        controller.stop()
    assert inbox.recipients[0] == "ada@example.org"
