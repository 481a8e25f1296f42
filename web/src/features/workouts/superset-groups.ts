import type { WorkoutExercise } from "@/db/documents.ts";

export interface SupersetGroup<Entry> {
  /** A, B, C … in order of appearance; null for an exercise on its own. */
  readonly letter: string | null;
  readonly entries: readonly Entry[];
}

/** Neighbours with the same superset number belong together; a number that stands alone is no superset. */
export function groupSupersets<Entry extends Pick<WorkoutExercise, "superset">>(entries: readonly Entry[]): SupersetGroup<Entry>[] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && entry.superset !== null && last[0]?.superset === entry.superset) last.push(entry);
    else groups.push([entry]);
  }
  let count = 0;
  return groups.map((group) => ({
    letter: group.length > 1 ? String.fromCodePoint(65 + (count++ % 26)) : null,
    entries: group,
  }));
}
