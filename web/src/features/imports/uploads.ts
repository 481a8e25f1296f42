import type { ApiError } from "@/api/problem.ts";
import { markPagesStale } from "@/db/changes.ts";
import { findDb } from "@/db/current.ts";
import { newId } from "@/lib/ids.ts";
import { createStore, useStore } from "@/lib/store.ts";
import { sendFile } from "./commands.ts";

/** A file on its way to the server. It goes on while other pages are shown. */
export interface Upload {
  readonly id: string;
  readonly file: File;
  /** 0…1 */
  readonly share: number;
  readonly error: ApiError | null;
}

const uploads = createStore<readonly Upload[]>([]);
const controllers = new Map<string, AbortController>();

export function useUploads(): readonly Upload[] {
  return useStore(uploads);
}

/** Start sending a file; resolves to whether it arrived. */
export async function startUpload(file: File, import_id = newId()): Promise<boolean> {
  const controller = new AbortController();
  controllers.set(import_id, controller);
  const upload: Upload = { id: import_id, file, share: 0, error: null };
  uploads.set((all) => [...all.filter((one) => one.id !== import_id), upload]);
  const answer = await sendFile({
    import_id,
    file,
    onProgress: (share) => changeUpload(import_id, { share }),
    signal: controller.signal,
  });
  controllers.delete(import_id);
  if (controller.signal.aborted) return false;
  if (!answer.ok) {
    changeUpload(import_id, { error: answer.error });
    return false;
  }
  const db = findDb();
  if (db) await markPagesStale(db);
  removeUpload(import_id);
  return true;
}

/** Try a failed upload again under its old id, so that it cannot arrive twice. */
export function retryUpload({ id, file }: Upload): Promise<boolean> {
  return startUpload(file, id);
}

/** Stop sending, or clear a failed upload. */
export function cancelUpload(import_id: string): void {
  controllers.get(import_id)?.abort();
  removeUpload(import_id);
}

function changeUpload(import_id: string, change: Partial<Upload>): void {
  uploads.set((all) => all.map((one) => (one.id === import_id ? { ...one, ...change } : one)));
}

function removeUpload(import_id: string): void {
  uploads.set((all) => all.filter((one) => one.id !== import_id));
}
