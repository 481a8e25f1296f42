/** What the engine reads: the enrolment and the facts logged since; the twin of the server's `facts.py`. */
import type { SetKind } from "../sets.ts";
import type { WeightUnit } from "../units.ts";

export type FactKind = "workout" | "skip" | "repeat" | "move" | "break" | "set" | "swap" | "suppress" | "edition";

/** A set as it was done; `weight` in `unit`, which is the enrolment's when null. */
export interface DoneSet {
  readonly kind: SetKind;
  readonly weight: number | null;
  readonly unit: WeightUnit | null;
  readonly reps: number | null;
  readonly seconds: number | null;
  readonly metres: number | null;
  readonly rpe: number | null;
  readonly rir: number | null;
  readonly completed: boolean;
}

/** What was done for a track; `exercise` is null where it was the planned one. */
export interface DoneSlot {
  readonly track: string;
  readonly sets: readonly DoneSet[];
  readonly exercise: string | null;
}

/**
 * One logged fact; facts are read by `at` [ms], then `id`, in whatever order they come.
 *
 * workout   `slots` done on `day` of `week` (the next day of the program where 0)
 * skip      the day (the next one where 0) is left out
 * repeat    the last day comes again
 * move      `week` and `day` come next
 * break     training paused: weights and training maxes fall by `value` per cent, and the week
 *           begins again where `week` is 1
 * set       `key` (`squat.tm`, `squat.1rm`, `squat.t1`, `squat.t1.reps`, `squat.t1.stage`) becomes `value`
 * swap      `lift` is done with `exercise` from now on (the planned one where empty)
 * suppress  no rule fires for `track` (all where empty) by what `workout` brought
 * edition   the program goes on as the edition `program_version_id`; what is known is carried over
 */
export interface Fact {
  readonly kind: FactKind;
  readonly id: string;
  readonly at: number;
  readonly date: string;
  readonly week: number;
  readonly day: number;
  readonly slots: readonly DoneSlot[];
  readonly key: string;
  readonly value: number;
  readonly lift: string;
  readonly exercise: string;
  readonly workout: string;
  readonly track: string;
  readonly program_version_id: string;
}

/** A lifter's start: the unit everything is computed in, and start values by key (`squat.1rm`). */
export interface Enrolment {
  readonly unit: WeightUnit;
  readonly starts: Readonly<Record<string, number>>;
}

const NO_SET: DoneSet = {
  kind: "working",
  weight: null,
  unit: null,
  reps: null,
  seconds: null,
  metres: null,
  rpe: null,
  rir: null,
  completed: true,
};

export type GivenSet = Partial<DoneSet>;

export interface GivenSlot {
  readonly track: string;
  readonly sets?: readonly GivenSet[];
  readonly exercise?: string | null;
}

export interface GivenFact extends Partial<Omit<Fact, "slots" | "kind" | "id" | "at">>, Pick<Fact, "kind" | "id" | "at"> {
  readonly slots?: readonly GivenSlot[];
}

export function doneSet(given: GivenSet): DoneSet {
  return { ...NO_SET, ...given };
}

export function doneSlot(given: GivenSlot): DoneSlot {
  return { track: given.track, sets: (given.sets ?? []).map(doneSet), exercise: given.exercise ?? null };
}

/** A fact from what is given of it. */
export function fact(given: GivenFact): Fact {
  return {
    date: "",
    week: 0,
    day: 0,
    key: "",
    value: 0,
    lift: "",
    exercise: "",
    workout: "",
    track: "",
    program_version_id: "",
    ...given,
    slots: (given.slots ?? []).map(doneSlot),
  };
}

/** Facts in the order they are read, each once: the order in which they arrived means nothing. */
export function ordered(facts: readonly Fact[]): readonly Fact[] {
  const by_id = new Map(facts.map((one) => [one.id, one]));
  return [...by_id.values()].toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}
