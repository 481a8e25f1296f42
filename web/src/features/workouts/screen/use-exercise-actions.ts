import { useLingui } from "@lingui/react/macro";
import type { Workout, WorkoutExercise } from "@/db/documents.ts";
import { findDb } from "@/db/current.ts";
import { newId } from "@/lib/ids.ts";
import { showToast } from "@/ui/toast-store.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { lastComparableSets } from "../local-history.ts";
import * as operations from "../operations.ts";
import { asManySets, planSets } from "../planned-sets.ts";
import { supersetOf } from "../superset-turn.ts";
import type { WorkoutDocument } from "./use-document.ts";
import type { ViewState } from "./view-state.ts";

export interface ExerciseActions {
  readonly add: (exercise_id: string) => Promise<void>;
  readonly swap: (entry: WorkoutExercise, exercise_id: string) => Promise<void>;
  readonly remove: (entry: WorkoutExercise) => void;
  readonly reorder: (ids: readonly string[]) => void;
  readonly setNotes: (entry: WorkoutExercise, notes: string) => void;
  /** Do it in turns with the exercise after it. */
  readonly join: (entry: WorkoutExercise) => void;
  readonly leave: (entry: WorkoutExercise) => void;
  readonly setWorkout: (fields: Partial<Pick<Workout, "title" | "notes" | "started_at" | "finished_at">>) => void;
}

interface Needs {
  readonly document: WorkoutDocument;
  readonly workout: Workout | null;
  readonly exercises: ExerciseMap | undefined;
  readonly setView: (change: Partial<ViewState>) => void;
}

/** Everything that can be done to the exercises of a workout. */
export function useExerciseActions({ document, workout, exercises, setView }: Needs): ExerciseActions {
  const { t } = useLingui();
  const workout_id = workout?.id ?? "";
  const entries = workout?.exercises ?? [];
  const show = (entry_id: string | null) => setView({ entry_id, set_id: null, logged_id: null, pad: null, scope: null });

  const planFor = async (exercise_id: string) => {
    const db = findDb();
    const options = workout ? { except_workout_id: workout.id, before_ms: Date.parse(workout.started_at) } : {};
    const found = db ? await lastComparableSets(db, exercise_id, options) : null;
    return planSets(found?.last?.sets ?? null, exercises?.get(exercise_id)?.unilateral ?? false);
  };
  const add = async (exercise_id: string) => {
    const entry = { id: newId(), exercise_id, superset: null, notes: "", sets: await planFor(exercise_id) };
    show(entry.id);
    await document.run(operations.addExercise(workout_id, entry, (entries.at(-1)?.position ?? -1) + 1));
  };
  const swap = async (entry: WorkoutExercise, exercise_id: string) => {
    if (exercise_id === entry.exercise_id) return;
    // Weights of one exercise mean nothing for another: what is not done yet is planned anew.
    const open = entry.sets.filter((set) => !set.completed);
    const planned = asManySets(await planFor(exercise_id), open);
    const start = (entry.sets.findLast((set) => set.completed)?.position ?? -1) + 1;
    show(entry.id);
    await document.run(
      operations.changeExercise(workout_id, entry.id, { exercise_id }),
      ...open.map((set) => operations.deleteSet(workout_id, set.id)),
      ...planned.map((set, index) => operations.logSet(workout_id, entry.id, set, start + index)),
    );
    const undo = () =>
      void document.run(
        operations.changeExercise(workout_id, entry.id, { exercise_id: entry.exercise_id }),
        ...planned.map((set) => operations.deleteSet(workout_id, set.id)),
        ...open.map((set) => operations.restoreSet(workout_id, entry.id, set)),
      );
    showToast(t`Exercise swapped`, { action: { label: t`Undo`, run: undo } });
  };
  const remove = (entry: WorkoutExercise) => {
    const index = entries.findIndex((one) => one.id === entry.id);
    show((entries[index + 1] ?? entries[index - 1])?.id ?? null);
    void document.run(operations.deleteExercise(workout_id, entry.id));
    const undo = () => {
      show(entry.id);
      void document.run(operations.restoreExercise(workout_id, entry));
    };
    showToast(t`Exercise removed`, { action: { label: t`Undo`, run: undo } });
  };
  const setSuperset = (pairs: readonly (readonly [string, number | null])[]) =>
    void document.run(...pairs.map(([id, superset]) => operations.changeExercise(workout_id, id, { superset })));
  const join = (entry: WorkoutExercise) => {
    const members = supersetOf(entries, entry.id);
    const after = entries[entries.findIndex((one) => one.id === members.at(-1)?.id) + 1];
    if (!after) return;
    const superset = entry.superset ?? after.superset ?? Math.max(0, ...entries.map((one) => one.superset ?? 0)) + 1;
    setSuperset([...members, after].map(({ id }) => [id, superset] as const));
  };
  const leave = (entry: WorkoutExercise) => {
    const members = supersetOf(entries, entry.id);
    const place = members.findIndex((one) => one.id === entry.id);
    const others = members.filter((one) => one.id !== entry.id);
    // A member from the middle would part the others; and one alone is no superset.
    const parted = place > 0 && place < members.length - 1 ? members.slice(place) : [entry];
    const alone = others.length === 1 ? others : [];
    const gone = [...new Set([...parted, ...alone])];
    setSuperset(gone.map(({ id }) => [id, null] as const));
  };
  return {
    add,
    swap,
    remove,
    reorder: (ids) => void document.run(operations.reorderExercises(workout_id, ids)),
    setNotes: (entry, notes) => void document.run(operations.changeExercise(workout_id, entry.id, { notes })),
    join,
    leave,
    setWorkout: (fields) => void document.run(operations.changeWorkout(workout_id, fields)),
  };
}
