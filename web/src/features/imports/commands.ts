import { upload } from "@/api/upload.ts";
import type { ApiError } from "@/api/problem.ts";
import type { LocalDb } from "@/db/schema.ts";
import { nowMs } from "@/lib/clock.ts";
import type { Result } from "@/lib/result.ts";
import { runOperation } from "@/sync/operation.ts";
import { importKey, IMPORTS_KEY, type ImportOptions, type ImportRead } from "./queries.ts";

interface SendFile {
  readonly import_id: string;
  readonly file: File;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Send a file to be read. The same id again changes nothing, so a broken upload may be repeated. */
export function sendFile({ import_id, file, onProgress, signal }: SendFile): Promise<Result<ImportRead, ApiError>> {
  const query = new URLSearchParams({ id: import_id, file_name: file.name.slice(0, 200) });
  return upload<ImportRead>({ path: `/api/v1/imports?${query}`, body: file, onProgress, signal });
}

/** Say what the file does not: unit, zone, columns, what names mean. */
export function answerImport(import_id: string, body: ImportOptions): Promise<Result<ImportRead, ApiError>> {
  return runOperation(
    { method: "patch", path: "/api/v1/imports/{import_id}", init: { params: { path: { import_id } }, body } },
    keep,
  );
}

/** Take the file in. */
export function confirmImport(import_id: string): Promise<Result<ImportRead, ApiError>> {
  return runOperation(
    { method: "post", path: "/api/v1/imports/{import_id}/confirm", init: { params: { path: { import_id } } } },
    keep,
  );
}

/** Take everything the import brought back out. */
export function undoImport(import_id: string): Promise<Result<ImportRead, ApiError>> {
  return runOperation(
    { method: "post", path: "/api/v1/imports/{import_id}/undo", init: { params: { path: { import_id } } } },
    keep,
  );
}

/** Take an import that brought nothing off the list. */
export function deleteImport(import_id: string): Promise<Result<unknown, ApiError>> {
  return runOperation(
    { method: "delete", path: "/api/v1/imports/{import_id}", init: { params: { path: { import_id } } } },
    async (db) => {
      await db.pages.delete(importKey(import_id));
      await changeList(db, (imports) => imports.filter((one) => one.id !== import_id));
    },
  );
}

/** Show the answer at once, on its own page and in the list. */
async function keep(db: LocalDb, answer: ImportRead): Promise<void> {
  await db.pages.put({ key: importKey(answer.id), data: answer, fetched_at_ms: nowMs(), stale: false });
  await changeList(db, (imports) => imports.map((one) => (one.id === answer.id ? { ...answer, preview: null } : one)));
}

async function changeList(db: LocalDb, change: (imports: readonly ImportRead[]) => readonly ImportRead[]): Promise<void> {
  const page = await db.pages.get(IMPORTS_KEY);
  if (page) await db.pages.put({ ...page, data: change(page.data as readonly ImportRead[]) });
}
