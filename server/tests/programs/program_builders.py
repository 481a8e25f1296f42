"""Programs, editions, enrolments and facts as a client would send them."""

from __future__ import annotations

from typing import Any

from fitfolio.core.ids import uuid7

FIVES = """program "Fives"

lift squat = squat-barbell, step 5kg/10lb
lift bench = bench-press-barbell, step 2.5kg/5lb

scheme fives
  sets 3x5
  on success: weight + step
  on failure 3 times: weight - 10%

day A
  squat fives
  bench fives
"""


def a_program(**fields: Any) -> dict[str, Any]:
    """A program without an edition."""
    return {"id": uuid7(), "title": "Fives"} | fields


def a_version(program_id: str, text: str = FIVES, **fields: Any) -> dict[str, Any]:
    """An edition of a program."""
    return {"id": uuid7(), "program_id": program_id, "text": text} | fields


def an_enrolment(program_id: str, version_id: str, **fields: Any) -> dict[str, Any]:
    """An enrolment with start values for `FIVES`."""
    return {
        "id": uuid7(), "program_id": program_id, "program_version_id": version_id,
        "name": "Fives", "unit": "kg", "starts": {"squat": 60, "bench": 40},
        "started_on": "2026-11-01",
    } | fields  # fmt: skip


def a_fact(kind: str = "skip", **fields: Any) -> dict[str, Any]:
    """Something logged."""
    return {
        "id": uuid7(), "kind": kind, "at": "2026-11-10T09:00:00Z", "date": "2026-11-10"
    } | fields  # fmt: skip


def post(client: Any, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """Store it and return the answer."""
    answer = client.post(f"/api/v1/{path}", json=body)
    assert answer.status_code == 201, answer.text
    stored: dict[str, Any] = answer.json()
    return stored


def follow(client: Any, text: str = FIVES, **fields: Any) -> dict[str, Any]:
    """A program with one edition, begun: the stored enrolment."""
    program = post(client, "programs", a_program())
    version = post(client, "program-versions", a_version(program["id"], text))
    return post(client, "enrolments", an_enrolment(program["id"], version["id"], **fields))
