import type { WorkoutExercise } from "@/db/documents.ts";

type Entry = Pick<WorkoutExercise, "id" | "superset"> & {
  readonly sets: readonly { readonly id: string; readonly completed: boolean }[];
};

/** Where the lifter goes after a set, and whether to rest before. */
export interface Turn {
  /** The exercise of the next set; the same one outside supersets and at the end of a round of one. */
  readonly entry_id: string;
  /** The next set that is not done; null when nothing is left there. */
  readonly set_id: string | null;
  /** False between the members of a superset. */
  readonly rests: boolean;
}

/** The neighbours that are done in turns with an exercise, itself among them. */
export function supersetOf<One extends Pick<WorkoutExercise, "id" | "superset">>(
  entries: readonly One[],
  entry_id: string,
): readonly One[] {
  const index = entries.findIndex((entry) => entry.id === entry_id);
  const entry = entries[index];
  if (!entry) return [];
  if (entry.superset === null) return [entry];
  const belongs = (one: One | undefined) => one?.superset === entry.superset;
  let first = index;
  let last = index;
  while (belongs(entries[first - 1])) first -= 1;
  while (belongs(entries[last + 1])) last += 1;
  return entries.slice(first, last + 1);
}

/**
 * Whose turn it is after a set of `entry_id` was logged.
 *
 * In a superset the next member that still has a set to do comes at once; when the turn passes the end
 * of the round, or nobody else has anything left, there is rest first.
 */
export function nextTurn(entries: readonly Entry[], entry_id: string): Turn {
  const members = supersetOf(entries, entry_id);
  const place = members.findIndex((entry) => entry.id === entry_id);
  for (let step = 1; step <= members.length; step += 1) {
    const member = members[(place + step) % members.length];
    const set = member?.sets.find((one) => !one.completed);
    if (!member || !set) continue;
    return { entry_id: member.id, set_id: set.id, rests: place + step >= members.length };
  }
  return { entry_id, set_id: null, rests: true };
}

/** The exercise after this one (and after its superset) that still has something to do; null when all is done. */
export function nextExercise<One extends Entry>(entries: readonly One[], entry_id: string): One | null {
  const members = supersetOf(entries, entry_id);
  const last = entries.findIndex((entry) => entry.id === members.at(-1)?.id);
  const others = [...entries.slice(last + 1), ...entries.slice(0, last + 1)];
  return (
    others.find((entry) => entry.id !== entry_id && (entry.sets.length === 0 || entry.sets.some((set) => !set.completed))) ?? null
  );
}
