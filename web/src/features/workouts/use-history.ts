import { useMemo } from "react";
import { useLingui } from "@lingui/react";
import { useExerciseMap, type ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { Workout } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { useLive } from "@/db/use-live.ts";
import { isEmptyQuery, matchWorkout, parseHistoryQuery, searchNames, type HistoryHit } from "./history-query.ts";

export interface HistoryFilters {
  readonly text: string;
  /** `YYYY`, or null for all. */
  readonly year: string | null;
  readonly with_notes: boolean;
  readonly flagged: boolean;
}

export interface History {
  readonly hits: readonly HistoryHit[];
  /** Whether the list ends with the hits. */
  readonly complete: boolean;
  /** Workouts on this device. */
  readonly total: number;
  readonly exercises: ExerciseMap;
}

const newestFirst = (db: LocalDb) => db.workouts.orderBy("started_at").reverse();

/** The history of this device, newest first: at most `limit` workouts that fit. `undefined` until read. */
export function useHistory(filters: HistoryFilters, limit: number): History | undefined {
  const { i18n } = useLingui();
  const exercises = useExerciseMap();
  const total = useLive((db) => db.workouts.count(), []);
  const query = useMemo(() => parseHistoryQuery(filters.text), [filters.text]);
  const filtered = !isEmptyQuery(query) || filters.with_notes || filters.flagged;
  // Plain browsing reads a page from the index; a search reads everything once and then stays in memory.
  const page = useLive(
    (db): Promise<Workout[]> => {
      if (filters.year === null) return (filtered ? newestFirst(db) : newestFirst(db).limit(limit)).toArray();
      const year = db.workouts.where("local_date").between(filters.year, `${filters.year}~`).reverse();
      return year.sortBy("started_at");
    },
    [filters.year, filtered, filtered || filters.year !== null ? 0 : limit],
  );
  const hits = useMemo(() => {
    if (!page || !exercises) return undefined;
    const names = searchNames(exercises, i18n.locale);
    return page.flatMap((workout) => {
      if (filters.with_notes && !hasNotes(workout)) return [];
      if (filters.flagged && !hasFlag(workout)) return [];
      const hit = isEmptyQuery(query) ? { workout, exercise_id: null, sets: [] } : matchWorkout(workout, query, names);
      return hit ? [hit] : [];
    });
  }, [page, exercises, i18n.locale, query, filters.with_notes, filters.flagged]);

  const whole = filtered || filters.year !== null;
  return useMemo(() => {
    if (!hits || !exercises || total === undefined) return undefined;
    return { hits: hits.slice(0, limit), complete: whole ? hits.length <= limit : hits.length >= total, total, exercises };
  }, [hits, exercises, total, limit, whole]);
}

/** Years with workouts, newest first. */
export function useHistoryYears(): readonly string[] {
  return (
    useLive(async (db) => {
      const days = db.workouts.orderBy("local_date");
      const [first, last] = await Promise.all([days.first(), days.last()]);
      if (!first || !last) return [];
      const newest = Number(last.local_date.slice(0, 4));
      const count = newest - Number(first.local_date.slice(0, 4)) + 1;
      return Array.from({ length: Math.min(count, 60) }, (_, index) => String(newest - index));
    }, []) ?? []
  );
}

function hasNotes({ notes, exercises }: Workout): boolean {
  return notes !== "" || exercises.some((entry) => entry.notes !== "" || entry.sets.some((set) => set.notes !== ""));
}

function hasFlag({ exercises }: Workout): boolean {
  return exercises.some((entry) => entry.sets.some((set) => set.flagged !== null));
}
