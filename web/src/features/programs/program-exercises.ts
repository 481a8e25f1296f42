import type { ExerciseRow } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { withPreference, type ExerciseForMe } from "@/features/exercises/use-exercises.ts";
import type { Plan } from "@/training/programs/plan.ts";

/** A program's text for an exercise → the exercise of this device; null where the lifter has to choose one. */
export type ExerciseLookup = (text: string) => ExerciseForMe | null;

/**
 * Find what a text of a program means: what the lifter chose for it, else the library's slug, an own
 * exercise of that name, or the id of one (that is how an own exercise is swapped in).
 */
export function makeExerciseLookup(exercises: Iterable<ExerciseForMe>, chosen: Readonly<Record<string, string>>): ExerciseLookup {
  const by_id = new Map<string, ExerciseForMe>();
  const by_text = new Map<string, ExerciseForMe>();
  for (const exercise of exercises) {
    by_id.set(exercise.id, exercise);
    if (exercise.slug !== null) by_text.set(exercise.slug, exercise);
    else by_text.set(exercise.name.trim().toLocaleLowerCase(), exercise);
  }
  return (text) => {
    const choice = chosen[text];
    const own = choice === undefined ? undefined : by_id.get(choice);
    return own ?? by_text.get(text) ?? by_text.get(text.trim().toLocaleLowerCase()) ?? by_id.get(text) ?? null;
  };
}

/** Every text that a plan has for an exercise: of its lifts and of stages with one of their own. */
export function exerciseTextsOf(plan: Plan): readonly string[] {
  const of_lifts = [...plan.lifts.values()].map((lift) => lift.exercise);
  const of_stages = [...plan.tracks.values()].flatMap(({ scheme }) => scheme.sets.flatMap((line) => line.exercise ?? []));
  return [...new Set([...of_lifts, ...of_stages])];
}

/** The exercises that these texts can mean, without reading the whole library. */
export async function readProgramExercises(
  db: LocalDb,
  texts: readonly string[],
  ids: readonly string[],
): Promise<readonly ExerciseForMe[]> {
  const [by_slug, by_id, own] = await Promise.all([
    db.exercises
      .where("slug")
      .anyOf([...texts])
      .toArray(),
    db.exercises.bulkGet([...new Set(ids)]),
    db.exercises.where("origin").equals("own").toArray(),
  ]);
  const rows = new Map<string, ExerciseRow>();
  for (const row of [...own, ...by_id, ...by_slug]) if (row) rows.set(row.id, row);
  const preferences = await db.exercise_preferences.bulkGet([...rows.keys()]);
  return [...rows.values()].map((row, index) => withPreference(row, preferences[index]));
}
