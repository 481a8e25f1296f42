/** From start values and facts to where the lifter stands; the twin of the server's `fold.py`. */
import { fire, setOfTrack } from "./apply-rules.ts";
import { carry, NO_PLANS, type Plans } from "./carry.ts";
import { ordered, type DoneSlot, type Enrolment, type Fact } from "./facts.ts";
import type { Loading } from "./loading.ts";
import { tidy } from "./numbers.ts";
import { groupsFor, type Plan, type PlannedDay, type PlannedSlot } from "./plan.ts";
import { reason, type Reason } from "./reasons.ts";
import { resultOf, sessionE1rm, wantedSets, type Result, type Wanted } from "./results.ts";
import { exerciseOf, firstState, isOfLift, type Bench, type LiftState, type State, type TrackState } from "./state.ts";

/**
 * Where the lifter stands after these facts, in whatever order they are given.
 *
 * What can be loaded matters too: a weight that was only rounded is not one the lifter chose. `plans` are
 * those of the editions that facts name; moving to one that is not there changes nothing.
 */
export function fold(plan: Plan, enrolment: Enrolment, facts: readonly Fact[], loading: Loading, plans: Plans = NO_PLANS): State {
  const folding = new Folding(plan, enrolment, ordered(facts), loading, plans);
  for (const one of folding.facts) folding.apply(one);
  return folding.state;
}

/** The day that comes next: one to be repeated, else the first of the week that is not behind. */
export function nextDay(plan: Plan, state: State): PlannedDay | null {
  const days = plan.weeks[state.week - 1] ?? [];
  if (state.again) return days[state.again - 1] ?? null;
  return days.find((day) => !state.done.includes(day.number)) ?? null;
}

/** Applies facts one after the other, so that one can stop between two of them. */
export class Folding {
  state: State;
  bench: Bench;
  plan: Plan;
  readonly facts: readonly Fact[];
  readonly loading: Loading;
  private readonly plans: Plans;
  private readonly suppressed: ReadonlySet<string>;
  private readonly loaded = new Map<string, number>();
  private readonly wanted = new Map<PlannedSlot, Map<string, readonly Wanted[]>>();

  constructor(plan: Plan, enrolment: Enrolment, facts: readonly Fact[], loading: Loading, plans: Plans = NO_PLANS) {
    this.plans = plans;
    this.loading = loading;
    this.plan = plan;
    this.facts = facts;
    this.state = firstState(plan, enrolment);
    this.bench = { plan, state: this.state, enrolment };
    // Which changes are kept away may be said before or after the workout arrives.
    this.suppressed = new Set(facts.filter((one) => one.kind === "suppress").map((one) => `${one.track} ${one.workout}`));
  }

  /** Let one fact change the state; what has no meaning for this program changes nothing. */
  apply(one: Fact): void {
    switch (one.kind) {
      case "workout":
        this.workout(one);
        break;
      case "skip": {
        const day = this.dayOf(one);
        if (day) this.finish(one, day);
        break;
      }
      case "repeat":
        this.repeat();
        break;
      case "move":
        this.move(one);
        break;
      case "break":
        this.pause(one);
        break;
      case "set":
        this.set(one);
        break;
      case "swap": {
        const lift = this.state.lifts.get(one.lift);
        if (lift) lift.exercise = one.exercise || (this.plan.lifts.get(one.lift)?.exercise ?? "");
        break;
      }
      case "edition":
        this.edition(one);
        break;
      case "suppress":
        break;
    }
  }

  /** Whether what a workout would change for a track is kept away. */
  isSuppressed(one: Fact, track: string): boolean {
    return this.suppressed.has(`${track} ${one.id}`) || this.suppressed.has(` ${one.id}`);
  }

  /** The day a fact is about; one of another week makes that the present one. */
  private dayOf(one: Fact): PlannedDay | null {
    const { state } = this;
    if (state.finished) return null;
    if (!one.day) return nextDay(this.plan, state);
    const week = one.week || state.week;
    const day = this.plan.weeks[week - 1]?.[one.day - 1];
    if (!day) return null;
    if (week !== state.week) {
      state.week = week;
      state.done = [];
      state.again = 0;
    }
    return day;
  }

  private workout(one: Fact): void {
    const day = this.dayOf(one);
    if (!day) return;
    this.state.last_date = one.date;
    const taken = new Map<string, number>();
    for (const done of one.slots) {
      const place = taken.get(done.track) ?? 0;
      taken.set(done.track, place + 1);
      const slot = day.slots.filter((same) => same.track === done.track)[place];
      if (slot) this.slot(one, slot, done);
    }
    this.finish(one, day);
  }

  private slot(one: Fact, slot: PlannedSlot, done: DoneSlot): void {
    const { state } = this;
    const track = state.tracks.get(slot.track);
    const lift = state.lifts.get(slot.slot.lift);
    if (!track || !lift) return;
    const wanted = this.wantedOf(slot, track);
    // Another exercise for a day says nothing about this one.
    const exercise = exerciseOf(this.bench, slot);
    if (wanted.length === 0 || (done.exercise !== null && done.exercise !== exercise)) return;
    const { unit } = this.bench.enrolment;
    const result = resultOf(wanted, done, unit);
    lift.e1rm = sessionE1rm(wanted, done.sets, unit) ?? lift.e1rm;
    track.done_week += 1;
    track.done_cycle += 1;
    if (this.plan.deloads.has(state.week)) {
      this.fire(one, slot, result);
      return;
    }
    if (result.used !== null) this.adopt(track, exercise, result.used, one.date);
    count(track, result);
    if (this.isSuppressed(one, slot.track)) {
      track.why = reason("suppressed", { date: one.date });
      return;
    }
    const before = track.why;
    if (!this.fire(one, slot, result) || track.why === before) hold(track, result, one.date);
  }

  /** Go on from the weight that was used, unless it is the target as it can be loaded. */
  private adopt(track: TrackState, exercise: string, used: number, date: string): void {
    if (track.weight !== null) {
      const key = `${track.weight} ${exercise}`;
      const loaded = this.loaded.get(key) ?? this.loading.rounded(exercise, track.weight);
      this.loaded.set(key, loaded);
      if (used === loaded) return;
    }
    track.weight = used;
    track.why = reason("adopted", { weight: used, date });
  }

  private fire(one: Fact, slot: PlannedSlot, result: Result): boolean {
    const event = { trigger: "done", week: this.state.week, date: one.date, result, outcome: result.outcome } as const;
    return !this.isSuppressed(one, slot.track) && fire(this.bench, slot, event);
  }

  /** Sets asked for; alike in every session of a week and stage unless their reps climb. */
  private wantedOf(slot: PlannedSlot, track: TrackState): readonly Wanted[] {
    const { week } = this.state;
    const groups = () => wantedSets(groupsFor(slot, week, track.stage), track.reps);
    if (slot.scheme.climb !== null) return groups();
    const known = this.wanted.get(slot) ?? new Map<string, readonly Wanted[]>();
    this.wanted.set(slot, known);
    const key = `${week} ${track.stage}`;
    const found = known.get(key) ?? groups();
    known.set(key, found);
    return found;
  }

  /** Put the day behind; the last one ends its week, the last week its cycle. */
  private finish(one: Fact, day: PlannedDay): void {
    const { state } = this;
    state.last_day = { cycle: state.cycle, week: state.week, day: day.number };
    state.again = 0;
    if (!state.done.includes(day.number)) state.done = [...state.done, day.number];
    this.closeWeek(one);
  }

  /** Go on with the next week that has days where all of this one are behind. */
  private closeWeek(one: Fact): void {
    const { state } = this;
    const { weeks } = this.plan;
    if (state.done.length < (weeks[state.week - 1]?.length ?? 0)) return;
    this.end(one, "week");
    do {
      if (state.week === weeks.length) {
        this.end(one, "cycle");
        if (!this.plan.repeats) {
          state.finished = true;
          return;
        }
        state.cycle += 1;
        state.week = 1;
      } else {
        state.week += 1;
      }
      state.done = [];
    } while (weeks[state.week - 1]?.length === 0);
  }

  /** Fire what the end of a week or cycle brings, for every track that was trained in it. */
  private end(one: Fact, what: "week" | "cycle"): void {
    const { state } = this;
    const trigger = what === "week" ? "week_end" : "cycle_end";
    for (const [key, slot] of this.plan.tracks) {
      const track = state.tracks.get(key);
      const trained = what === "week" ? track?.done_week : track?.done_cycle;
      if (trained && !this.isSuppressed(one, key)) {
        fire(this.bench, slot, { trigger, week: state.week, date: one.date, result: null, outcome: null });
      }
    }
    for (const track of state.tracks.values()) {
      track.done_week = 0;
      if (what === "week") continue;
      track.done_cycle = 0;
      track.misses = 0;
    }
  }

  private edition(one: Fact): void {
    const plan = this.plans.get(one.program_version_id);
    if (!plan?.weeks.some((days) => days.length > 0)) return;
    const { enrolment } = this.bench;
    this.state = carry(this.state, this.plan, plan, enrolment, one.program_version_id);
    this.plan = plan;
    this.bench = { plan, state: this.state, enrolment };
    if (!this.state.finished) this.closeWeek(one);
  }

  private repeat(): void {
    const { state } = this;
    if (state.last_day === null) return;
    const { cycle, week, day } = state.last_day;
    if (week === state.week && cycle === state.cycle && !state.finished) {
      state.again = day;
      return;
    }
    // The week was over: it is the present one again, with this day left.
    state.cycle = cycle;
    state.week = week;
    state.finished = false;
    state.again = 0;
    state.done = (this.plan.weeks[week - 1] ?? []).map((one) => one.number).filter((number) => number !== day);
  }

  private move(one: Fact): void {
    const { state } = this;
    const week = one.week || state.week;
    const days = this.plan.weeks[week - 1] ?? [];
    if (days.length === 0) return;
    state.week = week;
    state.finished = false;
    state.again = 0;
    const first = one.day >= 1 && one.day <= days.length ? one.day : 1;
    state.done = days.map((day) => day.number).filter((number) => number < first);
  }

  private pause(one: Fact): void {
    const { state } = this;
    const percent = Math.min(Math.max(one.value, 0), 100);
    const why = reason("break", { percent, date: one.date });
    const reduced = (value: number) => tidy((value * (100 - percent)) / 100);
    if (percent) {
      for (const track of [...state.tracks.values(), ...state.other_tracks.values()]) {
        if (track.weight === null) continue;
        track.weight = reduced(track.weight);
        track.why = why;
      }
      for (const lift of [...state.lifts.values(), ...state.other_lifts.values()]) {
        if (lift.tm === null) continue;
        lift.tm = reduced(lift.tm);
        lift.why = why;
      }
    }
    if (one.week) {
      state.done = [];
      state.again = 0;
    }
  }

  private set(one: Fact): void {
    const [first = "", second, third] = one.key.split(".");
    const lift = this.state.lifts.get(first);
    if (!lift || second === undefined) return;
    const why = reason("by_hand", { what: one.key, date: one.date });
    const value = tidy(one.value);
    if (third === undefined && isOfLift(second)) {
      setByHand(lift, second, value, why);
      return;
    }
    const key = `${first}.${second}`;
    const track = this.state.tracks.get(key);
    const slot = this.plan.tracks.get(key);
    const name = third ?? "weight";
    if (!track || !slot || !(["weight", "reps", "stage"].includes(name) || track.variables.has(name))) return;
    setOfTrack(slot, track, name, value, { date: one.date });
    if (name === "weight" || name === "reps") track.why = why;
    if (name === "reps") track.why_reps = why;
    if (name === "stage") track.why_stage = why;
  }
}

function setByHand(lift: LiftState, name: string, value: number, why: Reason): void {
  if (name === "tm") {
    lift.tm = value;
    lift.why = why;
  } else if (name === "e1rm") {
    lift.e1rm = value;
  } else if (name === "1rm") {
    lift.maxima = new Map([[name, value]]);
    lift.why = why;
  } else if (name !== "step") {
    lift.maxima = new Map([...lift.maxima, [name, value]]);
  }
}

function count(track: TrackState, result: Result): void {
  track.stalled += 1;
  if (result.outcome === "success") {
    track.successes += 1;
    track.failures = 0;
  } else if (result.outcome === "failure") {
    track.failures += 1;
    track.successes = 0;
    track.misses += 1;
  }
}

/** Nothing moved the weight: say what stood against it. */
function hold(track: TrackState, result: Result, date: string): void {
  if (track.weight === null || track.why.code === "adopted") return;
  track.why = reason("held", { outcome: result.outcome, failures: track.failures, date, weight: track.weight });
}
