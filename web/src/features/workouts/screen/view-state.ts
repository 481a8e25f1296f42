import type { Workout, WorkoutExercise, WorkoutSet } from "@/db/documents.ts";
import type { PadText } from "@/ui/pad-text.ts";
import type { SetField } from "../set-limits.ts";
import type { Scope } from "../set-scope.ts";
import { nextTurn } from "../superset-turn.ts";

/** A change of weight whose reach can still be chosen. */
export interface ScopeChange {
  readonly set_id: string;
  /** The sets of the exercise before the first step of the change. */
  readonly before: readonly WorkoutSet[];
  readonly scope: Scope;
}

export interface OpenPad {
  readonly set_id: string;
  readonly field: SetField;
  readonly text: PadText;
}

/** What the lifter looks at; nothing of it is part of the workout. */
export interface ViewState {
  readonly entry_id: string | null;
  readonly set_id: string | null;
  /** The set that was logged last here: effort is asked for it until another one is chosen. */
  readonly logged_id: string | null;
  readonly pad: OpenPad | null;
  readonly scope: ScopeChange | null;
}

export const START_VIEW: ViewState = { entry_id: null, set_id: null, logged_id: null, pad: null, scope: null };

/** Where a workout goes on after a reload: whose turn it is after the set that was logged last. */
export function resumePlace({ exercises }: Pick<Workout, "exercises">): string | null {
  let latest: { readonly entry_id: string; readonly logged_at: string } | null = null;
  for (const entry of exercises) {
    for (const { logged_at, completed } of entry.sets) {
      if (completed && logged_at && (latest === null || logged_at > latest.logged_at)) latest = { entry_id: entry.id, logged_at };
    }
  }
  if (latest) return nextTurn(exercises, latest.entry_id).entry_id;
  const open = exercises.find((entry) => entry.sets.some((set) => !set.completed));
  return (open ?? exercises[0])?.id ?? null;
}

export function shownEntry(workout: Workout, view: ViewState): WorkoutExercise | null {
  const chosen = workout.exercises.find((entry) => entry.id === view.entry_id);
  if (chosen) return chosen;
  const place = resumePlace(workout);
  return workout.exercises.find((entry) => entry.id === place) ?? null;
}

/** The row the editor is for: the chosen one, else the next to do, else the last. */
export function shownSet(entry: WorkoutExercise | null, view: ViewState): WorkoutSet | null {
  if (!entry) return null;
  return entry.sets.find((set) => set.id === view.set_id) ?? nextOpen(entry) ?? entry.sets.at(-1) ?? null;
}

export function nextOpen(entry: WorkoutExercise): WorkoutSet | null {
  return entry.sets.find((set) => !set.completed) ?? null;
}

/** The row and the exercise that effort is asked for: the one just logged, else the chosen one. */
export function effortTarget(
  workout: Workout,
  view: ViewState,
): { readonly entry: WorkoutExercise; readonly set: WorkoutSet } | null {
  const id = view.logged_id ?? view.set_id;
  for (const entry of workout.exercises) {
    const set = entry.sets.find((one) => one.id === id);
    if (set) return { entry, set };
  }
  const entry = shownEntry(workout, view);
  const set = shownSet(entry, view);
  return entry && set ? { entry, set } : null;
}
