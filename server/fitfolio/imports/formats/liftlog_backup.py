"""LiftLog's backup (`.liftlogbackup.gz`): gzip of protobuf, or of SQLite in newer versions."""

from __future__ import annotations

from typing import Final

from fitfolio.imports.formats import liftlog_protobuf, liftlog_sqlite
from fitfolio.imports.formats.liftlog_session import to_parsed_file
from fitfolio.imports.model import ParsedFile, ParseOptions
from fitfolio.imports.reading import ImportRefused, Source

NAME: Final = "liftlog_backup"
LABEL: Final = "LiftLog (backup)"


def detect(source: Source) -> float:
    if source.kind == "sqlite":
        try:
            return 0.95 if liftlog_sqlite.looks_like_backup(source) else 0.0
        except ImportRefused:
            return 0.0
    # Small messages of short strings can pass for text, so the kind alone does not decide.
    if source.kind in ("binary", "text") and source.data[:1] == b"\x0a":
        return 0.95 if liftlog_protobuf.looks_like_sessions(source.data) else 0.0
    return 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - the unit is asked by the caller
    """Performed sets of all sessions; planned ones are left out."""
    if source.kind == "sqlite":
        return to_parsed_file(NAME, liftlog_sqlite.read_sessions(source))
    return to_parsed_file(NAME, liftlog_protobuf.read_sessions(source.data))
