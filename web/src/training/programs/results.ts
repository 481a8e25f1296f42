/** What a done slot amounts to: reps by set, success or failure, the top set; the twin of the server's `results.py`. */
import { estimate, rpeEstimate, TREND_MAX_RIR } from "../e1rm.ts";
import { fromKg, toKg, type WeightUnit } from "../units.ts";
import type { DoneSet, DoneSlot } from "./facts.ts";
import type { Goal, SetGroup } from "./model.ts";
import { tidy } from "./numbers.ts";

export type Outcome = "success" | "failure" | "between";

/** One set asked for: amounts (reps, seconds or metres) and whether it is at the working weight. */
export interface Wanted {
  readonly goal: Goal;
  readonly low: number;
  readonly high: number;
  readonly rpe: number | null;
  readonly is_work: boolean;
}

/** A done slot: amounts by set (0 for a missing one), and what rules ask for. */
export interface Result {
  readonly outcome: Outcome;
  readonly goal: Goal;
  readonly amounts: readonly number[];
  readonly total: number;
  readonly target: number;
  readonly top: number | null;
  readonly used: number | null;
  readonly rpe: number | null;
  readonly sets: number;
}

/** A quantity of the result by its name in formulas. */
export function resultValue(result: Result, name: string): number | null {
  if (name.startsWith("reps(")) return result.amounts[Number(name.slice(5, -1)) - 1] ?? 0;
  switch (name) {
    case "first":
      return result.amounts[0] ?? 0;
    case "last":
      return result.amounts.at(-1) ?? 0;
    case "lowest":
      return Math.min(...result.amounts);
    case "sets":
    case "total":
    case "target":
    case "top":
    case "rpe":
      return result[name];
    default:
      return null;
  }
}

/** Every single set of the groups; `reps` are those that climb. */
export function wantedSets(groups: readonly SetGroup[], reps: number): readonly Wanted[] {
  return groups.flatMap((group) =>
    Array.from({ length: group.sets }, (_, place): Wanted => {
      const is_ramp = group.ramp_pct !== null && place < group.sets - 1;
      return {
        goal: group.goal,
        low: group.goal === "climb" ? reps : group.low,
        high: group.goal === "climb" ? reps : group.high,
        rpe: group.rpe ?? (group.rir === null ? null : 10 - group.rir),
        is_work: group.load.kind === "work" && group.goal !== "rm" && !is_ramp,
      };
    }),
  );
}

/** Compare what was done with what was asked, set by set; a missing set counts as missed. */
export function resultOf(wanted: readonly Wanted[], done: DoneSlot, unit: WeightUnit): Result {
  const sets = done.sets.filter((one) => one.kind !== "warm_up");
  const final = wanted.at(-1);
  let total = 0;
  let used: number | null = null;
  let top: number | null = null;
  let completed = 0;
  for (const [place, one] of sets.entries()) {
    if (!one.completed) continue;
    completed += 1;
    total += amount(one, (wanted[place] ?? final)?.goal ?? "reps");
    const weight = weightOf(one, unit);
    if (weight === null) continue;
    top = top === null ? weight : Math.max(top, weight);
    if (wanted[place]?.is_work) used = used === null ? weight : Math.min(used, weight);
  }
  const amounts: number[] = [];
  let succeeded = true;
  let failed = false;
  for (const [place, want] of wanted.entries()) {
    const set = sets[place];
    const found = set?.completed ? set : null;
    const is_total = want.goal === "total";
    const reached = is_total ? total : found === null ? 0 : amount(found, want.goal);
    const is_too_hard = !is_total && isTooHard(found, want);
    amounts.push(reached);
    if (reached < (is_total ? want.low : want.high) || is_too_hard) succeeded = false;
    if (reached < want.low || is_too_hard) failed = true;
  }
  const last = sets[Math.min(wanted.length, sets.length) - 1];
  return {
    outcome: succeeded ? "success" : failed ? "failure" : "between",
    goal: final?.goal ?? "reps",
    amounts,
    total,
    target: final?.low ?? 0,
    top,
    used,
    rpe: last ? rpeOf(last) : null,
    sets: completed,
  };
}

/** Reps, or seconds or metres where the goal is in those. */
function amount(done: DoneSet, goal: Goal): number {
  if (goal === "seconds") return done.seconds ?? 0;
  return (goal === "metres" ? done.metres : done.reps) ?? 0;
}

/** The weight in the enrolment's unit. */
export function weightOf(done: DoneSet, unit: WeightUnit): number | null {
  if (done.weight === null || done.unit === null || done.unit === unit) return done.weight;
  return tidy(fromKg(toKg(done.weight, done.unit), unit));
}

function rpeOf(done: DoneSet): number | null {
  return done.rpe ?? (done.rir === null ? null : 10 - done.rir);
}

function isTooHard(done: DoneSet | null, want: Wanted): boolean {
  const rpe = done && rpeOf(done);
  return rpe !== null && want.rpe !== null && rpe > want.rpe;
}

/** The best e1RM [unit] of sets whose effort is known: stated, or taken to the maximum by the plan. */
export function sessionE1rm(wanted: readonly Wanted[], sets: readonly DoneSet[], unit: WeightUnit): number | null {
  let best: number | null = null;
  for (const [place, one] of sets.filter((set) => set.kind !== "warm_up").entries()) {
    const found = setE1rm(one, wanted[place]?.goal ?? "reps", unit);
    if (found !== null && (best === null || found > best)) best = Math.floor(found * 1000 + 0.5) / 1000;
  }
  return best;
}

const TO_THE_MAXIMUM: ReadonlySet<Goal> = new Set<Goal>(["amrap", "max", "rm"]);

function setE1rm(one: DoneSet, goal: Goal, unit: WeightUnit): number | null {
  const weight = weightOf(one, unit);
  if (!one.completed || weight === null || weight <= 0 || !one.reps) return null;
  const to_failure = one.kind === "amrap" || one.kind === "failure" || TO_THE_MAXIMUM.has(goal);
  const rir = one.rir ?? (one.rpe === null ? (to_failure ? 0 : null) : 10 - one.rpe);
  if (rir === null || rir > TREND_MAX_RIR) return null;
  return rpeEstimate(weight, one.reps, 10 - rir) ?? estimate(weight, one.reps, rir)?.e1rm_kg ?? null;
}
