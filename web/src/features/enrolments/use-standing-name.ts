import { useLingui } from "@lingui/react/macro";
import type { Standing } from "./standings.ts";

/** What a number is called beside its lift: "Training max", "Working weight", "main, stage 2". */
export function useStandingName(): (number: Standing) => string {
  const { t } = useLingui();
  return ({ kind, track, alone, stage }) => {
    if (kind === "tm") return t`Training max`;
    if (kind === "max") return t`1RM`;
    const label = track ?? "";
    const weight = alone ? t`Working weight` : label;
    const name = kind !== "reps" ? weight : alone ? t`Reps` : t`${label}: reps`;
    return stage === null ? name : t`${name}, stage ${stage}`;
  };
}
