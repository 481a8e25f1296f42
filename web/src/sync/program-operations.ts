import type { EnrolmentDoc, EnrolmentFact, ProgramDoc, ProgramVersion } from "@/db/program-documents.ts";

/** What is named is sent; everything else is as the server fills it in. */
export type ProgramBody = Pick<ProgramDoc, "id" | "title"> &
  Partial<Pick<ProgramDoc, "folder" | "position" | "draft_text" | "provenance">>;
export type ProgramFields = Partial<Pick<ProgramDoc, "title" | "folder" | "position" | "draft_text" | "provenance">>;
export type VersionBody = Pick<ProgramVersion, "id" | "program_id" | "text" | "note" | "parent_version_id">;
export type EnrolmentBody = Omit<EnrolmentDoc, "rev" | "ended_at" | "created_at" | "facts">;
export type EnrolmentFields = Partial<Pick<EnrolmentDoc, "name" | "starts" | "exercises" | "started_on" | "ended_at" | "position">>;

interface Named<Name extends string, Path, Body, Local = null> {
  readonly name: Name;
  readonly path: Path;
  readonly body: Body;
  readonly local: Local;
}

type Nothing = Readonly<Record<string, never>>;
type OfProgram = { readonly program_id: string };
type OfEnrolment = { readonly enrolment_id: string };

/** Writes to programs, their editions and enrolments. `local` is what the server knows by itself. */
export type ProgramOperation =
  | Named<"programs.create", Nothing, ProgramBody, { readonly created_at: string }>
  | Named<"programs.change", OfProgram, ProgramFields>
  | Named<"programs.delete", OfProgram, null>
  /** `local` is the row as it was: this device does not keep what was deleted. */
  | Named<"programs.restore", OfProgram, null, ProgramDoc | null>
  | Named<"program_versions.create", Nothing, VersionBody, Pick<ProgramVersion, "number" | "title" | "created_at">>
  | Named<"enrolments.create", Nothing, EnrolmentBody, { readonly created_at: string }>
  | Named<"enrolments.change", OfEnrolment, EnrolmentFields>
  | Named<"enrolments.delete", OfEnrolment, null>
  | Named<"enrolments.restore", OfEnrolment, null, EnrolmentDoc | null>
  | Named<"enrolments.add_fact", OfEnrolment, EnrolmentFact>
  | Named<"enrolments.delete_fact", OfEnrolment & { readonly fact_id: string }, null>;

export function isProgramOperation(operation: { readonly name: string }): operation is ProgramOperation {
  return /^(programs|program_versions|enrolments)\./.test(operation.name);
}

/** The document that such an operation changes. */
export function docOfProgramOperation(operation: ProgramOperation) {
  switch (operation.name) {
    case "programs.create":
      return { kind: "program", id: operation.body.id } as const;
    case "program_versions.create":
      return { kind: "program_version", id: operation.body.id } as const;
    case "enrolments.create":
      return { kind: "enrolment", id: operation.body.id } as const;
    case "programs.change":
    case "programs.delete":
    case "programs.restore":
      return { kind: "program", id: operation.path.program_id } as const;
    default:
      return { kind: "enrolment", id: operation.path.enrolment_id } as const;
  }
}
