"""A real web server for attacks on the transport, and answers of everybody's for attacks on the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import sqlite_copy
from tests.live.conftest import Running, run_server


@pytest.fixture
def running(sqlite_url, tmp_path) -> Iterator[Running]:
    """The product's own web server on loopback; what is attacked through it knows no database."""
    with run_server(sqlite_url, tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def standing(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for many attacks that leave nothing behind, with an app and secrets around it."""
    folder = tmp_path_factory.mktemp("standing")
    web = folder / "web"
    (web / "assets").mkdir(parents=True)
    (web / "index.html").write_text("<!doctype html><title>FitFolio</title>")
    (folder / "secret.txt").write_text("the secret")
    with run_server(sqlite_copy(sqlite_template, folder), folder, web=web) as found:
        yield found
