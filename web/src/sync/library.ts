import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { toExerciseRow } from "@/db/changes.ts";
import { putInSlices } from "@/db/put-in-slices.ts";
import type { LocalDb } from "@/db/schema.ts";
import { ok, type Result } from "@/lib/result.ts";

const VERSION = "library_version";
const LANGUAGE = "library_language";
const CHECKED_AT = "library_checked_at_ms";
const CHECK_EVERY_MS = 24 * 3600 * 1000;
const EXERCISES_PER_SLICE = 25;

export type Library = components["schemas"]["LibraryDocument"];
export type FetchLibrary = () => Promise<Result<Library, ApiError>>;

const fetchFromServer: FetchLibrary = () => toResult(api.GET("/api/v1/exercises/library"));

/**
 * Keep the exercise library on the device in the person's language: asked for once a day and when the
 * language is another, written only when its version changed.
 */
export async function pullLibrary(db: LocalDb, now_ms: number, fetchLibrary = fetchFromServer): Promise<Result<void, ApiError>> {
  if (await isFresh(db, now_ms)) return ok(undefined);
  const answer = await fetchLibrary();
  if (!answer.ok) return answer;
  const { version, language, exercises } = answer.value;
  await db.transaction("rw", db.exercises, db.state, async () => {
    if ((await db.state.get(VERSION))?.value !== version) {
      await db.exercises.where("origin").equals("library").delete();
      const rows = exercises.map((exercise, rank) => ({ ...toExerciseRow(exercise), rank }));
      await putInSlices(db.exercises, rows, EXERCISES_PER_SLICE);
      await db.state.put({ key: VERSION, value: version });
    }
    await db.state.bulkPut([
      { key: CHECKED_AT, value: now_ms },
      { key: LANGUAGE, value: language },
    ]);
  });
  return ok(undefined);
}

async function isFresh(db: LocalDb, now_ms: number): Promise<boolean> {
  const [checked_at, language] = await db.state.bulkGet([CHECKED_AT, LANGUAGE]);
  const wanted = (await db.profile.get("me"))?.language;
  if (wanted !== undefined && language?.value !== wanted) return false;
  return typeof checked_at?.value === "number" && now_ms - checked_at.value < CHECK_EVERY_MS;
}
