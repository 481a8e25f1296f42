"""How far the long steps of imports are."""

from __future__ import annotations

PROGRESS: dict[str, float] = {}
"""0…1 by import id while this process works on it; a restart starts the step again."""
