"""Opening an import file: what kind it is, its text, what an archive holds.

Content decides, never the file name. Everything unreadable ends as an
`ImportRefused` with a stable code and one sentence; nothing else is raised.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from fitfolio.imports.archives import unpack_gzip, unpack_zip
from fitfolio.imports.decoding import SourceKind, decode_text, sniff_kind
from fitfolio.imports.files import too_large
from fitfolio.imports.model import RowProblem
from fitfolio.imports.records import header_index, rows, without_endless_lines
from fitfolio.imports.refused import ImportRefused

__all__ = [
    "LIMIT_BYTES",
    "ImportRefused",
    "Source",
    "SourceKind",
    "header_index",
    "open_source",
    "rows",
]

LIMIT_BYTES: Final = 200 * 1024 * 1024
"""Largest file, packed or unpacked, that is read at all."""

_ENDLESS: Final = "The line is far longer than any row of a training log."


class Source:
    """The bytes of one file and, decoded or unpacked on first use, what is in them."""

    __slots__ = ("_inner", "_limit_bytes", "_text", "data", "kind", "problems")

    def __init__(self, data: bytes, *, limit_bytes: int = LIMIT_BYTES) -> None:
        self.data = data
        self.kind: SourceKind = sniff_kind(data)
        self._limit_bytes = limit_bytes
        self._text: str | None = None
        self._inner: Source | None = None
        self.problems: list[RowProblem] = []
        """Rows that no reader gets to see; known once the text was asked for."""

    @property
    def text(self) -> str:
        """The decoded text, line ends as `\\n`; raises ImportRefused when it is none."""
        if self._text is None:
            if self.kind not in ("text", "xml"):
                raise ImportRefused(
                    "import.binary", "This file is not a text export that FitFolio can read."
                )
            self._text, endless = without_endless_lines(decode_text(self.data))
            if endless and not self._text.strip():
                raise ImportRefused("import.line_too_long", _ENDLESS)
            self.problems = [RowProblem(line, "row.too_long", _ENDLESS) for line in endless]
        return self._text

    @property
    def inner(self) -> Source:
        """The unpacked member of a gzip or zip file; any other file is its own inner."""
        if self._inner is None:
            self._inner = self._unpack()
        return self._inner

    def _unpack(self) -> Source:
        if self.kind not in ("gzip", "zip"):
            return self
        unpack = unpack_gzip if self.kind == "gzip" else unpack_zip
        data = unpack(self.data, self._limit_bytes)
        if not data.strip():
            raise ImportRefused("import.empty", "The archive holds an empty file.")
        inner = Source(data, limit_bytes=self._limit_bytes)
        if inner.kind in ("gzip", "zip"):
            raise ImportRefused(
                "import.archive_nested", "The archive holds another archive; unpack it first."
            )
        return inner


def open_source(path_or_bytes: str | Path | bytes, *, limit_bytes: int = LIMIT_BYTES) -> Source:
    """Read a file, or take bytes already in memory; refuses empty and oversized ones."""
    if isinstance(path_or_bytes, bytes):
        data = path_or_bytes
    else:
        data = _read_file(Path(path_or_bytes), limit_bytes)
    if len(data) > limit_bytes:
        raise _too_large(limit_bytes)
    if not data.strip(b"\x00\t\n\r ") or data in (
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        codecs.BOM_UTF16_BE,
    ):
        raise ImportRefused("import.empty", "The file is empty.")
    return Source(data, limit_bytes=limit_bytes)


def _read_file(path: Path, limit_bytes: int) -> bytes:
    try:
        if path.stat().st_size > limit_bytes:
            raise _too_large(limit_bytes)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise ImportRefused("import.unreadable", f"The file cannot be read: {reason}.") from error


def _too_large(limit_bytes: int) -> ImportRefused:
    return ImportRefused("import.too_large", too_large(limit_bytes))
