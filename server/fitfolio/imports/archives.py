"""Unpacking gzip and zip, with a bound on what comes out.

Sizes are checked while streaming, never taken from the archive's own directory.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from typing import IO, Final, cast

from fitfolio.imports.refused import ImportRefused

MAX_RATIO: Final = 300
"""Unpacked bytes per packed byte; a real log stays below 40, deflate bombs reach 1,000."""

_RATIO_FREE_BYTES: Final = 8 * 1024 * 1024
"""Below this size a high ratio does no harm (a tiny file of repeated rows)."""

_CHUNK_BYTES: Final = 256 * 1024


def unpack_gzip(data: bytes, limit_bytes: int) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as member:
            return _read_unpacked(cast("IO[bytes]", member), len(data), limit_bytes)
    except (OSError, EOFError, zlib.error) as error:
        raise ImportRefused(
            "import.truncated", "The compressed file is cut off or damaged."
        ) from error


def unpack_zip(data: bytes, limit_bytes: int) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = _only_member(archive)
            with archive.open(member) as file:
                return _read_unpacked(file, max(member.compress_size, 1), limit_bytes)
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, ValueError, KeyError) as error:
        raise ImportRefused("import.truncated", "The zip file is cut off or damaged.") from error
    except (NotImplementedError, RuntimeError) as error:
        raise ImportRefused(
            "import.archive_locked",
            "The zip file is encrypted or packed in an unusual way; unpack it first.",
        ) from error


def _only_member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    members = [
        info for info in archive.infolist() if not info.is_dir() and not _is_litter(info.filename)
    ]
    if not members:
        raise ImportRefused("import.empty", "The zip file holds no file.")
    if len(members) > 1:
        raise ImportRefused(
            "import.archive_many",
            "The zip file holds several files; unpack it and import them one by one.",
        )
    return members[0]


def _is_litter(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")


def _read_unpacked(member: IO[bytes], packed_bytes: int, limit_bytes: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := member.read(_CHUNK_BYTES):
        size += len(chunk)
        if size > limit_bytes or (size > _RATIO_FREE_BYTES and size > MAX_RATIO * packed_bytes):
            raise ImportRefused(
                "import.archive_bomb",
                "The archive unpacks to far more data than a training log has.",
            )
        chunks.append(chunk)
    return b"".join(chunks)
