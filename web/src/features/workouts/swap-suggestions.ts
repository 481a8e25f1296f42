import type { ExerciseRow } from "@/db/documents.ts";

const SUGGESTED = 6;
/** What each likeness is worth: the main muscle decides, the rest orders. */
const WORTH = { primary: 4, secondary: 1, movement: 1, force: 1, tracking: 1 } as const;

type Candidate = Pick<
  ExerciseRow,
  "id" | "primary_muscles" | "secondary_muscles" | "equipment" | "mechanic" | "force" | "tracking" | "is_archived" | "favourite"
> & { readonly rank?: number };

/** Exercises that train the same and can be done with what there is, likeliest first. */
export function suggestSwaps<One extends Candidate>(
  exercise: Candidate,
  candidates: readonly One[],
  equipment: readonly string[] | null,
  taken: readonly string[] = [],
): readonly One[] {
  const fits = (one: One) => equipment === null || one.equipment === "bodyweight" || equipment.includes(one.equipment);
  return candidates
    .filter((one) => one.id !== exercise.id && !one.is_archived && !taken.includes(one.id) && fits(one))
    .map((one) => ({ one, likeness: likenessOf(exercise, one) }))
    .filter(({ likeness }) => likeness >= WORTH.primary)
    .toSorted((a, b) => b.likeness - a.likeness || (a.one.rank ?? 0) - (b.one.rank ?? 0))
    .slice(0, SUGGESTED)
    .map(({ one }) => one);
}

function likenessOf(a: Candidate, b: Candidate): number {
  const shared = (one: readonly string[], other: readonly string[]) => one.filter((muscle) => other.includes(muscle)).length;
  const union = new Set([...a.primary_muscles, ...b.primary_muscles]).size;
  const primary = shared(a.primary_muscles, b.primary_muscles) / Math.max(1, union);
  return (
    WORTH.primary * primary +
    WORTH.secondary * (shared(a.secondary_muscles, b.secondary_muscles) / Math.max(1, a.secondary_muscles.length)) +
    (a.mechanic === b.mechanic ? WORTH.movement : 0) +
    (a.force === b.force ? WORTH.force : 0) +
    (a.tracking === b.tracking ? WORTH.tracking : 0) +
    (b.favourite ? 1 : 0)
  );
}
