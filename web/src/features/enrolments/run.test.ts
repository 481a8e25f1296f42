import { describe, expect, it } from "vitest";
import { sessionsAhead } from "./ahead.ts";
import { progressOf, shareDone } from "./progress.ts";
import { runEnrolment } from "./run.ts";
import { historyOf, standingsOf } from "./standings.ts";
import { buildEnrolment, buildFact, buildVersion, FIVES, run, squatWorkout } from "./test-enrolment.ts";
import { changesOf } from "./workout-changes.ts";

const squat = (running: ReturnType<typeof run>) => running.session?.slots[0]?.sets.map(({ weight }) => weight);

describe("an enrolment put together from local rows", () => {
  it("begins with its start values and names exercises by what was chosen", () => {
    const running = run();
    expect(running.session?.name).toBe("A");
    expect(squat(running)).toEqual([60, 60, 60]);
    expect(running.exerciseOf("sandbag-carry")?.name).toBe("Sandbag carry");
    expect(running.unknown).toEqual([]);
  });

  it("asks for exercises that nobody knows, instead of failing", () => {
    expect(run({ enrolment: buildEnrolment({ exercises: {} }), exercises: [] }).unknown).toEqual([
      "squat-barbell",
      "sandbag-carry",
    ]);
  });

  it("goes on from what was logged, whatever the order of the rows, and follows a correction", () => {
    const done = squatWorkout("w1", 1, 60, [5, 5, 5]);
    const running = run({ workouts: [done] });
    expect([running.session?.name, squat(running)]).toEqual(["B", [65, 65, 65]]);
    const short = run({ workouts: [squatWorkout("w1", 1, 60, [5, 5, 3])] });
    expect(squat(short)).toEqual([60, 60, 60]);
    const second = squatWorkout("w2", 2, 65, [5, 5, 5]);
    expect(run({ workouts: [second, done] }).state).toEqual(run({ workouts: [done, second] }).state);
  });

  it("does not count a workout that is under way, and knows it", () => {
    const live = { ...squatWorkout("w1", 1, 60, [5, 5, 5]), finished_at: null };
    const running = run({ workouts: [live] });
    expect(running.session?.name).toBe("A");
    expect(running.live?.id).toBe("w1");
  });

  it("reads what departs from the program, and moves to another edition when asked", () => {
    const skipped = run({ enrolment: buildEnrolment({ facts: [buildFact()] }) });
    expect(skipped.session?.name).toBe("B");
    const text = FIVES.replace("sets 3x5", "sets 5x5");
    const versions = [buildVersion(), buildVersion({ id: "v2", number: 2, text })];
    expect(run({ versions }).version.id).toBe("v1");
    const moved = run({
      versions,
      workouts: [squatWorkout("w1", 1, 60, [5, 5, 5])],
      enrolment: buildEnrolment({ facts: [buildFact({ kind: "edition", program_version_id: "v2" })] }),
    });
    expect(moved.version.id).toBe("v2");
    expect(squat(moved)).toEqual([65, 65, 65, 65, 65]);
  });

  it("is nothing while the text is not here or cannot be read", () => {
    const rows = { workouts: [], exercises: [], gym: null };
    expect(runEnrolment({ ...rows, enrolment: buildEnrolment(), versions: [] })).toBeNull();
    const broken = buildVersion({ id: "v9", text: "stes" });
    const enrolment = buildEnrolment({ program_version_id: "v9" });
    expect(runEnrolment({ ...rows, enrolment, versions: [broken] })).toBeNull();
  });
});

describe("what is shown of it", () => {
  it("the sessions ahead, as planned", () => {
    const ahead = sessionsAhead(run(), 3);
    expect(ahead.map(({ name, slots }) => `${name} ${slots[0]?.sets[0]?.weight}`)).toEqual(["A 60", "B 65", "A 70"]);
  });

  it("days that are done, skipped, next and to come", () => {
    const running = run({ workouts: [squatWorkout("w1", 1, 60, [5, 5, 5])] });
    const cells = progressOf(running);
    expect(cells.flat().map(({ status, workout_id }) => [status, workout_id])).toEqual([
      ["done", "w1"],
      ["next", null],
    ]);
    expect(shareDone(cells)).toBe(0.5);
    const skipped = run({ enrolment: buildEnrolment({ facts: [buildFact()] }) });
    expect(progressOf(skipped)[0]?.map(({ status }) => status)).toEqual(["skipped", "next"]);
  });

  it("numbers with their reasons, and where they came from", () => {
    const running = run({ workouts: [squatWorkout("w1", 1, 60, [5, 5, 5]), squatWorkout("w2", 2, 65, [5, 5, 5])] });
    const [lift] = standingsOf(running);
    expect(lift?.numbers).toMatchObject([{ key: "squat.fives", kind: "weight", value: 70, why: { code: "changed" } }]);
    expect(historyOf(running, "squat.fives").map(({ fact_id, value }) => [fact_id, value])).toEqual([
      ["w2", 70],
      ["w1", 65],
    ]);
  });

  it("what a workout changes, before it is saved too, and that a change can be kept away", () => {
    const workout = { ...squatWorkout("w1", 1, 60, [5, 5, 5]), finished_at: null };
    expect(changesOf(run({ workouts: [workout] }), workout)).toMatchObject([
      { track: "squat.fives", what: "weight", before: 60, after: 65, direction: "rose", is_suppressed: false },
    ]);
    const suppress = buildFact({ kind: "suppress", track: "squat.fives", workout_id: "w1" });
    const kept = run({ workouts: [workout], enrolment: buildEnrolment({ facts: [suppress] }) });
    expect(changesOf(kept, workout)).toMatchObject([{ after: 60, direction: "stayed", is_suppressed: true }]);
  });
});
