/** The sessions ahead, as prescribed or as given results say; the twin of the server's `preview.py`. */
import { daysAfter } from "./dates.ts";
import { nextSession, type Session } from "./engine.ts";
import { doneSet, fact, type DoneSet, type DoneSlot, type Enrolment, type Fact, type GivenFact } from "./facts.ts";
import type { Loading } from "./loading.ts";
import { written } from "./numbers.ts";
import type { Plan } from "./plan.ts";
import type { SlotTargets, Target } from "./targets.ts";
import { goalText } from "./write-text.ts";
import type { Goal } from "./model.ts";

/** What differs from the plan in one slot. */
export interface GivenResult {
  readonly reps?: readonly number[];
  readonly rpe?: readonly number[];
  readonly weight?: number;
}

/** What differs from the plan in one session; null for a slot that was left out. */
export interface Given {
  readonly skip?: boolean;
  readonly facts?: readonly Partial<GivenFact>[];
  readonly slots?: Readonly<Record<string, GivenResult | null>>;
}

/** The sessions of the next `weeks` weeks, two days apart; `results` by session, counted from 1. */
export function preview(
  plan: Plan,
  enrolment: Enrolment,
  loading: Loading,
  weeks: number,
  results: Readonly<Record<number, Given>> = {},
  first_date = "2026-01-05",
): readonly Session[] {
  const facts: Fact[] = [];
  const sessions: Session[] = [];
  let left = weeks;
  let place = "1 1";
  for (;;) {
    const session = nextSession(plan, enrolment, facts, loading);
    if (session === null) return sessions;
    const here = `${session.cycle} ${session.week}`;
    if (here !== place) left -= 1;
    place = here;
    if (left <= 0 || sessions.length > weeks * 14) return sessions;
    sessions.push(session);
    facts.push(...factsOf(session, sessions.length, results[sessions.length] ?? {}, first_date));
  }
}

function factsOf(session: Session, number: number, given: Given, first_date: string): readonly Fact[] {
  const date = daysAfter(first_date, 2 * (number - 1));
  const id = String(number).padStart(4, "0");
  const at = number * 1000;
  if (given.skip) return [fact({ kind: "skip", id, at, date })];
  const slots = session.slots.flatMap((slot) => {
    const result = given.slots?.[slot.track];
    return result === null ? [] : [doneAsPlanned(slot, result ?? {})];
  });
  const { week, day } = session;
  const extra = (given.facts ?? []).map((one, index) =>
    fact({ kind: "skip", id: `${id}-${index + 1}`, at: at + index + 1, date, ...one }),
  );
  return [fact({ kind: "workout", id, at, date, week, day, slots }), ...extra];
}

/** A slot done as its targets say, but for what is given. */
export function doneAsPlanned(slot: SlotTargets, given: GivenResult): DoneSlot {
  const working = slot.sets.filter((target) => target.kind !== "warm_up");
  const sets = working.map((target, place) => ({
    ...doneTarget(target),
    ...(given.reps?.[place] === undefined ? {} : { reps: given.reps[place] }),
    ...(given.weight === undefined ? {} : { weight: given.weight }),
    ...(given.rpe?.[place] === undefined ? {} : { rpe: given.rpe[place] }),
  }));
  return { track: slot.track, sets, exercise: null };
}

function doneTarget(target: Target): DoneSet {
  const done = doneSet({ kind: target.kind === "amrap" ? "amrap" : "working", weight: target.weight });
  if (target.goal === "seconds") return { ...done, seconds: target.high };
  return target.goal === "metres" ? { ...done, metres: target.high } : { ...done, reps: target.high };
}

/** The sets of a slot on one line: 4x3@60, 3+@60. */
export function slotSummary(slot: SlotTargets): string {
  const parts: { text: string; count: number }[] = [];
  for (const target of slot.sets) {
    const text = targetText(target);
    const last = parts.at(-1);
    if (last?.text === text) last.count += 1;
    else parts.push({ text, count: 1 });
  }
  return parts.map(({ text, count }) => (count > 1 ? `${count}x${text}` : text)).join(", ");
}

/** One set: 5+@102.5, 8-12@?, 60s; w before a warm-up. */
export function targetText(target: Target): string {
  let text = goalText({ ...target, goal: target.goal as Goal });
  const is_body = target.reasons.some((one) => one.code === "bodyweight");
  if (!is_body) text += `@${target.weight === null ? "?" : written(target.weight)}`;
  if (target.rpe !== null) text += ` rpe ${written(target.rpe)}`;
  else if (target.rir !== null) text += ` rir ${written(target.rir)}`;
  return target.kind === "warm_up" ? `w ${text}` : text;
}
