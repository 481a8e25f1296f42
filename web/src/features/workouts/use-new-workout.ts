import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { useSearch } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import { findDb } from "@/db/current.ts";
import { showToast } from "@/ui/toast-store.ts";
import { emptyDraft, isWorthKeeping, keepDraft, readDraft, repeatDraft, type StoredDraft } from "./new-workout-draft.ts";
import { fillIn, findLastTime, isUntouched } from "./new-workout-prefill.ts";
import { newDraftExercise, type WorkoutDraft } from "./workout-draft.ts";

interface NewWorkout {
  readonly stored: StoredDraft;
  readonly change: (change: (draft: WorkoutDraft) => WorkoutDraft) => void;
  /** Start over, with a way back. */
  readonly discard: () => void;
  /** The day whose sets the last added exercise was filled in with. */
  readonly filled_from: string | null;
}

/**
 * The workout being written down: read from this device, kept there at every change, and filled in
 * with the last time's sets when an exercise is added. `undefined` until it has been read.
 *
 * `?repeat=<workout>` starts with what was done then, `?exercise=<exercise>` with that exercise.
 */
export function useNewWorkout(format: Format): NewWorkout | undefined {
  const { t } = useLingui();
  const search = useSearch();
  const [stored, setStored] = useState<StoredDraft>();
  const [filled_from, setFilledFrom] = useState<string | null>(null);
  const seen = useRef(new Set<string>());
  const { time_zone } = format;

  useEffect(() => {
    let mounted = true;
    void start(search, time_zone).then(({ begun, replaced }) => {
      if (!mounted) return;
      setStored(begun);
      if (replaced) showToast(t`Another draft was put away`, { action: { label: t`Undo`, run: () => setStored(replaced) } });
    });
    return () => {
      mounted = false;
    };
    // Read once for each way of opening the page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [search]);

  useEffect(() => {
    if (stored) void keepDraft(stored);
  }, [stored]);

  const change = (edit: (draft: WorkoutDraft) => WorkoutDraft) =>
    setStored((current) => current && { ...current, draft: edit(current.draft) });

  const added = stored?.draft.exercises.filter((entry) => isUntouched(entry) && !seen.current.has(entry.id)) ?? [];
  useEffect(() => {
    for (const entry of added) {
      seen.current.add(entry.id);
      setFilledFrom(null);
      void findLastTime(entry.exercise_id).then((last) => {
        if (!last) return;
        change((draft) => fillIn(draft, entry, last.sets));
        setFilledFrom(last.local_date);
      });
    }
    // Each entry is looked at once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [added.map((entry) => entry.id).join()]);

  if (!stored) return undefined;
  const discard = () => {
    setStored(emptyDraft(time_zone));
    setFilledFrom(null);
    showToast(t`Draft discarded`, { action: { label: t`Undo`, run: () => setStored(stored) } });
  };
  return { stored, change, discard, filled_from };
}

async function start(search: string, time_zone: string): Promise<{ begun: StoredDraft; replaced: StoredDraft | null }> {
  const query = new URLSearchParams(search);
  const [repeat_id, exercise_id] = [query.get("repeat"), query.get("exercise")];
  const db = findDb();
  const kept = db ? await readDraft(db) : null;
  const empty = emptyDraft(time_zone);
  const workout = repeat_id === null ? undefined : await db?.workouts.get(repeat_id);
  if (workout) return { begun: repeatDraft(workout, empty), replaced: kept && isWorthKeeping(kept.draft) ? kept : null };
  const begun = kept ?? empty;
  if (exercise_id === null || begun.draft.exercises.some((entry) => entry.exercise_id === exercise_id))
    return { begun, replaced: null };
  const exercises = [...begun.draft.exercises, newDraftExercise(exercise_id)];
  return { begun: { ...begun, draft: { ...begun.draft, exercises } }, replaced: null };
}
