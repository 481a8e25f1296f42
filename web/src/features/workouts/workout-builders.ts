import type { WorkoutExercise, WorkoutSet } from "@/db/documents.ts";

/** Rows for tests; a test names only what it is about. */
export function buildSet(overrides: Partial<WorkoutSet> = {}): WorkoutSet {
  return {
    id: "s1",
    position: 0,
    kind: "working",
    completed: true,
    weight: 100,
    weight_unit: "kg",
    load_kg: 100,
    reps: 5,
    duration_s: null,
    distance: null,
    distance_unit: null,
    distance_m: null,
    rpe: null,
    rir: null,
    side: null,
    notes: "",
    flagged: null,
    logged_at: null,
    ...overrides,
  };
}

export function buildEntry(overrides: Partial<WorkoutExercise> = {}): WorkoutExercise {
  return { id: "e1", exercise_id: "bench", position: 0, superset: null, notes: "", sets: [buildSet()], ...overrides };
}
