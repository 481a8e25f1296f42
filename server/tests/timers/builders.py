"""Rest timers as a client would send them."""

from __future__ import annotations

from typing import Any

from fitfolio.core.clock import to_iso
from fitfolio.core.ids import uuid7
from tests.conftest import START_MS


def a_timer(seconds: float = 90, **fields: Any) -> dict[str, Any]:
    """A rest of 90 s from the start of the test's clock."""
    return {"id": uuid7(), "ends_at": to_iso(START_MS + round(seconds * 1000))} | fields
