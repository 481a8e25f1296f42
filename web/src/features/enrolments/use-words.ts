import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import type { ReasonWords } from "@/features/programs/reason-text.ts";
import type { Running } from "./run.ts";

/** What sentences and targets of an enrolment are written with: its unit, and names of exercises instead of texts. */
export function useWords({ enrolment, exerciseOf }: Pick<Running, "enrolment" | "exerciseOf">): Required<ReasonWords> {
  const { i18n } = useLingui();
  const { locale } = useFormat();
  return { i18n, locale, unit: enrolment.unit, exerciseName: (text) => exerciseOf(text)?.name ?? text };
}
