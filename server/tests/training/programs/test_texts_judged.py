"""What is told about a text beyond its errors: its language, warnings, and how it differs from another."""

from __future__ import annotations

from fitfolio.programs.catalogue import load_programs
from fitfolio.training.programs.diff import diff_programs
from fitfolio.training.programs.limits import MAX_LINES
from fitfolio.training.programs.problems import problem_text
from fitfolio.training.programs.read_text import read_program, read_warnings
from fitfolio.training.programs.write_text import write_program
from tests.training.programs.texts import SMALL


def test_a_text_of_this_language_is_read_and_says_so_when_it_is_written():
    text = SMALL.replace("\n\n", "\n  language 1\n\n", 1)
    program = read_program(text).program
    assert program is not None
    assert write_program(program) == text


def test_a_newer_language_is_refused_with_one_sentence_whatever_else_is_not_understood():
    text = SMALL.replace("\n\n", "\n  language 2\n  mood great\n\n", 1) + "\nplanet mars\n"
    program, problems = read_program(text)
    assert program is None
    assert [(one.line, problem_text(one)) for one in problems] == [
        (2, "this is written in language 2, which is newer than 1, the one read here; update FitFolio")
    ]  # fmt: skip
    assert read_warnings(text) == ()


def test_a_text_that_is_too_large_has_no_warnings():
    assert read_warnings("\n" * (MAX_LINES + 1)) == ()


def test_no_program_of_the_library_says_anything_without_effect():
    assert {
        slug: read_warnings(one.text) for slug, one in load_programs().items()
    } == dict.fromkeys(load_programs(), ())


def test_blocks_too_long_to_compare_are_told_as_written_anew():
    def with_notes(word: str) -> str:
        notes = "".join(f'  note "{word} {number}"\n' for number in range(600))
        return SMALL.replace("\n\n", f"\n{notes}\n", 1)

    before, after = (read_program(with_notes(word)).program for word in ("old", "new"))
    assert before is not None
    assert after is not None
    (block,) = diff_programs(before, after)
    changes = [line.change for line in block.lines]
    assert changes == ["same", *["removed"] * 600, *["added"] * 600]
