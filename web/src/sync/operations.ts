import type { components } from "@/api/generated/schema";
import type { ChangeKind } from "@/db/changes.ts";
import type { Recovered, Template, WorkoutExercise, WorkoutSet } from "@/db/documents.ts";
import type { Prescription, ProgramPlace } from "@/db/program-documents.ts";
import { docOfProgramOperation, isProgramOperation, type ProgramOperation } from "./program-operations.ts";

type Schemas = components["schemas"];

/** Only the fields that are named change. */
export type SetFields = Partial<Schemas["SetChange"]>;
export type SetBody = Schemas["SetWrite"];
export type EntryFields = Partial<Schemas["WorkoutExerciseChange"]>;
export type EntryBody = Omit<Schemas["WorkoutExerciseWrite"], "sets" | "track" | "prescription"> & {
  readonly track?: string | null;
  readonly prescription?: Prescription | null;
  readonly sets?: readonly SetBody[];
};
export type WorkoutFields = Partial<Omit<Schemas["WorkoutChange"], "program">> & { readonly program?: ProgramPlace | null };
export type WorkoutBody = Omit<Schemas["WorkoutCreate"], "exercises" | "program"> & {
  readonly program?: ProgramPlace | null;
  readonly exercises?: readonly EntryBody[];
};
export type TemplateBody = Omit<Template, "rev">;
export type TemplateFields = Partial<Omit<Template, "id" | "rev">>;
export type PreferenceFields = Partial<Schemas["PreferenceChange"]>;
export type ProfileFields = Partial<Omit<Schemas["ProfileChange"], "rest">> & {
  readonly rest?: Partial<Schemas["RestChange"]> | null;
};

interface InWorkout {
  readonly workout_id: string;
}
interface InEntry extends InWorkout {
  readonly entry_id: string;
}
interface InSet extends InWorkout {
  readonly set_id: string;
}

/**
 * A write as data: an operation of the API with its path and body, plus `local`, which this device
 * needs to show the change and the server does not.
 */
interface Named<Name extends string, Path, Body, Local = null> {
  readonly name: Name;
  readonly path: Path;
  readonly body: Body;
  readonly local: Local;
}

type Nothing = Readonly<Record<string, never>>;

export type WorkoutOperation =
  | Named<"workouts.create", Nothing, WorkoutBody>
  | Named<"workouts.change", InWorkout, WorkoutFields>
  | Named<"workouts.delete", InWorkout, null>
  /** `local` is the row as it was: the server keeps it, this device does not. Null where it never had it. */
  | Named<"workouts.restore", InWorkout, null, object | null>
  | Named<"workouts.add_exercise", InWorkout, EntryBody>
  | Named<"workouts.change_exercise", InEntry, EntryFields>
  | Named<"workouts.reorder_exercises", InWorkout, { readonly ids: readonly string[] }>
  | Named<"workouts.delete_exercise", InEntry, null>
  | Named<"workouts.restore_exercise", InEntry, null, WorkoutExercise | null>
  | Named<"workouts.log_set", InEntry, SetBody>
  | Named<"workouts.change_set", InSet, SetFields>
  | Named<"workouts.delete_set", InSet, null>
  | Named<"workouts.restore_set", InSet, null, { readonly entry_id: string; readonly set: WorkoutSet } | null>;

export type OtherOperation =
  | Named<"templates.create", Nothing, TemplateBody>
  | Named<"templates.change", { readonly template_id: string }, TemplateFields>
  | Named<"templates.delete", { readonly template_id: string }, null>
  | Named<"templates.restore", { readonly template_id: string }, null, Template>
  | Named<"exercises.create", Nothing, Schemas["ExerciseCreate"]>
  | Named<"exercises.change", { readonly exercise_id: string }, Partial<Schemas["ExerciseChange"]>>
  | Named<"exercises.change_preference", { readonly exercise_id: string }, PreferenceFields>
  /** `local` is the training day of the value: the server derives it from the profile's zone. */
  | Named<"metrics.create", Nothing, Schemas["MetricWrite"], { readonly local_date: string }>
  | Named<
      "metrics.change",
      { readonly metric_id: string },
      Partial<Schemas["MetricChange"]>,
      { readonly local_date: string | null }
    >
  | Named<"metrics.delete", { readonly metric_id: string }, null>
  | Named<"metrics.restore", { readonly metric_id: string }, null, object>
  | Named<"auth.change_profile", Nothing, ProfileFields>
  | Named<"sync.dismiss_recovered", { readonly recovered_id: string }, null, Recovered | null>;

export type Operation = WorkoutOperation | OtherOperation | ProgramOperation;

export type DocKind = ChangeKind;

export interface Doc {
  readonly kind: DocKind;
  /** Primary key in the table of its kind. */
  readonly id: string;
}

export const docKey = ({ kind, id }: Doc): string => `${kind}:${id}`;

export function parseDocKey(key: string): Doc {
  const colon = key.indexOf(":");
  return { kind: key.slice(0, colon) as DocKind, id: key.slice(colon + 1) };
}

/** The document that an operation changes: what is stored, pulled and replayed as one. */
export function docOf(operation: Operation): Doc {
  if (isProgramOperation(operation)) return docOfProgramOperation(operation);
  switch (operation.name) {
    case "workouts.create":
      return { kind: "workout", id: operation.body.id };
    case "templates.create":
      return { kind: "template", id: operation.body.id };
    case "templates.change":
    case "templates.delete":
    case "templates.restore":
      return { kind: "template", id: operation.path.template_id };
    case "exercises.create":
      return { kind: "exercise", id: operation.body.id };
    case "exercises.change":
      return { kind: "exercise", id: operation.path.exercise_id };
    case "exercises.change_preference":
      return { kind: "exercise_preference", id: operation.path.exercise_id };
    case "metrics.create":
      return { kind: "metric", id: operation.body.id };
    case "metrics.change":
    case "metrics.delete":
    case "metrics.restore":
      return { kind: "metric", id: operation.path.metric_id };
    case "auth.change_profile":
      return { kind: "profile", id: "me" };
    case "sync.dismiss_recovered":
      return { kind: "recovered", id: operation.path.recovered_id };
    default:
      return { kind: "workout", id: operation.path.workout_id };
  }
}

export function isWorkoutOperation(operation: Operation): operation is WorkoutOperation {
  return operation.name.startsWith("workouts.");
}
