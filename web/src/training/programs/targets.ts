/** What to lift: every set of the next session with its weight and reasons; the twin of the server's `targets.py`. */
import { rpePercentage } from "../e1rm.ts";
import type { DoneSlot } from "./facts.ts";
import { evaluate, formulaText } from "./formulas.ts";
import type { Loading } from "./loading.ts";
import type { Load, SetGroup } from "./model.ts";
import { tidy, weightIn } from "./numbers.ts";
import { groupsFor, type PlannedSlot } from "./plan.ts";
import { reason, type Reason } from "./reasons.ts";
import { weightOf } from "./results.ts";
import { exerciseOf, hasTrainingMax, namesOf, tmLift, type Bench, type TrackState } from "./state.ts";

/** One set asked for; `weight` is loadable, `unrounded` what it was rounded from, null where the lifter chooses. */
export interface Target {
  readonly kind: string;
  readonly goal: string;
  readonly low: number;
  readonly high: number;
  readonly weight: number | null;
  readonly unrounded: number | null;
  readonly rpe: number | null;
  readonly rir: number | null;
  readonly rest_s: number | null;
  readonly tempo: string | null;
  readonly label: string | null;
  readonly reasons: readonly Reason[];
}

/** The sets of one slot; `exercise` is what is trained, swapped or planned. */
export interface SlotTargets {
  readonly lift: string;
  readonly exercise: string;
  readonly track: string;
  readonly stage: number;
  readonly superset: string | null;
  readonly note: string | null;
  readonly reasons: readonly Reason[];
  readonly sets: readonly Target[];
}

/** A weight that was worked out, or null, and why. */
interface Found {
  readonly weight: number | null;
  readonly reasons: readonly Reason[];
}

/** What targets are worked out from; `live` is what was done today so far. */
export interface Workbench extends Bench {
  readonly loading: Loading;
  readonly live: readonly DoneSlot[];
}

/** The heaviest target of each lift so far in this session. */
export type PlannedTop = Map<string, number>;

interface Place {
  readonly bench: Workbench;
  readonly slot: PlannedSlot;
  readonly track: TrackState;
  readonly planned_top: PlannedTop;
}

/** Targets of a slot; `planned_top` has those before it and gets this slot's. */
export function slotTargets(bench: Workbench, slot: PlannedSlot, planned_top: PlannedTop): SlotTargets | null {
  const { lift, superset, note } = slot.slot;
  const track = bench.state.tracks.get(slot.track);
  const planned = bench.plan.lifts.get(lift)?.exercise ?? "";
  if (!track) return null;
  const exercise = exerciseOf(bench, slot);
  const place = { bench, slot, track, planned_top };
  const sets: Target[] = [];
  for (const group of groupsFor(slot, bench.state.week, track.stage)) {
    for (let index = 0; index < group.sets; index += 1) {
      const target = targetOf(place, group, index);
      sets.push(target);
      if (target.weight !== null && group.load.of !== "top") {
        planned_top.set(lift, Math.max(planned_top.get(lift) ?? 0, target.weight));
      }
    }
  }
  const reasons = track.why_stage === null ? [] : [track.why_stage];
  if (bench.state.lifts.get(lift)?.exercise !== planned) reasons.push(reason("swapped", { exercise, planned }));
  if (bench.plan.deloads.has(bench.state.week)) reasons.push(reason("deload"));
  return {
    lift,
    exercise,
    track: slot.track,
    stage: track.stage,
    superset,
    note: note ?? slot.scheme.note,
    reasons,
    sets: [...warmUps(place, sets), ...sets],
  };
}

function targetOf(place: Place, group: SetGroup, index: number): Target {
  const { bench, slot, track } = place;
  const found = ramped(weightFor(place, group), group, index);
  let { weight, reasons } = found;
  if (found.weight !== null) {
    weight = bench.loading.rounded(exerciseOf(bench, slot), found.weight);
    if (weight !== found.weight) reasons = [...reasons, reason("rounded", { from: found.weight, to: weight })];
  }
  const climbs = group.goal === "climb";
  const is_amrap = group.kind === "working" && (group.goal === "amrap" || group.goal === "max");
  return {
    kind: is_amrap ? "amrap" : group.kind,
    goal: climbs ? "reps" : group.goal,
    low: climbs ? track.reps : group.low,
    high: climbs ? track.reps : group.high,
    weight,
    unrounded: found.weight,
    rpe: group.rpe,
    rir: group.rir,
    rest_s: group.rest_s ?? slot.slot.rest_s ?? slot.scheme.rest_s,
    tempo: group.tempo ?? slot.scheme.tempo,
    label: group.label,
    reasons,
  };
}

function ramped(found: Found, group: SetGroup, index: number): Found {
  if (group.ramp_pct === null || found.weight === null) return found;
  const percent = 100 - group.ramp_pct * (group.sets - 1 - index);
  if (percent === 100) return found;
  const why = reason("ramp", { percent, base: found.weight });
  return { weight: tidy(Math.max((found.weight * percent) / 100, 0)), reasons: [why, ...found.reasons] };
}

function because(weight: number | null, ...reasons: readonly Reason[]): Found {
  return { weight, reasons };
}

function weightFor(place: Place, group: SetGroup): Found {
  const { bench, slot, track } = place;
  const { load } = group;
  const { unit } = bench.enrolment;
  switch (load.kind) {
    case "work":
      if (group.goal === "rm") return because(null, reason("work_up", { reps: group.low }));
      return track.weight === null ? because(null, reason("ask")) : because(track.weight, track.why);
    case "percent":
      return percentOf(place, load);
    case "effort":
      return effort(place, group);
    case "fixed":
      return because(load.weight && weightIn(load.weight, unit), reason("fixed"));
    case "formula": {
      const value = load.formula && evaluate(load.formula, namesOf(bench, slot.slot.lift, track), unit);
      if (value === null || load.formula === null) return because(null, reason("ask"));
      return because(Math.max(value, 0), reason("formula", { formula: formulaText(load.formula) }));
    }
    case "ask":
    case "bodyweight":
      return because(null, reason(load.kind));
  }
}

function percentOf(place: Place, load: Load): Found {
  const { bench, slot, track, planned_top } = place;
  const { lift } = slot.slot;
  const { percent } = load;
  if (load.of === "top") return ofTop(bench, lift, percent, planned_top);
  const of = load.of || (hasTrainingMax(bench.plan, bench.state, lift) ? "tm" : "1rm");
  const base = namesOf(bench, lift, track)(of);
  if (base === null) return because(null, reason("missing", { what: of }));
  const why = whyOf(bench, lift, track, of);
  const reasons = [reason("percent", { percent, of, base }), ...(why ? [why] : [])];
  return { weight: tidy(Math.max((base * percent) / 100, 0)), reasons };
}

/** Why the base of a percentage last changed. */
function whyOf(bench: Workbench, lift: string, track: TrackState, of: string): Reason | null {
  if (of === "weight") return track.why;
  const parts = of.split(".");
  const owner = parts.length === 2 ? (parts[0] ?? lift) : lift;
  if (parts.at(-1) === "tm") return bench.state.lifts.get(tmLift(bench.plan, owner))?.why ?? null;
  if (parts.at(-1) === "1rm") return bench.state.lifts.get(owner)?.why ?? null;
  return bench.state.tracks.get(of)?.why ?? null;
}

function ofTop(bench: Workbench, lift: string, percent: number, planned_top: PlannedTop): Found {
  const done = bench.live
    .filter((slot) => slot.track.split(".")[0] === lift)
    .flatMap((slot) => slot.sets.filter((one) => one.completed && one.kind !== "warm_up"))
    .flatMap((one) => weightOf(one, bench.enrolment.unit) ?? []);
  const base = done.length > 0 ? Math.max(...done) : planned_top.get(lift);
  if (base === undefined) return because(null, reason("top_pending", { percent }));
  return because(tidy((base * percent) / 100), reason(done.length > 0 ? "top" : "top_planned", { percent, base }));
}

function effort(place: Place, group: SetGroup): Found {
  const { bench, slot, track } = place;
  const rpe = group.rpe ?? 10 - (group.rir ?? 0);
  const reps = group.goal === "climb" ? track.reps : group.high;
  const base = bench.state.lifts.get(slot.slot.lift)?.e1rm ?? null;
  const share = Number.isInteger(reps) ? rpePercentage(reps, rpe) : null;
  if (base === null) return because(null, reason("missing", { what: "e1rm" }));
  if (share === null) return because(null, reason("ask"));
  return because(tidy((base * share) / 100), reason("effort", { percent: share, base, reps, rpe }));
}

function warmUps(place: Place, sets: readonly Target[]): readonly Target[] {
  const { bench, slot } = place;
  const { warm_up } = slot.scheme;
  const [first] = sets;
  if (warm_up === null || !first) return [];
  if (warm_up.groups.length === 0) return first.weight === null ? [] : generalWarmUps(place, first.weight, first.high);
  const has_max = hasTrainingMax(bench.plan, bench.state, slot.slot.lift);
  return warm_up.groups.flatMap((group) => {
    const of_weight = group.load.kind === "percent" && !group.load.of && !has_max;
    const own = of_weight ? { ...group, load: { ...group.load, of: "weight" } } : group;
    return Array.from({ length: group.sets }, (_, index) => ({ ...targetOf(place, own, index), kind: "warm_up" }));
  });
}

function generalWarmUps({ bench, slot }: Place, weight: number, reps: number): readonly Target[] {
  return bench.loading.warmUps(exerciseOf(bench, slot), weight, Math.trunc(reps)).map((one) => ({
    kind: "warm_up",
    goal: "reps",
    low: one.reps,
    high: one.reps,
    weight: one.weight,
    unrounded: one.weight,
    rpe: null,
    rir: null,
    rest_s: null,
    tempo: null,
    label: null,
    reasons: [reason("warm_up")],
  }));
}
