/** How a running program is asked from outside; the server's twin is `run_calls.py` in its tests. */
import { whatChanges } from "./changes.ts";
import { fact, type Enrolment, type GivenFact } from "./facts.ts";
import { stepLoading } from "./loading.ts";
import { doneSlots, exerciseTexts, factsOfWorkouts, type LoggedWorkout } from "./logged.ts";
import { makePlan, type Plan } from "./plan.ts";
import { problemText } from "./problems.ts";
import { readProgram } from "./read-text.ts";
import { reasonText } from "./reasons.ts";
import { neededStarts } from "./starts.ts";

type Call = (...args: never[]) => unknown;

/** The plan of a text that is given by lines. */
function planFrom(lines: readonly string[]): Plan {
  const { program, problems } = readProgram(lines.join("\n"));
  if (!program) throw new Error(problems.map(problemText).join("; "));
  return makePlan(program);
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
  ) =>
    whatChanges(planFrom(lines), enrolment, facts.map(fact), workout_id, stepLoading(step)).map((one) => [
      one,
      one.reason && reasonText(one.reason, enrolment.unit),
    ]),
  program_starts: (lines: readonly string[]) => neededStarts(planFrom(lines)),
};
