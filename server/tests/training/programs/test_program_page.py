"""The examples of docs/training/programs.md are programs, and their previews are what is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from fitfolio.cli import main
from fitfolio.programs.catalogue import load_programs
from fitfolio.training.programs.problems import problem_text
from fitfolio.training.programs.read_text import read_program
from fitfolio.training.programs.write_text import write_program

DOCS = Path(__file__).parents[4] / "docs" / "training"
PAGE = (DOCS / "programs.md").read_text("utf-8")
BLOCKS = re.findall(r"^```([\w-]+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PROGRAMS = [text for kind, text in BLOCKS if kind == "program"]
LINES = [text for kind, text in BLOCKS if kind == "program-lines"]
CALLS = [
    (BLOCKS[place - 1][1], *text.split("\n", 1))
    for place, (kind, text) in enumerate(BLOCKS)
    if kind == "console"
]


def test_the_page_has_examples_of_each_kind():
    assert (len(PROGRAMS), len(LINES), len(CALLS)) == (3, 2, 2)


@pytest.mark.parametrize("text", [*PROGRAMS, *(one.text for one in load_programs().values())])
def test_every_program_is_read_and_written_in_the_one_way(text: str):
    program, problems = read_program(text)
    assert program is not None, [problem_text(one) for one in problems]
    assert write_program(program) == text


@pytest.mark.parametrize("lines", LINES)
def test_every_line_of_a_scheme_is_one(lines: str):
    head = 'program "P"\nlift squat = squat-barbell\nlift bench = bench-press-barbell\nscheme s\n'
    body = "".join(f"  {line}\n" for line in lines.splitlines())
    program, problems = read_program(f"{head}{body}day A\n  squat s\n  bench s\n")
    assert program is not None, [problem_text(one) for one in problems]
    assert body in write_program(program)


@pytest.mark.parametrize(("program", "call", "printed"), CALLS)
def test_every_preview_prints_what_the_page_shows(
    program: str, call: str, printed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "mine.txt"
    file.write_text(program, "utf-8")
    arguments = shlex.split(call.removeprefix("$ fitfolio ").replace("FILE", str(file)))
    assert main(arguments) == 0
    assert capsys.readouterr().out == printed


def test_the_library_page_names_every_program_with_its_sources():
    page = (DOCS / "library.md").read_text("utf-8")
    for one in load_programs().values():
        part = page.split(f"## {one.title}\n")[1].split("\n## ")[0]
        assert f"`{one.slug}`" in part
        assert all(f"- source: {source}" in part for source in one.sources), one.slug
        assert all(f"- note: {note}" in part for note in one.notes), one.slug
