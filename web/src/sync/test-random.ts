import type { WorkoutRow } from "@/db/documents.ts";
import type { Operation, WorkoutOperation } from "./operations.ts";
import { buildSetBody, buildWorkoutBody } from "./test-operations.ts";

/** Random numbers that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Random = () => number;

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** What a lifter might do next to a workout as this device shows it; null when there is nothing to do. */
export function randomOperation(random: Random, workout: WorkoutRow | null, deleted: Deleted, new_id: string): Operation | null {
  if (!workout) return null;
  const path = { workout_id: workout.id };
  const entries = workout.exercises;
  const position = Math.floor(random() * 4);
  const entry = entries.length > 0 ? pick(random, entries) : null;
  const set = entry && entry.sets.length > 0 ? pick(random, entry.sets) : null;
  const acts: (WorkoutOperation | null)[] = [
    { name: "workouts.change", path, body: { title: `title ${new_id}` }, local: null },
    { name: "workouts.add_exercise", path, body: { id: `e-${new_id}`, exercise_id: "row", position, sets: [] }, local: null },
    entry && {
      name: "workouts.log_set",
      path: { ...path, entry_id: entry.id },
      body: buildSetBody({ id: `s-${new_id}`, position }),
      local: null,
    },
    entry && {
      name: "workouts.log_set",
      path: { ...path, entry_id: entry.id },
      body: buildSetBody({ id: `s-${new_id}`, position, reps: 12 }),
      local: null,
    },
    set && {
      name: "workouts.change_set",
      path: { ...path, set_id: set.id },
      body: { reps: Math.floor(random() * 20) },
      local: null,
    },
    set && { name: "workouts.change_set", path: { ...path, set_id: set.id }, body: { weight: 100 * random() }, local: null },
    entry && { name: "workouts.change_exercise", path: { ...path, entry_id: entry.id }, body: { notes: new_id }, local: null },
    entry && {
      name: "workouts.reorder_exercises",
      path,
      body: { ids: entries.map(({ id }) => id).toSorted(() => random() - 0.5) },
      local: null,
    },
    set && { name: "workouts.delete_set", path: { ...path, set_id: set.id }, body: null, local: null },
    undoOf(deleted, workout),
  ];
  const act = pick(
    random,
    acts.filter((one) => one !== null),
  );
  if (act.name === "workouts.delete_set" && entry && set) deleted.push({ entry_id: entry.id, set });
  return act;
}

/** Sets that were deleted, for undo. */
export type Deleted = NonNullable<Extract<WorkoutOperation, { name: "workouts.restore_set" }>["local"]>[];

function undoOf(deleted: Deleted, workout: WorkoutRow): WorkoutOperation | null {
  const local = deleted.at(-1);
  if (!local || !workout.exercises.some(({ id }) => id === local.entry_id)) return null;
  return { name: "workouts.restore_set", path: { workout_id: workout.id, set_id: local.set.id }, body: null, local };
}

export const CREATE: Operation = { name: "workouts.create", path: {}, body: buildWorkoutBody(), local: null };
