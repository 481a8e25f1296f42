import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import type { Session } from "@/training/programs/engine.ts";
import type { Plan } from "@/training/programs/plan.ts";

type Place = Pick<Session, "cycle" | "week" | "day" | "block" | "due">;

/** Where a session is: "Cycle 2 · Week 3 of 4 · Day 2 · due Wed 25 Nov", without what says nothing. */
export function useSessionPlace(): (plan: Plan, place: Place) => string {
  const { t } = useLingui();
  const format = useFormat();
  return (plan, { cycle, week, day, block, due }) => {
    const weeks = plan.weeks.length;
    const days = plan.weeks[week - 1]?.length ?? 0;
    const due_day = due === "" ? "" : format.day(due);
    return [
      block,
      cycle > 1 && weeks > 1 ? t`Cycle ${cycle}` : "",
      weeks > 1 ? t`Week ${week} of ${weeks}` : t`Round ${cycle}`,
      days > 1 ? t`Day ${day} of ${days}` : "",
      due_day === "" ? "" : t`due ${due_day}`,
    ]
      .filter(Boolean)
      .join(" · ");
  };
}
