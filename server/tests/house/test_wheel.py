"""The wheel is the whole product: installed into an empty environment it serves app and API."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import httpx2
import pytest

ROOT = Path(__file__).resolve().parents[3]
WEB_APP = ROOT / "web" / "dist" / "index.html"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not WEB_APP.is_file(), reason="the web app is not built (make test builds it)"
    ),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, "server"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_web_app_the_migrations_and_the_library(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert "fitfolio/web_dist/index.html" in names
    assert "fitfolio/py.typed" in names
    assert any(re.fullmatch(r"fitfolio/migrations/versions/0001_\w+\.py", name) for name in names)
    assert any(name.startswith("fitfolio/exercises/library/") for name in names)
    assert "fitfolio/programs/library/gzclp.txt" in names
    assert not any("/." in name or "__pycache__" in name for name in names)


def test_installed_into_an_empty_environment_it_serves_the_app(wheel: Path, tmp_path: Path):
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    pip = [environment / "bin" / "python", "-m", "pip", "install", "--quiet"]
    locked = ROOT / "server" / "requirements" / "runtime.txt"
    subprocess.run([*pip, "--require-hashes", "-r", locked], check=True, capture_output=True)
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True, capture_output=True)

    clean = {name: value for name, value in os.environ.items() if not name.startswith("FITFOLIO_")}
    with (tmp_path / "errors.log").open("w+") as errors:
        server = subprocess.Popen(
            [environment / "bin" / "fitfolio", "serve", "--port", "0"],
            cwd=tmp_path,
            env={**clean, "FITFOLIO_DATA_DIR": str(tmp_path / "data")},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        assert server.stdout is not None
        address = re.search(r"http://\S+", server.stdout.readline())
        assert address, (tmp_path / "errors.log").read_text()
        # The address is printed a moment before it is listened at.
        patient = httpx2.HTTPTransport(retries=7, trust_env=False)
        with httpx2.Client(base_url=address[0], transport=patient, trust_env=False) as client:
            assert client.get("/readyz").json() == {"status": "ok"}
            page = client.get("/")
            assert page.headers["content-type"].startswith("text/html")
            script = re.search(r'src="(/assets/[^"]+\.js)"', page.text)
            assert script
            asset = client.get(script[1])
            assert "immutable" in asset.headers["cache-control"]
            assert client.get("/api/v1/workouts").status_code == 401
    finally:
        server.terminate()
        server.communicate(timeout=20)
