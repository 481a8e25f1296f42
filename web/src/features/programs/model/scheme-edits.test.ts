import { describe, expect, it } from "vitest";
import type { Program } from "@/training/programs/model.ts";
import { readDraft, readProgram } from "@/training/programs/read-text.ts";
import { writeProgram } from "@/training/programs/write-text.ts";
import { fitGroups, progressionLines, progressionOf, progressionRules, PROGRESSIONS, standardProgression } from "./progressions.ts";
import { LIBRARY } from "./test-library.ts";
import {
  addExercise,
  addSetLine,
  changeLift,
  changeSetLine,
  forkScheme,
  giveScheme,
  groupsFrom,
  liftsBy,
  linesOf,
  removeSetLine,
  replaceExercise,
  schemeLines,
  setRules,
  setSchemeSetting,
  setWarmUp,
  toScheme,
  withoutUnused,
} from "./scheme-edits.ts";

const TEXT = `program "One day"

lift squat = squat-barbell  # low bar
lift bench = bench-press-barbell

scheme fives
  sets 3x5  # the work
  on success: weight + step

scheme light like fives
  sets 2x5

day A
  squat fives
  bench light
  bench: 3x10
`;

function read(text: string): Program {
  const { program } = readDraft(text);
  if (!program) throw new Error("the text of a test cannot be read");
  return program;
}

const edit = (change: (program: Program) => Program) => writeProgram(change(read(TEXT)));
const day = read(TEXT).blocks.length - 1;

describe("edits of lifts and schemes", () => {
  it("add an exercise with its lift, under a label where the lift has sets of its own already", () => {
    const rows = edit((program) => addExercise(program, day, "row-barbell", groupsFrom("4x8")));
    expect(rows).toContain("lift bench = bench-press-barbell\nlift row = row-barbell\n");
    expect(rows).toMatch(/ {2}row: 4x8\n$/);
    const again = edit((program) => addExercise(program, day, "bench-press-barbell", groupsFrom("1x20")));
    expect(again).toMatch(/ {2}bench as more: 20\n$/);
    expect(readProgram(again).problems).toEqual([]);
    expect(edit((program) => addExercise(program, day, "My own thing", groupsFrom("5")))).toContain(
      'lift my-own-thing = "My own thing"',
    );
  });

  it("change a lift and keep its comment", () => {
    expect(edit((program) => changeLift(program, "squat", { step: { kg: 5, lb: 10 }, tm_pct: 90 }))).toContain(
      "lift squat = squat-barbell, step 5kg/10lb, tm 90%  # low bar\n",
    );
    expect(edit((program) => replaceExercise(program, "squat-barbell", "front-squat-barbell"))).toContain(
      "= front-squat-barbell  #",
    );
  });

  it("change the sets of a scheme; one that took over from another then stands for itself", () => {
    expect(edit((program) => changeSetLine(program, "fives", 0, { groups: groupsFrom("5x5") }))).toContain(
      "  sets 5x5  # the work\n",
    );
    const light = edit((program) => changeSetLine(program, "light", 0, { groups: groupsFrom("2x8") }));
    expect(light).toContain("scheme light\n  on success: weight + step\n  sets 2x8\n");
    expect(readProgram(light).problems).toEqual([]);
  });

  it("add and remove lines for weeks", () => {
    const more = edit((program) => addSetLine(program, "fives", { groups: groupsFrom("3x3"), weeks: [2], stage: null }));
    expect(more).toContain("  sets 3x5  # the work\n  week 2: 3x3\n");
    expect(writeProgram(removeSetLine(read(more), "fives", 1))).toBe(TEXT);
  });

  it("make a scheme of a slot's own sets", () => {
    const { program, name } = toScheme(read(TEXT), day, 2);
    expect(name).toBe("bench-sets");
    const text = writeProgram(setRules(program, name, progressionRules(standardProgression("linear"))));
    expect(text).toContain("scheme bench-sets\n  sets 3x10\n  on success: weight + step\n  on failure 3 times: weight - 10%\n");
    expect(text).toContain("  bench bench-sets\n");
    expect(readProgram(text).problems).toEqual([]);
  });

  it("part a scheme for one lift; the track keeps its name", () => {
    const { program, name } = forkScheme(read(TEXT), "squat", "fives");
    expect(name).toBe("squat-fives");
    expect(writeProgram(program)).toContain("  squat squat-fives as fives\n");
    expect(liftsBy(program, "fives")).toEqual([]);
    expect(readProgram(writeProgram(program)).problems).toEqual([]);
  });

  it("drop what nothing names any more", () => {
    const given = giveScheme(read(TEXT), day, 1, "fives");
    const text = writeProgram(withoutUnused(given));
    expect(text).not.toContain("scheme light");
    expect(text).toContain("lift bench");
    expect(writeProgram(withoutUnused(read(TEXT)))).toBe(TEXT);
  });

  it("set and remove settings and the warm-up", () => {
    const rest = edit((program) => setSchemeSetting(program, "fives", "rest", { numbers: [180] }));
    expect(rest).toContain("scheme fives\n  rest 3min\n");
    expect(writeProgram(setSchemeSetting(read(rest), "fives", "rest", null))).toBe(TEXT);
    const warm = edit((program) => setWarmUp(program, "fives", true));
    expect(warm).toContain("scheme fives\n  warmup auto\n");
    expect(writeProgram(setWarmUp(read(warm), "fives", false))).toBe(TEXT);
  });
});

describe("progressions", () => {
  it("are recognised again, whatever their numbers", () => {
    for (const kind of PROGRESSIONS) {
      const progression = { ...standardProgression(kind), reset_pct: 7.5 };
      const lines = [
        ...(kind === "climb" ? ["reps 8 to 12"] : []),
        `sets ${kind === "double" ? "3x8-12" : "3x5"}`,
        ...progressionLines(progression),
      ];
      const found = progressionOf(schemeLines(lines));
      expect(found.kind).toBe(kind);
      expect(progressionLines(found)).toEqual(progressionLines(progression));
    }
    expect(progressionOf(schemeLines(["sets 5", "on last >= 3: tm + 1kg"])).kind).toBe("custom");
  });

  it("bring sets they can work with", () => {
    const text = (kind: (typeof PROGRESSIONS)[number], sets: string) =>
      fitGroups(kind, groupsFrom(sets), { low: 8, high: 12 }).map(({ sets: count, goal, low, high }) => [count, goal, low, high]);
    expect(text("double", "3x8")).toEqual([[3, "reps", 8, 12]]);
    expect(text("climb", "3x8")).toEqual([[3, "climb", 1, 1]]);
    expect(text("amrap", "3x5")).toEqual([
      [2, "reps", 5, 5],
      [1, "amrap", 5, 5],
    ]);
    expect(text("linear", "3xreps")).toEqual([[3, "reps", 8, 8]]);
  });

  it("of every scheme in the library are shown as they are, or as rules of their own", () => {
    const schemes = LIBRARY.flatMap(([, text]) => {
      const program = read(text);
      return program.blocks.flatMap((block) => (block.type === "scheme" ? [linesOf(program, block)] : []));
    });
    const wrong = schemes.filter((lines) => {
      const found = progressionOf(lines);
      return found.kind !== "custom" && progressionRules(found).length !== lines.filter((line) => line.type === "rule").length;
    });
    expect(schemes.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
