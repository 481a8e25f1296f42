"""In a real browser: how long until the app can be used, and what Lighthouse says."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure
from benchmarks.running import RunningServer, fitfolio, running_server

EMAIL = "bench@example.org"
ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "web"
LIGHTHOUSE = WEB / "bench" / "node_modules" / "lighthouse"
VISIT_ROUNDS = 5
LIGHTHOUSE_ROUNDS = 3
FIRST_VISIT_LIMIT_S = 2.5
REPEAT_VISIT_LIMIT_S = 1.3
LIGHTHOUSE_PAGES = ("sign-in", "home")
LIGHTHOUSE_LIMITS = {"performance": 95.0, "accessibility": 100.0, "best_practices": 100.0}


def node_environment() -> dict[str, str]:
    """Variables for our Node scripts: the project's Node first, and a Chromium."""
    command = str(ROOT / "tools" / "ensure_browser.sh")
    chromium = subprocess.run([command], stdout=subprocess.PIPE, text=True, check=True)
    return os.environ | {
        "PATH": f"{WEB / 'node_modules' / '.bin'}{os.pathsep}{os.environ['PATH']}",
        "CHROMIUM_PATH": chromium.stdout.strip(),
    }


def run_script(name: str, job: dict[str, object], environment: dict[str, str]) -> Any:
    """What a script of web/bench printed as JSON."""
    command = ["node", f"bench/{name}", json.dumps(job)]
    done = subprocess.run(
        command, cwd=WEB, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout)


def install_lighthouse(environment: dict[str, str]) -> None:
    """Lighthouse is larger than everything else together, so only this benchmark installs it."""
    if not LIGHTHOUSE.is_dir():
        command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(
            command, cwd=WEB / "bench", env=environment, stdout=subprocess.DEVNULL, check=True
        )


def job_for(server: RunningServer, folder: Path, rounds: int) -> dict[str, object]:
    """Address and session of the account with three years of training."""
    cookie = server.sign_in(folder, EMAIL)
    me = json.loads(server.get("/api/v1/auth/me", cookie))
    return {"url": server.url.rstrip("/"), "cookie": cookie, "user_id": me["id"], "rounds": rounds}


def visit_figures(measured: list[dict[str, Any]]) -> list[Figure]:
    """Medians of the visits, beside a bare page of the same size taken in turn with them."""
    figures = []
    for kind, limit_s in (("first", FIRST_VISIT_LIMIT_S), ("repeat", REPEAT_VISIT_LIMIT_S)):
        floor_s = statistics.median(times_s(measured, "reference", kind))
        for name in ("sign-in", "home"):
            times = times_s(measured, name, kind)
            kib = statistics.median(
                visit[kind]["wire_kib"] for visit in measured if visit["name"] == name
            )
            note = f"{min(times):.2f} to {max(times):.2f} s, {kib:.0f} KiB over the network"
            figures.append(
                Figure(f"{kind} visit, {name} usable", statistics.median(times), limit_s, "s", note)
            )
        note = "as many bytes in one script, no app" if kind == "first" else "by a bare worker"
        figures.append(Figure(f"… a bare page, {kind} visit", floor_s, None, "s", note))
    return figures


def times_s(measured: list[dict[str, Any]], name: str, kind: str) -> list[float]:
    """Times until usable [s] of one target's first or repeat visits."""
    return [visit[kind]["usable_ms"] / 1000 for visit in measured if visit["name"] == name]


def lighthouse_figures(scored: list[dict[str, Any]]) -> list[Figure]:
    """Median scores of each page; those of the first minute of an account are only told."""
    figures = []
    for page in dict.fromkeys(report["name"] for report in scored):
        reports = [report for report in scored if report["name"] == page]
        for category, limit in LIGHTHOUSE_LIMITS.items():
            scores = [report[category] for report in reports]
            score = statistics.median(scores)
            note = f"{min(scores)} to {max(scores)}"
            if category == "performance":
                speed = statistics.median(report["benchmark_index"] for report in reports)
                note += f", machine's own index {speed:.0f}"
            if score < limit:
                found = {finding for report in reports for finding in report["findings"]}
                note += "; " + ", ".join(sorted(found))
            name = f"Lighthouse mobile, {page}: {category.replace('_', ' ')}"
            is_promised = page in LIGHTHOUSE_PAGES
            figures.append(
                Figure(name, score, limit if is_promised else None, "", note, better="higher")
            )
    return figures


def run() -> list[Figure]:
    """Visits on a slow line with a slow processor, then Lighthouse, both against one server."""
    environment = node_environment()
    install_lighthouse(environment)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fitfolio(folder, "demo", "--email", EMAIL)
        with running_server(folder) as server:
            measured = run_script("visits.ts", job_for(server, folder, VISIT_ROUNDS), environment)
            scored = run_script(
                "lighthouse.ts", job_for(server, folder, LIGHTHOUSE_ROUNDS), environment
            )
    return visit_figures(measured) + lighthouse_figures(scored)
