import type { Template, Workout } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { newId } from "@/lib/ids.ts";
import { startWorkout } from "./commands.ts";
import { lastComparableSets } from "./local-history.ts";
import { fillTargets, planFromSets, planSets } from "./planned-sets.ts";
import type { DraftExercise } from "./workout-draft.ts";

/** What a workout is begun from. */
export type Source =
  | { readonly kind: "empty" }
  | { readonly kind: "repeat"; readonly workout: Workout }
  | { readonly kind: "template"; readonly template: Template }
  | { readonly kind: "exercise"; readonly exercise_id: string }
  | { readonly kind: "exercises"; readonly exercise_ids: readonly string[] };

export interface Start {
  /** Made by the caller where starting twice must start one. */
  readonly id?: string;
  readonly source: Source;
  readonly started_at: string;
  /** Null for a live workout, the end for one that is over. */
  readonly finished_at: string | null;
  readonly time_zone: string;
}

/** Begin a workout with its exercises planned; resolves to its id once it is durable here. */
export async function beginWorkout(db: LocalDb, { source, ...start }: Start): Promise<string> {
  const exercises = await planExercises(db, source, Date.parse(start.started_at));
  const title = source.kind === "repeat" ? source.workout.title : source.kind === "template" ? source.template.name : "";
  const template_id =
    source.kind === "template" ? source.template.id : source.kind === "repeat" ? (source.workout.template_id ?? null) : null;
  return startWorkout({ ...start, title, notes: "", template_id, exercises });
}

async function planExercises(db: LocalDb, source: Source, before_ms: number): Promise<DraftExercise[]> {
  const lastSets = async (exercise_id: string) => (await lastComparableSets(db, exercise_id, { before_ms })).last?.sets ?? null;
  switch (source.kind) {
    case "empty":
      return [];
    case "repeat":
      return source.workout.exercises.flatMap(({ exercise_id, superset, sets }) => {
        const planned = planFromSets(sets);
        return planned.length === 0 ? [] : [{ id: newId(), exercise_id, superset, notes: "", sets: planned }];
      });
    case "exercise":
    case "exercises": {
      const ids = source.kind === "exercise" ? [source.exercise_id] : source.exercise_ids;
      return Promise.all(
        ids.map(async (exercise_id) => {
          const one_sided = (await db.exercises.get(exercise_id))?.unilateral ?? false;
          return { id: newId(), exercise_id, superset: null, notes: "", sets: planSets(await lastSets(exercise_id), one_sided) };
        }),
      );
    }
    case "template":
      return Promise.all(
        source.template.exercises.map(async ({ exercise_id, superset, notes, sets }) => ({
          id: newId(),
          exercise_id,
          superset,
          notes,
          sets: fillTargets(sets, await lastSets(exercise_id)),
        })),
      );
  }
}
