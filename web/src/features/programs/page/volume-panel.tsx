import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import { MUSCLE_NAMES, type Muscle } from "@/features/exercises/vocabulary.ts";
import { plannedVolume } from "@/training/programs/planned-volume.ts";
import type { Plan } from "@/training/programs/plan.ts";
import { muscleShares } from "@/training/volume.ts";
import { Card } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { exerciseTextsOf } from "../program-exercises.ts";
import styles from "./page.module.css";
import { WeekChooser } from "./week-chooser.tsx";

/** Hard sets a week that suit most people, by muscle: shown as a band, not as a rule. */
const ENOUGH = { low: 10, high: 20 };

/** Planned hard sets by muscle: one week as bars, all weeks as a table. */
export function VolumePanel({ plan, texts }: { readonly plan: Plan; readonly texts: ExerciseTexts }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const [chosen, setChosen] = useState(0);
  const shares = new Map(
    exerciseTextsOf(plan).flatMap((text) => {
      const exercise = texts.find(text);
      return exercise ? [[text, muscleShares(exercise.primary_muscles, exercise.secondary_muscles)] as const] : [];
    }),
  );
  const weeks = plan.weeks.map((_, index) => plannedVolume(plan, index + 1, shares));
  const index = Math.min(chosen, weeks.length - 1);
  const rows = [...(weeks[index] ?? [])].toSorted((a, b) => b[1] - a[1]);
  const top = Math.max(ENOUGH.high * 1.2, ...rows.map(([, sets]) => sets));
  const enough = rows.filter(([, sets]) => sets >= ENOUGH.low).length;
  const nameOf = (muscle: string) => i18n._(MUSCLE_NAMES[muscle as Muscle]);
  const { low, high } = ENOUGH;
  return (
    <>
      <WeekChooser weeks={weeks.map((_, place) => t`Week ${place + 1}`)} chosen={index} onChoose={setChosen} />
      <Card title={t`Planned hard sets`}>
        <p className={styles.muted}>
          <Trans>
            {enough} of {rows.length} trained muscles get at least {low} hard sets this week. {low} to {high} suit most people. A
            muscle that helps counts half.
          </Trans>
        </p>
        <ul className={styles.muscles}>
          {rows.map(([muscle, sets]) => (
            <li key={muscle} className={styles.muscle}>
              <span>{nameOf(muscle)}</span>
              <span className={styles.track} aria-hidden="true">
                <span className={styles.range} style={{ left: `${(low / top) * 100}%`, width: `${((high - low) / top) * 100}%` }} />
                <span className={styles.fill} data-enough={sets >= low || undefined} style={{ width: `${(sets / top) * 100}%` }} />
              </span>
              <span className={styles.number}>{format.number(sets, 1)}</span>
            </li>
          ))}
        </ul>
      </Card>
      {weeks.length > 1 && <AllWeeks weeks={weeks} nameOf={nameOf} />}
    </>
  );
}

interface AllWeeksProps {
  readonly weeks: readonly ReadonlyMap<string, number>[];
  readonly nameOf: (muscle: string) => string;
}

function AllWeeks({ weeks, nameOf }: AllWeeksProps) {
  const { t } = useLingui();
  const format = useFormat();
  const total = (muscle: string) => weeks.reduce((sum, week) => sum + (week.get(muscle) ?? 0), 0);
  const muscles = [...new Set(weeks.flatMap((week) => [...week.keys()]))].toSorted((a, b) => total(b) - total(a));
  const columns: Column<string>[] = [
    { key: "muscle", header: t`Muscle`, heading: true, cell: nameOf },
    ...weeks.map((week, index): Column<string> => ({
      key: String(index),
      header: t`Wk ${index + 1}`,
      numeric: true,
      cell: (muscle) => format.number(week.get(muscle) ?? 0, 1),
    })),
  ];
  return (
    <Card title={t`All weeks`}>
      <Table caption={t`Planned hard sets by muscle and week`} columns={columns} rows={muscles} rowKey={(muscle) => muscle} />
    </Card>
  );
}
