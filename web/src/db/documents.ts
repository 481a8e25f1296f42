import type { components } from "@/api/generated/schema";
import type { Prescription, ProgramPlace } from "./program-documents.ts";

/** Rows are stored exactly as received: no mapping layer that could drift. */
type Schemas = components["schemas"];

export type Side = "left" | "right";
/** Rows stored before the second step of the database lack `side`, workouts `template_id`. */
export type WorkoutSet = Schemas["SetRead"];
export type WorkoutExercise = Omit<Schemas["WorkoutExerciseRead"], "sets" | "track" | "prescription"> & {
  /** What a program asks for here, and which of its tracks is trained; rows stored before the third step lack both. */
  readonly track?: string | null;
  readonly prescription?: Prescription | null;
  readonly sets: readonly WorkoutSet[];
};
export type Workout = Omit<Schemas["WorkoutRead"], "exercises" | "program"> & {
  /** The day of a program that this workout is; rows stored before the third step lack it. */
  readonly program?: ProgramPlace | null;
  readonly exercises: readonly WorkoutExercise[];
};
export type Exercise = Schemas["ExerciseRead"];
export type Metric = Schemas["MetricRead"];
/** A reusable single workout without progression. */
export type Template = Schemas["TemplateRead"];
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

/** A change of this device that the server has not confirmed yet. */
export interface OutboxRow {
  /** Place in the queue; given by the database. */
  readonly seq: number;
  /** Idempotency key: however often the change is sent, it happens once. */
  readonly key: string;
  /** The document it belongs to, such as `workout:<id>`. */
  readonly doc: string;
  /** Operation id of the API, such as `workouts.log_set`. */
  readonly name: string;
  readonly path: Readonly<Record<string, string>>;
  readonly body: object | null;
  /** What this device needs to apply the change to a document and the server does not. */
  readonly local: unknown;
  /** Hybrid clock, see `lib/hybrid-clock.ts`. */
  readonly stamp: number;
  /** Revision this device had seen when the change was made. */
  readonly base_rev: number;
  readonly made_at_ms: number;
}

/** A change that the server refused, kept until somebody decides about it. */
export interface IssueRow extends OutboxRow {
  readonly code: string;
  readonly detail: string;
  readonly refused_at_ms: number;
}

/** The server's last known row of a document with unsent changes: what is left when they are refused. */
export interface BaseRow {
  readonly doc: string;
  readonly data: object | null;
  /** The server has confirmed changes that `data` does not show yet; the next pull brings them. */
  readonly ahead: boolean;
}

/** A value that lost against another device's, or a deletion that a later edit undid. */
export type Recovered = Schemas["RecoveredRead"];
