import type { components } from "@/api/generated/schema";

/** Programs, their editions and who follows them, as the server sends them. */
type Schemas = components["schemas"];

export type ProgramDoc = Readonly<Schemas["ProgramRead"]>;
export type Provenance = Readonly<Schemas["ProvenanceRead"]>;
/** An edition; never changed once made. */
export type ProgramVersion = Readonly<Schemas["ProgramVersionRead"]>;

/** What departs from the program; fields that a kind does not need are 0, empty or null. */
export type EnrolmentFact = Readonly<Schemas["FactRead"]>;
export type EnrolmentFactKind = EnrolmentFact["kind"];

/** `program_version_id` is the edition it began with; facts of kind `edition` move on from it. */
export type EnrolmentDoc = Readonly<Omit<Schemas["EnrolmentRead"], "facts">> & { readonly facts: readonly EnrolmentFact[] };

/** Which day of a program a workout is. */
export type ProgramPlace = Readonly<Schemas["WorkoutProgramRead"]>;

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Deep<T[Name]> }
    : T;

/** What the program asked for when the workout began: a copy, which no edit of the plan touches. */
export type Prescription = Deep<Schemas["PrescriptionRead"]>;
export type PrescribedSet = Prescription["sets"][number];

/** A program of the library with its text, kept on the device like the exercise library. */
export type LibraryProgram = Readonly<Schemas["LibraryProgramRead"]>;
