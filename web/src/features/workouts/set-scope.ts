import type { WorkoutSet } from "@/db/documents.ts";

/** Which sets a change of weight is meant for. */
export type Scope = "this" | "remaining" | "all";

type Row = Pick<WorkoutSet, "id" | "kind" | "completed" | "weight" | "weight_unit">;

/**
 * The ids of the sets that follow a change of one set's weight.
 *
 * Only rows that said the same before (kind, weight, unit) move along: a pyramid stays a pyramid.
 * `remaining` are rows below that are not done; `all` are those above and those done as well.
 */
export function setsInScope(before: readonly Row[], set_id: string, scope: Scope): readonly string[] {
  const index = before.findIndex((set) => set.id === set_id);
  const changed = before[index];
  if (!changed || scope === "this") return changed ? [set_id] : [];
  const alike = (set: Row) => set.kind === changed.kind && set.weight === changed.weight && set.weight_unit === changed.weight_unit;
  return before
    .filter((set, place) => set.id === set_id || (alike(set) && (scope === "all" || (place > index && !set.completed))))
    .map((set) => set.id);
}

/** Whether asking makes sense: some other set would follow. */
export function hasScope(before: readonly Row[], set_id: string): boolean {
  return setsInScope(before, set_id, "all").length > 1;
}
