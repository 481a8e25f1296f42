/** Rules at work: the first one that fits an event changes the state, and says why; the twin of the server's `apply_rules.py`. */
import { evaluate, type Names } from "./formulas.ts";
import type { Action, Rule, Trigger } from "./model.ts";
import { tidy } from "./numbers.ts";
import type { PlannedSlot } from "./plan.ts";
import { reason, type Values } from "./reasons.ts";
import { resultValue, type Outcome, type Result } from "./results.ts";
import { isOfLift, maximum, namesOf, tmLift, type Bench, type LiftState, type State, type TrackState } from "./state.ts";

/** What happened: a slot was done with an outcome, or a week or a cycle ended. */
export interface Event {
  readonly trigger: Trigger;
  readonly week: number;
  readonly date: string;
  readonly result: Result | null;
  readonly outcome: Outcome | null;
}

/** Apply the first rule of the slot's scheme that fits; tell whether there was one. */
export function fire(bench: Bench, slot: PlannedSlot, event: Event): boolean {
  const track = bench.state.tracks.get(slot.track);
  if (!track) return false;
  const is_deload = bench.plan.deloads.has(event.week);
  const { result } = event;
  const names = namesOf(bench, slot.slot.lift, track, result ? (name) => resultValue(result, name) : undefined);
  for (const rule of slot.scheme.rules) {
    if (!fits(rule, event, track, is_deload)) continue;
    if (rule.when !== null && !evaluate(rule.when, names, bench.enrolment.unit)) continue;
    const cause = causeOf(rule, event, bench.state, slot.track);
    for (const action of rule.actions) act(bench, slot, track, action, names, cause);
    return true;
  }
  return false;
}

function fits(rule: Rule, event: Event, track: TrackState, is_deload: boolean): boolean {
  let is_fit = rule.trigger === event.trigger;
  if (event.trigger === "done") {
    // Nothing is counted in a deload week, so nothing there needs to have come in a row.
    if (rule.trigger === "success") is_fit = event.outcome === "success" && (is_deload || track.successes >= rule.times);
    else if (rule.trigger === "failure") is_fit = event.outcome === "failure" && (is_deload || track.failures >= rule.times);
    // A deload week changes nothing, unless a rule names it.
    is_fit = is_fit && (!is_deload || rule.weeks.includes(event.week));
  }
  return is_fit && (rule.weeks.length === 0 || rule.weeks.includes(event.week)) && (rule.stage ?? track.stage) === track.stage;
}

function causeOf(rule: Rule, event: Event, state: State, track: string): Values {
  const { result } = event;
  return {
    cause: rule.trigger,
    times: rule.times,
    date: event.date,
    track,
    ...(result ? { goal: result.goal, wanted: result.target, last: result.amounts.at(-1) ?? 0 } : {}),
    week: event.week,
    cycle: state.cycle,
  };
}

function act(bench: Bench, slot: PlannedSlot, track: TrackState, action: Action, names: Names, cause: Values): void {
  if (action.value === null) {
    const { stages } = slot.scheme;
    const later = stages.find((stage) => stage > track.stage) ?? stages.at(-1);
    setStage(track, (action.kind === "first_stage" ? stages[0] : later) ?? 1, cause);
    return;
  }
  let value = evaluate(action.value, names, bench.enrolment.unit);
  if (value === null) return;
  if (action.kind !== "set") {
    const before = names(action.target);
    if (before === null) return;
    const sign = action.kind === "add" ? 1 : -1;
    value = action.is_percent ? (before * (100 + sign * value)) / 100 : before + sign * value;
  }
  change(bench, slot, action.target, tidy(value), { ...cause, percent: action.is_percent ? action.value.number : null });
}

/** Set a quantity by its name, seen from a slot, and remember why it changed. */
function change(bench: Bench, slot: PlannedSlot, target: string, value: number, cause: Values): void {
  const { plan, state } = bench;
  const [first = "", second, third] = target.split(".");
  const is_own = second === undefined;
  const is_lift_dotted = second !== undefined && third === undefined && isOfLift(second);
  const lift = is_own ? slot.slot.lift : first;
  const key = is_own || is_lift_dotted ? slot.track : `${first}.${second}`;
  const name = is_own ? target : is_lift_dotted ? second : (third ?? "weight");
  const track = state.tracks.get(key);
  const planned = plan.tracks.get(key);
  if (isOfLift(name)) {
    const own = state.lifts.get(name === "tm" ? tmLift(plan, lift) : lift);
    if (!own || !track) return;
    if (setOfLift(own, name, Math.max(value, 0), cause)) track.stalled = 0;
    reset(track);
  } else if (track && planned) {
    setOfTrack(planned, track, name, value, cause);
  }
}

function rose(before: number | null, value: number): boolean {
  return before === null || value > before;
}

/** Set a maximum of a lift; tell whether it rose. */
function setOfLift(own: LiftState, name: string, value: number, cause: Values): boolean {
  const before = name === "tm" ? own.tm : maximum(own, name);
  own.why = reason("changed", { what: name, from: before, to: value, ...cause });
  if (name === "tm") own.tm = value;
  else own.maxima = new Map([[name, value]]); // those for other reps follow from it
  return rose(before, value);
}

/** Set weight, reps, stage or a variable of a track, within what its scheme allows. */
export function setOfTrack(slot: PlannedSlot, track: TrackState, name: string, wanted: number, cause: Values): void {
  if (name === "weight") {
    const value = Math.max(wanted, 0);
    track.why = reason("changed", { what: "weight", from: track.weight, to: value, ...cause });
    if (rose(track.weight, value)) track.stalled = 0;
    track.weight = value;
    reset(track);
  } else if (name === "reps") {
    const [low, high] = slot.scheme.climb ?? [1, 100];
    const value = Math.min(Math.max(wanted, low), high);
    track.why_reps = reason("changed", { what: "reps", from: track.reps, to: value, ...cause, percent: null });
    if (value > track.reps) {
      track.stalled = 0;
      if (["held", "changed", "start", "adopted"].includes(track.why.code)) track.why = track.why_reps;
    }
    track.reps = value;
    reset(track);
  } else if (name === "stage") {
    const { stages } = slot.scheme;
    setStage(track, Math.trunc(Math.min(Math.max(wanted, stages[0] ?? 1), stages.at(-1) ?? 1)), cause);
  } else {
    track.variables.set(name, wanted);
  }
}

function setStage(track: TrackState, stage: number, cause: Values): void {
  track.why_stage = reason("stage", { stage, date: cause["date"] ?? "" });
  track.stage = stage;
  reset(track);
}

function reset(track: TrackState): void {
  track.successes = 0;
  track.failures = 0;
}
