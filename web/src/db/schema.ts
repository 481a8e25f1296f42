import Dexie, { type EntityTable } from "dexie";
import type { ExercisePreferenceRow, ExerciseRow, Metric, PageRow, ProfileRow, StateRow, WorkoutRow } from "./documents.ts";

export interface LocalDb extends Dexie {
  readonly workouts: EntityTable<WorkoutRow, "id">;
  readonly exercises: EntityTable<ExerciseRow, "id">;
  readonly metrics: EntityTable<Metric, "id">;
  readonly profile: EntityTable<ProfileRow, "key">;
  readonly exercise_preferences: EntityTable<ExercisePreferenceRow, "id">;
  readonly pages: EntityTable<PageRow, "key">;
  readonly state: EntityTable<StateRow, "key">;
}

export const DATABASE_PREFIX = "fitfolio-";

/** One database per account, so that two people on one device never see each other's rows. */
export function createLocalDb(user_id: string): LocalDb {
  const db = new Dexie(`${DATABASE_PREFIX}${user_id}`) as LocalDb;
  defineSteps(db);
  return db;
}

/** Numbered steps, never edited once released: a change of shape is a new `version(n)` with its upgrade. */
function defineSteps(db: LocalDb): void {
  db.version(1).stores({
    workouts: "id, local_date, started_at, *exercise_ids",
    exercises: "id, name, origin",
    metrics: "id, [metric+measured_at], local_date",
    profile: "key",
    exercise_preferences: "id",
    pages: "key",
    state: "key",
  });
}
