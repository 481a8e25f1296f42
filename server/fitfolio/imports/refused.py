"""The one way an import ends before it begins."""

from __future__ import annotations


class ImportRefused(Exception):
    """A file that cannot be imported: `code` is stable, the message one sentence for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
