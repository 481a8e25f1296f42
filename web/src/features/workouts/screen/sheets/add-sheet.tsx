import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useLive } from "@/db/use-live.ts";
import { ExercisePicker } from "@/features/exercises/exercise-picker.tsx";
import { suggestSwaps } from "../../swap-suggestions.ts";
import { useActive, useScreen } from "../screen-context.ts";

const LOOKED_AT = 12;
const SUGGESTED = 8;

/** Choose the next exercise; what was trained lately and is not here yet comes first. */
export function AddSheet() {
  const { t } = useLingui();
  const { workout, entries, openSheet } = useScreen();
  const recent = useLive(async (db) => {
    const latest = await db.workouts.orderBy("started_at").reverse().limit(LOOKED_AT).toArray();
    return [...new Set(latest.flatMap((one) => one.exercises.map((entry) => entry.exercise_id)))];
  }, []);
  const here = new Set(workout.exercises.map((entry) => entry.exercise_id));
  const suggestions = (recent ?? []).filter((id) => !here.has(id)).slice(0, SUGGESTED);
  if (!recent) return null;
  return (
    <ExercisePicker
      title={t`Add exercise`}
      suggestions={suggestions}
      onClose={() => openSheet(null)}
      onPick={(exercise_id) => {
        openSheet(null);
        void entries.add(exercise_id);
      }}
    />
  );
}

/** Another exercise for the same muscles, with what the lifter's gym has. */
export function SwapSheet() {
  const { t } = useLingui();
  const { workout, exercises, profile, entries, openSheet } = useScreen();
  const { entry } = useActive();
  const here = workout.exercises.map((one) => one.exercise_id).join();
  const suggestions = useMemo(() => {
    const exercise = exercises?.get(entry.exercise_id);
    return exercise && exercises
      ? suggestSwaps(exercise, [...exercises.values()], profile?.equipment ?? null, here.split(","))
      : [];
  }, [exercises, entry.exercise_id, profile?.equipment, here]);
  return (
    <ExercisePicker
      title={t`Swap exercise`}
      suggestions={suggestions.map((one) => one.id)}
      current_id={entry.exercise_id}
      onClose={() => openSheet(null)}
      onPick={(exercise_id) => {
        openSheet(null);
        void entries.swap(entry, exercise_id);
      }}
    />
  );
}
