"""Mozilla's own scorer of headers, over TLS, where it is installed (docs/security/headers.md says how)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from fitfolio.app import web_root
from tests.live.conftest import run_server
from tests.support.smtp import make_certificate

SCORER = os.environ.get("FITFOLIO_OBSERVATORY", "")
SCAN = """
const { scan } = await import(process.argv[1]);
const { scan: found, tests } = await scan(`localhost:${process.argv[2]}`);
const scores = Object.entries(tests).map(([name, one]) => [name, [one.result, one.scoreModifier]]);
console.log(JSON.stringify({ ...found, scores: Object.fromEntries(scores) }));
"""


def test_the_scorer_of_headers_gives_its_best_grade(sqlite_url, tmp_path):
    scanner = Path(SCORER) / "src" / "scanner" / "index.js"
    if not SCORER or not scanner.is_file():
        pytest.skip("FITFOLIO_OBSERVATORY names no folder of @mdn/mdn-http-observatory")
    if not (web_root() / "index.html").is_file():
        pytest.skip("the web app is not built")
    node = shutil.which("node")
    assert node is not None
    certificate = make_certificate(tmp_path, "localhost")
    address = "https://localhost"
    with run_server(
        sqlite_url, tmp_path, certificate=certificate, public_url=address, web=web_root()
    ) as running:
        port = running.base.rpartition(":")[2]
        done = subprocess.run(
            [node, "--input-type=module", "-e", SCAN, str(scanner), port],
            env=os.environ | {"NODE_EXTRA_CA_CERTS": str(certificate[0])},
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    lost = {name: one for name, one in found["scores"].items() if (one[1] or 0) < 0}
    assert lost == {}
    assert (found["grade"], found["score"] >= 130) == ("A+", True), found
