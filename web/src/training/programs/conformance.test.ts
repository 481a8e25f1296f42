import { describe, expect, it } from "vitest";
import { PROGRAM_CALLS } from "./program-calls.ts";

interface ProgramCase {
  readonly name: string;
  readonly unit: "kg" | "lb";
  readonly step: number;
  readonly starts: Readonly<Record<string, number>>;
  readonly weeks: number;
  readonly results?: Readonly<Record<number, unknown>>;
  readonly expected: readonly (readonly [number, string, Readonly<Record<string, string>>])[];
}

interface ProgramFile {
  readonly program: string;
  readonly cases: readonly ProgramCase[];
}

const files = import.meta.glob<ProgramFile>("../../../../conformance/programs/*.json", { eager: true });
const texts = import.meta.glob<string>("../../../../server/fitfolio/programs/library/*.txt", {
  eager: true,
  query: "?raw",
  import: "default",
});

function textOf(slug: string): string {
  const found = Object.entries(texts).find(([path]) => path.endsWith(`/${slug}.txt`));
  return found?.[1] ?? "";
}

describe("programs of the library ask for what their authors published", () => {
  it("each of them has its cases", () => {
    expect(Object.values(files).map((file) => file.program)).toHaveLength(Object.keys(texts).length);
  });
  for (const file of Object.values(files)) {
    for (const one of file.cases) {
      it(`${file.program}: ${one.name}`, () => {
        const enrolment = { unit: one.unit, starts: one.starts };
        const args = [textOf(file.program), one.step, enrolment, one.weeks, one.results ?? {}] as never[];
        expect(PROGRAM_CALLS["program_preview"]?.(...args)).toEqual(one.expected);
      });
    }
  }
});
