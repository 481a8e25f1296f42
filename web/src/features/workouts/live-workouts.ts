import { createSharedLive } from "@/db/shared-live.ts";
import type { WorkoutRow } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";

/** How many of the newest workouts are looked through; a live one is among the newest, or forgotten. */
const LOOKED_AT = 30;
const OWN_SOURCE = "fitfolio";

/** Workouts of this account that are not finished, newest first. Imported ones without an end were never live. */
async function findLive(db: LocalDb): Promise<readonly WorkoutRow[]> {
  const newest = await db.workouts.orderBy("started_at").reverse().limit(LOOKED_AT).toArray();
  return newest.filter((workout) => workout.finished_at === null && workout.has_time && workout.source === OWN_SOURCE);
}

const live = createSharedLive(findLive);

/** `undefined` until it has been read. */
export const useLiveWorkouts = live.useValue;
