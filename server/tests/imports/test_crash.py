"""What a killed process or a full disk leaves behind: all of an import or nothing of it."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time

import pytest

from benchmarks.strong_file import SETS_PER_WORKOUT, write_strong
from fitfolio.core.ids import uuid7
from tests.conftest import make_settings, sqlite_copy, start_server

SETS = 6_000
EMAIL = "ada@example.org"


def command(folder, *arguments):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("FITFOLIO_")}
    return subprocess.Popen(
        [sys.executable, "-m", "fitfolio.cli", *arguments],
        env=environment | {"FITFOLIO_DATA_DIR": str(folder / "data")},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def run(folder, *arguments):
    process = command(folder, *arguments)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


def stored(folder):
    connection = sqlite3.connect(folder / "data" / "fitfolio.sqlite3")
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = ("workout", "workout_set", "import_workout", "import_file", "exercise_day")
        return [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
        ]
    finally:
        connection.close()


@pytest.mark.long
def test_a_kill_at_any_moment_leaves_the_whole_import_or_none_of_it(tmp_path):
    file = tmp_path / "strong.csv"
    write_strong(file, SETS)
    run(tmp_path, "user", "create", EMAIL)
    arguments = ("import", str(file), "--user", EMAIL, "--unit", "kg")
    began = time.monotonic()
    run(tmp_path, *arguments)
    whole, normal_s = stored(tmp_path), time.monotonic() - began
    assert whole[:2] == [SETS // SETS_PER_WORKOUT, SETS]
    outcomes = set()
    rng = random.Random(7)
    for turn in range(12):
        shutil.rmtree(tmp_path / "data")
        run(tmp_path, "user", "create", EMAIL)
        process = command(tmp_path, *arguments)
        # Early, middle and late moments, most of them while rows are being written.
        time.sleep(normal_s * (0.35 + 0.6 * (turn + rng.random()) / 12))
        process.kill()
        process.communicate()
        after = stored(tmp_path)
        assert after in ([0, 0, 0, 0, 0], whole)
        outcomes.add(after == whole)
    run(tmp_path, *arguments)
    assert stored(tmp_path)[:2] == whole[:2]
    assert False in outcomes


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 4 MB; making one needs root."""
    mount = tmp_path / "disk"
    mount.mkdir()
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("a small file system needs root")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(mount)],
        capture_output=True,
        check=False,
    )
    if made.returncode != 0:
        pytest.skip(f"no small file system here: {made.stderr.decode().strip()}")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


def test_a_full_disk_refuses_the_import_and_keeps_what_was_there(
    small_disk, sqlite_template, tmp_path
):
    file = tmp_path / "strong.csv"
    write_strong(file, 20_000)
    url = sqlite_copy(sqlite_template, small_disk)
    for server in start_server(make_settings(url, tmp_path)):
        ada = server.sign_in(EMAIL)
        import_id = uuid7()
        ada.client.post("/api/v1/imports", params={"id": import_id}, content=file.read_bytes())
        server.run_jobs()
        ada.client.patch(f"/api/v1/imports/{import_id}", json={"unit": "kg"})
        server.run_jobs()
        ada.client.post(f"/api/v1/imports/{import_id}/confirm")
        server.run_jobs()
        read = ada.client.get(f"/api/v1/imports/{import_id}").json()
        assert (read["status"], read["error_code"]) == ("failed", "server.storage_full")
        assert ada.client.get("/api/v1/workouts").json()["workouts"] == []


def test_an_upload_to_a_full_disk_says_so(small_disk, sqlite_url):
    for server in start_server(make_settings(sqlite_url, small_disk)):
        ada = server.sign_in(EMAIL)
        answer = ada.client.post(
            "/api/v1/imports", params={"id": uuid7()}, content=b"x" * 8_000_000
        )
        assert (answer.status_code, answer.json()["code"]) == (507, "server.storage_full")
        assert ada.client.get("/api/v1/imports").json()["imports"] == []
