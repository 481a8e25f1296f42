import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import type { ExerciseLookup } from "@/features/programs/program-exercises.ts";
import type { ReasonWords } from "@/features/programs/reason-text.ts";
import type { WeightUnit } from "@/training/units.ts";

export interface WordsOf {
  readonly unit: WeightUnit;
  readonly exerciseOf: ExerciseLookup;
}

/** What sentences and targets are written with: the enrolment's unit, and names of exercises instead of texts. */
export function useWords({ unit, exerciseOf }: WordsOf): Required<ReasonWords> {
  const { i18n } = useLingui();
  const { locale } = useFormat();
  return { i18n, locale, unit, exerciseName: (text) => exerciseOf(text)?.name ?? text };
}

/** The same from an enrolment that is put together. */
export function wordsOf(running: { readonly start: { readonly unit: WeightUnit }; readonly exerciseOf: ExerciseLookup }): WordsOf {
  return { unit: running.start.unit, exerciseOf: running.exerciseOf };
}
