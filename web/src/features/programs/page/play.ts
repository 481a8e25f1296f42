/** Playing a program: pretend what happens in each session ahead, and see what follows from it. */
import type { Session } from "@/training/programs/engine.ts";
import type { Enrolment } from "@/training/programs/facts.ts";
import type { Loading } from "@/training/programs/loading.ts";
import type { Plan } from "@/training/programs/plan.ts";
import { preview, type Given } from "@/training/programs/preview.ts";
import type { SlotTargets } from "@/training/programs/targets.ts";

/** What is pretended, by the number of the session from 1; the rest goes as prescribed. */
export type Results = Readonly<Record<number, Given>>;

/** Sessions of one week, with their numbers from the first one on. */
export interface PlayedWeek {
  readonly cycle: number;
  readonly week: number;
  readonly sessions: readonly { readonly number: number; readonly session: Session }[];
}

/** The weeks ahead, counted from the first; a cycle that begins anew is a new week. */
export function playWeeks(
  plan: Plan,
  enrolment: Enrolment,
  loading: Loading,
  weeks: number,
  results: Results,
): readonly PlayedWeek[] {
  const played: { cycle: number; week: number; sessions: { number: number; session: Session }[] }[] = [];
  for (const [index, session] of preview(plan, enrolment, loading, weeks, results).entries()) {
    const { cycle, week } = session;
    const last = played.at(-1);
    const entry = { number: index + 1, session };
    if (last?.cycle === cycle && last.week === week) last.sessions.push(entry);
    else played.push({ cycle, week, sessions: [entry] });
  }
  return played;
}

export type Outcome = "planned" | "missed" | "skipped";

/** How a whole session is pretended to go; null where its exercises differ. */
export function outcomeOf(session: Session, given: Given | undefined): Outcome | null {
  if (given?.skip) return "skipped";
  const slots = given?.slots ?? {};
  const tracks = session.slots.map((slot) => slot.track);
  if (tracks.every((track) => slots[track] === undefined)) return "planned";
  return session.slots.every((slot) => slots[slot.track] && isMissed(slot, given)) ? "missed" : null;
}

export function withOutcome(results: Results, number: number, session: Session, outcome: Outcome): Results {
  if (outcome === "planned") return without(results, number);
  if (outcome === "skipped") return { ...results, [number]: { skip: true } };
  const slots = Object.fromEntries(session.slots.map((slot) => [slot.track, { reps: missedReps(slot) }]));
  return { ...results, [number]: { slots } };
}

/** One exercise as prescribed, missed, or left out. */
export function withSlotOutcome(results: Results, number: number, slot: SlotTargets, outcome: Outcome): Results {
  const { [slot.track]: _, ...others } = results[number]?.slots ?? {};
  const given = outcome === "planned" ? {} : { [slot.track]: outcome === "skipped" ? null : { reps: missedReps(slot) } };
  return withSlots(results, number, { ...others, ...given });
}

/** So many reps in the open set of an exercise, all else as prescribed. */
export function withOpenReps(results: Results, number: number, slot: SlotTargets, reps: number): Results {
  const place = openPlace(slot);
  const planned = working(slot).map((target) => target.high);
  return withSlots(results, number, { ...results[number]?.slots, [slot.track]: { reps: planned.with(place, reps) } });
}

export function slotOutcome(slot: SlotTargets, given: Given | undefined): Outcome {
  const one = given?.slots?.[slot.track];
  if (one === null) return "skipped";
  return one && isMissed(slot, given) ? "missed" : "planned";
}

/** Reps pretended for the open set; null where an exercise has none. */
export function openReps(slot: SlotTargets, given: Given | undefined): number | null {
  const place = openPlace(slot);
  if (place === -1) return null;
  return given?.slots?.[slot.track]?.reps?.[place] ?? working(slot)[place]?.high ?? 0;
}

function working(slot: SlotTargets) {
  return slot.sets.filter((target) => target.kind !== "warm_up");
}

/** The last set that is open upwards. */
function openPlace(slot: SlotTargets): number {
  return working(slot).findLastIndex((target) => target.kind === "amrap");
}

/** The last set falls one rep short of the least that is asked. */
function missedReps(slot: SlotTargets): readonly number[] {
  const sets = working(slot);
  return sets.map((target, place) => (place === sets.length - 1 ? Math.max(0, target.low - 1) : target.low));
}

function isMissed(slot: SlotTargets, given: Given | undefined): boolean {
  const reps = given?.slots?.[slot.track]?.reps ?? [];
  return working(slot).some((target, place) => (reps[place] ?? target.high) < target.low);
}

function withSlots(results: Results, number: number, slots: Given["slots"] & object): Results {
  if (Object.keys(slots).length === 0) return without(results, number);
  return { ...results, [number]: { slots } };
}

function without(results: Results, number: number): Results {
  const { [number]: _, ...others } = results;
  return others;
}
