import type { EnrolmentDoc, EnrolmentFact, EnrolmentFactKind, ProgramVersion, Provenance } from "@/db/program-documents.ts";
import { localDate, nowMs, toIso } from "@/lib/clock.ts";
import { newId } from "@/lib/ids.ts";
import type { EnrolmentBody, EnrolmentFields, ProgramOperation } from "@/sync/program-operations.ts";
import { writeOperations } from "@/sync/outbox.ts";
import "./error-texts.ts";

/** What is enrolled in: an edition of this account, or a text that becomes one. */
export type Edition =
  | { readonly kind: "version"; readonly version: ProgramVersion }
  | { readonly kind: "new"; readonly title: string; readonly text: string; readonly provenance: Provenance | null };

export type NewEnrolment = Pick<EnrolmentBody, "name" | "unit" | "starts" | "exercises" | "started_on" | "position">;

/** Begin to follow a program; resolves to the enrolment's id once everything is durable here. */
export async function enrol(edition: Edition, given: NewEnrolment): Promise<string> {
  const id = newId();
  const created_at = toIso(nowMs());
  const { version, operations } = versionOf(edition, created_at);
  await writeOperations([
    ...operations,
    {
      name: "enrolments.create",
      path: {},
      body: { id, program_id: version.program_id, program_version_id: version.id, ...given },
      local: { created_at },
    },
  ]);
  return id;
}

interface Made {
  readonly version: Pick<ProgramVersion, "id" | "program_id">;
  readonly operations: readonly ProgramOperation[];
}

function versionOf(edition: Edition, created_at: string): Made {
  if (edition.kind === "version") return { version: edition.version, operations: [] };
  const { title, text, provenance } = edition;
  const version = { id: newId(), program_id: newId() };
  return {
    version,
    operations: [
      { name: "programs.create", path: {}, body: { id: version.program_id, title, provenance }, local: { created_at } },
      {
        name: "program_versions.create",
        path: {},
        body: { ...version, text, note: "", parent_version_id: null },
        local: { number: 1, title, created_at },
      },
    ],
  };
}

export function changeEnrolment(enrolment_id: string, body: EnrolmentFields): Promise<void> {
  return writeOperations([{ name: "enrolments.change", path: { enrolment_id }, body, local: null }]);
}

/** Stop following a program; everything stays and it can be gone on with. */
export function endEnrolment(enrolment_id: string): Promise<void> {
  return changeEnrolment(enrolment_id, { ended_at: toIso(nowMs()) });
}

export function deleteEnrolment({ id }: EnrolmentDoc): Promise<void> {
  return writeOperations([{ name: "enrolments.delete", path: { enrolment_id: id }, body: null, local: null }]);
}

/** Undo of `deleteEnrolment`: as it was. */
export function restoreEnrolment(enrolment: EnrolmentDoc): Promise<void> {
  return writeOperations([{ name: "enrolments.restore", path: { enrolment_id: enrolment.id }, body: null, local: enrolment }]);
}

export type GivenFact = Partial<Omit<EnrolmentFact, "id" | "kind" | "at" | "date">>;

/** A departure from the program, made now. */
export function newFact(kind: EnrolmentFactKind, time_zone: string, given: GivenFact = {}): EnrolmentFact {
  const now_ms = nowMs();
  return {
    id: newId(now_ms),
    kind,
    at: toIso(now_ms),
    date: localDate(now_ms, time_zone),
    week: 0,
    day: 0,
    key: "",
    value: 0,
    lift: "",
    exercise: "",
    workout_id: null,
    track: "",
    program_version_id: null,
    ...given,
  };
}

/** Note facts; taking one back and noting it again is the same fact. */
export function addFacts(enrolment_id: string, facts: readonly EnrolmentFact[]): Promise<void> {
  return writeOperations(facts.map((body) => ({ name: "enrolments.add_fact", path: { enrolment_id }, body, local: null })));
}

export function deleteFacts(enrolment_id: string, fact_ids: readonly string[]): Promise<void> {
  return writeOperations(
    fact_ids.map((fact_id) => ({ name: "enrolments.delete_fact", path: { enrolment_id, fact_id }, body: null, local: null })),
  );
}
