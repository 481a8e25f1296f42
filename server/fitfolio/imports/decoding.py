"""What kind of file some bytes are, and their text."""

from __future__ import annotations

import codecs
from typing import Final, Literal

from fitfolio.imports.refused import ImportRefused

SourceKind = Literal["text", "sqlite", "gzip", "zip", "fit", "xml", "binary"]

_SNIFF_BYTES: Final = 64 * 1024
_CONTROL_BYTES: Final = bytes(set(range(32)) - {0, 9, 10, 11, 12, 13, 26, 27})


def sniff_kind(data: bytes) -> SourceKind:
    """The kind of a file from its first bytes."""
    if data.startswith(b"SQLite format 3\x00"):
        return "sqlite"
    if data.startswith(b"\x1f\x8b"):
        return "gzip"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data[8:12] == b".FIT":
        return "fit"
    head = data[:_SNIFF_BYTES]
    if _utf16_codec(head) is None:
        controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
        if controls * 50 > len(head):
            return "binary"
        if head.count(0) * 10 > len(head):
            return "binary"
        start = head.removeprefix(codecs.BOM_UTF8).lstrip()[:200].lower()
        if start.startswith((b"<?xml", b"<!doctype")) or b"<healthdata" in start:
            return "xml"
    return "text"


def decode_text(data: bytes) -> str:
    """UTF-8 (with or without BOM), UTF-16 or, failing both, Windows-1252; line ends become `\\n`."""
    codec = _utf16_codec(data[:_SNIFF_BYTES])
    text = _decode_utf16(data, codec) if codec else _decode_bytes(data)
    if "\x00" in text:
        raise ImportRefused(
            "import.nul_bytes",
            "The file contains NUL bytes, so it is damaged or not a text export.",
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def _utf16_codec(head: bytes) -> str | None:
    if head.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    even_nuls, odd_nuls, half = head[::2].count(0), head[1::2].count(0), len(head) // 2
    # Latin text in UTF-16 without a BOM has a NUL in nearly every high byte and in no low one.
    if half >= 8 and odd_nuls > 0.6 * half and even_nuls < 0.02 * half:
        return "utf-16-le"
    if half >= 8 and even_nuls > 0.6 * half and odd_nuls < 0.02 * half:
        return "utf-16-be"
    return None


def _decode_utf16(data: bytes, codec: str) -> str:
    even = data[: len(data) // 2 * 2]
    try:
        return even.decode(codec)
    except UnicodeDecodeError as error:
        raise ImportRefused(
            "import.encoding", "The file's character encoding is damaged (UTF-16)."
        ) from error


def _decode_bytes(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for cut in (1, 2, 3):
        # A file that ends inside one character was cut off; the rest of it is fine.
        try:
            return data[:-cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
    if b"\x00" in data:
        raise ImportRefused(
            "import.nul_bytes",
            "The file contains NUL bytes, so it is damaged or not a text export.",
        )
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    wide = sum(1 for character in mended[:1_000_000] if character > "\x7f") - broken
    if wide > 5 * broken:
        # UTF-8 with a few damaged bytes (a cut file): better one wrong letter than all of them.
        return mended
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ImportRefused(
            "import.encoding", "The file's character encoding is not known; save it as UTF-8."
        ) from error
