import type { Table } from "dexie";
import type { LocalDb } from "@/db/schema.ts";
import type { Doc, DocKind } from "./operations.ts";

const TABLES = {
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
} as const satisfies Readonly<Record<DocKind, keyof LocalDb>>;

/** The table that holds documents of a kind. */
export function tableOf(db: LocalDb, kind: DocKind): Table<object, string> {
  return db[TABLES[kind]] as unknown as Table<object, string>;
}

export async function readDocument(db: LocalDb, { kind, id }: Doc): Promise<object | null> {
  return (await tableOf(db, kind).get(id)) ?? null;
}

/** Null deletes. */
export async function writeDocument(db: LocalDb, { kind, id }: Doc, row: object | null): Promise<void> {
  if (row === null) await tableOf(db, kind).delete(id);
  else await tableOf(db, kind).put(row);
}
