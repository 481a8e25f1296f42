import { useEffect } from "react";
import { findDb } from "@/db/current.ts";
import type { Workout } from "@/db/documents.ts";
import { whenIdle } from "@/lib/yield-to-page.ts";
import { readPast } from "../past-memory.ts";

/** Read the pasts of the other exercises while the lifter lifts: changing to one then shows its numbers at once. */
export function useReadAhead(workout: Workout): void {
  const wanted = [...new Set(workout.exercises.map(({ exercise_id }) => exercise_id))].join(" ");
  useEffect(() => {
    const db = findDb();
    if (!db || wanted === "") return;
    let left = false;
    const read = async () => {
      for (const exercise_id of wanted.split(" ")) {
        await whenIdle();
        if (left) return;
        await readPast(db, exercise_id);
      }
    };
    // Nothing is lost by a failure: whoever shows the past reads it again and reports.
    void read().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [wanted]);
}
