from __future__ import annotations

import io
import json
import sys

import pytest

from fitfolio.cli import main
from fitfolio.programs import catalogue

TEXT = """\
program "Mine"

lift squat = squat-barbell, step 5kg/10lb
lift odd = "My own exercise"

scheme fives
  sets 3x5
  on success: weight + step

day A
  squat fives
  odd: 10@bw
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_the_library_is_listed_for_people_and_programs(capsys):
    assert main(["programs", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("gzclp ") and "4 days a week" in line for line in lines)
    assert main(["programs", "list", "--json"]) == 0
    rows = {row["slug"]: row for row in json.loads(capsys.readouterr().out)}
    assert len(rows) == len(lines) >= 30
    assert rows["531-bbb"]["title"] == "5/3/1 Boring But Big"
    assert rows["531-bbb"]["weeks"] == 4
    assert all(row["sources"] for row in rows.values())


def test_a_text_without_errors_passes_and_strange_exercises_are_only_noted(file, capsys):
    assert main(["programs", "check", str(file)]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "note: odd: no exercise My own exercise in the library\n"
    file.write_text(TEXT.replace("squat-barbell", "squat-barbel"), "utf-8")
    assert main(["programs", "check", str(file)]) == 0
    assert "did you mean squat-barbell?" in capsys.readouterr().err


def test_what_has_no_effect_is_a_warning_and_no_error(file, capsys):
    file.write_text(TEXT.replace("day A", "lift bench = bench-press-barbell\n\nday A"), "utf-8")
    assert main(["programs", "check", str(file)]) == 0
    assert capsys.readouterr().out == "10:6: warning: lift bench is trained on no day\n"


def test_every_error_is_a_line_with_its_place_and_ends_with_1(file, capsys, monkeypatch):
    broken = TEXT.replace("sets 3x5", "stes 3x5").replace("squat fives", "sqat fives")
    file.write_text(broken, "utf-8")
    assert main(["programs", "check", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["7:3", "11:3"]
    assert lines[1] == "11:3: there is no lift sqat; did you mean squat?"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(broken.encode())))
    assert main(["programs", "check", "-"]) == 1
    assert capsys.readouterr().out.splitlines() == lines


def test_sessions_ahead_have_their_reasons(file, capsys):
    command = ["programs", "preview", str(file), "--weeks", "2", "--start", "squat=60"]
    assert main(command) == 0
    assert capsys.readouterr().out == (
        "1. cycle 1, week 1, day A\n"
        "   squat.fives (squat-barbell): 3x5@60\n"
        "      your start weight\n"
        "   odd.work (My own exercise): 10\n"
        "      your own body\n"
        "2. cycle 2, week 1, day A\n"
        "   squat.fives (squat-barbell): 3x5@65\n"
        "      +5 kg: you made all 5 reps on Mon 5 Jan\n"
        "   odd.work (My own exercise): 10\n"
        "      your own body\n"
    )


def test_given_results_change_what_comes(file, tmp_path, capsys):
    results = tmp_path / "results.json"
    results.write_text('{"1": {"slots": {"squat.fives": {"reps": [5, 5, 4]}}}}', "utf-8")
    command = ["programs", "preview", str(file), "--weeks", "2", "--start", "squat=60"]
    assert main([*command, "--results", str(results), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["starts"] == {"squat": 60}
    second = answer["sessions"][1]["slots"][0]
    assert second["summary"] == "3x5@60"
    assert second["sets"][0]["weight"] == 60
    assert second["sets"][0]["reasons"][0]["text"] == (
        "the same 60 kg again: reps were missing on Mon 5 Jan"
    )
    assert second["sets"][0]["reasons"][0]["code"] == "held"


def test_a_program_of_the_library_is_shown_in_pounds_blocks_and_deloads(capsys):
    command = ["programs", "preview", "juggernaut-2", "--unit", "lb", "--weeks", "4", "--step", "5"]
    assert (
        main([*command, "--start", "squat.tm=300", "bench.1rm=200", "--start", "press.tm=100"]) == 0
    )
    printed = capsys.readouterr().out
    assert "13. cycle 1, week 4, day Bench, 10s wave, deload" in printed
    assert "squat.main (squat-barbell): 4x10@180, 10+@180" in printed
    assert (
        main(["programs", "preview", "stronglifts-5x5", "--unit", "lb", "--json", "--weeks", "1"])
        == 0
    )
    assert json.loads(capsys.readouterr().out)["sessions"][0]["slots"][0]["summary"] == "5x5@45"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "nowhere.txt"], "nowhere.txt cannot be read"),
        (["preview", "gzcpl"], "There is no program and no file gzcpl. Did you mean gzclp?"),
        (["preview", "unheard-of-program"], "There is no program and no file unheard-of-program.\n"),
        (["preview", "gzclp", "--weeks", "0"], "--weeks is a number from 1 to 260"),
        (["preview", "gzclp", "--step", "0"], "--step is a weight above 0"),
        (["preview", "gzclp", "--start", "sqat.1rm=100"], "sqat.1rm is no start value of this program. Did you mean squat.1rm?"),
        (["preview", "gzclp", "--start", "overhead=100"], "Lifts: squat, bench, press, deadlift, pulldown, row."),
        (["preview", "gzclp", "--start", "squat=heavy"], "squat=heavy is not KEY=VALUE"),
        (["preview", "gzclp", "--start", "squat=-5"], "a weight lies between 0 and 2000"),
        (["preview", "gzclp", "--start", "squat=nan"], "a weight lies between 0 and 2000"),
        (["preview", "gzclp", "--results", "nowhere.json"], "nowhere.json cannot be read"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_one_sentence(arguments, words, capsys):
    assert main(["programs", *arguments]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[]", "is not a JSON object of results"),
        ("{", "is not a JSON object of results"),
        ('{"one": {}}', "is not a JSON object of results"),
        ('{"1": 5}', "does not say what was done"),
        ('{"1": {"facts": [{"kind": "set", "colour": 1}]}}', "does not say what was done"),
        (
            '{"1": {"facts": [{"kind": "set", "key": "squat.t1", "value": 9, "date": "x"}]}}',
            "does not say what was done",
        ),
        ('{"1": {"slots": {"squat.t1": {"weight": 1e999}}}}', "does not say what was done"),
        ('{"1": {"slots": {"squat.t1": {"reps": ["x"]}}}}', "does not say what was done"),
    ],
)
def test_results_that_are_none_are_refused(content, words, tmp_path, capsys):
    path = tmp_path / "results.json"
    path.write_text(content, "utf-8")
    assert main(["programs", "preview", "gzclp", "--results", str(path)]) == 1
    assert words in capsys.readouterr().err


def test_files_that_are_no_program_are_refused(tmp_path, capsys):
    path = tmp_path / "binary.txt"
    path.write_bytes(b"\xff\xfe\x00")
    assert main(["programs", "check", str(path)]) == 1
    assert "too large or not UTF-8" in capsys.readouterr().err
    path.write_bytes(b"#" * 300_000)
    assert main(["programs", "preview", str(path)]) == 1
    assert "too large or not UTF-8" in capsys.readouterr().err
    path.write_text("day A\nday B\n", "utf-8")
    assert main(["programs", "preview", str(path)]) == 1
    assert "(and 2 more: fitfolio programs check)" in capsys.readouterr().err


def test_a_library_text_with_an_error_ends_the_start_with_its_place():
    with pytest.raises(ValueError, match="broken:1:1: a program"):
        catalogue._library_program("broken", "")
