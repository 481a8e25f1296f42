from __future__ import annotations

import csv
import io
import json
import re

import pytest
import sqlalchemy as sa

from fitfolio.cli import main
from fitfolio.core.db import Database


@pytest.fixture(scope="module")
def demo_home(tmp_path_factory):
    """A data folder with the demonstration account in it; tests must not change the account."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FITFOLIO_DATA_DIR", str(folder / "data"))
        patch.delenv("FITFOLIO_DATABASE_URL", raising=False)
        assert main(["demo"]) == 0
    return folder


@pytest.fixture
def home(demo_home, monkeypatch):
    monkeypatch.delenv("FITFOLIO_DATABASE_URL", raising=False)
    monkeypatch.setenv("FITFOLIO_DATA_DIR", str(demo_home / "data"))
    return demo_home


def execute(home, statement):
    db = Database(f"sqlite:///{home}/data/fitfolio.sqlite3")
    try:
        return db.write_now(lambda conn: conn.execute(sa.text(statement)).rowcount)
    finally:
        db.close()


def test_the_demonstration_is_made_once_and_always_prints_a_link(home, capsys):
    assert main(["demo"]) == 0
    first = capsys.readouterr().out
    assert "demo@fitfolio.local exists already" in first
    assert main(["demo"]) == 0
    links = [re.search(r"#token=(\S+)", text)[1] for text in (first, capsys.readouterr().out)]
    assert links[0] != links[1]


def test_the_demonstration_can_be_made_anew_without_touching_others(home, capsys):
    arguments = ["demo", "--email", "other@example.org", "--seed", "3"]
    assert main(arguments) == 0
    assert re.search(r"made other@example.org with \d{3} workouts", capsys.readouterr().out)
    assert main([*arguments, "--force"]) == 0
    assert "made other@example.org" in capsys.readouterr().out
    main(["user", "list"])
    listed = capsys.readouterr().out
    assert listed.count("other@example.org") == listed.count("demo@fitfolio.local") == 1


def test_a_demonstration_needs_an_address(home, capsys):
    assert main(["demo", "--email", "nobody"]) == 1
    assert "is not an e-mail address" in capsys.readouterr().err


def test_an_account_moves_to_another_server_by_two_commands(home, capsys, monkeypatch, tmp_path):
    file, again = tmp_path / "export.json", tmp_path / "again.json"
    user = ["--user", "demo@fitfolio.local"]
    assert main(["export", *user, "--output", str(file)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["export.json"]
    monkeypatch.setenv("FITFOLIO_DATA_DIR", str(tmp_path / "new"))
    assert main(["user", "create", "demo@fitfolio.local"]) == 0
    capsys.readouterr()
    assert main(["import", str(file), *user, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["format"] == "fitfolio"
    assert report["workouts_added"] == report["workouts"] > 400
    assert report["sets_added"] == report["sets"]
    assert main(["export", *user, "--output", str(again)]) == 0
    assert again.read_bytes() == file.read_bytes()
    capsys.readouterr()
    assert main(["rebuild"]) == 0
    assert capsys.readouterr().out == "demo@fitfolio.local: 0 rows changed\n"


def test_the_table_of_sets_goes_to_standard_output(home, capfdbinary):
    assert main(["export", "--user", "demo@fitfolio.local", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode(), newline="")))
    assert len(rows) > 8000
    assert rows[0]["exercise"] == "Squat (Barbell)"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export", "--user", "nobody@example.org"], "There is no account for nobody@example.org"),
        (["rebuild", "--user", "nobody@example.org"], "There is no account for"),
        (
            ["export", "--user", "demo@fitfolio.local", "--output", "/nowhere/x.json"],
            "/nowhere/x.json cannot be written: No such file or directory.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(home, capsys, arguments, words):
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert captured.err.count("\n") == 1


def test_a_rebuild_repairs_what_does_not_agree_with_the_sets(home, capsys):
    rebuild = ["rebuild", "--user", "demo@fitfolio.local"]
    assert main(rebuild) == 0
    assert capsys.readouterr().out == "demo@fitfolio.local: 0 rows changed\n"
    owner = "user_id = (SELECT id FROM user_account WHERE email = 'demo@fitfolio.local')"
    spoilt = execute(
        home, f"UPDATE exercise_day SET hard_sets = 99 WHERE local_date > '2026' AND {owner}"
    )
    gone = execute(home, f"DELETE FROM exercise_record WHERE kind = 'tonnage' AND {owner}")
    assert spoilt > 10
    assert gone > 10
    assert main(rebuild) == 0
    assert capsys.readouterr().out == f"demo@fitfolio.local: {spoilt + gone} rows changed\n"
    assert main(rebuild) == 0
    assert "0 rows changed" in capsys.readouterr().out
