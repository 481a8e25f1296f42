import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Workout } from "@/db/documents.ts";
import { showToast } from "@/ui/toast-store.ts";
import { changeSet } from "../commands.ts";
import { useWorkout } from "../queries.ts";
import { editSet, type SetFields, type WorkoutEdit } from "../workout-edits.ts";

/** Changes of the same set within this time are stored as one: a held button changes 25 times a second [ms]. */
const STORE_AFTER_MS = 180;

interface Step {
  readonly key: number;
  readonly edit: WorkoutEdit;
}

export interface WorkoutDocument {
  /** As it will be once everything is stored; null when this device does not have it, undefined until read. */
  readonly workout: Workout | null | undefined;
  /** Show a change now and store it; resolves once it is durable. */
  readonly run: (edit: WorkoutEdit, store: () => Promise<unknown>) => Promise<void>;
  /** Show a change of a set now; it is stored a moment later, or with the next `flush`. */
  readonly stage: (set_id: string, fields: SetFields) => void;
  readonly flush: () => Promise<void>;
}

/**
 * A workout that repaints before it is stored: the tap paints the change, the local database follows.
 *
 * A shown change is forgotten when the database reports a document that was read after it was stored.
 */
export function useDocument(workout_id: string): WorkoutDocument {
  const { t } = useLingui();
  const stored = useWorkout(workout_id);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const durable = useRef(new Set<number>());
  const next_key = useRef(1);
  const staged = useRef(new Map<string, { fields: SetFields; keys: number[] }>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    const done = durable.current;
    if (done.size === 0) return;
    durable.current = new Set();
    setSteps((current) => current.filter((step) => !done.has(step.key)));
  }, [stored]);

  const show = useCallback((edit: WorkoutEdit): number => {
    const key = next_key.current++;
    setSteps((current) => [...current, { key, edit }]);
    return key;
  }, []);
  const store = useCallback(
    async (keys: readonly number[], write: () => Promise<unknown>): Promise<void> => {
      try {
        await write();
        for (const key of keys) durable.current.add(key);
      } catch {
        // It stays on the screen and in memory; the storage may have room again.
        showToast(t`This device could not store the change.`, {
          tone: "danger",
          action: { label: t`Try again`, run: () => void store(keys, write) },
        });
      }
    },
    [t],
  );

  const run = useCallback((edit: WorkoutEdit, write: () => Promise<unknown>) => store([show(edit)], write), [show, store]);
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const waiting = [...staged.current];
    staged.current = new Map();
    await Promise.all(waiting.map(([set_id, { fields, keys }]) => store(keys, () => changeSet(workout_id, set_id, fields))));
  }, [store, workout_id]);
  const stage = useCallback(
    (set_id: string, fields: SetFields) => {
      const before = staged.current.get(set_id);
      const keys = [...(before?.keys ?? []), show(editSet(set_id, fields))];
      staged.current.set(set_id, { fields: { ...before?.fields, ...fields }, keys });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), STORE_AFTER_MS);
    },
    [show, flush],
  );

  useEffect(() => {
    const whenHidden = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    document.addEventListener("visibilitychange", whenHidden);
    return () => {
      document.removeEventListener("visibilitychange", whenHidden);
      void flush();
    };
  }, [flush]);

  const workout = useMemo(() => stored && steps.reduce((shown, step) => step.edit(shown), stored), [stored, steps]);
  return { workout, run, stage, flush };
}
