import { describe, expect, it } from "vitest";
import type { Program } from "@/training/programs/model.ts";
import { readProgram } from "@/training/programs/read-text.ts";
import { writeProgram } from "@/training/programs/write-text.ts";
import { liftNames, schemeNames } from "./names.ts";
import { renameLift, renameScheme } from "./renames.ts";
import { LIBRARY } from "./test-library.ts";

const TEXT = `program "Names"

lift squat = squat-barbell, tm 90%, start 50% of bench.1rm
lift front = front-squat-barbell, tm of squat
lift bench = bench-press-barbell, tm 90%

scheme work
  sets 3x5, 5@80% of squat.work
  var squat = 1
  on last >= squat: squat.tm + 2kg, squat.work = squat.work + bench.work
  on week end: squat = 2

scheme light like work
  sets 2x5@50% of squat.tm

day squat
  squat work
  front work  # squat of the front
  bench light as work
  bench: 5@(squat.work * 2)
`;

function read(text: string): Program {
  const { program, problems } = readProgram(text);
  if (!program) throw new Error(JSON.stringify(problems));
  return program;
}

const lines = (text: string) => text.split("\n");
const changed = (after: Program) => lines(writeProgram(after)).filter((line, at) => line !== lines(TEXT)[at]);

describe("a new name", () => {
  it("of a lift is written wherever the lift is meant, and nowhere else", () => {
    expect(changed(renameLift(read(TEXT), "squat", "low-bar"))).toEqual([
      "lift low-bar = squat-barbell, tm 90%, start 50% of bench.1rm",
      "lift front = front-squat-barbell, tm of low-bar",
      "  sets 3x5, 5@80% of low-bar.work",
      "  on last >= squat: low-bar.tm + 2kg, low-bar.work = low-bar.work + bench.work",
      "  sets 2x5@50% of low-bar.tm",
      "  low-bar work",
      "  bench: 5@(low-bar.work * 2)",
    ]);
  });

  it("of a scheme is written wherever its tracks are meant, not where a label has that name", () => {
    expect(changed(renameScheme(read(TEXT), "work", "main"))).toEqual([
      "scheme main",
      "  sets 3x5, 5@80% of squat.main",
      "  on last >= squat: squat.tm + 2kg, squat.main = squat.main + bench.work",
      "scheme light like main",
      "  squat main",
      "  front main  # squat of the front",
      "  bench: 5@(squat.main * 2)",
    ]);
  });

  it("that is taken changes nothing", () => {
    const program = read(TEXT);
    expect(renameLift(program, "squat", "bench")).toBe(program);
    expect(renameScheme(program, "work", "light")).toBe(program);
    // Under the name of a label two tracks would become one.
    expect(renameScheme(program, "light", "work")).toBe(program);
  });

  it("leaves every program of the library one that can run, and the old name brings it back", () => {
    for (const [, text] of LIBRARY) {
      const program = read(text);
      for (const [names, rename] of [[liftNames, renameLift] as const, [schemeNames, renameScheme] as const]) {
        for (const name of names(program)) {
          const other = writeProgram(rename(program, name, "something-else"));
          expect(other).not.toBe(writeProgram(program));
          expect(writeProgram(rename(read(other), "something-else", name))).toBe(writeProgram(program));
        }
      }
    }
  });
});
