import { describe, expect, it } from "vitest";
import { stepLoading } from "@/training/programs/loading.ts";
import { makePlan } from "@/training/programs/plan.ts";
import { readProgram } from "@/training/programs/read-text.ts";
import { openReps, outcomeOf, playWeeks, slotOutcome, withOpenReps, withOutcome, withSlotOutcome, type Results } from "./play.ts";

const TEXT = `program "x"
lift squat = squat-barbell, step 5kg/10lb
lift bench = bench-press-barbell, step 2.5kg/5lb
scheme fives
  sets 2x5, 5+
  on last >= 10: weight + step * 2
  on success: weight + step
  on failure: weight - 10%
day A
  squat fives
  bench fives
`;
const { program } = readProgram(TEXT);
const plan = makePlan(program ?? { blocks: [], tail: [] });
const start = { unit: "kg" as const, starts: { squat: 100, bench: 60 } };
const play = (results: Results) => playWeeks(plan, start, stepLoading(2.5), 3, results);
const weights = (results: Results) =>
  play(results).flatMap((week) => week.sessions.map(({ session }) => session.slots[0]?.sets[0]?.weight));
const [first] = play({});
const session = first?.sessions[0]?.session;
const squat = session?.slots[0];
if (!session || !squat) throw new Error("the program of this test has a session");

describe("playing a program", () => {
  it("shows the sessions as prescribed, by week", () => {
    expect(play({}).map(({ cycle, week, sessions }) => [cycle, week, sessions.length])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 1, 1],
    ]);
    expect(weights({})).toEqual([100, 105, 110]);
  });

  it("follows a miss, a skip and a good day at once", () => {
    expect(weights(withOutcome({}, 1, session, "missed"))).toEqual([100, 90, 95]);
    expect(weights(withOutcome({}, 1, session, "skipped"))).toEqual([100, 100, 105]);
    expect(weights(withOpenReps({}, 1, squat, 12))).toEqual([100, 110, 115]);
  });

  it("knows what is pretended and takes it back", () => {
    const missed = withOutcome({}, 1, session, "missed");
    expect(outcomeOf(session, missed[1])).toBe("missed");
    expect(withOutcome(missed, 1, session, "planned")).toEqual({});
    const out = withSlotOutcome({}, 1, squat, "skipped");
    expect([slotOutcome(squat, out[1]), outcomeOf(session, out[1])]).toEqual(["skipped", null]);
    expect(weights(out)).toEqual([100, 100, 105]);
    expect(openReps(squat, withOpenReps({}, 1, squat, 8)[1])).toBe(8);
    expect(openReps(squat, undefined)).toBe(5);
  });
});
