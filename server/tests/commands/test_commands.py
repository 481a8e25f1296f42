from __future__ import annotations

import errno
import io
import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
import sqlalchemy as sa

from fitfolio.cli import main


@pytest.fixture
def home(monkeypatch, tmp_path):
    for name in ("FITFOLIO_DATABASE_URL", "FITFOLIO_PUBLIC_URL", "FITFOLIO_HOST", "FITFOLIO_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FITFOLIO_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


def test_an_account_is_made_listed_and_signed_in(home, capsys):
    assert main(["user", "create", "Ada@Example.org"]) == 0
    assert main(["user", "create", "bob@example.org"]) == 0
    capsys.readouterr()
    assert main(["user", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.search(r"Ada@Example\.org  admin  active", lines[0])
    assert re.search(r"bob@example\.org  user  active", lines[1])
    assert main(["sign-in-link", "ada@example.org"]) == 0
    assert re.search(r"http://127\.0\.0\.1:8000/auth/verify#token=\S{43}", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["user", "create", "nobody"], "is not an e-mail address"),
        (["sign-in-link", "ada@example.org"], "There is no account for ada@example.org"),
    ],
)
def test_a_refusal_is_one_sentence_and_exit_code_1(home, capsys, arguments, words):
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert captured.err.count("\n") == 1


def test_an_account_cannot_be_made_twice(home, capsys):
    assert main(["user", "create", "ada@example.org"]) == 0
    assert main(["user", "create", "ADA@example.org"]) == 1
    assert "already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("FITFOLIO_COLOUR", "red", "Unknown setting FITFOLIO_COLOUR"),
        ("FITFOLIO_PORT", "x", "FITFOLIO_PORT"),
        ("FITFOLIO_DATABASE_URL", "postgresql://u:secret@127.0.0.1:1/x", "cannot be reached"),
        ("FITFOLIO_DATABASE_URL", "sqlite:////proc/nowhere/x.sqlite3", "cannot be"),
    ],
)
@pytest.mark.parametrize("command", [["serve"], ["migrate"], ["user", "list"]])
def test_wrong_settings_and_no_database_end_with_exit_code_2(
    home, capsys, monkeypatch, command, variable, value, words
):
    monkeypatch.setenv(variable, value)
    assert main(command) == 2
    error = capsys.readouterr().err
    assert words in error
    assert "secret" not in error
    assert error.count("\n") == 1


def test_migrate_says_what_it_did(home, capsys):
    assert main(["migrate"]) == 0
    assert "upgraded from nothing" in capsys.readouterr().out
    assert main(["migrate"]) == 0
    assert "is current" in capsys.readouterr().out


def test_doctor_looks_at_everything(home, capsys):
    main(["doctor"])
    text = capsys.readouterr().out
    for word in ("settings", "database integrity: ok", "writable", "SQLite", "mail server"):
        assert word in text


def test_doctor_fails_when_the_mail_server_does_not_answer(home, capsys, monkeypatch):
    monkeypatch.setenv("FITFOLIO_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("FITFOLIO_SMTP_PORT", "1")
    assert main(["doctor"]) == 1
    assert "FAIL  mail server" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["serve"],
        ["user", "create"],
        ["user", "list"],
        ["sign-in-link"],
        ["migrate"],
        ["doctor"],
        ["import"],
        ["exercises", "match"],
    ],
)
def test_every_command_explains_itself(capsys, command):
    with pytest.raises(SystemExit) as caught:
        main([*command, "--help"])
    assert caught.value.code == 0
    assert "usage: fitfolio" in capsys.readouterr().out


LINES = "Squat (Barbell)\n\n  \nMy own lift\r\nAdductor\n"


def test_every_line_of_names_gets_an_answer_blank_ones_too(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(LINES))
    assert main(["exercises", "match", "--json"]) == 0
    answers = json.loads(capsys.readouterr().out)
    assert [answer["name"] for answer in answers] == [
        "Squat (Barbell)", "", "  ", "My own lift", "Adductor"
    ]  # fmt: skip
    assert [answer["match"] for answer in answers] == [
        "Squat (Barbell)", None, None, None, "Hip Adduction (Machine)"
    ]  # fmt: skip
    assert [answer["facts_name"] for answer in answers][::4] == ["Barbell Squat", "Thigh Adductor"]
    assert answers[1] == {"name": "", "match": None, "facts_name": None, "score": 0.0}


def test_names_are_answered_as_lines_of_text(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(LINES))
    assert main(["exercises", "match"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "Squat (Barbell)\tSquat (Barbell)\tBarbell Squat\t1.0"
    assert lines[1] == "\t(no name)\t\t0.0"
    assert lines[3].startswith("My own lift\t(custom exercise)\t\t")
    assert len(lines) == 6


def test_a_taken_port_ends_serve_with_exit_code_2(home, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main(["serve", "--port", str(taken.getsockname()[1])]) == 2
    assert "Cannot listen on" in capsys.readouterr().err


def test_serve_answers_says_where_it_is_and_stops_cleanly(home):
    process = subprocess.Popen(
        [sys.executable, "-m", "fitfolio.cli", "serve", "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        line = process.stdout.readline()
        address = re.fullmatch(r"FitFolio is at (http://127\.0\.0\.1:\d+)\n", line)
        assert address, line
        assert "No mail server" in process.stdout.readline() + process.stdout.readline()
        deadline = time.monotonic() + 20
        while True:
            try:
                with urllib.request.urlopen(address[1] + "/readyz", timeout=5) as answer:
                    assert answer.status == 200
                break
            except OSError:
                assert time.monotonic() < deadline
                time.sleep(0.05)
    finally:
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 0, err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["fly"], "invalid choice: 'fly'"),
        (["import"], "the following arguments are required: file, --user"),
        (
            ["import", "x", "--user", "a@b.c", "--unit", "st"],
            "argument --unit: invalid choice: 'st'",
        ),
        (["serve", "--port", "x"], "argument --port: invalid int value: 'x'"),
        (["user", "list", "more"], "unrecognized arguments: more"),
    ],
)
def test_wrong_arguments_are_one_sentence_and_exit_code_2(capsys, arguments, words):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("fitfolio: ")
    assert words in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            sa.exc.OperationalError("INSERT", {}, Exception("database or disk is full")),
            "The server's disk is full; nothing was changed.",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), "The server's disk is full; nothing was changed."),
        (
            sa.exc.OperationalError("SELECT 1", {}, Exception("server closed\nthe connection")),
            "The database refused, and nothing was changed: server closed.",
        ),
        (PermissionError(13, "Permission denied", "out.json"), "The system refused: out.json: Permission denied."),
    ],
)  # fmt: skip
def test_what_the_database_or_the_system_says_is_one_sentence(
    home, capsys, monkeypatch, error, sentence
):
    from fitfolio.auth import queries

    def refuse(*_args):
        raise error

    monkeypatch.setattr(queries, "list_users", refuse)
    assert main(["user", "list"]) == 1
    assert capsys.readouterr().err == f"fitfolio: {sentence}\n"


def test_a_defect_keeps_its_trace(home, monkeypatch):
    from fitfolio.auth import queries

    monkeypatch.setattr(queries, "list_users", lambda *_args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["user", "list"])
