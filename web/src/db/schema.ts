import Dexie, { type EntityTable } from "dexie";
import type {
  BaseRow,
  ExercisePreferenceRow,
  ExerciseRow,
  IssueRow,
  Metric,
  OutboxRow,
  PageRow,
  ProfileRow,
  Recovered,
  StateRow,
  Template,
  WorkoutRow,
} from "./documents.ts";
import type { EnrolmentDoc, LibraryProgram, ProgramDoc, ProgramVersion } from "./program-documents.ts";

export interface LocalDb extends Dexie {
  readonly workouts: EntityTable<WorkoutRow, "id">;
  readonly exercises: EntityTable<ExerciseRow, "id">;
  readonly metrics: EntityTable<Metric, "id">;
  readonly profile: EntityTable<ProfileRow, "key">;
  readonly exercise_preferences: EntityTable<ExercisePreferenceRow, "id">;
  readonly templates: EntityTable<Template, "id">;
  readonly programs: EntityTable<ProgramDoc, "id">;
  readonly program_versions: EntityTable<ProgramVersion, "id">;
  readonly enrolments: EntityTable<EnrolmentDoc, "id">;
  readonly library_programs: EntityTable<LibraryProgram, "slug">;
  readonly recovered: EntityTable<Recovered, "id">;
  readonly outbox: EntityTable<OutboxRow, "seq">;
  readonly issues: EntityTable<IssueRow, "key">;
  readonly bases: EntityTable<BaseRow, "doc">;
  readonly pages: EntityTable<PageRow, "key">;
  readonly state: EntityTable<StateRow, "key">;
}

export const DATABASE_PREFIX = "fitfolio-";

/** One database per account, so that two people on one device never see each other's rows. */
export function createLocalDb(user_id: string): LocalDb {
  // Strict: a set that is shown as logged must outlive a phone that loses power in the next second.
  const db = new Dexie(`${DATABASE_PREFIX}${user_id}`, { chromeTransactionDurability: "strict" }) as LocalDb;
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
  db.version(2).stores({
    templates: "id, position",
    recovered: "id, workout_id",
    outbox: "++seq, &key, doc",
    issues: "key, doc",
    bases: "doc",
  });
  db.version(3).stores({
    // Finds the workouts of an enrolment without reading the whole history.
    workouts: "id, local_date, started_at, *exercise_ids, program.enrolment_id",
    exercises: "id, name, origin, slug",
    programs: "id, position",
    program_versions: "id, program_id",
    enrolments: "id, position",
    library_programs: "slug",
  });
}
