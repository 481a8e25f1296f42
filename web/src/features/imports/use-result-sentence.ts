import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ImportResult } from "./queries.ts";

/** "252 workouts, 5,007 sets": what an import added, in one line. */
export function useResultSentence(): (result: ImportResult) => string {
  const { t } = useLingui();
  return ({ workouts_added, workouts_extended, sets_added, measurements_added }) => {
    const parts = [
      workouts_added > 0 && plural(workouts_added, { one: "# workout", other: "# workouts" }),
      workouts_extended > 0 && plural(workouts_extended, { one: "# workout completed", other: "# workouts completed" }),
      sets_added > 0 && plural(sets_added, { one: "# set", other: "# sets" }),
      measurements_added > 0 && plural(measurements_added, { one: "# measurement", other: "# measurements" }),
    ].filter((part) => part !== false);
    return parts.length === 0 ? t`Nothing new: everything was already there.` : parts.join(", ");
  };
}
