/** One exercise's history, day by day, in a single pass; the twin of the server's `training/history.py`. */
import { bestEstimate, type Estimate } from "./e1rm.ts";
import { advanceBests, e1rmEvent, setEvents, type Bests, type RecordEvent } from "./records.ts";
import type { DatedSet, Tracking } from "./sets.ts";
import { advance, type TrendState } from "./trend.ts";
import { dayTotals, type DayTotals } from "./volume.ts";

const DAY_MS = 86_400_000;
/** The ordinal of 1970-01-01 where 0001-01-01 is 1. */
const DAY_NUMBER_OF_EPOCH = 719_163;

/**
 * What earlier days leave behind: the filter's last state, its state on the day of the last e1RM
 * record, and the best value of every other record.
 */
export interface Before {
  readonly trend: TrendState | null;
  readonly e1rm_best: TrendState | null;
  readonly bests: Bests;
}

/** One exercise on one training day. `trend` is null when no set allowed an estimate. */
export interface ExerciseDay {
  readonly local_date: string;
  readonly totals: DayTotals;
  readonly estimate: Estimate | null;
  readonly trend: TrendState | null;
  readonly events: readonly RecordEvent[];
}

export const NOTHING_BEFORE: Before = { trend: null, e1rm_best: null, bests: new Map() };

/** Days since 0001-01-01 (which is 1) of a `YYYY-MM-DD` day. */
export function dayNumber(local_date: string): number {
  return Date.parse(`${local_date}T00:00:00Z`) / DAY_MS + DAY_NUMBER_OF_EPOCH;
}

/**
 * Days on which the exercise was trained, oldest first: one per day with a counted set.
 *
 * `sets` are of one exercise, ordered by local date and, inside a day, as performed; `before` is what
 * earlier days leave behind.
 */
export function* exerciseDays(
  sets: Iterable<DatedSet>,
  tracking: Tracking,
  before: Before = NOTHING_BEFORE,
): Generator<ExerciseDay> {
  let { trend, e1rm_best, bests } = before;
  for (const day_sets of groupByDay(sets)) {
    const totals = dayTotals(day_sets, tracking);
    if (totals === null) continue;
    const events = setEvents(day_sets, tracking, bests);
    const performed = day_sets.map((dated) => dated.performed);
    const best = bestEstimate(performed, tracking);
    const local_date = day_sets[0]?.local_date ?? "";
    let state: TrendState | null = null;
    if (best !== null) {
      const [index, { e1rm_kg, sd_ln }] = best;
      state = trend = advance(trend, dayNumber(local_date), e1rm_kg, sd_ln);
      const source = day_sets[index];
      const record = source ? e1rmEvent(state, e1rm_best, source) : null;
      if (record !== null) {
        e1rm_best = state;
        events.push(record);
      }
    }
    if (events.length > 0) bests = advanceBests(bests, events);
    yield { local_date, totals, estimate: best?.[1] ?? null, trend: state, events };
  }
}

function* groupByDay(sets: Iterable<DatedSet>): Generator<DatedSet[]> {
  let day: DatedSet[] = [];
  for (const dated of sets) {
    if (day.length > 0 && day[0]?.local_date !== dated.local_date) {
      yield day;
      day = [];
    }
    day.push(dated);
  }
  if (day.length > 0) yield day;
}
