import type { WorkoutRow, WorkoutSet } from "@/db/documents.ts";
import type { SetBody, WorkoutBody } from "./operations.ts";

/** Bodies for tests; a test names only what it is about. */
export function buildSetBody(overrides: Partial<SetBody> = {}): SetBody {
  return { id: "s1", position: 0, kind: "working", completed: true, weight: 100, weight_unit: "kg", reps: 5, ...overrides };
}

export function buildWorkoutBody(overrides: Partial<WorkoutBody> = {}): WorkoutBody {
  return {
    id: "w1",
    started_at: "2026-11-20T17:00:00Z",
    time_zone: "Europe/Berlin",
    title: "Push",
    exercises: [
      { id: "e1", exercise_id: "bench", position: 0, sets: [buildSetBody()] },
      { id: "e2", exercise_id: "press", position: 1, sets: [buildSetBody({ id: "s2", weight: 40, reps: 10 })] },
    ],
    ...overrides,
  };
}

export function setsOf(row: object | null): readonly WorkoutSet[] {
  return (row as WorkoutRow).exercises.flatMap(({ sets }) => sets);
}

export function findSet(row: object | null, set_id: string): WorkoutSet | undefined {
  return setsOf(row).find(({ id }) => id === set_id);
}
