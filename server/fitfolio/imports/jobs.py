"""The long steps of an import, run in the background so that the page can be left."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import sqlalchemy as sa

from fitfolio.auth import queries as auth_queries
from fitfolio.core.clock import to_datetime
from fitfolio.core.errors import is_storage_full
from fitfolio.core.http import State
from fitfolio.imports import service, taking
from fitfolio.imports.files import remove, sweep, upload_path
from fitfolio.imports.progress import PROGRESS
from fitfolio.imports.queries import Row
from fitfolio.imports.reader import Reading, account_view, preview_of, read_file
from fitfolio.imports.refused import ImportRefused

logger = logging.getLogger(__name__)


async def _read(state: State, context: service.ReadContext) -> Reading:
    row = context.row
    user = await state.db.read(auth_queries.find_user, row.user_id)
    account = await state.db.read_heavy(account_view, row.user_id, user.language)  # type: ignore[union-attr]  # rows die with their owner
    path = upload_path(state.settings.data_dir, row.user_id, row.id)
    return await asyncio.to_thread(
        read_file,
        path,
        context.options,
        account,
        now=to_datetime(state.clock.now_ms()),
        profile_unit=user.weight_unit,  # type: ignore[union-attr]  # as above
        limit_bytes=state.settings.max_import_mb * 1024 * 1024,
    )


async def forget_uploads(state: State, user_id: str) -> None:
    """Remove what lies in the data folder of an account that is gone."""
    for path in (state.settings.data_dir / "uploads").glob(f"{user_id}.*"):
        await asyncio.to_thread(remove, path)


async def read_upload(state: State, payload: dict[str, Any]) -> None:
    """Job: make the preview. Uploads that were given up are cleared away on the occasion."""
    uploads = state.settings.data_dir / "uploads"
    await asyncio.to_thread(sweep, uploads, state.clock.now_ms() / 1000)
    context = await state.db.read(service.read_context, payload["user_id"], payload["import_id"])
    if context is None or context.row.status != "reading":
        return
    row = context.row
    try:
        reading = await _read(state, context)
        user = await state.db.read(auth_queries.find_user, row.user_id)
        account = await state.db.read_heavy(account_view, row.user_id, user.language)  # type: ignore[union-attr]  # as above
        preview = preview_of(reading, account, context.options.get("unit"))
        await state.db.write(service.store_preview, row.id, row.options, preview)
    except ImportRefused as refusal:
        await _fail(state, row, refusal.code, refusal.message)
    except (sa.exc.SQLAlchemyError, OSError):
        raise  # the database or the disk: trying again later helps
    except Exception:
        # A defect of a reader: the file will not read better the tenth time.
        logger.exception("reading an import failed")
        text = "The file could not be read because of an error on the server; nothing was changed."
        await _fail(state, row, "import.failed", text)


async def take_upload(state: State, payload: dict[str, Any]) -> None:
    """Job: take the file in."""
    context = await state.db.read(service.read_context, payload["user_id"], payload["import_id"])
    if context is None or context.row.status != "importing":
        return
    row = context.row
    import_id = row.id
    PROGRESS[import_id] = 0.02
    try:
        reading = await _read(state, context)
        PROGRESS[import_id] = 0.2

        def progress(share: float) -> None:
            PROGRESS[import_id] = 0.2 + 0.8 * share

        await state.db.write(
            taking.take_in,
            row.user_id,
            import_id,
            reading,
            context.options["time_zone"],
            state.clock.now_ms(),
            progress,
        )
    except ImportRefused as refusal:
        await _fail(state, row, refusal.code, refusal.message)
    except Exception as error:
        # Whatever it was, the transaction is rolled back: say so instead of trying for hours.
        logger.exception("import failed")
        full = is_storage_full(error)
        code = "server.storage_full" if full else "import.failed"
        text = "The server's disk is full" if full else "The import failed on the server"
        await _fail(state, row, code, f"{text}; nothing was changed.")
    finally:
        PROGRESS.pop(import_id, None)
    remove(upload_path(state.settings.data_dir, row.user_id, import_id))


async def _fail(state: State, row: Row, code: str, detail: str) -> None:
    await state.db.write(service.store_failure, row.id, code, detail, state.clock.now_ms())
    if code != "import.columns":
        remove(upload_path(state.settings.data_dir, row.user_id, row.id))


async def undo_import(state: State, payload: dict[str, Any]) -> None:
    """Job: take an import back out."""
    await state.db.write(
        taking.undo, payload["user_id"], payload["import_id"], state.clock.now_ms()
    )


HANDLERS = {
    service.READ_JOB: read_upload,
    service.TAKE_JOB: take_upload,
    service.UNDO_JOB: undo_import,
}
"""What the composition root registers with the job runner."""
