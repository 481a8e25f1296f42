import { useEffect } from "react";
import type { components } from "@/api/generated/schema";
import { api, toResult } from "@/api/client.ts";
import { requestSync } from "@/sync/scheduler.ts";
import { usePage, type Page } from "@/sync/use-page.ts";

type Schemas = components["schemas"];
export type ImportRead = Schemas["ImportRead"];
export type ImportStatus = ImportRead["status"];
export type ImportPreview = Schemas["ImportPreview"];
export type ImportResult = Schemas["ImportResult"];
export type ImportOptions = Schemas["ImportOptions"];
export type NameMatch = Schemas["NameMatch"];
export type RowProblem = Schemas["RowProblemRead"];

/** The format of FitFolio's own export. An account that was put back belongs to no import that could be undone. */
export const RESTORED = "fitfolio";

const POLL_MS = 700;

export const IMPORTS_KEY = "imports";

export function importKey(import_id: string): string {
  return `import:${import_id}`;
}

/** All imports, newest first; asked again while the server works on one. */
export function useImports(): Page<readonly ImportRead[]> {
  const page = usePage(IMPORTS_KEY, async () => {
    const answer = await toResult(api.GET("/api/v1/imports"));
    return answer.ok ? { ok: true, value: answer.value.imports } : answer;
  });
  usePolling(page, page.status === "ready" && page.data.some((one) => isWorking(one.status)));
  return page;
}

/** One import with its preview and result; asked again while the server works on it. */
export function useImport(import_id: string): Page<ImportRead> {
  const page = usePage(importKey(import_id), () =>
    toResult(api.GET("/api/v1/imports/{import_id}", { params: { path: { import_id } } })),
  );
  usePolling(page, page.status === "ready" && isWorking(page.data.status));
  return page;
}

/** Whether everything in the file was there already, so that there is nothing to undo. */
export function broughtNothing(result: ImportResult): boolean {
  const { workouts_added, workouts_extended, sets_added, created_exercises, measurements_added } = result;
  return workouts_added + workouts_extended + sets_added + created_exercises + measurements_added === 0;
}

/** Whether the server is busy with it, so that it changes by itself. */
export function isWorking(status: ImportStatus): boolean {
  return status === "reading" || status === "importing" || status === "undoing";
}

/** Ask again and again while something moves; what came of it is pulled onto this device at the end. */
function usePolling(page: Page<unknown>, active: boolean): void {
  const refresh = page.status === "loading" ? null : page.refresh;
  const known = refresh !== null;
  useEffect(() => {
    if (!active || !refresh) return;
    const timer = setInterval(refresh, POLL_MS);
    return () => {
      clearInterval(timer);
      void requestSync();
    };
    // `refresh` is new on every render and always does the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [active, known]);
}
