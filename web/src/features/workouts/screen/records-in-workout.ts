import type { WorkoutSet } from "@/db/documents.ts";
import type { RecordEvent } from "@/training/records.ts";
import type { Tracking } from "@/training/sets.ts";
import { bestsAfter, recordsOfSet, type ExerciseBests } from "../local-history.ts";

/**
 * The most telling record of each set that is done, in the order of the table.
 *
 * A set is judged against what stood before the workout and against the sets above it, so that the
 * same weight does not fire three times. First times beat nothing and are no records.
 */
export function recordsInWorkout(
  sets: readonly WorkoutSet[],
  tracking: Tracking,
  known: ExerciseBests | null,
): ReadonlyMap<string, RecordEvent> {
  const found = new Map<string, RecordEvent>();
  if (!known || known.bests.size === 0) return found;
  let { bests } = known;
  for (const set of sets) {
    if (!set.completed) continue;
    const best = recordsOfSet(set, tracking, bests).find((event) => event.previous !== null);
    if (best) found.set(set.id, best);
    bests = bestsAfter([set], tracking, bests);
  }
  return found;
}
