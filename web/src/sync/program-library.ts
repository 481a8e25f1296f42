import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import type { LocalDb } from "@/db/schema.ts";
import { transact } from "@/db/transact.ts";
import { ok, type Result } from "@/lib/result.ts";

const VERSION = "program_library_version";
const CHECKED_AT = "program_library_checked_at_ms";
const CHECK_EVERY_MS = 24 * 3600 * 1000;

export type ProgramLibrary = components["schemas"]["ProgramLibrary"];
export type FetchProgramLibrary = () => Promise<Result<ProgramLibrary, ApiError>>;

const fetchFromServer: FetchProgramLibrary = () => toResult(api.GET("/api/v1/program-library"));

/** Keep the famous programs on the device: asked for once a day, written only when they changed. */
export async function pullProgramLibrary(
  db: LocalDb,
  now_ms: number,
  fetchLibrary = fetchFromServer,
): Promise<Result<void, ApiError>> {
  const checked_at: unknown = (await db.state.get(CHECKED_AT))?.value;
  if (typeof checked_at === "number" && now_ms - checked_at < CHECK_EVERY_MS) return ok(undefined);
  const answer = await fetchLibrary();
  if (!answer.ok) return answer;
  const { version, programs } = answer.value;
  await transact(db, [db.library_programs, db.state], async () => {
    if ((await db.state.get(VERSION))?.value !== version) {
      await db.library_programs.clear();
      await db.library_programs.bulkPut([...programs]);
      await db.state.put({ key: VERSION, value: version });
    }
    await db.state.put({ key: CHECKED_AT, value: now_ms });
  });
  return ok(undefined);
}
