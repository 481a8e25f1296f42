/** Which start values a program asks a lifter for; the twin of the server's `starts.py`. */
import { namesIn } from "./formulas.ts";
import type { SetGroup } from "./model.ts";
import type { Plan, PlannedSlot } from "./plan.ts";
import { isOfLift, tmLift } from "./state.ts";

export type StartKind = "max" | "tm" | "weight";

/**
 * A start value by its key.
 *
 * `max` is a maximum: that for any number of reps (`squat.5rm`), or a training max, does as well.
 * Without one that `is_required` some set has no weight that the lifter could not choose better; the
 * others are where the first weights come from, which may be chosen in the first session too.
 */
export interface NeededStart {
  readonly key: string;
  readonly kind: StartKind;
  readonly lift: string;
  readonly exercise: string;
  readonly is_required: boolean;
}

interface Asked {
  readonly kind: StartKind;
  readonly is_required: boolean;
}

/** Start values that a lifter must or may give, by lift in the order of the program. */
export function neededStarts(plan: Plan): readonly NeededStart[] {
  const asked = new Map([...plan.lifts.keys()].map((name) => [name, new Map<string, Asked>()]));
  const weights = new Map<string, string[]>();
  for (const [key, slot] of plan.tracks) {
    const { lift } = slot.slot;
    for (const [name, is_required] of namesOfTrack(plan, slot)) ask(plan, asked, lift, name, is_required);
    const start = slot.scheme.start ?? plan.lifts.get(lift)?.start ?? null;
    if (start) {
      for (const name of namesIn(start)) ask(plan, asked, lift, name, true);
    } else if (groupsOf(plan, key).some((group) => group.load.kind === "work" && group.goal !== "rm")) {
      weights.set(lift, [...(weights.get(lift) ?? []), key]);
    }
  }
  for (const [lift, keys] of weights) {
    // One weight for the lift does where it has one track only.
    const own = asked.get(lift);
    for (const key of keys.length > 1 ? keys : [lift]) own?.set(key, { kind: "weight", is_required: false });
  }
  return [...asked].flatMap(([lift, keys]) =>
    [...keys].map(([key, one]) => ({ key, ...one, lift, exercise: plan.lifts.get(lift)?.exercise ?? "" })),
  );
}

/** All sets of a track, in whatever week, stage and day. */
function groupsOf(plan: Plan, key: string): readonly SetGroup[] {
  const slots = plan.weeks.flatMap((days) => days.flatMap((day) => day.slots)).filter((slot) => slot.track === key);
  const written = new Map(slots.map((slot) => [slot.slot, slot.scheme]));
  return [...written].flatMap(([slot, scheme]) => [...slot.groups, ...scheme.sets.flatMap((line) => line.groups)]);
}

/** Quantities that a track's sets and rules name, and whether a weight hangs on it. */
function namesOfTrack(plan: Plan, slot: PlannedSlot): readonly (readonly [string, boolean])[] {
  const found: [string, boolean][] = [];
  for (const { load } of groupsOf(plan, slot.track)) {
    if (load.kind === "percent") found.push([load.of || baseOf(plan, slot.slot.lift), true]);
    else if (load.kind === "effort") found.push(["e1rm", false]);
    else if (load.kind === "formula") for (const name of namesIn(load.formula)) found.push([name, true]);
  }
  for (const variable of slot.scheme.variables) for (const name of namesIn(variable.value)) found.push([name, false]);
  for (const rule of slot.scheme.rules) {
    for (const name of namesIn(rule.when)) found.push([name, false]);
    for (const action of rule.actions) {
      for (const name of namesIn(action.value)) found.push([name, false]);
      if (action.kind === "add" || action.kind === "subtract") found.push([action.target, false]);
    }
  }
  return found;
}

function baseOf(plan: Plan, lift: string): string {
  return plan.lifts.get(tmLift(plan, lift))?.tm_pct === null ? "1rm" : "tm";
}

/** Note what a quantity of a lift is known from; what is no lift's is known from the rest. */
function ask(plan: Plan, asked: Map<string, Map<string, Asked>>, lift: string, name: string, is_required: boolean): void {
  const parts = name.split(".");
  const last = parts.at(-1) ?? "";
  if (!isOfLift(last) || last === "step" || parts.length > 2) return;
  let owner = parts.length === 2 ? (parts[0] ?? "") : lift;
  let kind: StartKind = "max";
  if (last === "tm") {
    owner = tmLift(plan, owner);
    if (plan.lifts.get(owner)?.tm_pct === null) kind = "tm";
  }
  const key = kind === "tm" ? `${owner}.tm` : `${owner}.1rm`;
  const own = asked.get(owner);
  own?.set(key, { kind, is_required: is_required || (own.get(key)?.is_required ?? false) });
}
