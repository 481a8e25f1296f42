import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ProgramSummary } from "../model/summary.ts";
import { useTerm } from "../model/use-term.ts";

/** "4 days a week · 4 weeks, again and again · Intermediate · Strength". */
export function useSummaryLine(): (summary: ProgramSummary) => string {
  const { t } = useLingui();
  const term = useTerm();
  return ({ days, weeks, repeats, level, goal }) => {
    const round = t({ message: plural(weeks, { one: "# week", other: "# weeks" }) });
    const parts = [
      days > 0 ? t({ message: plural(days, { one: "# day a week", other: "# days a week" }) }) : "",
      weeks > 1 ? (repeats ? t`${round}, then again` : round) : "",
      level === "" ? "" : term(level),
      goal === "" ? "" : term(goal),
    ];
    return parts.filter(Boolean).join(" · ");
  };
}
