"""The text guard finds registries, machine paths and secrets, and nothing in ordinary sentences."""

from __future__ import annotations

from pathlib import Path

import check_text
import pytest

OFFENDING = [
    ("https://registry" + ".npmjs" + ".org/react", "names a package registry"),
    ("https://files" + ".python" + "hosted" + ".org/x.whl", "names a package registry"),
    ('"resolved": "' + "https://mirror.example/x.tgz", "records where packages come from"),
    ("--index-" + "url https://mirror.example/simple", "records where packages come from"),
    ("cd /ro" + "ot/fitfolio", "holds a path of one machine"),
    ("open('/home/" + "ada/export.csv')", "holds a path of one machine"),
    ("-----BEGIN PRIVATE" + " KEY-----", "holds what looks like a secret"),
    ("AKIA" + "A1B2C3D4E5F6G7H8", "holds what looks like a secret"),
]


@pytest.mark.parametrize(("text", "rule"), OFFENDING)
def test_an_offending_line_is_found_with_its_number(text: str, rule: str, tmp_path: Path):
    file = tmp_path / "file.txt"
    file.write_text(f"first line\n{text}\n")
    assert check_text.offences(file) == [(2, rule)]


@pytest.mark.parametrize(
    "text",
    ["GET /api/v1/workouts/", "pip install fitfolio", "the /data volume", "~/fitfolio/data"],
)
def test_ordinary_sentences_are_let_through(text: str, tmp_path: Path):
    file = tmp_path / "file.txt"
    file.write_text(text)
    assert check_text.offences(file) == []


def test_binary_files_are_not_read_as_text(tmp_path: Path):
    file = tmp_path / "icon.png"
    file.write_bytes(b"\x89PNG\xff\xfe")
    assert check_text.offences(file) == []


def test_the_repository_itself_is_clean():
    assert check_text.main() == 0
