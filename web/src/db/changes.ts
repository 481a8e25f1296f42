import type { components } from "@/api/generated/schema";
import type {
  Exercise,
  ExercisePreferenceRow,
  ExerciseRow,
  Metric,
  Profile,
  ProfileRow,
  Recovered,
  Template,
  Workout,
  WorkoutRow,
} from "./documents.ts";
import type { EnrolmentDoc, ProgramDoc, ProgramVersion } from "./program-documents.ts";
import { putInSlices } from "./put-in-slices.ts";
import type { LocalDb } from "./schema.ts";

/** A workout of two dozen sets takes about half a millisecond to copy, several on a slow phone. */
const WORKOUTS_PER_SLICE = 5;
const METRICS_PER_SLICE = 50;

export type ChangeKind = components["schemas"]["Change"]["kind"] | "program" | "program_version" | "enrolment";

/** One changed document of the feed; null where it was deleted. */
export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** Tables a change of the feed can touch; a caller's transaction must include them. */
export function changeTables(db: LocalDb) {
  return [
    db.workouts,
    db.exercises,
    db.metrics,
    db.profile,
    db.exercise_preferences,
    db.templates,
    db.programs,
    db.program_versions,
    db.enrolments,
    db.recovered,
    db.pages,
    db.state,
  ];
}

/** Put pulled documents into their tables. Idempotent: the same change twice changes nothing. */
export async function storeChanges(db: LocalDb, changes: readonly Change[]): Promise<void> {
  const byKind = Map.groupBy(changes, (change) => change.kind);
  for (const [kind, all] of byKind) {
    const deleted = all.filter((change) => change.data === null).map((change) => change.id);
    const rows = all.flatMap((change) => (change.data === null ? [] : [toRow(change, change.data)]));
    await storeKind(db, kind, rows, deleted);
  }
}

/** A document of the feed as the row of its table. */
export function toRow({ kind, id }: Change, data: object): object {
  switch (kind) {
    case "workout":
      return toWorkoutRow(data as Workout);
    case "exercise":
      return toExerciseRow(data as Exercise);
    case "exercise_preference":
      return { ...data, id } satisfies ExercisePreferenceRow;
    case "profile":
      return { ...data, key: "me" };
    default:
      return data;
  }
}

async function storeKind(db: LocalDb, kind: ChangeKind, rows: readonly object[], deleted: string[]): Promise<void> {
  switch (kind) {
    case "workout":
      await putInSlices(db.workouts, rows as WorkoutRow[], WORKOUTS_PER_SLICE);
      return db.workouts.bulkDelete(deleted);
    case "exercise":
      await db.exercises.bulkPut(rows as ExerciseRow[]);
      return db.exercises.bulkDelete(deleted);
    case "metric":
      await putInSlices(db.metrics, rows as Metric[], METRICS_PER_SLICE);
      return db.metrics.bulkDelete(deleted);
    case "exercise_preference":
      await db.exercise_preferences.bulkPut(rows as ExercisePreferenceRow[]);
      return db.exercise_preferences.bulkDelete(deleted);
    case "template":
      await db.templates.bulkPut(rows as Template[]);
      return db.templates.bulkDelete(deleted);
    case "program":
      await db.programs.bulkPut(rows as ProgramDoc[]);
      return db.programs.bulkDelete(deleted);
    case "program_version":
      await db.program_versions.bulkPut(rows as ProgramVersion[]);
      return db.program_versions.bulkDelete(deleted);
    case "enrolment":
      await db.enrolments.bulkPut(rows as EnrolmentDoc[]);
      return db.enrolments.bulkDelete(deleted);
    case "recovered":
      await db.recovered.bulkPut(rows as Recovered[]);
      return db.recovered.bulkDelete(deleted);
    case "profile":
      for (const row of rows) await mergeProfile(db, row as Partial<Profile>);
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
  await db.profile.put({ ...before, ...profile, key: "me" } as ProfileRow);
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
