/** Where a lifter stands in a program, computed from facts; the twin of the server's `state.py`. */
import { rpePercentage } from "../e1rm.ts";
import type { WeightUnit } from "../units.ts";
import type { Enrolment } from "./facts.ts";
import { evaluate, formulaText, type Names } from "./formulas.ts";
import type { Lift } from "./model.ts";
import { tidy, weightIn } from "./numbers.ts";
import { lineFor, STANDARD_STEP, type Plan, type PlannedSlot } from "./plan.ts";
import { reason, type Reason } from "./reasons.ts";

/** Maxima of a lift in the enrolment's unit; `why` is the last change of its training max. */
export interface LiftState {
  tm: number | null;
  maxima: Map<string, number>;
  e1rm: number | null;
  exercise: string;
  why: Reason | null;
}

/** What progresses: working weight, climbing reps, stage, counters and variables. */
export interface TrackState {
  weight: number | null;
  reps: number;
  stage: number;
  successes: number;
  failures: number;
  misses: number;
  stalled: number;
  done_week: number;
  done_cycle: number;
  variables: Map<string, number>;
  why: Reason;
  why_stage: Reason | null;
  why_reps: Reason | null;
}

/** Position and everything that progresses. `done` are the days of this week behind the lifter. */
export interface State {
  cycle: number;
  week: number;
  done: readonly number[];
  last_day: { readonly cycle: number; readonly week: number; readonly day: number } | null;
  again: number;
  finished: boolean;
  last_date: string;
  readonly lifts: Map<string, LiftState>;
  readonly tracks: Map<string, TrackState>;
  /** The edition moved to last, empty for the one begun with. */
  readonly program_version_id: string;
  /** What waits for an edition that has it again. */
  readonly other_lifts: Map<string, LiftState>;
  readonly other_tracks: Map<string, TrackState>;
}

/** What rules and targets are worked out from. */
export interface Bench {
  readonly plan: Plan;
  readonly state: State;
  readonly enrolment: Enrolment;
}

/** A state that knows nothing yet. */
export function emptyState(): State {
  return {
    cycle: 1,
    week: 1,
    done: [],
    last_day: null,
    again: 0,
    finished: false,
    last_date: "",
    lifts: new Map(),
    tracks: new Map(),
    program_version_id: "",
    other_lifts: new Map(),
    other_tracks: new Map(),
  };
}

/** The state before anything was done, from the start values. */
export function firstState(plan: Plan, enrolment: Enrolment): State {
  const state = emptyState();
  for (const lift of plan.lifts.values()) state.lifts.set(lift.name, firstLift(lift, enrolment));
  const bench = { plan, state, enrolment };
  for (const [key, slot] of plan.tracks) state.tracks.set(key, firstTrack(bench, key, slot));
  while (plan.weeks[state.week - 1]?.length === 0 && state.week < plan.weeks.length) state.week += 1;
  return state;
}

/** A lift before anything was done; what is not given follows from what is. */
export function firstLift(lift: Lift, enrolment: Enrolment): LiftState {
  const { starts } = enrolment;
  const maxima = new Map<string, number>();
  for (let reps = 1; reps <= 12; reps += 1) {
    const given = starts[`${lift.name}.${reps}rm`];
    if (given !== undefined) maxima.set(`${reps}rm`, given);
  }
  let tm = starts[`${lift.name}.tm`] ?? null;
  const [known] = maxima;
  if (!maxima.has("1rm") && known) {
    maxima.set("1rm", tidy((known[1] * 100) / (rpePercentage(Number.parseInt(known[0], 10), 10) ?? 100)));
  } else if (!maxima.has("1rm") && tm !== null) {
    maxima.set("1rm", tidy((tm * 100) / (lift.tm_pct || 100)));
  }
  const one = maxima.get("1rm") ?? null;
  if (tm === null && one !== null && lift.tm_pct !== null) tm = tidy((one * lift.tm_pct) / 100);
  return { tm, maxima, e1rm: starts[`${lift.name}.e1rm`] ?? one, exercise: lift.exercise, why: null };
}

/** A track before it was trained, with what is known of the lifts in the bench's state. */
export function firstTrack(bench: Bench, key: string, slot: PlannedSlot): TrackState {
  const { scheme } = slot;
  const { starts, unit } = bench.enrolment;
  const track: TrackState = {
    weight: null,
    reps: scheme.climb?.[0] ?? 0,
    stage: scheme.stages[0] ?? 1,
    successes: 0,
    failures: 0,
    misses: 0,
    stalled: 0,
    done_week: 0,
    done_cycle: 0,
    variables: new Map(),
    why: reason("ask"),
    why_stage: null,
    why_reps: null,
  };
  const names = namesOf(bench, slot.slot.lift, track);
  for (const variable of scheme.variables) track.variables.set(variable.name, evaluate(variable.value, names, unit) ?? 0);
  for (const given of scheme.start ? [key] : [key, slot.slot.lift]) {
    const weight = starts[given];
    if (weight !== undefined) return { ...track, weight, why: reason("start") };
  }
  for (const formula of [scheme.start, bench.plan.lifts.get(slot.slot.lift)?.start]) {
    const weight = formula ? evaluate(formula, names, unit) : null;
    if (formula && weight !== null) return { ...track, weight, why: reason("start_formula", { formula: formulaText(formula) }) };
  }
  const weight = starts[slot.slot.lift];
  return weight === undefined ? track : { ...track, weight, why: reason("start") };
}

/** The weight for so many reps (`5rm`): as given, else by the RPE chart from the 1RM. */
export function maximum(state: LiftState, name: string): number | null {
  const given = state.maxima.get(name);
  if (given !== undefined) return given;
  const one = state.maxima.get("1rm");
  const share = rpePercentage(Number.parseInt(name, 10), 10);
  return one === undefined || share === null ? null : tidy((one * share) / 100);
}

/** The step of a lift in a unit. */
export function stepOf(plan: Plan, lift: string, unit: WeightUnit): number {
  return weightIn(plan.lifts.get(lift)?.step ?? STANDARD_STEP, unit);
}

function liftValue(bench: Bench, lift: string, name: string): number | null {
  const own = bench.state.lifts.get(lift);
  if (name === "step") return stepOf(bench.plan, lift, bench.enrolment.unit);
  if (!own) return null;
  if (name === "tm") return bench.state.lifts.get(tmLift(bench.plan, lift))?.tm ?? null;
  return name === "e1rm" ? own.e1rm : maximum(own, name);
}

/** The lift whose training max is meant; one step only, so there is no circle. */
export function tmLift(plan: Plan, lift: string): string {
  return plan.lifts.get(lift)?.tm_of ?? lift;
}

/** What a slot is trained with now: what the lifter swapped in, else the stage's or the lift's own. */
export function exerciseOf({ plan, state }: Bench, slot: PlannedSlot): string {
  const planned = plan.lifts.get(slot.slot.lift)?.exercise ?? "";
  const swapped = state.lifts.get(slot.slot.lift)?.exercise ?? planned;
  if (swapped !== planned) return swapped;
  return lineFor(slot, state.week, state.tracks.get(slot.track)?.stage ?? 1)?.exercise ?? swapped;
}

/** Whether percentages of the lift are of a training max. */
export function hasTrainingMax(plan: Plan, state: State, lift: string): boolean {
  const source = tmLift(plan, lift);
  return typeof plan.lifts.get(source)?.tm_pct === "number" || typeof state.lifts.get(source)?.tm === "number";
}

/** Whether a quantity belongs to a lift and not to a track. */
export function isOfLift(name: string): boolean {
  return name === "tm" || name === "e1rm" || name === "step" || /^[0-9]+rm$/.test(name);
}

/** What the names of a formula stand for, for one track; `result` knows those of today's sets. */
export function namesOf(bench: Bench, lift: string, track: TrackState, result?: Names): Names {
  return (name) => {
    if (name.includes(".")) return dotted(bench, name);
    if (isOfLift(name)) return liftValue(bench, lift, name);
    const variable = track.variables.get(name);
    if (variable !== undefined) return variable;
    if (name === "week") return bench.state.week;
    if (name === "cycle") return bench.state.cycle;
    return isOfTrack(name) ? track[name] : (result?.(name) ?? null);
  };
}

const OF_TRACK = ["weight", "reps", "stage", "successes", "failures", "misses", "stalled"] as const;

function isOfTrack(name: string): name is (typeof OF_TRACK)[number] {
  return (OF_TRACK as readonly string[]).includes(name);
}

function dotted(bench: Bench, name: string): number | null {
  const [lift = "", second = "", third] = name.split(".");
  if (third === undefined && isOfLift(second)) return liftValue(bench, lift, second);
  const track = bench.state.tracks.get(`${lift}.${second}`);
  const quantity = third ?? "weight";
  if (!track) return null;
  return isOfTrack(quantity) ? track[quantity] : (track.variables.get(quantity) ?? null);
}
