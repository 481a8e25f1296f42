import { useLingui } from "@lingui/react/macro";
import type { Workout } from "@/db/documents.ts";
import type { Format } from "@/features/auth/use-format.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { Card, Stat, StatRow } from "@/ui/card.tsx";
import { totalsOf } from "../workout-totals.ts";

interface FinishTotalsProps {
  readonly workout: Workout;
  readonly exercises: ExerciseMap | undefined;
  readonly format: Format;
}

/** Time, sets, volume. */
export function FinishTotals({ workout, exercises, format }: FinishTotalsProps) {
  const { t } = useLingui();
  const totals = totalsOf(workout, exercises);
  return (
    <Card>
      <StatRow>
        {totals.duration_s !== null && (
          <Stat
            label={t`Duration`}
            value={format.duration(Math.max(60, Math.round(totals.duration_s / 60) * 60)).replace(/:00$/, "")}
            unit={totals.duration_s >= 3600 ? t`h` : t`min`}
          />
        )}
        <Stat label={t`Sets`} value={format.number(totals.sets)} />
        {totals.tonnage_kg > 0 && (
          <Stat label={t`Volume`} value={format.tonnage(totals.tonnage_kg).split("\u00a0")[0]} unit={format.weight_unit} />
        )}
      </StatRow>
    </Card>
  );
}
