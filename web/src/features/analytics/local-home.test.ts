import { afterEach, beforeEach, expect, it } from "vitest";
import { toExerciseRow, toWorkoutRow } from "@/db/changes.ts";
import { deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import type { LocalDb } from "@/db/schema.ts";
import { buildEntry } from "@/features/workouts/workout-builders.ts";
import { addDays } from "@/lib/clock.ts";
import { buildExercise, buildWorkout } from "@/test-builders.ts";
import { watchLocalHome } from "./local-home.ts";
import type { LocalHome } from "./queries.ts";

/** A Wednesday. */
const TODAY = "2026-11-25";
const SETTINGS = { today: TODAY, week_start: 1, weekly_goal: 1 };

let db: LocalDb;
let stop = () => {};

beforeEach(async () => {
  db = openDb("lena");
  await db.exercises.put(toExerciseRow(buildExercise({ id: "bench" })));
});
afterEach(async () => {
  stop();
  await deleteCurrentDb();
});

function watch(settings = SETTINGS) {
  const seen: LocalHome[] = [];
  const waiting: (() => void)[] = [];
  stop = watchLocalHome(db, settings, (home) => {
    if (home) seen.push(home);
    waiting.shift()?.();
  });
  return async (): Promise<LocalHome> => {
    const known = seen.shift();
    if (known) return known;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return seen.shift() ?? Promise.reject(new Error("the home page could not be read"));
  };
}

function trainOn(date: string) {
  const exercises = [buildEntry()];
  return db.workouts.put(
    toWorkoutRow(buildWorkout({ id: date, local_date: date, started_at: `${date}T10:00:00.000Z`, exercises })),
  );
}

it("the week is counted again as soon as a set is stored", async () => {
  await trainOn("2026-11-23");
  const next = watch();
  expect((await next()).week.map((day) => day.workouts)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  await trainOn(TODAY);
  const after = await next();
  expect(after.week.map((day) => day.hard_sets)).toEqual([1, 0, 1, 0, 0, 0, 0]);
  expect(after.muscles).toEqual([
    { muscle: "chest", hard_sets: 2 },
    { muscle: "shoulders", hard_sets: 1 },
    { muscle: "triceps", hard_sets: 1 },
  ]);
  expect(after.last_workouts.map((workout) => workout.local_date)).toEqual([TODAY, "2026-11-23"]);
  expect(after.weeks.at(-1)).toEqual({ week_start: "2026-11-23", workouts: 2, hard_sets: 2, tonnage_kg: 1000 });
});

it("a streak is followed as far back as it goes", async () => {
  for (let week = 0; week < 40; week += 1) await trainOn(addDays(TODAY, -7 * week));
  const home = await watch()();
  expect(home.streak_weeks).toBe(40);
  expect(home.weeks).toHaveLength(12);
  expect(home.workouts_total).toBe(40);
});

it("weeks begin on the person's day", async () => {
  await trainOn("2026-11-22");
  expect((await watch({ ...SETTINGS, week_start: 7 })()).week[0]).toEqual({ local_date: "2026-11-22", workouts: 1, hard_sets: 1 });
});
