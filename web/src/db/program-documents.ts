import type { components } from "@/api/generated/schema";

/** Programs, their editions and who follows them: stored exactly as received. */
type Schemas = components["schemas"];

export type Provenance = Schemas["ProvenanceRead"];
export type ProgramDoc = Schemas["ProgramRead"];
/** An edition; never changed once made. */
export type ProgramVersion = Schemas["ProgramVersionRead"];
/** What departs from the program; fields that a kind does not need are 0, empty or null. */
export type EnrolmentFact = Schemas["FactRead"];
export type EnrolmentFactKind = EnrolmentFact["kind"];
/** `program_version_id` is the edition it began with; facts of kind `edition` move on from it. */
export type EnrolmentDoc = Omit<Schemas["EnrolmentRead"], "facts"> & { readonly facts: readonly EnrolmentFact[] };
/** Which day of a program a workout is. */
export type ProgramPlace = NonNullable<Schemas["WorkoutRead"]["program"]>;
/** What the program asked for when the workout began: a copy, which no edit of the plan touches. */
export type Prescription = Schemas["PrescriptionRead"];
export type PrescribedSet = Schemas["PrescribedSetRead"];
export type PrescriptionReason = Schemas["ReasonRead"];

/** A program of the library with its text, kept on the device like the exercise library. */
export interface LibraryProgram {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
}
