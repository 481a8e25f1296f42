import type { Template, Workout } from "@/db/documents.ts";
import { useTemplate } from "@/features/programs/queries.ts";
import {
  diffExercises,
  proposeExercises,
  type TemplateChange,
  type TemplateExercise,
} from "@/features/programs/template-changes.ts";

export interface TemplateProposal {
  readonly template: Template;
  readonly exercises: TemplateExercise[];
  readonly changes: readonly TemplateChange[];
}

/** How the template a workout was started from would change after it; null when it would not, or there is none. */
export function useTemplateProposal(workout: Workout): TemplateProposal | null {
  const template = useTemplate(workout.template_id ?? "");
  if (!template) return null;
  const exercises = proposeExercises(template.exercises, workout.exercises);
  const changes = diffExercises(template.exercises, exercises);
  return changes.length === 0 || exercises.length === 0 ? null : { template, exercises, changes };
}
