"""The size gate counts code, not explanations, and refuses what has outgrown its limit."""

from __future__ import annotations

from pathlib import Path

import check_sizes
import pytest


def test_blank_lines_comments_and_docstrings_of_python_are_free():
    text = '"""Says\nmuch."""\n\n# why\n\n\ndef two():\n    """Docstring."""\n    return 2\n'
    assert check_sizes.python_code_lines(text) == 2


def test_comments_of_typescript_are_free_but_addresses_in_strings_are_code():
    text = '/* long\n   story */\n// why\nconst a = "http://x/*";\n\nconst b = 1; // why\n'
    assert check_sizes.script_code_lines(text) == 2


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("server/fitfolio/app.py", True),
        ("web/src/app/shell.tsx", True),
        ("web/src/api/generated/schema.d.ts", False),
        ("server/migrations/versions/0001_first.py", False),
        ("web/src/app/shell.module.css", False),
    ],
)
def test_only_handwritten_source_is_counted(name: str, counted: bool):
    assert check_sizes.is_counted(Path(name)) is counted


def test_components_have_the_tighter_limit():
    assert check_sizes.limits(Path("a.tsx")) == (200, 250)
    assert check_sizes.limits(Path("a.test.tsx")) == check_sizes.limits(Path("a.ts")) == (300, 400)


@pytest.mark.parametrize(("lines", "verdict"), [(300, 0), (301, 0), (400, 0), (401, 1)])
def test_a_file_above_four_hundred_lines_fails_the_check(
    lines: int,
    verdict: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    file = tmp_path / "big.py"
    file.write_text("x = 1\n" * lines)
    monkeypatch.setattr(check_sizes, "ROOT", tmp_path)
    monkeypatch.setattr(check_sizes, "tracked_files", lambda: [file])
    assert check_sizes.main() == verdict
    assert ("big.py" in capsys.readouterr().out) is (lines > 300)
