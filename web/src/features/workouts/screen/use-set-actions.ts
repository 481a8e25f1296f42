import { useLingui } from "@lingui/react/macro";
import type { Workout, WorkoutExercise, WorkoutSet } from "@/db/documents.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { roundTo } from "@/lib/decimal.ts";
import type { SetFields } from "@/sync/operations.ts";
import type { SetKind } from "@/training/sets.ts";
import { fromKg, toKg, type WeightUnit } from "@/training/units.ts";
import { showToast } from "@/ui/toast-store.ts";
import * as operations from "../operations.ts";
import { isLoggable, setAfter } from "../planned-sets.ts";
import { setsInScope, type Scope } from "../set-scope.ts";
import { nextTurn, type Turn } from "../superset-turn.ts";
import { followTop } from "../targets.ts";
import type { DraftSet } from "../workout-draft.ts";
import type { ActiveExercise } from "./screen-context.ts";
import type { WorkoutDocument } from "./use-document.ts";
import type { ScopeChange, ViewState } from "./view-state.ts";

export interface SetActions {
  /** Mark a row as done; false when it does not say enough yet. */
  readonly log: (set: WorkoutSet) => boolean;
  readonly unlog: (set: WorkoutSet) => void;
  /** Change numbers or words of one set; a weight also changes the sets that follow it. */
  readonly change: (set: WorkoutSet, fields: SetFields) => void;
  /** Give the last change of weight another reach. */
  readonly rescope: (scope: Scope) => void;
  readonly add: (kind: SetKind) => void;
  /** Put sets before the others: a generated warm-up. */
  readonly addFirst: (sets: readonly DraftSet[]) => void;
  readonly remove: (set: WorkoutSet) => void;
  readonly moveBy: (set: WorkoutSet, by: 1 | -1) => void;
}

interface Needs {
  readonly document: WorkoutDocument;
  readonly workout: Workout | null;
  readonly active: ActiveExercise | null;
  readonly view: ViewState;
  readonly setView: (change: Partial<ViewState>) => void;
  readonly is_live: boolean;
  /** A set is done: rest, unless the next member of a superset is to be done at once. */
  readonly onLogged: (set: WorkoutSet, entry: WorkoutExercise, turn: Turn) => void;
}

/** Everything that can be done to the sets of the exercise on the screen. */
export function useSetActions({ document, workout, active, view, setView, is_live, onLogged }: Needs): SetActions {
  const { t } = useLingui();
  const entry = active?.entry;
  const workout_id = workout?.id ?? "";

  /** Back-off sets that are a share of today's top set go with it. */
  const stageFollowers = (exercises: readonly WorkoutExercise[], set_id: string) => {
    const changed = exercises.find((one) => one.sets.some((other) => other.id === set_id));
    if (!changed || !active) return;
    const nearest = (weight: number, unit: WeightUnit) => {
      const { loading } = active;
      return roundTo(convert(loading.nearest(convert(weight, unit, loading.unit)), loading.unit, unit), 2);
    };
    for (const { set_id: id, ...fields } of followTop(exercises, changed, set_id, nearest)) document.stage(id, fields);
  };

  const log = (set: WorkoutSet): boolean => {
    if (!workout || !entry || !active || !isLoggable(set, active.tracking)) return false;
    const fields = { completed: true, logged_at: is_live ? toIso(nowMs()) : null };
    document.stage(set.id, fields);
    const exercises = withSet(workout, set.id, fields);
    stageFollowers(exercises, set.id);
    void document.flush();
    const turn = nextTurn(exercises, entry.id);
    setView({ entry_id: turn.entry_id, set_id: turn.set_id ?? set.id, logged_id: set.id, pad: null, scope: null });
    onLogged({ ...set, ...fields }, entry, turn);
    return true;
  };

  const unlog = (set: WorkoutSet) => {
    const fields = { completed: false, logged_at: null };
    document.stage(set.id, fields);
    if (workout) stageFollowers(withSet(workout, set.id, fields), set.id);
    void document.flush();
    setView({ set_id: set.id, logged_id: null, scope: null });
  };

  const change = (set: WorkoutSet, fields: SetFields) => {
    if (!entry) return;
    if (fields.weight === undefined) return document.stage(set.id, fields);
    const ongoing = view.scope?.set_id === set.id ? view.scope : null;
    const scope: ScopeChange = ongoing ?? { set_id: set.id, before: entry.sets, scope: "remaining" };
    for (const id of setsInScope(scope.before, set.id, scope.scope)) document.stage(id, weightOf(fields));
    if (workout && set.completed) stageFollowers(withSet(workout, set.id, weightOf(fields)), set.id);
    setView({ scope });
  };

  const rescope = (wanted: Scope) => {
    const now = entry?.sets.find((set) => set.id === view.scope?.set_id);
    if (!view.scope || !now) return;
    const { before, set_id } = view.scope;
    const inside = new Set(setsInScope(before, set_id, wanted));
    for (const set of before) {
      if (inside.has(set.id)) document.stage(set.id, weightOf(now));
      else document.stage(set.id, weightOf(set));
    }
    setView({ scope: { ...view.scope, scope: wanted } });
  };

  const add = (kind: SetKind) => {
    if (!entry || !active) return;
    const set = setAfter(entry.sets, kind, (weight, share) => active.loading.nearest(weight * share), active.one_sided);
    void document.run(operations.logSet(workout_id, entry.id, set, (entry.sets.at(-1)?.position ?? -1) + 1));
    setView({ set_id: set.id, logged_id: null, pad: null, scope: null });
  };

  const addFirst = (sets: readonly DraftSet[]) => {
    if (!entry || sets.length === 0) return;
    const moved = entry.sets.map((set, index) => operations.changeSet(workout_id, set.id, { position: sets.length + index }));
    const added = sets.map((set, index) => operations.logSet(workout_id, entry.id, set, index));
    void document.run(...moved, ...added);
    setView({ set_id: sets[0]?.id ?? null, logged_id: null, pad: null, scope: null });
    const undo = () => void document.run(...sets.map((set) => operations.deleteSet(workout_id, set.id)));
    showToast(t`Warm-up added`, { action: { label: t`Undo`, run: undo } });
  };

  const remove = (set: WorkoutSet) => {
    if (!entry) return;
    void document.run(operations.deleteSet(workout_id, set.id));
    setView({ set_id: null, logged_id: null, pad: null, scope: null });
    const undo = () => void document.run(operations.restoreSet(workout_id, entry.id, set));
    showToast(t`Set deleted`, { action: { label: t`Undo`, run: undo } });
  };

  const moveBy = (set: WorkoutSet, by: 1 | -1) => {
    const sets = entry?.sets ?? [];
    const from = sets.findIndex((one) => one.id === set.id);
    if (!sets[from + by]) return;
    const order = sets.toSpliced(from, 1).toSpliced(from + by, 0, set);
    const changed = order.flatMap(({ id, position }, place) =>
      position === place ? [] : [operations.changeSet(workout_id, id, { position: place })],
    );
    void document.run(...changed);
  };

  return { log, unlog, change, rescope, add, addFirst, remove, moveBy };
}

function withSet({ exercises }: Workout, set_id: string, fields: SetFields): readonly WorkoutExercise[] {
  return exercises.map((one) => ({
    ...one,
    sets: one.sets.map((other) => (other.id === set_id ? ({ ...other, ...fields } as WorkoutSet) : other)),
  }));
}

function convert(weight: number, from: WeightUnit, to: WeightUnit): number {
  return from === to ? weight : fromKg(toKg(weight, from), to);
}

function weightOf({ weight = null, weight_unit = null }: SetFields): SetFields {
  return { weight, weight_unit: weight === null ? null : weight_unit };
}
