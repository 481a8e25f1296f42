/**
 * Answers what the app reads from its local database, without a browser: the first JSON line holds the
 * workouts as the change feed sent them, every later one asks. The server's tests compare both sides.
 */
import { createInterface } from "node:readline";
import { homeSpan, makeLocalHome, type HomeSettings } from "@/features/analytics/local-home.ts";
import { makeExerciseHistory, type HistoryRange } from "@/features/analytics/local-exercise-history.ts";
import { readDays } from "@/features/workouts/exercise-days.ts";
import { replaceWorkouts, type ExercisePast } from "@/features/workouts/exercise-past.ts";
import { recordsOfWorkout } from "@/features/workouts/local-records.ts";
import type { ExerciseRow, Workout, WorkoutRow } from "@/db/documents.ts";
import type { Tracking } from "@/training/sets.ts";
import { streakWeeks } from "@/training/volume.ts";

interface Account {
  readonly workouts: readonly Workout[];
  readonly exercises: readonly ExerciseRow[];
}

type Question =
  | { readonly read: "history"; readonly exercise_id: string; readonly range: HistoryRange; readonly today: string }
  | { readonly read: "workout_records"; readonly workout_id: string }
  | { readonly read: "home"; readonly settings: HomeSettings };

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
  if (question.read === "home") return home(of, question.settings);
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

function trackingOf({ exercises }: Account, exercise_id: string): Tracking {
  return exercises.find((exercise) => exercise.id === exercise_id)?.tracking ?? "weight_reps";
}

function home({ workouts, exercises }: Account, settings: HomeSettings) {
  const [first, last] = homeSpan(settings);
  const newest = workouts.toSorted((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at) || (a.id < b.id ? 1 : -1));
  const dates = workouts.map((workout) => workout.local_date);
  const rows = {
    recent: workouts.filter(({ local_date }) => local_date >= first && local_date <= last),
    newest: newest.slice(0, 5),
    workouts_total: workouts.length,
    streak_weeks: streakWeeks(dates, settings.today, settings.weekly_goal, settings.week_start),
    exercises: new Map(exercises.map((exercise) => [exercise.id, exercise])),
  };
  return makeLocalHome(rows, settings);
}
