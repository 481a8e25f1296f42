import { useEffect } from "react";
import { useLocation, useSearch } from "wouter";
import { findDb } from "@/db/current.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { beginWorkout, type Source } from "./start-workout.ts";

/**
 * `/train?new=<id>` with `template=` or `exercise=` starts a workout from other pages.
 *
 * The link brings the id of the workout: opened twice, or reloaded, it starts one.
 */
export function useStartFromLink(): void {
  const search = useSearch();
  const { time_zone } = useFormat();
  const [, navigate] = useLocation();
  useEffect(() => {
    const query = new URLSearchParams(search);
    const id = query.get("new");
    const db = findDb();
    if (!id || !db) return;
    const run = async () => {
      const source = await readSource(query);
      if (source && !(await db.workouts.get(id))) {
        await beginWorkout(db, { id, source, started_at: toIso(nowMs()), finished_at: null, time_zone });
      }
      navigate(source ? `/train/${id}` : "/train", { replace: true });
    };
    void run();
    // Once for each link.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [search]);
}

async function readSource(query: URLSearchParams): Promise<Source | null> {
  const [template_id, exercise_id] = [query.get("template"), query.get("exercise")];
  if (exercise_id !== null) return { kind: "exercise", exercise_id };
  const template = template_id === null ? undefined : await findDb()?.templates.get(template_id);
  return template ? { kind: "template", template } : null;
}
