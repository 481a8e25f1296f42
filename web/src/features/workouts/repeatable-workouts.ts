import type { Workout } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { isLive } from "./live-workouts.ts";

const LOOKED_AT = 40;
const SHOWN = 6;

/** The latest workouts, each kind once: what has the same title, or without one the same exercises, is the same kind. */
export async function findRepeatable(db: LocalDb): Promise<readonly Workout[]> {
  const latest = await db.workouts.orderBy("started_at").reverse().limit(LOOKED_AT).toArray();
  const byKind = new Map<string, Workout>();
  for (const workout of latest) {
    const kind = workout.title.trim().toLowerCase() || workout.exercise_ids.toSorted().join();
    // What is still under way is gone on with, not done again.
    if (workout.exercises.length > 0 && !isLive(workout) && !byKind.has(kind)) byKind.set(kind, workout);
  }
  return [...byKind.values()].slice(0, SHOWN);
}
