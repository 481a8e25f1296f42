import { parseDecimal } from "@/lib/decimal.ts";
import type { Plan } from "@/training/programs/plan.ts";
import type { NeededStart } from "@/training/programs/starts.ts";

/** Tracks that begin where the program says: a lifter who is further may begin elsewhere. */
export function ownStarts(plan: Plan, needed: readonly NeededStart[]): readonly NeededStart[] {
  const asked = new Set(needed.map(({ key }) => key));
  return [...plan.tracks].flatMap(([key, { slot, scheme }]) => {
    const lift = plan.lifts.get(slot.lift);
    if (!lift || asked.has(key) || asked.has(slot.lift) || (scheme.start ?? lift.start) === null) return [];
    return [{ key, kind: "weight", lift: slot.lift, exercise: lift.exercise, is_required: false } as const];
  });
}

/** What was typed for each needed start value, by its key. */
export type StartTexts = Readonly<Record<string, string>>;

/** Maxima are known from a set of up to so many reps. */
const MOST_REPS = 12;
const SET = /^\s*(\d{1,2})\s*[x×*]\s*([\d.,]+)\s*$/i;

/** A start value by its key: `squat.1rm` from "140", `squat.5rm` from "5 × 120"; null for what is neither. */
export function parseStart({ key, kind, lift }: NeededStart, text: string): readonly [key: string, value: number] | null {
  const [, reps_text, weight_text] = SET.exec(text) ?? [];
  if (reps_text === undefined || weight_text === undefined) {
    const value = parseDecimal(text);
    return value === null || value <= 0 ? null : [key, value];
  }
  const [reps, value] = [Number(reps_text), parseDecimal(weight_text)];
  if (kind !== "max" || reps < 1 || reps > MOST_REPS || value === null || value <= 0) return null;
  return [`${lift}.${reps}rm`, value];
}

export interface ReadStarts {
  readonly starts: Readonly<Record<string, number>>;
  /** Keys whose text says no weight. */
  readonly wrong: ReadonlySet<string>;
  /** Required keys without any text. */
  readonly missing: ReadonlySet<string>;
}

/** All start values of a form; what is empty is left out. */
export function readStarts(needed: readonly NeededStart[], texts: StartTexts): ReadStarts {
  const starts: Record<string, number> = {};
  const wrong = new Set<string>();
  const missing = new Set<string>();
  for (const one of needed) {
    const text = texts[one.key] ?? "";
    if (text.trim() === "") {
      if (one.is_required) missing.add(one.key);
      continue;
    }
    const parsed = parseStart(one, text);
    if (parsed) starts[parsed[0]] = parsed[1];
    else wrong.add(one.key);
  }
  return { starts, wrong, missing };
}
