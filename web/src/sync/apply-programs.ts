import type { EnrolmentDoc, EnrolmentFact, ProgramDoc, ProgramVersion } from "@/db/program-documents.ts";
import type { ProgramOperation } from "./program-operations.ts";

/** One operation on a program, an edition or an enrolment, as the server would do it; null is "deleted or not there". */
export function applyToProgram(row: object | null, operation: ProgramOperation): object | null {
  switch (operation.name) {
    case "programs.create":
      return row ?? newProgram(operation);
    case "program_versions.create":
      return row ?? newVersion(operation);
    case "enrolments.create":
      return row ?? ({ rev: 0, ended_at: null, facts: [], ...operation.body, ...operation.local } satisfies EnrolmentDoc);
    case "programs.change":
      return row && { ...row, ...named(operation.body, CLEARABLE_PROGRAM) };
    case "enrolments.change":
      return row && { ...row, ...named(operation.body, CLEARABLE_ENROLMENT) };
    case "programs.delete":
    case "enrolments.delete":
      return null;
    case "programs.restore":
    case "enrolments.restore":
      return row ?? operation.local;
    case "enrolments.add_fact":
      return row && withFact(row as EnrolmentDoc, operation.body);
    case "enrolments.delete_fact":
      return row && withoutFact(row as EnrolmentDoc, operation.path.fact_id);
  }
}

/** What null clears, where it means "leave it" for everything else. */
const CLEARABLE_PROGRAM: ReadonlySet<string> = new Set(["draft_text", "provenance"]);
const CLEARABLE_ENROLMENT: ReadonlySet<string> = new Set(["ended_at"]);

function newProgram({ body, local }: Extract<ProgramOperation, { name: "programs.create" }>): ProgramDoc {
  return {
    id: body.id,
    rev: 0,
    title: body.title,
    folder: body.folder ?? "",
    position: body.position ?? 0,
    draft_text: body.draft_text ?? null,
    latest_version_id: null,
    provenance: body.provenance ?? null,
    created_at: local.created_at,
  };
}

function newVersion({ body, local }: Extract<ProgramOperation, { name: "program_versions.create" }>): ProgramVersion {
  return { rev: 0, ...body, ...local };
}

/** A fact under an id that is there is the same fact; one that was taken back comes back. */
function withFact(row: EnrolmentDoc, fact: EnrolmentFact): EnrolmentDoc {
  if (row.facts.some(({ id }) => id === fact.id)) return row;
  return { ...row, facts: [...row.facts, fact].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1)) };
}

function withoutFact(row: EnrolmentDoc, fact_id: string): EnrolmentDoc {
  const facts = row.facts.filter(({ id }) => id !== fact_id);
  return facts.length === row.facts.length ? row : { ...row, facts };
}

function named(fields: object, clearable: ReadonlySet<string>): object {
  const says = ([name, value]: [string, unknown]) => value !== undefined && (value !== null || clearable.has(name));
  return Object.fromEntries(Object.entries(fields).filter(says));
}
