/**
 * Answers what the app reads from its local database, without a browser: the first JSON line holds the
 * workouts as the change feed sent them, every later one asks. The server's tests compare both sides.
 */
import { createInterface } from "node:readline";
import { makeExerciseHistory, type HistoryRange } from "@/features/analytics/local-exercise-history.ts";
import { readDays } from "@/features/workouts/exercise-days.ts";
import { replaceWorkouts, type ExercisePast } from "@/features/workouts/exercise-past.ts";
import { recordsOfWorkout } from "@/features/workouts/local-records.ts";
import type { Workout, WorkoutRow } from "@/db/documents.ts";
import type { Tracking } from "@/training/sets.ts";

interface Account {
  readonly workouts: readonly Workout[];
  readonly tracking: Readonly<Record<string, Tracking>>;
}

type Question =
  | { readonly read: "history"; readonly exercise_id: string; readonly range: HistoryRange; readonly today: string }
  | { readonly read: "workout_records"; readonly workout_id: string };

let account: Account | null = null;
const pasts = new Map<string, ExercisePast>();

for await (const line of createInterface({ input: process.stdin })) {
  if (account === null) {
    account = JSON.parse(line) as Account;
    continue;
  }
  process.stdout.write(`${JSON.stringify(await answer(account, JSON.parse(line) as Question))}\n`);
}

async function answer(of: Account, question: Question): Promise<unknown> {
  if (question.read === "history") {
    const past = pastOf(of, question.exercise_id);
    return makeExerciseHistory(past, await readDays(past, trackingOf(of, past.exercise_id)), question.range, question.today);
  }
  const workout = of.workouts.find((one) => one.id === question.workout_id);
  const ids = [...new Set(workout?.exercises.map((entry) => entry.exercise_id))];
  const found = ids.map((exercise_id) => pastOf(of, exercise_id));
  return recordsOfWorkout(question.workout_id, found, (exercise_id) => trackingOf(of, exercise_id));
}

function pastOf({ workouts }: Account, exercise_id: string): ExercisePast {
  const known = pasts.get(exercise_id);
  if (known) return known;
  const rows = workouts.map((workout): WorkoutRow => ({ ...workout, exercise_ids: [] }));
  const past = replaceWorkouts({ exercise_id, entries: [] }, new Set(), rows);
  pasts.set(exercise_id, past);
  return past;
}

function trackingOf({ tracking }: Account, exercise_id: string): Tracking {
  return tracking[exercise_id] ?? "weight_reps";
}
