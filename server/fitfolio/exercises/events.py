"""What happens to exercises and concerns slices above, told inside the same transaction.

The composition root connects listeners; this slice does not know who listens.
"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

TrackingListener = Callable[[sa.Connection, str, str], None]
"""Called with connection, owner and exercise after its tracking kind has changed."""

tracking_listeners: set[TrackingListener] = set()


def tracking_changed(conn: sa.Connection, viewer: str, exercise_id: str) -> None:
    """Tell everybody who computes something from the tracking kind."""
    for listener in tracking_listeners:
        listener(conn, viewer, exercise_id)
