import type { Exercise, ExercisePreferenceRow, ExerciseRow, Metric, ProfileRow, Template } from "@/db/documents.ts";
import { toIso } from "@/lib/clock.ts";
import type { OtherOperation } from "./operations.ts";

type Body<Name extends OtherOperation["name"]> = Extract<OtherOperation, { name: Name }>["body"];

/** One operation on any document but a workout, as the server would do it; null is "deleted or not there". */
export function applyToOther(row: object | null, operation: OtherOperation): object | null {
  switch (operation.name) {
    case "templates.create":
      return row ?? ({ rev: 0, ...operation.body } satisfies Template);
    case "exercises.create":
      return row ?? newExercise(operation.body);
    case "metrics.create":
      return row ?? newMetric(operation.body, operation.local.local_date);
    case "templates.change":
      return row && { ...row, ...named(operation.body) };
    case "exercises.change":
      return row && { ...row, ...named(operation.body) };
    case "metrics.change": {
      const { measured_at, ...fields } = operation.body;
      const moved = measured_at
        ? {
            measured_at: toIso(Date.parse(measured_at)),
            local_date: operation.local.local_date ?? (row as Metric | null)?.local_date,
          }
        : {};
      return row && { ...row, ...named(fields), ...moved };
    }
    case "exercises.change_preference":
      return changedPreference(row as ExercisePreferenceRow | null, operation.path.exercise_id, operation.body);
    case "auth.change_profile":
      return changedProfile(row as ProfileRow | null, operation.body);
    case "templates.delete":
    case "metrics.delete":
    case "sync.dismiss_recovered":
      return null;
    case "templates.restore":
    case "metrics.restore":
      return row ?? operation.local;
  }
}

function newExercise(body: Body<"exercises.create">): ExerciseRow {
  const exercise: Exercise = {
    id: body.id,
    slug: null,
    name: body.name,
    equipment: body.equipment ?? "other",
    tracking: body.tracking ?? "weight_reps",
    primary_muscles: body.primary_muscles ?? [],
    secondary_muscles: body.secondary_muscles ?? [],
    unilateral: body.unilateral ?? false,
    bodyweight_share: null,
    mechanic: null,
    force: null,
    category: null,
    cue: null,
    aliases: [],
    facts_name: null,
    notes: body.notes ?? "",
    favourite: false,
    weight_unit: null,
    is_custom: true,
    is_archived: false,
  };
  return { ...exercise, origin: "own" };
}

function newMetric(body: Body<"metrics.create">, local_date: string): Metric {
  return {
    id: body.id,
    rev: 0,
    metric: body.metric,
    measured_at: toIso(Date.parse(body.measured_at)),
    local_date,
    value: body.value,
    unit: body.unit,
    notes: body.notes ?? "",
    source: "fitfolio",
  };
}

/** What null clears, where it means "leave it" for everything else. */
const CLEARABLE_PREFERENCES: ReadonlySet<string> = new Set(["rest_s", "rest_warm_up_s", "bar_id", "step", "step_unit"]);
const CLEARABLE_PROFILE: ReadonlySet<string> = new Set(["equipment", "gym"]);

/** An empty unit clears the override; without a step there is no unit of one. */
function changedPreference(
  row: ExercisePreferenceRow | null,
  exercise_id: string,
  fields: Body<"exercises.change_preference">,
): ExercisePreferenceRow {
  const cleared = { rest_s: null, rest_warm_up_s: null, bar_id: null, step: null, step_unit: null };
  const before = row ?? { id: exercise_id, exercise_id, favourite: false, weight_unit: null, notes: "", ...cleared };
  const after: ExercisePreferenceRow = { ...before, ...named(fields, CLEARABLE_PREFERENCES) };
  const step_unit = (after["step"] ?? null) === null ? null : after["step_unit"];
  return { ...after, weight_unit: after["weight_unit"] || null, step_unit };
}

/** Of the rest times, too, only those named change. */
function changedProfile(row: ProfileRow | null, fields: Body<"auth.change_profile">): ProfileRow {
  const { rest, ...others } = fields;
  const rests = rest ? { rest: { ...row?.rest, ...rest } } : {};
  return { ...row, ...named(others, CLEARABLE_PROFILE), ...rests, key: "me" } as ProfileRow;
}

function named(fields: object, clearable: ReadonlySet<string> = new Set()): object {
  const says = ([name, value]: [string, unknown]) => value !== undefined && (value !== null || clearable.has(name));
  return Object.fromEntries(Object.entries(fields).filter(says));
}
