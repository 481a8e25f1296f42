/** How a running program is asked from outside; the server's twin is `run_calls.py` in its tests. */
import type { Plans } from "./carry.ts";
import { whatChanges } from "./changes.ts";
import { diffPrograms } from "./diff.ts";
import { nextSession } from "./engine.ts";
import { fact, type Enrolment, type GivenFact } from "./facts.ts";
import { stepLoading } from "./loading.ts";
import { doneSlots, exerciseTexts, factsOfWorkouts, type LoggedWorkout } from "./logged.ts";
import type { Program } from "./model.ts";
import type { Plan } from "./plan.ts";
import { plannedVolume } from "./planned-volume.ts";
import { problemText } from "./problems.ts";
import { planOf } from "./program-calls.ts";
import { readProgram, readWarnings } from "./read-text.ts";
import { reasonText } from "./reasons.ts";
import { neededStarts } from "./starts.ts";

type Call = (...args: never[]) => unknown;

/** The plan of a text that is given by lines. */
function planFrom(lines: readonly string[]): Plan {
  return planOf(lines.join("\n"));
}

function programFrom(lines: readonly string[]): Program {
  const { program, problems } = readProgram(lines.join("\n"));
  if (!program) throw new Error(problems.map(problemText).join("; "));
  return program;
}

type Editions = Readonly<Record<string, readonly string[]>>;

function plansFrom(editions: Editions): Plans {
  return new Map(Object.entries(editions).map(([id, lines]) => [id, planFrom(lines)]));
}

export const RUN_CALLS: Readonly<Record<string, Call>> = {
  program_facts: (
    workouts: readonly LoggedWorkout[],
    chosen: Readonly<Record<string, string>>,
    slugs: Readonly<Record<string, string>>,
    enrolment_id: string | null,
  ) => {
    const textOf = exerciseTexts(chosen, (id) => slugs[id] ?? null);
    const running = workouts.find((one) => !one.finished_at);
    return { facts: factsOfWorkouts(workouts, textOf, enrolment_id), live: running ? doneSlots(running, textOf) : [] };
  },
  program_changes: (
    lines: readonly string[],
    step: number,
    enrolment: Enrolment,
    facts: readonly GivenFact[],
    workout_id: string,
    editions: Editions = {},
  ) =>
    whatChanges(planFrom(lines), enrolment, facts.map(fact), workout_id, stepLoading(step), plansFrom(editions)).map((one) => [
      one,
      one.reason && reasonText(one.reason, enrolment.unit),
    ]),
  program_editions: (lines: readonly string[], enrolment: Enrolment, facts: readonly GivenFact[], editions: Editions) => {
    const session = nextSession(planFrom(lines), enrolment, facts.map(fact), stepLoading(2.5), [], plansFrom(editions));
    if (!session) return null;
    const { cycle, week, day, name } = session;
    const slots = session.slots.map((one) => [
      one.track,
      one.exercise,
      one.stage,
      one.sets.map((target) => [target.low, target.weight]),
    ]);
    return { cycle, week, day, name, slots };
  },
  program_volume: (
    lines: readonly string[],
    week: number,
    shares: Readonly<Record<string, Readonly<Record<string, number>>>>,
    stages: Readonly<Record<string, number>> = {},
  ) => {
    const by_exercise = new Map(Object.entries(shares).map(([text, one]) => [text, new Map(Object.entries(one))]));
    return Object.fromEntries(plannedVolume(planFrom(lines), week, by_exercise, new Map(Object.entries(stages))));
  },
  program_warnings: (lines: readonly string[]) =>
    readWarnings(lines.join("\n")).map((one) => [one.line, one.column, one.code, problemText(one)]),
  program_diff: (before: readonly string[], after: readonly string[]) => diffPrograms(programFrom(before), programFrom(after)),
  program_starts: (lines: readonly string[]) => neededStarts(planFrom(lines)),
};
