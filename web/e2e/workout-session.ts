import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { findExercise, madeId, send } from "./training-data.ts";

let next_id = (Date.now() % 1_000_000_000) + 500_000_000;
const newId = () => madeId(++next_id);

export interface PlannedSet {
  readonly kind?: "warm_up" | "working" | "drop" | "amrap";
  readonly weight?: number;
  readonly reps?: number;
  readonly duration_s?: number;
}

export interface PlannedExercise {
  /** What the server's search finds it by. */
  readonly search: string;
  readonly superset?: number;
  readonly sets: readonly PlannedSet[];
}

export interface StoredSet {
  readonly kind: string;
  readonly completed: boolean;
  readonly weight: number | null;
  readonly reps: number | null;
  readonly rpe: number | null;
}

export interface StoredWorkout {
  readonly id: string;
  readonly finished_at: string | null;
  readonly exercises: readonly {
    readonly exercise_id: string;
    readonly superset: number | null;
    readonly sets: readonly StoredSet[];
  }[];
}

/** A session as people do it: warm-ups, a superset, a drop set, an AMRAP, a held exercise. */
export const SESSION: readonly PlannedExercise[] = [
  {
    search: "bench press barbell",
    sets: [
      { kind: "warm_up", weight: 40, reps: 8 },
      { kind: "warm_up", weight: 60, reps: 5 },
      { weight: 80, reps: 8 },
      { weight: 80, reps: 8 },
      { weight: 80, reps: 8 },
    ],
  },
  {
    search: "bent-over row barbell",
    superset: 1,
    sets: [
      { weight: 60, reps: 10 },
      { weight: 60, reps: 10 },
    ],
  },
  {
    search: "lateral raise dumbbell",
    superset: 1,
    sets: [
      { weight: 10, reps: 15 },
      { weight: 10, reps: 15 },
    ],
  },
  {
    search: "lat pulldown",
    sets: [
      { weight: 55, reps: 10 },
      { weight: 55, reps: 10 },
      { kind: "drop", weight: 45, reps: 8 },
    ],
  },
  { search: "pull-up", sets: [{ reps: 8 }, { kind: "amrap", reps: 8 }] },
  { search: "plank", sets: [{ duration_s: 60 }] },
];

/** Store a finished workout of some days ago and wait until this device has it. */
export async function storeWorkout(
  page: Page,
  title: string,
  exercises: readonly PlannedExercise[],
  days_ago: number,
): Promise<string> {
  const start_ms = Date.now() - days_ago * 86_400_000;
  const id = newId();
  const entries = [];
  for (const [position, { search, superset = null, sets }] of exercises.entries()) {
    const { id: exercise_id } = await findExercise(page, search);
    const rows = sets.map((set, place) => ({
      id: newId(),
      position: place,
      ...set,
      weight_unit: set.weight === undefined ? null : "kg",
    }));
    entries.push({ id: newId(), exercise_id, position, superset, sets: rows });
  }
  await send(page, "POST", "/api/v1/workouts", {
    id,
    title,
    started_at: new Date(start_ms).toISOString(),
    finished_at: new Date(start_ms + 3_600_000).toISOString(),
    time_zone: "Europe/Berlin",
    exercises: entries,
  });
  await page.goto("/train");
  await expect(page.getByRole("button", { name: new RegExp(`^${title}`) })).toBeVisible({ timeout: 30_000 });
  return id;
}

/** Wait until the pages of the app come from this device, so that they open without a network. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** What the server has of a workout; null while it does not know it. */
export async function fetchWorkout(page: Page, id: string): Promise<StoredWorkout | null> {
  return page.evaluate(async (workout_id) => {
    const answer = await fetch(`/api/v1/workouts/${workout_id}`);
    return answer.ok ? ((await answer.json()) as StoredWorkout) : null;
  }, id);
}

/** Taps of a finger, by what they were for. */
export class TapCounter {
  readonly counts = new Map<string, number>();

  async tap(what: string, target: Locator): Promise<void> {
    await target.tap();
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  of(what: string): number {
    return this.counts.get(what) ?? 0;
  }
}

/** The button that logs the next set: the first row that is not done. */
export function logButton(page: Page): Locator {
  return page.getByRole("button", { name: /: log$/ }).first();
}
