/** A lifter goes on with another edition of a program: what is carried over; the twin of the server's `carry.py`. */
import type { Enrolment } from "./facts.ts";
import type { Lift } from "./model.ts";
import { tidy } from "./numbers.ts";
import type { Plan, PlannedDay, PlannedSlot } from "./plan.ts";
import { emptyState, firstLift, firstTrack, type LiftState, type State, type TrackState } from "./state.ts";

/** Plans of editions by the id of the edition. */
export type Plans = ReadonlyMap<string, Plan>;

export const NO_PLANS: Plans = new Map();

/** The plan that a state belongs to: that of the edition moved to last, else the one begun with. */
export function currentPlan(plan: Plan, state: State, plans: Plans): Plan {
  return plans.get(state.program_version_id) ?? plan;
}

/**
 * The state in another edition.
 *
 * Lifts and tracks of the same name go on where they stand, counters included; new ones begin from the
 * start values and from what is known of the lifts by now. What the edition does not have is put aside and
 * goes on where it was when a later one has it again. Cycle, week and the days done stay where they exist;
 * behind the last week of a shorter edition the next cycle begins.
 */
export function carry(state: State, before: Plan, after: Plan, enrolment: Enrolment, program_version_id: string): State {
  const lifts = new Map([...state.other_lifts, ...state.lifts]);
  const tracks = new Map([...state.other_tracks, ...state.tracks]);
  const next: State = {
    ...emptyState(),
    cycle: state.cycle,
    week: state.week,
    last_date: state.last_date,
    program_version_id,
    other_lifts: lifts,
    other_tracks: tracks,
  };
  for (const lift of after.lifts.values()) {
    const own = lifts.get(lift.name);
    const planned = before.lifts.get(lift.name)?.exercise ?? lift.exercise;
    next.lifts.set(lift.name, own ? carriedLift(own, planned, lift) : firstLift(lift, enrolment));
    lifts.delete(lift.name);
  }
  for (const key of after.tracks.keys()) {
    const known = tracks.get(key);
    if (known) next.tracks.set(key, known);
    tracks.delete(key);
  }
  for (const [key, slot] of after.tracks) {
    const fresh = firstTrack({ plan: after, state: next, enrolment }, key, slot);
    const known = next.tracks.get(key);
    next.tracks.set(key, known ? carriedTrack(known, fresh, slot) : fresh);
  }
  place(state, next, before, after);
  return next;
}

function carriedLift(own: LiftState, planned: string, lift: Lift): LiftState {
  const one = own.maxima.get("1rm");
  if (own.tm === null && lift.tm_pct !== null && one !== undefined) own.tm = tidy((one * lift.tm_pct) / 100);
  if (own.exercise === planned) own.exercise = lift.exercise; // else the lifter swapped it, and that stays
  return own;
}

/** What is known of a track, within what its scheme has now. */
function carriedTrack(known: TrackState, fresh: TrackState, { scheme }: PlannedSlot): TrackState {
  if (known.weight === null) {
    known.weight = fresh.weight;
    known.why = fresh.why;
  }
  const [low, high] = scheme.climb ?? [known.reps, known.reps];
  known.reps = Math.min(Math.max(known.reps, low), high);
  const stages = scheme.stages.length > 0 ? scheme.stages : [1];
  known.stage = stages.findLast((stage) => stage <= known.stage) ?? stages[0] ?? 1;
  known.variables = new Map([...fresh.variables].map(([name, value]) => [name, known.variables.get(name) ?? value]));
  return known;
}

/** Put the position where the other edition has it. */
function place(state: State, next: State, before: Plan, after: Plan): void {
  const last = after.weeks.length;
  if (state.finished) next.week = Math.min(state.week + 1, last + 1);
  if (next.week > last) {
    if (!after.repeats) {
      next.week = last;
      next.finished = true;
      return;
    }
    next.cycle = state.cycle + 1;
    next.week = 1;
  } else if (!state.finished) {
    const days = matches(before, after, state.week);
    next.done = state.done.flatMap((number) => days.get(number) ?? []).toSorted((one, other) => one - other);
    next.again = days.get(state.again) ?? 0;
  }
  if (state.last_day === null) return;
  const day = state.last_day.week <= last ? matches(before, after, state.last_day.week).get(state.last_day.day) : undefined;
  next.last_day = day === undefined ? null : { ...state.last_day, day };
}

/** Numbers of the days of a week in the other edition: the day of that name, or that was renamed. */
function matches(before: Plan, after: Plan, week: number): ReadonlyMap<number, number> {
  const days: readonly PlannedDay[] = before.weeks[week - 1] ?? [];
  const names = new Set(days.map((day) => day.name));
  const free = new Map((after.weeks[week - 1] ?? []).map((day) => [day.number, day.name]));
  const found = new Map<number, number>();
  for (const day of days) {
    if (free.get(day.number) !== day.name) continue;
    found.set(day.number, day.number);
    free.delete(day.number);
  }
  for (const day of days) {
    if (found.has(day.number)) continue;
    let [same] = [...free].find(([, name]) => name === day.name) ?? [];
    const in_its_place = free.get(day.number);
    if (same === undefined && in_its_place !== undefined && !names.has(in_its_place)) same = day.number;
    if (same === undefined) continue;
    found.set(day.number, same);
    free.delete(same);
  }
  return found;
}
