import type { components } from "@/api/generated/schema";
import type { Exercise, ExercisePreferenceRow, ExerciseRow, Metric, Profile, Workout, WorkoutRow } from "./documents.ts";
import { putInSlices } from "./put-in-slices.ts";
import type { LocalDb } from "./schema.ts";

/** A workout of two dozen sets takes about half a millisecond to copy, several on a slow phone. */
const WORKOUTS_PER_SLICE = 5;
const METRICS_PER_SLICE = 50;

type Change = components["schemas"]["Change"];

/** Tables a change of the feed can touch; a caller's transaction must include them. */
export function changeTables(db: LocalDb) {
  return [db.workouts, db.exercises, db.metrics, db.profile, db.exercise_preferences, db.pages, db.state];
}

/** Put pulled or returned documents into their tables. Idempotent: the same change twice changes nothing. */
export async function storeChanges(db: LocalDb, changes: readonly Change[]): Promise<void> {
  const byKind = Map.groupBy(changes, (change) => change.kind);
  for (const [kind, all] of byKind) {
    const deleted = all.filter((change) => change.data === null).map((change) => change.id);
    const rows = all.flatMap((change) => (change.data === null ? [] : [{ id: change.id, data: change.data }]));
    await storeKind(db, kind, rows, deleted);
  }
}

interface Row {
  readonly id: string;
  readonly data: Record<string, unknown>;
}

async function storeKind(db: LocalDb, kind: Change["kind"], rows: readonly Row[], deleted: string[]): Promise<void> {
  switch (kind) {
    case "workout":
      await putInSlices(
        db.workouts,
        rows.map(({ data }) => toWorkoutRow(data as unknown as Workout)),
        WORKOUTS_PER_SLICE,
      );
      return db.workouts.bulkDelete(deleted);
    case "exercise":
      await db.exercises.bulkPut(rows.map(({ data }) => toExerciseRow(data as unknown as Exercise)));
      return db.exercises.bulkDelete(deleted);
    case "metric":
      await putInSlices(
        db.metrics,
        rows.map(({ data }) => data as unknown as Metric),
        METRICS_PER_SLICE,
      );
      return db.metrics.bulkDelete(deleted);
    case "exercise_preference":
      await db.exercise_preferences.bulkPut(rows.map(({ id, data }): ExercisePreferenceRow => ({ ...data, id })));
      return db.exercise_preferences.bulkDelete(deleted);
    case "template":
    case "recovered":
      // Their table comes with the next version of this database; until then a device does without.
      return undefined;
    case "profile":
      for (const { data } of rows) await mergeProfile(db, data as unknown as Partial<Profile>);
  }
}

export function toWorkoutRow(workout: Workout): WorkoutRow {
  return { ...workout, exercise_ids: [...new Set(workout.exercises.map((exercise) => exercise.exercise_id))] };
}

export function toExerciseRow(exercise: Exercise): ExerciseRow {
  return { ...exercise, origin: exercise.is_custom ? "own" : "library" };
}

/** The feed's profile lacks the fields of the session; those of the last `/me` stay. */
export async function mergeProfile(db: LocalDb, profile: Partial<Profile>): Promise<void> {
  const before = await db.profile.get("me");
  await db.profile.put({ ...before, ...profile, key: "me" } as Profile & { key: "me" });
}

let generation = 0;

/** Counts the changes of the account that this tab knows of: a document asked for before one is stale on arrival. */
export function pagesGeneration(): number {
  return generation;
}

/** Cached server documents no longer match the account: whoever shows one fetches it again. */
export async function markPagesStale(db: LocalDb): Promise<void> {
  generation += 1;
  await db.pages.toCollection().modify({ stale: true });
}
