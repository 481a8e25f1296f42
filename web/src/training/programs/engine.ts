/** The next session of a program: a pure function of program, enrolment and facts; the twin of the server's `engine.py`. */
import { currentPlan, NO_PLANS, type Plans } from "./carry.ts";
import { daysAfter, isoWeekday } from "./dates.ts";
import type { DoneSlot, Enrolment, Fact } from "./facts.ts";
import { fold, nextDay } from "./fold.ts";
import type { Loading } from "./loading.ts";
import type { Plan, PlannedDay } from "./plan.ts";
import type { State } from "./state.ts";
import { slotTargets, type PlannedTop, type SlotTargets } from "./targets.ts";

/** What comes next. `day` counts within the week; `due` is the date of a fixed weekday, or empty. */
export interface Session {
  readonly cycle: number;
  readonly week: number;
  readonly day: number;
  readonly name: string;
  readonly block: string;
  readonly is_deload: boolean;
  readonly due: string;
  readonly slots: readonly SlotTargets[];
}

/**
 * What to lift next, or null when the program is over.
 *
 * `facts` is everything logged for this enrolment, in any order; `live` what was done of this very
 * session so far, since back-off sets follow today's top set; `plans` are those of the editions that the facts move to,
 * by id. Weights are in the enrolment's unit.
 */
export function nextSession(
  plan: Plan,
  enrolment: Enrolment,
  facts: readonly Fact[],
  loading: Loading,
  live: readonly DoneSlot[] = [],
  plans: Plans = NO_PLANS,
): Session | null {
  const state = fold(plan, enrolment, facts, loading, plans);
  return sessionOf(currentPlan(plan, state, plans), enrolment, state, loading, live);
}

/** The session a state asks for; `plan` being that of its edition; for those who keep the state. */
export function sessionOf(
  plan: Plan,
  enrolment: Enrolment,
  state: State,
  loading: Loading,
  live: readonly DoneSlot[] = [],
): Session | null {
  const day = state.finished ? null : nextDay(plan, state);
  if (day === null) return null;
  const bench = { plan, state, enrolment, loading, live };
  const planned_top: PlannedTop = new Map();
  return {
    cycle: state.cycle,
    week: state.week,
    day: day.number,
    name: day.name,
    block: plan.blocks.find((block) => block.numbers.includes(state.week))?.text ?? "",
    is_deload: plan.deloads.has(state.week),
    due: dueOf(day, state.last_date),
    slots: day.slots.flatMap((slot) => slotTargets(bench, slot, planned_top) ?? []).filter((slot) => slot.sets.length > 0),
  };
}

/** The first such weekday after the last workout. */
function dueOf(day: PlannedDay, last_date: string): string {
  if (day.weekday === null || !last_date) return "";
  const ahead = (((day.weekday - isoWeekday(last_date) - 1) % 7) + 7) % 7;
  return daysAfter(last_date, ahead + 1);
}
