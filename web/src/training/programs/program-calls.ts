/** How programs are run from outside: texts and facts in, plain values out; the server's twin is in its tests. */
import { nextSession, type Session } from "./engine.ts";
import { fact, doneSlot, type Enrolment, type GivenFact, type GivenSlot } from "./facts.ts";
import { loadableFor } from "../gym.ts";
import type { WeightUnit } from "../units.ts";
import { gymLoading, stepLoading, type Loading } from "./loading.ts";
import { makePlan, type Plan } from "./plan.ts";
import { preview, slotSummary, type Given } from "./preview.ts";
import { problemText } from "./problems.ts";
import { readProgram } from "./read-text.ts";
import { reasonText } from "./reasons.ts";
import { writeProgram } from "./write-text.ts";

type Call = (...args: never[]) => unknown;

/** One step for everything, or the equipment of each exercise in the standard gym. */
type GivenLoading = number | Readonly<Record<string, string>>;

function loadingOf(given: GivenLoading, unit: WeightUnit): Loading {
  if (typeof given === "number") return stepLoading(given);
  return gymLoading(new Map(Object.entries(given).map(([slug, equipment]) => [slug, loadableFor(null, equipment, unit)])), unit);
}

/** The plan of a text that has no problems. */
export function planOf(text: string): Plan {
  const { program, problems } = readProgram(text);
  if (!program) throw new Error(problems.map(problemText).join("; "));
  return makePlan(program);
}

export const PROGRAM_CALLS: Readonly<Record<string, Call>> = {
  program_read: (text: string) => {
    const { program, problems } = readProgram(text);
    return {
      text: program && writeProgram(program),
      problems: problems.map((one) => [one.line, one.column, one.code, problemText(one)]),
    };
  },
  program_next: (
    text: string,
    loading: GivenLoading,
    enrolment: Enrolment,
    facts: readonly GivenFact[],
    live: readonly GivenSlot[],
    editions: Readonly<Record<string, string>> = {},
  ) => {
    const { program } = readProgram(text);
    if (!program) return null;
    const plans = new Map(Object.entries(editions).map(([id, one]) => [id, planOf(one)]));
    const used = loadingOf(loading, enrolment.unit);
    const session = nextSession(makePlan(program), enrolment, facts.map(fact), used, live.map(doneSlot), plans);
    return session && withSentences(session, enrolment);
  },
  program_preview: (
    text: string,
    loading: GivenLoading,
    enrolment: Enrolment,
    weeks: number,
    results: Readonly<Record<number, Given>>,
  ) => {
    const { program } = readProgram(text);
    return program && summaries(preview(makePlan(program), enrolment, loadingOf(loading, enrolment.unit), weeks, results));
  },
};

function withSentences(session: Session, { unit }: Enrolment) {
  const sentences = session.slots.flatMap((slot) =>
    [slot.reasons, ...slot.sets.map((target) => target.reasons)].flatMap((reasons) => reasons.map((one) => reasonText(one, unit))),
  );
  return { ...session, sentences };
}

/** Each session as [week, day name, {track: sets}]; a track that comes twice in a day has its sets joined. */
function summaries(sessions: readonly Session[]) {
  return sessions.map((session) => {
    const slots: Record<string, string> = {};
    for (const slot of session.slots) {
      const before = slots[slot.track];
      slots[slot.track] = before === undefined ? slotSummary(slot) : `${before} | ${slotSummary(slot)}`;
    }
    return [session.week, session.name, slots];
  });
}
