"""What pushed operations are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import sqlalchemy as sa

from fitfolio.auth.service import Viewer
from fitfolio.core.schemas import Input
from fitfolio.core.stamps import Origin


class Call(NamedTuple):
    """One pushed operation, checked: who, what, where from. `path` holds ids by their names."""

    conn: sa.Connection
    viewer: Viewer
    path: dict[str, str]
    body: Any
    origin: Origin
    now_ms: int


class Operation(NamedTuple):
    """How an operation is done; `run` returns the revision of what it changed, if it knows it."""

    run: Callable[[Call], int | None]
    path: tuple[str, ...] = ()
    body: type[Input] | None = None
