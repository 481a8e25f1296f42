import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import { toExerciseRow } from "@/db/changes.ts";
import { putInSlices } from "@/db/put-in-slices.ts";
import type { LocalDb } from "@/db/schema.ts";
import { ok, type Result } from "@/lib/result.ts";

const VERSION = "library_version";
const CHECKED_AT = "library_checked_at_ms";
const CHECK_EVERY_MS = 24 * 3600 * 1000;
const EXERCISES_PER_SLICE = 25;

/** Keep the exercise library on the device: once a day, written only when its version changed. */
export async function pullLibrary(db: LocalDb, now_ms: number): Promise<Result<void, ApiError>> {
  const checked_at_ms = (await db.state.get(CHECKED_AT))?.value;
  if (typeof checked_at_ms === "number" && now_ms - checked_at_ms < CHECK_EVERY_MS) return ok(undefined);
  const answer = await toResult(api.GET("/api/v1/exercises/library"));
  if (!answer.ok) return answer;
  const { version, exercises } = answer.value;
  await db.transaction("rw", db.exercises, db.state, async () => {
    if ((await db.state.get(VERSION))?.value !== version) {
      await db.exercises.where("origin").equals("library").delete();
      const rows = exercises.map((exercise, rank) => ({ ...toExerciseRow(exercise), rank }));
      await putInSlices(db.exercises, rows, EXERCISES_PER_SLICE);
      await db.state.put({ key: VERSION, value: version });
    }
    await db.state.put({ key: CHECKED_AT, value: now_ms });
  });
  return ok(undefined);
}
