/** What this device can say of the home page by itself; the twin of the server's `analytics/service.py`. */
import { liveQuery } from "dexie";
import type { Workout } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { totalsOf } from "@/features/workouts/workout-totals.ts";
import { addDays } from "@/lib/clock.ts";
import { streakWeeks, weekStart } from "@/training/volume.ts";
import { hardSetsByMuscle } from "./muscle-weeks.ts";
import type { LocalHome } from "./queries.ts";

const WEEKS = 12;
const LAST = 5;
/** How far back a streak is looked for at first, so that its cost is that of its own length. */
const STREAK_WEEKS = 26;

/** Whose home page it is, and on which day. */
export interface HomeSettings {
  readonly today: string;
  readonly week_start: number;
  readonly weekly_goal: number;
}

interface HomeRows {
  /** Workouts of the last twelve weeks, the current one included. */
  readonly recent: readonly Workout[];
  /** The newest ones, whenever that was. */
  readonly newest: readonly Workout[];
  readonly workouts_total: number;
  readonly streak_weeks: number;
  readonly exercises: ExerciseMap;
}

/** Call back with the numbers now and after every change of the workouts; a failure leaves the server's. */
export function watchLocalHome(db: LocalDb, settings: HomeSettings, onHome: (home: LocalHome | null) => void): () => void {
  const rows = liveQuery(() => readRows(db, settings));
  const watching = rows.subscribe({ next: (read) => onHome(makeLocalHome(read, settings)), error: () => onHome(null) });
  return () => watching.unsubscribe();
}

/** First day of the twelve weeks and last day of the current one. */
export function homeSpan({ today, week_start }: HomeSettings): readonly [first: string, last: string] {
  const monday = weekStart(today, week_start);
  return [addDays(monday, -7 * (WEEKS - 1)), addDays(monday, 6)];
}

export function makeLocalHome(rows: HomeRows, settings: HomeSettings): LocalHome {
  const { today, week_start, weekly_goal } = settings;
  const [first, last] = homeSpan(settings);
  const monday = addDays(last, -6);
  const days = rows.recent.map((workout) => ({ workout, local_date: workout.local_date, ...totalsOf(workout, rows.exercises) }));
  const sum = (of: typeof days) => ({
    workouts: of.length,
    hard_sets: of.reduce((total, day) => total + day.hard_sets, 0),
    tonnage_kg: of.reduce((total, day) => total + day.tonnage_kg, 0),
  });
  const this_week = rows.recent.filter((workout) => workout.local_date >= monday);
  return {
    today,
    weekly_goal,
    streak_weeks: rows.streak_weeks,
    workouts_total: rows.workouts_total,
    week: Array.from({ length: 7 }, (_, offset) => {
      const local_date = addDays(monday, offset);
      const { workouts, hard_sets } = sum(days.filter((day) => day.local_date === local_date));
      return { local_date, workouts, hard_sets };
    }),
    weeks: Array.from({ length: WEEKS }, (_, index) => {
      const start = addDays(first, 7 * index);
      return { week_start: start, ...sum(days.filter((day) => weekStart(day.local_date, week_start) === start)) };
    }),
    muscles: hardSetsByMuscle(this_week, rows.exercises)
      .map(([muscle, hard_sets]) => ({ muscle, hard_sets }))
      .toSorted((a, b) => b.hard_sets - a.hard_sets || (a.muscle < b.muscle ? -1 : 1)),
    last_workouts: rows.newest.map((workout) => ({
      id: workout.id,
      title: workout.title,
      local_date: workout.local_date,
      exercise_names: namesIn(workout, rows.exercises),
      sets: totalsOf(workout, rows.exercises).sets,
    })),
  };
}

function namesIn({ exercises }: Workout, known: ExerciseMap): string[] {
  const ids = new Set(exercises.toSorted((a, b) => a.position - b.position).map((entry) => entry.exercise_id));
  return [...ids].flatMap((id) => known.get(id)?.name ?? []);
}

async function readRows(db: LocalDb, settings: HomeSettings): Promise<HomeRows> {
  const [first, last] = homeSpan(settings);
  const [recent, newest, workouts_total, streak_weeks] = await Promise.all([
    db.workouts.where("local_date").between(first, last, true, true).toArray(),
    db.workouts.orderBy("started_at").reverse().limit(LAST).toArray(),
    db.workouts.count(),
    readStreak(db, settings),
  ]);
  const ids = [...new Set([...recent, ...newest].flatMap((workout) => workout.exercise_ids))];
  const exercises = (await db.exercises.bulkGet(ids)).filter((exercise) => exercise !== undefined);
  return { recent, newest, workouts_total, streak_weeks, exercises: new Map(exercises.map((one) => [one.id, one])) };
}

async function readStreak(db: LocalDb, { today, week_start, weekly_goal }: HomeSettings): Promise<number> {
  const monday = weekStart(today, week_start);
  for (let weeks = STREAK_WEEKS; ; weeks *= 4) {
    const dates = await db.workouts
      .where("local_date")
      .between(addDays(monday, -7 * weeks), today, true, true)
      .uniqueKeys();
    const streak = streakWeeks(dates.map(String), today, weekly_goal, week_start);
    // Unless every week of the window counted, older days cannot make the streak longer.
    if (streak < weeks) return streak;
  }
}
