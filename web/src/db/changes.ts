import type { Table } from "dexie";
import type { components } from "@/api/generated/schema";
import type { Exercise, ExercisePreferenceRow, ExerciseRow, Profile, ProfileRow, Workout, WorkoutRow } from "./documents.ts";
import { putInSlices } from "./put-in-slices.ts";
import type { LocalDb } from "./schema.ts";

/** A workout of two dozen sets takes about half a millisecond to copy, several on a slow phone. */
const ROWS_PER_SLICE: Readonly<Partial<Record<ChangeKind, number>>> = { workout: 5, metric: 50 };

export type ChangeKind = components["schemas"]["Change"]["kind"];

/** One changed document of the feed; null where it was deleted. */
export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** The table that holds documents of a kind. */
export const TABLES = {
  workout: "workouts",
  template: "templates",
  program: "programs",
  program_version: "program_versions",
  enrolment: "enrolments",
  exercise: "exercises",
  exercise_preference: "exercise_preferences",
  metric: "metrics",
  profile: "profile",
  recovered: "recovered",
} as const satisfies Readonly<Record<ChangeKind, keyof LocalDb>>;

export function tableOf(db: LocalDb, kind: ChangeKind): Table<object, string> {
  return db[TABLES[kind]] as unknown as Table<object, string>;
}

/** Tables a change of the feed can touch; a caller's transaction must include them. */
export function changeTables(db: LocalDb) {
  return [...Object.values(TABLES), "pages", "state"].map((name) => db.table(name));
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
  if (kind === "profile") {
    for (const row of rows) await mergeProfile(db, row as Partial<Profile>);
    return;
  }
  await putInSlices(tableOf(db, kind), rows, ROWS_PER_SLICE[kind] ?? rows.length);
  await tableOf(db, kind).bulkDelete(deleted);
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
