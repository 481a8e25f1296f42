import { describe, expect, it } from "vitest";
import type { EnrolmentDoc, EnrolmentFact } from "@/db/program-documents.ts";
import type { Operation } from "./operations.ts";
import { replay } from "./replay.ts";

const at = { created_at: "2026-11-20T08:00:00.000Z" };
const path = { enrolment_id: "n1" };
const create: Operation = {
  name: "enrolments.create",
  path: {},
  body: {
    id: "n1",
    program_id: "p1",
    program_version_id: "v1",
    name: "Strength",
    unit: "kg",
    starts: { "squat.1rm": 140 },
    exercises: {},
    started_on: "2026-11-20",
    position: 0,
  },
  local: at,
};
const enrolment = replay(null, [create], null) as EnrolmentDoc;
const apply = (...operations: Operation[]) => replay(enrolment, operations, enrolment) as EnrolmentDoc;

function fact(id: string, given: Partial<EnrolmentFact> = {}): Operation {
  const body: EnrolmentFact = {
    id,
    kind: "skip",
    at: "2026-11-21T08:00:00.000Z",
    date: "2026-11-21",
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
  return { name: "enrolments.add_fact", path, body, local: null };
}

describe("operations on programs of this device", () => {
  it("make a program, its first edition and an enrolment as the server would", () => {
    const program: Operation = { name: "programs.create", path: {}, body: { id: "p1", title: "Mine" }, local: at };
    expect(replay(null, [program], null)).toMatchObject({ id: "p1", folder: "", draft_text: null, latest_version_id: null, ...at });
    const body = { id: "v1", program_id: "p1", text: 'program "Mine"', note: "", parent_version_id: null };
    const version: Operation = {
      name: "program_versions.create",
      path: {},
      body,
      local: { number: 1, title: "Mine", ...at },
    };
    const provenance = { kind: "share" as const, slug: null, token: "abc", version_id: "v2", title: "Mine", by: "Kim" };
    const taken: Operation = { name: "programs.change", path: { program_id: "p1" }, body: { provenance }, local: null };
    expect(replay(null, [program, taken], null)).toMatchObject({ title: "Mine", provenance });
    expect(replay(null, [version], null)).toEqual({ rev: 0, ...body, number: 1, title: "Mine", ...at });
    expect(enrolment).toMatchObject({ rev: 0, facts: [], ended_at: null, starts: { "squat.1rm": 140 } });
  });

  it("keep facts in the order of their times, each once, and take them back", () => {
    const early = fact("f2", { at: "2026-11-20T09:00:00.000Z" });
    const after = apply(fact("f1"), early, fact("f1"));
    expect(after.facts.map(({ id }) => id)).toEqual(["f2", "f1"]);
    const back: Operation = { name: "enrolments.delete_fact", path: { ...path, fact_id: "f2" }, body: null, local: null };
    expect(apply(fact("f1"), early, back).facts.map(({ id }) => id)).toEqual(["f1"]);
    expect(apply(fact("f1"), early, back, early).facts.map(({ id }) => id)).toEqual(["f2", "f1"]);
  });

  it("end an enrolment, go on with it, delete and restore it", () => {
    const end: Operation = { name: "enrolments.change", path, body: { ended_at: "2026-12-01T08:00:00.000Z" }, local: null };
    const go_on: Operation = { name: "enrolments.change", path, body: { ended_at: null }, local: null };
    expect(apply(end).ended_at).toBe("2026-12-01T08:00:00.000Z");
    expect(apply(end, go_on).ended_at).toBeNull();
    const gone = replay(enrolment, [{ name: "enrolments.delete", path, body: null, local: null }], enrolment);
    expect(gone).toBeNull();
    expect(replay(null, [{ name: "enrolments.restore", path, body: null, local: enrolment }], null)).toEqual(enrolment);
  });

  it("clear a draft and leave alone what they do not name", () => {
    const program = { id: "p1", title: "Mine", draft_text: "half", folder: "A" };
    const change: Operation = { name: "programs.change", path: { program_id: "p1" }, body: { draft_text: null }, local: null };
    expect(replay(program, [change], program)).toEqual({ ...program, draft_text: null });
  });
});
