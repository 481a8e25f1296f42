import { useLingui } from "@lingui/react/macro";
import type { ReasonWords } from "@/features/programs/reason-text.ts";
import type { WeightUnit } from "@/training/units.ts";
import { useScreen } from "./screen-context.ts";

/** What targets and their reasons are written with on this screen. */
export function useTargetWords(unit: WeightUnit): Required<ReasonWords> {
  const { i18n } = useLingui();
  const { format, exercises } = useScreen();
  const exerciseName = (text: string) => {
    for (const exercise of exercises?.values() ?? []) if (exercise.slug === text || exercise.id === text) return exercise.name;
    return text;
  };
  return { i18n, locale: format.locale, unit, exerciseName };
}
