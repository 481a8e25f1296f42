import { createContext, use } from "react";
import type { Profile, Workout, WorkoutExercise, WorkoutSet } from "@/db/documents.ts";
import type { Format } from "@/features/auth/use-format.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { Tracking } from "@/training/sets.ts";
import type { WeightUnit } from "@/training/units.ts";
import type { ExercisePast } from "./use-exercise-past.ts";
import type { Loading } from "./loading.ts";
import type { ExerciseActions } from "./use-exercise-actions.ts";
import type { SetActions } from "./use-set-actions.ts";
import type { ViewState } from "./view-state.ts";

export type Sheet =
  | "workout"
  | "exercise"
  | "set"
  | "plates"
  | "warm_up"
  | "swap"
  | "add"
  | "order"
  | "history"
  | "why"
  | "discard";

/** Everything the parts of the workout screen share. */
export interface Screen {
  readonly workout: Workout;
  /** Not finished yet: with clock, rest timer and wake lock. */
  readonly is_live: boolean;
  readonly exercises: ExerciseMap | undefined;
  readonly profile: Profile | undefined;
  readonly format: Format;
  readonly view: ViewState;
  readonly setView: (change: Partial<ViewState>) => void;
  readonly sheet: Sheet | null;
  readonly openSheet: (sheet: Sheet | null) => void;
  readonly sets: SetActions;
  readonly entries: ExerciseActions;
  /** Store what has been changed so far; before the screen is left. */
  readonly flush: () => Promise<void>;
  /** The exercise on the screen; null while there is none. */
  readonly active: ActiveExercise | null;
}

export interface ActiveExercise {
  readonly entry: WorkoutExercise;
  readonly name: string;
  readonly tracking: Tracking;
  readonly unit: WeightUnit;
  readonly one_sided: boolean;
  readonly past: ExercisePast | undefined;
  readonly loading: Loading;
  /** The row the editor is for. */
  readonly set: WorkoutSet | null;
}

export const ScreenContext = createContext<Screen | null>(null);

export function useScreen(): Screen {
  const screen = use(ScreenContext);
  if (!screen) throw new Error("outside of the workout screen");
  return screen;
}

/** Inside parts that are only shown with an exercise. */
export function useActive(): ActiveExercise {
  const { active } = useScreen();
  if (!active) throw new Error("no exercise on the screen");
  return active;
}
