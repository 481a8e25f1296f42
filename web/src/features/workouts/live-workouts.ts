import { createSharedLive } from "@/db/shared-live.ts";
import type { WorkoutRow } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";

/** How many of the newest workouts are looked through; a live one is among the newest, or forgotten. */
const LOOKED_AT = 30;
const OWN_SOURCE = "fitfolio";

/** Whether a workout is under way. Imported ones without an end never were. */
export function isLive({ finished_at, has_time, source }: Pick<WorkoutRow, "finished_at" | "has_time" | "source">): boolean {
  return finished_at === null && has_time && source === OWN_SOURCE;
}

/** Workouts of this account that are not finished, newest first. */
async function findLive(db: LocalDb): Promise<readonly WorkoutRow[]> {
  const newest = await db.workouts.orderBy("started_at").reverse().limit(LOOKED_AT).toArray();
  return newest.filter(isLive);
}

const live = createSharedLive(findLive);

/** `undefined` until it has been read. */
export const useLiveWorkouts = live.useValue;
