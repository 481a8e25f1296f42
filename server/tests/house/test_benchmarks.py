"""The benchmark runner shows every figure and fails when one misses its limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import __main__ as runner
from benchmarks.figures import Figure, figures_to_table

QUICK = Figure("quick", 1.0, 2.0, "s")
SLOW = Figure("slow", 3.0, 2.0, "s")
SCORE = Figure("score", 96, 95, "", better="higher")


@pytest.mark.parametrize(("figure", "met"), [(QUICK, True), (SLOW, False), (SCORE, True)])
def test_a_figure_knows_whether_it_reaches_its_limit(figure: Figure, met: bool):
    assert figure.is_met is met


def test_a_figure_without_a_limit_is_only_told():
    assert Figure("reference", 12.0, None, "ms").is_met


def test_the_table_marks_the_figure_that_missed():
    lines = figures_to_table([QUICK, SLOW, SCORE]).splitlines()
    assert "MISSED" not in lines[1]
    assert "MISSED" in lines[2]
    assert "≥ 95" in lines[3]


@pytest.mark.parametrize(("figures", "exit_code"), [([QUICK], 0), ([QUICK, SLOW], 1), (None, 1)])
def test_the_exit_code_says_whether_every_limit_was_reached(
    figures: list[Figure] | None, exit_code: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(runner, "bench_names", lambda: ["made_up"])
    monkeypatch.setattr(runner, "run_apart", lambda _name: figures)
    assert runner.main([]) == exit_code


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]):
    assert runner.main(["no_such"]) == 1
    assert "no benchmark named no_such" in capsys.readouterr().err


def test_benchmarks_are_found_by_their_file_name(tmp_path: Path):
    for name in ("bench_b.py", "bench_a.py", "figures.py"):
        (tmp_path / name).touch()
    assert runner.bench_names(tmp_path) == ["a", "b"]
