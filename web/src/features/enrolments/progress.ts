import type { Workout } from "@/db/documents.ts";
import type { Running } from "./run.ts";

export type DayStatus = "done" | "skipped" | "next" | "live" | "open";

/** A day of the present round, and the workout that it was done in. */
export interface DayCell {
  readonly week: number;
  readonly day: number;
  readonly name: string;
  readonly status: DayStatus;
  readonly workout_id: string | null;
}

/** Weeks × days of the present cycle. */
export function progressOf({ plan, state, session, workouts, enrolment, live }: Running): readonly (readonly DayCell[])[] {
  const done = new Map<string, Workout>();
  for (const workout of workouts) {
    const { program } = workout;
    if (program?.enrolment_id === enrolment.id && program.cycle === state.cycle && workout.finished_at !== null) {
      done.set(`${program.week} ${program.day}`, workout);
    }
  }
  return plan.weeks.map((days, index) => {
    const week = index + 1;
    return days.map(({ number: day, name }): DayCell => {
      const workout = done.get(`${week} ${day}`);
      const is_behind = week < state.week || state.finished || (week === state.week && state.done.includes(day));
      const is_next = session?.week === week && session.day === day;
      const status = is_next ? (live ? "live" : "next") : is_behind ? (workout ? "done" : "skipped") : "open";
      return { week, day, name, status, workout_id: workout?.id ?? null };
    });
  });
}

/** How much of the present cycle is behind the lifter, from 0 to 1. */
export function shareDone(cells: readonly (readonly DayCell[])[]): number {
  const all = cells.flat();
  const behind = all.filter(({ status }) => status === "done" || status === "skipped").length;
  return all.length === 0 ? 0 : behind / all.length;
}
