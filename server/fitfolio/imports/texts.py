"""Text as both databases can hold it."""

from __future__ import annotations


def storable(text: str) -> str:
    """Without NUL, halves of characters (JSON can spell both) and blanks around it."""
    if text.isascii() and "\x00" not in text:
        return text.strip()
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8").strip()
