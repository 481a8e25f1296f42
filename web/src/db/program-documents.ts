import type { WeightUnit } from "@/training/units.ts";

/** Programs, their editions and who follows them, as the server sends them. */
export interface Provenance {
  readonly kind: "library" | "share" | "file";
  readonly slug: string | null;
  readonly token: string | null;
  readonly version_id: string | null;
  readonly title: string;
  readonly by: string | null;
}

export interface ProgramDoc {
  readonly id: string;
  readonly rev: number;
  readonly title: string;
  readonly folder: string;
  readonly position: number;
  /** What was typed and is no edition yet; null where there is none. */
  readonly draft_text: string | null;
  readonly latest_version_id: string | null;
  readonly provenance: Provenance | null;
  readonly created_at: string;
}

/** An edition; never changed once made. */
export interface ProgramVersion {
  readonly id: string;
  readonly rev: number;
  readonly program_id: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly note: string;
  readonly parent_version_id: string | null;
  readonly created_at: string;
}

export type EnrolmentFactKind = "skip" | "repeat" | "move" | "break" | "set" | "swap" | "suppress" | "edition";

/** What departs from the program; fields that a kind does not need are 0, empty or null. */
export interface EnrolmentFact {
  readonly id: string;
  readonly kind: EnrolmentFactKind;
  readonly at: string;
  readonly date: string;
  readonly week: number;
  readonly day: number;
  readonly key: string;
  readonly value: number;
  readonly lift: string;
  readonly exercise: string;
  readonly workout_id: string | null;
  readonly track: string;
  readonly program_version_id: string | null;
}

export interface EnrolmentDoc {
  readonly id: string;
  readonly rev: number;
  readonly program_id: string;
  /** The edition it began with; facts of kind `edition` move on from it. */
  readonly program_version_id: string;
  readonly name: string;
  readonly unit: WeightUnit;
  readonly starts: Readonly<Record<string, number>>;
  /** Which exercise is meant by a text of the program that the library does not have. */
  readonly exercises: Readonly<Record<string, string>>;
  readonly started_on: string;
  readonly ended_at: string | null;
  readonly position: number;
  readonly created_at: string;
  readonly facts: readonly EnrolmentFact[];
}

/** Which day of a program a workout is. */
export interface ProgramPlace {
  readonly enrolment_id: string;
  readonly program_version_id: string;
  readonly cycle: number;
  readonly week: number;
  readonly day: number;
  readonly name: string;
}

export interface PrescriptionReason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

export interface PrescribedSet {
  readonly kind: string;
  readonly goal: string;
  readonly low: number;
  readonly high: number;
  readonly weight: number | null;
  readonly unrounded: number | null;
  readonly rpe: number | null;
  readonly rir: number | null;
  readonly rest_s: number | null;
  readonly tempo: string | null;
  readonly label: string | null;
  readonly reasons: readonly PrescriptionReason[];
}

/** What the program asked for when the workout began: a copy, which no edit of the plan touches. */
export interface Prescription {
  readonly lift: string;
  readonly exercise: string;
  readonly unit: WeightUnit;
  readonly stage: number;
  readonly note: string | null;
  readonly reasons: readonly PrescriptionReason[];
  readonly sets: readonly PrescribedSet[];
}

/** A program of the library with its text, kept on the device like the exercise library. */
export interface LibraryProgram {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
}
