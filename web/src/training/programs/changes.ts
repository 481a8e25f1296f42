/** What a workout changed: which weights, reps, stages and maxima rose, fell or stayed; the twin of the server's `changes.py`. */
import { NO_PLANS, type Plans } from "./carry.ts";
import { ordered, type Enrolment, type Fact } from "./facts.ts";
import { Folding } from "./fold.ts";
import type { Loading } from "./loading.ts";
import type { Load } from "./model.ts";
import type { Plan, PlannedSlot } from "./plan.ts";
import { reason, type Reason } from "./reasons.ts";
import { exerciseOf, maximum, tmLift, type State } from "./state.ts";

export type Direction = "rose" | "fell" | "stayed" | "new";
export type Quantity = "weight" | "reps" | "stage" | "tm" | "1rm" | "e1rm";

/**
 * A quantity before and after a workout, in the enrolment's unit.
 *
 * `what` is `weight`, `reps` or `stage` of `track`, or `tm`, `1rm` or `e1rm` of `lift` (`track` is empty, or
 * the one that stands at it); `loaded` is the weight after it as it can be loaded. `by` is the track whose
 * rule did it: what a `suppress` fact has to name to keep the change away, and to take back where
 * `is_suppressed`.
 */
export interface Change {
  readonly track: string;
  readonly lift: string;
  readonly what: Quantity;
  readonly before: number | null;
  readonly after: number | null;
  readonly loaded: number | null;
  readonly direction: Direction;
  readonly reason: Reason | null;
  readonly by: string;
  readonly is_suppressed: boolean;
}

/** A quantity of a track (else `track` is empty) at one moment, with why it is what it is. */
interface Seen {
  readonly track: string;
  readonly lift: string;
  readonly what: Quantity;
  readonly value: number | null;
  readonly reason: Reason | null;
}

/**
 * What changed by one workout, in the order of the program; nothing for one that is not among the facts.
 *
 * Every track that was trained is there, with what stayed where nothing changed. What was logged after the
 * workout has no part in it, but for changes of this workout that were kept away. `plans` are those of the
 * editions that facts move to.
 */
export function whatChanges(
  plan: Plan,
  enrolment: Enrolment,
  facts: readonly Fact[],
  workout_id: string,
  loading: Loading,
  plans: Plans = NO_PLANS,
): readonly Change[] {
  const folding = new Folding(plan, enrolment, ordered(facts), loading, plans);
  for (const one of folding.facts) {
    if (one.kind === "workout" && one.id === workout_id) {
      const before = seen(folding.plan, folding.state);
      folding.apply(one);
      return changes(folding, one, before);
    }
    folding.apply(one);
  }
  return [];
}

/** Every quantity there is, in the order in which changes are told. */
function seen(plan: Plan, state: State): readonly Seen[] {
  const found: Seen[] = [];
  for (const [key, { slot }] of plan.tracks) {
    const track = state.tracks.get(key);
    if (!track) continue;
    const { lift } = slot;
    found.push({ track: key, lift, what: "weight", value: track.weight, reason: track.why });
    found.push({ track: key, lift, what: "reps", value: track.reps, reason: track.why_reps ?? track.why });
    found.push({ track: key, lift, what: "stage", value: track.stage, reason: track.why_stage });
  }
  for (const lift of plan.lifts.keys()) {
    const own = state.lifts.get(lift);
    if (!own) continue;
    found.push({ track: "", lift, what: "tm", value: own.tm, reason: own.why });
    found.push({ track: "", lift, what: "1rm", value: maximum(own, "1rm"), reason: own.why });
    found.push({ track: "", lift, what: "e1rm", value: own.e1rm, reason: null });
  }
  return found;
}

function changes(folding: Folding, one: Fact, before: readonly Seen[]): readonly Change[] {
  const { plan, state } = folding;
  const after = seen(plan, state);
  // Applying a workout adds and removes no quantity, so both lists are in step.
  const pairs = after.map((now, index) => ({ now, old: before[index]?.value ?? null }));
  const changed = pairs.filter(({ now, old }) => now.value !== old);
  const trained = new Set(one.slots.map((slot) => slot.track));
  const told = (track: string, { now, old }: { now: Seen; old: number | null }) => change(folding, one, track, now, old);
  const found: Change[] = [];
  for (const [key, slot] of plan.tracks) {
    const own = changed.filter(({ now }) => now.track === key);
    if (own.length > 0) {
      found.push(...own.map((pair) => told(key, pair)));
    } else if (trained.has(key)) {
      const { track, lift, what } = standing(plan, state, slot);
      const pair = pairs.find(({ now }) => now.track === track && now.lift === lift && now.what === what);
      if (pair && pair.now.value !== null && (track || !changed.includes(pair))) found.push(told(key, pair));
    }
  }
  const of_lifts = changed.filter(({ now }) => !now.track && (now.what !== "e1rm" || usesE1rm(plan, now.lift)));
  return [...found, ...of_lifts.map((pair) => told("", pair))];
}

/** What a track stands at when nothing changed: its weight, else its reps, else its training max. */
function standing(plan: Plan, state: State, slot: PlannedSlot): Pick<Seen, "track" | "lift" | "what"> {
  const { lift } = slot.slot;
  if (typeof state.tracks.get(slot.track)?.weight === "number") return { track: slot.track, lift, what: "weight" };
  if (slot.scheme.climb !== null) return { track: slot.track, lift, what: "reps" };
  return { track: "", lift: tmLift(plan, lift), what: "tm" };
}

function usesE1rm(plan: Plan, lift: string): boolean {
  const follows = ({ slot, scheme }: PlannedSlot) =>
    [...slot.groups, ...scheme.sets.flatMap((line) => line.groups)].some((group) => isOfE1rm(group.load));
  return [...plan.tracks.values()].some((slot) => slot.slot.lift === lift && follows(slot));
}

function isOfE1rm(load: Load): boolean {
  return load.kind === "effort" || load.of === "e1rm";
}

function change(folding: Folding, one: Fact, track: string, now: Seen, before: number | null): Change {
  const { lift, what, value: after } = now;
  const slot = folding.plan.tracks.get(track);
  let why = now.reason;
  if (what === "e1rm") {
    why = reason("estimated", { date: one.date });
  } else if (track && before === after && what !== "weight") {
    // Why it once became what it is says nothing of this workout.
    const own = folding.state.tracks.get(track)?.why;
    why = own?.code === "suppressed" ? own : null;
  }
  const by = before === after ? track : String(why?.values["track"] ?? track);
  const loaded =
    what === "weight" && after !== null && slot ? folding.loading.rounded(exerciseOf(folding.bench, slot), after) : null;
  const is_suppressed = folding.isSuppressed(one, by);
  return { track, lift, what, before, after, loaded, direction: directionOf(before, after), reason: why, by, is_suppressed };
}

function directionOf(before: number | null, after: number | null): Direction {
  if (before === after || after === null) return "stayed";
  if (before === null) return "new";
  return after > before ? "rose" : "fell";
}
