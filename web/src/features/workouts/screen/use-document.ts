import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Workout, WorkoutRow } from "@/db/documents.ts";
import { applyToWorkout, noSources } from "@/sync/apply-workouts.ts";
import type { SetFields, WorkoutOperation } from "@/sync/operations.ts";
import { showToast } from "@/ui/toast-store.ts";
import { writeAll } from "../commands.ts";
import { changeSet } from "../operations.ts";
import { useWorkout } from "../queries.ts";

/** Changes of the same set within this time are stored as one: a held button changes 25 times a second [ms]. */
const STORE_AFTER_MS = 180;

interface Step {
  readonly key: number;
  readonly operation: WorkoutOperation;
}

export interface WorkoutDocument {
  /** As it will be once everything is stored; null when this device does not have it, undefined until read. */
  readonly workout: Workout | null | undefined;
  /** Show changes now and store them in one transaction; resolves once they are durable. */
  readonly run: (...operations: readonly WorkoutOperation[]) => Promise<void>;
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
  const staged = useRef(new Map<string, { readonly fields: SetFields; readonly keys: readonly number[] }>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    const done = durable.current;
    if (done.size === 0) return;
    durable.current = new Set();
    setSteps((current) => current.filter((step) => !done.has(step.key)));
  }, [stored]);

  const show = useCallback((operation: WorkoutOperation): number => {
    const key = next_key.current++;
    setSteps((current) => [...current, { key, operation }]);
    return key;
  }, []);
  const store = useCallback(
    async function write(keys: readonly number[], operations: readonly WorkoutOperation[]): Promise<void> {
      try {
        await writeAll(operations);
        for (const key of keys) durable.current.add(key);
      } catch {
        // It stays on the screen and in memory; the storage may have room again.
        showToast(t`This device could not store the change.`, {
          tone: "danger",
          action: { label: t`Try again`, run: () => void write(keys, operations) },
        });
      }
    },
    [t],
  );

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const waiting = [...staged.current];
    staged.current = new Map();
    if (waiting.length === 0) return;
    const operations = waiting.map(([set_id, { fields }]) => changeSet(workout_id, set_id, fields));
    await store(
      waiting.flatMap(([, { keys }]) => keys),
      operations,
    );
  }, [store, workout_id]);
  const run = useCallback(
    async (...operations: readonly WorkoutOperation[]) => {
      const keys = operations.map(show);
      await flush();
      await store(keys, operations);
    },
    [show, store, flush],
  );
  const stage = useCallback(
    (set_id: string, fields: SetFields) => {
      const before = staged.current.get(set_id);
      const keys = [...(before?.keys ?? []), show(changeSet(workout_id, set_id, fields))];
      staged.current.set(set_id, { fields: { ...before?.fields, ...fields }, keys });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), STORE_AFTER_MS);
    },
    [show, flush, workout_id],
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

  const workout = useMemo(() => stored && withSteps(stored, steps), [stored, steps]);
  return { workout, run, stage, flush };
}

function withSteps(stored: Workout, steps: readonly Step[]): Workout {
  const row: WorkoutRow = { ...stored, exercise_ids: [] };
  return steps.reduce((shown, { operation }) => applyToWorkout(shown, operation, noSources(null)) ?? shown, row);
}
