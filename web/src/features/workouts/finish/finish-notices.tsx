import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CircleDashed, Clock } from "lucide-react";
import type { Format } from "@/features/auth/use-format.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { Notice } from "@/ui/states.tsx";
import type { FinishPlan } from "../finish-plan.ts";

interface FinishNoticesProps {
  readonly plan: FinishPlan;
  readonly exercises: ExerciseMap | undefined;
  readonly format: Format;
  /** Whether any set was done. */
  readonly done: boolean;
}

/** What saving leaves out or assumes: nothing of it happens in silence. */
export function FinishNotices({ plan, exercises, format, done }: FinishNoticesProps) {
  const { t } = useLingui();
  const { open_sets, empty_entries, workout, ended_earlier } = plan;
  if (!done) {
    return (
      <Notice tone="plain" icon={<CircleDashed size={20} />}>
        <Trans>No set is done yet. Log one, or discard the workout in its menu.</Trans>
      </Notice>
    );
  }
  const count = open_sets.length;
  const end = workout.finished_at === null ? "" : format.timeIn(workout.finished_at, workout.time_zone);
  const names = new Set(open_sets.map(({ entry_id }) => entry_id)).size;
  return (
    <>
      {count > 0 && (
        <Notice tone="plain" icon={<CircleDashed size={20} />}>
          <Plural value={count} one="# row that was not done is left out." other="# rows that were not done are left out." />{" "}
          {empty_entries.length > 0 && names > 0 && exercises && (
            <Plural value={empty_entries.length} one="One exercise goes with them." other="# exercises go with them." />
          )}
        </Notice>
      )}
      {ended_earlier && (
        <Notice tone="warn" icon={<Clock size={20} />}>
          {t`The last set was a while ago, so the workout ends with it, at ${end}.`}
        </Notice>
      )}
    </>
  );
}
