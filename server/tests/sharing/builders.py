"""Links as a client would make them."""

from __future__ import annotations

from typing import Any

from fitfolio.core.ids import uuid7
from tests.programs.program_builders import FIVES, a_program, a_version, post


def publish(client: Any, text: str = FIVES, **fields: Any) -> dict[str, Any]:
    """A program with one edition; the edition as it is stored."""
    program = post(client, "programs", a_program(**fields))
    return post(client, "program-versions", a_version(program["id"], text))


def a_share(**fields: Any) -> dict[str, Any]:
    """A link to nothing yet."""
    return {"id": uuid7()} | fields


def share(client: Any, text: str = FIVES, **fields: Any) -> dict[str, Any]:
    """A program and a link to it: the stored link."""
    version = publish(client, text)
    return post(client, "shares", a_share(program_id=version["program_id"], **fields))


def a_copy() -> dict[str, Any]:
    """Ids of a copy."""
    return {"id": uuid7(), "version_id": uuid7()}
