import { describe, expect, it } from "vitest";
import { completions } from "./completions.ts";
import { readProgram } from "./read-text.ts";

const TEXT = `program "P"
  days 3

lift squat = squat-barbell, step 5kg/10lb
lift bench = bench-press-barbell

scheme fives
  sets 3x5
  var best = 0
  on success: weight + step

scheme wave like fives
  week 1: 5@75%

day A
  squat fives
  bench as light: 3x5@60%
`;

/** What is offered at the `|` of a line that is put in the text's place given by the line before it. */
function offeredAt(line: string, after: string, exercises: readonly string[] = []): readonly string[] {
  const at = TEXT.indexOf(`${after}\n`) + after.length + 1;
  const text = `${TEXT.slice(0, at)}${line.replace("|", "")}\n${TEXT.slice(at)}`;
  return completions(text, at + line.indexOf("|"), exercises).items.map((one) => one.text);
}

describe("what the editor offers", () => {
  it.each([
    ["|", "  days 3", ["program", "lift", "scheme", "week", "day"]],
    ["sch|", "  days 3", ["scheme"]],
    ["  le|", "  days 3", ["level"]],
    ["  we|", "  sets 3x5", ["week"]],
    ["  on |", "  sets 3x5", "success"],
    ["  on fail|", "  sets 3x5", "failure"],
    ["  on failure 3 |", "  sets 3x5", ["times"]],
    ["  on failure |", "  sets 3x5", ["in", "when"]],
    ["  on success in |", "  sets 3x5", ["week", "stage"]],
    ["  on success when la|", "  sets 3x5", "last"],
    ["  on success: |", "  sets 3x5", "next stage"],
    ["  on success: weight + step, be|", "  var best = 0", "best"],
    ["  on success: weight + st|", "  sets 3x5", "step"],
    ["  on success: weight = bench.t|", "  sets 3x5", "bench.tm"],
    ["  sets 5@|", "  sets 3x5", ["ask", "bw", "rpe", "rir"]],
    ["  sets 5, 5@80% of squat.|", "  sets 3x5", ["squat.tm", "squat.fives"]],
    ["  sets 5@80% |", "  sets 3x5", "of"],
    ["  sets 5@(ma|", "  sets 3x5", "max"],
    ["  sets 5 ra|", "  sets 3x5", ["ramp"]],
    ["  sets |", "  sets 3x5", ["max", "reps"]],
    ["  stage 1 |", "  sets 3x5", ["with", "week"]],
    ["  stage 1 with pus|", "  sets 3x5", ["push-up"]],
    ["  week 2: |", "  week 1: 5@75%", ["none", "max", "reps"]],
    ["  warmup |", "  sets 3x5", ["auto"]],
    ["  start 70% of 1|", "  sets 3x5", "1rm"],
    ["  |", "day A", ["squat", "bench"]],
    ["  squat |", "day A", ["fives", "wave", "as"]],
    ["  squat fives |", "day A", ["as"]],
    ["  squat fives; |", "day A", ["superset", "rest", "note"]],
    ["  squat: 5@|", "day A", ["ask", "bw", "rpe", "rir"]],
    ["lift row = push|", "  days 3", ["push-up"]],
    ["lift row = x, |", "  days 3", ["step", "tm", "start"]],
    ["lift row = x, tm |", "  days 3", ["of"]],
    ["lift row = x, tm of s|", "  days 3", ["squat"]],
    ["lift row = x, start 5|", "  days 3", "5rm"],
    ["scheme x |", "  days 3", ["like"]],
    ["scheme x like w|", "  days 3", ["wave"]],
    ["day B |", "  days 3", ["on"]],
    ["day B on mo|", "  days 3", ["monday"]],
  ])("%s", (line, after, expected) => {
    const found = offeredAt(line, after, ["push-up", "squat-barbell"]);
    if (typeof expected === "string") expect(found).toContain(expected);
    else expect(found).toEqual(expected);
  });

  it.each([
    ['  note "on |', "  sets 3x5"],
    ["  sets 5  # |", "  sets 3x5"],
    ["week |", "  days 3"],
    ["  squat fives; rest |", "day A"],
    ["  anything |", "lift bench = bench-press-barbell"],
    ["  goal |", "  days 3"],
  ])("nothing in %s", (line, after) => {
    expect(offeredAt(line, after)).toEqual([]);
  });

  it("what is typed is replaced to the end of its word", () => {
    const text = "day A\n  squa fives";
    expect(completions(`lift squat = x\n${text}`, 26)).toEqual({ from: 23, to: 27, items: [{ text: "squat", kind: "lift" }] });
  });

  it("every offered word of a line is one the reader knows", () => {
    for (const word of completions('program "P"\n  ', 14).items) {
      const { problems } = readProgram(`program "P"\n  ${word.text}\n`);
      expect(
        problems.some((one) => one.code === "unknown_line"),
        word.text,
      ).toBe(false);
    }
  });
});
