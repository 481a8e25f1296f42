import type { components } from "@/api/generated/schema";

/** Rows are stored exactly as received: no mapping layer that could drift. */
type Schemas = components["schemas"];

export type Workout = Schemas["WorkoutRead"];
export type WorkoutExercise = Schemas["WorkoutExerciseRead"];
export type WorkoutSet = Schemas["SetRead"];
export type Exercise = Schemas["ExerciseRead"];
export type Metric = Schemas["MetricRead"];
/** `/auth/me` without the fields of the session, under the fixed key `me`. */
export type Profile = Schemas["Me"];

export interface WorkoutRow extends Workout {
  /** Distinct exercise ids, repeated flat so that IndexedDB can index them. */
  readonly exercise_ids: readonly string[];
}

export interface ExerciseRow extends Exercise {
  /** Where the row came from: the shared library or the change feed. */
  readonly origin: "library" | "own";
  /** Place in the library's own order, the commonest first; own exercises have none. */
  readonly rank?: number;
}

export interface ProfileRow extends Profile {
  readonly key: "me";
}

export interface ExercisePreferenceRow {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A server document as it was last seen: shown at once, refreshed behind. */
export interface PageRow {
  readonly key: string;
  readonly data: unknown;
  readonly fetched_at_ms: number;
  readonly stale: boolean;
}

export interface StateRow {
  readonly key: string;
  readonly value: unknown;
}
