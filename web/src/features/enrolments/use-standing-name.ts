import { useLingui } from "@lingui/react/macro";
import type { Standing } from "./standings.ts";

/** What a number is called beside its lift: "Training max", "main, stage 2". */
export function useStandingName(): (number: Standing) => string {
  const { t } = useLingui();
  return ({ kind, track, stage }) => {
    if (kind === "tm") return t`Training max`;
    if (kind === "max") return t`1RM`;
    const name = kind === "reps" ? t`${track ?? ""}: reps` : (track ?? "");
    return stage === null ? name : t`${name}, stage ${stage}`;
  };
}
