"""Each import contract is green on the tree as it is and red after a deliberately wrong import."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

SERVER = Path(__file__).resolve().parents[2]

WRONG_IMPORTS = [
    ("exercises/service.py", "import fitfolio.workouts.schemas", "Slices point down one order"),
    ("auth/schemas.py", "import fitfolio.exercises.schemas", "Slices point down one order"),
    ("auth/queries.py", "import fitfolio.auth.service", "Inside a slice calls go down"),
    ("auth/service.py", "import fitfolio.auth.routes", "Inside a slice calls go down"),
    ("training/e1rm.py", "import fitfolio.core.clock", "The training core is pure"),
    ("training/e1rm.py", "import random", "The training core is pure"),
    ("core/clock.py", "import fitfolio.training", "The core knows no domain"),
    ("recovery/service.py", "import fitfolio.auth.tables", "The tables of auth are private"),
    ("exports/service.py", "import fitfolio.workouts.tables", "The tables of workouts are private"),
]


def lint_imports(server: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=server,
        env={**os.environ, "PYTHONPATH": str(server), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(SERVER / "pyproject.toml", tmp_path)
    shutil.copytree(
        SERVER / "fitfolio",
        tmp_path / "fitfolio",
        ignore=shutil.ignore_patterns("web_dist", "__pycache__", "*.json", "*.csv"),
    )
    return tmp_path


def test_every_slice_has_its_place_in_every_contract():
    settings = tomllib.loads((SERVER / "pyproject.toml").read_text())
    contracts = {entry["id"]: entry for entry in settings["tool"]["importlinter"]["contracts"]}
    slices = {
        path.parent.name
        for path in (SERVER / "fitfolio").glob("*/__init__.py")
        if path.parent.name not in {"commands", "core", "migrations", "training"}
    }
    order = " ".join(contracts["slices"]["layers"])
    assert [name for name in slices if f"fitfolio.{name}" not in order] == []
    assert {f"fitfolio.{name}" for name in slices} == set(contracts["inside"]["containers"])
    with_tables = {path.parent.name for path in (SERVER / "fitfolio").glob("*/tables.py")}
    assert {f"tables-{name}" for name in with_tables} <= set(contracts)


def test_the_tree_keeps_every_contract():
    result = lint_imports(SERVER)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("module", "statement", "contract"), WRONG_IMPORTS)
def test_a_wrong_import_breaks_its_contract(module: str, statement: str, contract: str, copy: Path):
    file = copy / "fitfolio" / module
    text = file.read_text() if file.exists() else ""
    file.write_text(text + f"\n{statement}\n")
    result = lint_imports(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    broken = [line for line in result.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), result.stdout
