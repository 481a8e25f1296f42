import type { Template } from "@/db/documents.ts";
import { newId } from "@/lib/ids.ts";

export type TemplateExercise = Template["exercises"][number];
export type TemplateSet = TemplateExercise["sets"][number];

/** A set as it was done, as far as a template can hold it. */
export type DoneSet = Pick<
  TemplateSet,
  "kind" | "reps" | "weight" | "weight_unit" | "duration_s" | "distance" | "distance_unit"
> & {
  readonly side?: TemplateSet["side"] | undefined;
};

/** An exercise as it was done. */
export interface DoneExercise {
  readonly exercise_id: string;
  readonly superset: number | null;
  readonly sets: readonly DoneSet[];
}

/** A new template's exercises from what was done: how many sets of which kind and how many reps; weights stay open. */
export function exercisesFromDone(done: readonly DoneExercise[]): TemplateExercise[] {
  return done
    .filter(({ sets }) => sets.length > 0)
    .map(({ exercise_id, superset, sets }) => ({ id: newId(), exercise_id, superset, notes: "", sets: sets.map(openSet) }));
}

/** A set with its weight left open: the last time's is always the better one to start from. */
function openSet({ kind, reps, duration_s, distance, distance_unit, side = null }: DoneSet): TemplateSet {
  return { kind, reps, weight: null, weight_unit: null, duration_s, distance, distance_unit, rpe: null, rir: null, side };
}

/**
 * A template as it would be after what was done.
 *
 * Exercises, their order, supersets and the sets there are follow the workout; a weight that the
 * template states follows too. Targets of reps stay: a missed rep is no new plan.
 */
export function proposeExercises(planned: readonly TemplateExercise[], done: readonly DoneExercise[]): TemplateExercise[] {
  const left = [...planned];
  return done
    .filter(({ sets }) => sets.length > 0)
    .map((exercise) => {
      const index = left.findIndex((one) => one.exercise_id === exercise.exercise_id);
      const before = index === -1 ? undefined : left.splice(index, 1)[0];
      if (!before) return exercisesFromDone([exercise])[0] as TemplateExercise;
      return { ...before, superset: exercise.superset, sets: proposeSets(before.sets, exercise.sets) };
    });
}

function proposeSets(planned: readonly TemplateSet[], done: readonly DoneSet[]): TemplateSet[] {
  return done.map((set, place) => {
    const same = planned[place];
    if (same?.kind !== set.kind) return openSet(set);
    if (same.weight === null || set.weight === null) return same;
    return { ...same, weight: set.weight, weight_unit: set.weight_unit };
  });
}

/** One thing that would change. */
export type TemplateChange =
  | { readonly kind: "added" | "removed"; readonly exercise_id: string; readonly sets: number }
  | { readonly kind: "sets"; readonly exercise_id: string; readonly before: number; readonly after: number }
  | { readonly kind: "kinds" | "superset"; readonly exercise_id: string }
  | { readonly kind: "weight"; readonly exercise_id: string; readonly before: TemplateSet; readonly after: TemplateSet }
  | { readonly kind: "order" };

/** What differs between two versions of a template's exercises, in the order of the new one. */
export function diffExercises(before: readonly TemplateExercise[], after: readonly TemplateExercise[]): TemplateChange[] {
  const changes: TemplateChange[] = [];
  const beforeById = new Map(before.map((exercise) => [exercise.id, exercise]));
  const afterIds = new Set(after.map((exercise) => exercise.id));
  for (const exercise of after) {
    const { exercise_id, sets } = exercise;
    const old = beforeById.get(exercise.id);
    if (!old) {
      changes.push({ kind: "added", exercise_id, sets: sets.length });
      continue;
    }
    if (old.sets.length !== sets.length) changes.push({ kind: "sets", exercise_id, before: old.sets.length, after: sets.length });
    else if (old.sets.some((set, place) => set.kind !== sets[place]?.kind)) changes.push({ kind: "kinds", exercise_id });
    const place = old.sets.findIndex((set, index) => set.kind === sets[index]?.kind && isOtherWeight(set, sets[index]));
    const [lighter, heavier] = [old.sets[place], sets[place]];
    if (lighter && heavier) changes.push({ kind: "weight", exercise_id, before: lighter, after: heavier });
  }
  for (const { id, exercise_id, sets } of before) {
    if (!afterIds.has(id)) changes.push({ kind: "removed", exercise_id, sets: sets.length });
  }
  changes.push(...supersetChanges(before, after));
  const kept = (list: readonly TemplateExercise[]) =>
    list.filter(({ id }) => beforeById.has(id) && afterIds.has(id)).map(({ id }) => id);
  if (kept(before).join() !== kept(after).join()) changes.push({ kind: "order" });
  return changes;
}

function isOtherWeight(a: TemplateSet, b: TemplateSet | undefined): boolean {
  return b !== undefined && a.weight !== null && b.weight !== null && (a.weight !== b.weight || a.weight_unit !== b.weight_unit);
}

/** Numbers of supersets mean nothing by themselves: what counts is who is joined to whom. */
function supersetChanges(before: readonly TemplateExercise[], after: readonly TemplateExercise[]): TemplateChange[] {
  const partners = (list: readonly TemplateExercise[], exercise: TemplateExercise) =>
    exercise.superset === null
      ? ""
      : list
          .filter((one) => one.superset === exercise.superset)
          .map((one) => one.id)
          .toSorted()
          .join();
  return after.flatMap((exercise): TemplateChange[] => {
    const old = before.find(({ id }) => id === exercise.id);
    if (!old || partners(before, old) === partners(after, exercise)) return [];
    return [{ kind: "superset", exercise_id: exercise.exercise_id }];
  });
}
