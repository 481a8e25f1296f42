"""Uploaded files on disk until they are taken in or given up."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import anyio

from fitfolio.core.errors import TooLarge
from fitfolio.core.ids import uuid7

PART_KEPT_S = 86_400
UPLOAD_KEPT_S = 30 * 86_400


@dataclass(frozen=True)
class StoredFile:
    """Size [bytes] and SHA-256 of what was received."""

    size_bytes: int
    sha256: str


def upload_path(data_dir: Path, owner: str, import_id: str) -> Path:
    """Where an upload lives. Ids are made by clients: with the owner in the name none reaches another's file."""
    return data_dir / "uploads" / f"{owner}.{import_id}"


def too_large(limit_bytes: int) -> str:
    """The sentence for a file over the limit."""
    return f"The file is larger than {limit_bytes // 1024**2} MiB, the most that this server takes."


async def store(path: Path, chunks: AsyncIterator[bytes], limit_bytes: int) -> StoredFile:
    """Write the body to disk as it arrives; nothing stays behind if it is too large or cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    size = 0
    # The same upload may arrive twice at once; each writes a part of its own.
    part = path.with_name(f"{path.name}.{uuid7()}.part")
    try:
        async with await anyio.open_file(part, "wb") as file:
            async for chunk in chunks:
                size += len(chunk)
                if size > limit_bytes:
                    raise TooLarge("import.too_large", too_large(limit_bytes))
                digest.update(chunk)
                await file.write(chunk)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return StoredFile(size, digest.hexdigest())


def stored_file(path: Path) -> StoredFile:
    """Size and hash of a file that is on this machine already."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return StoredFile(path.stat().st_size, digest.hexdigest())


def sweep(folder: Path, now_s: float) -> None:
    """Delete what nobody came back for: cut uploads after a day, undecided ones after a month."""
    for path in folder.glob("*"):
        keep_s = PART_KEPT_S if path.suffix == ".part" else UPLOAD_KEPT_S
        with contextlib.suppress(OSError):
            if now_s - path.stat().st_mtime > keep_s:
                path.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Forget an upload; doing it again is fine."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
