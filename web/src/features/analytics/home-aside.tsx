import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import { MUSCLE_NAMES, type Muscle } from "@/features/exercises/vocabulary.ts";
import { useExercisesById } from "@/features/exercises/use-exercise-names.ts";
import { Card } from "@/ui/card.tsx";
import { Meter } from "@/ui/progress-bar.tsx";
import { RecordList } from "./record-list.tsx";
import type { Home } from "./queries.ts";
import styles from "./home-cards.module.css";

interface AsideProps {
  readonly home: Home;
  readonly format: Format;
}

/** What was achieved lately, and what this week has trained. */
export function HomeAside({ home, format }: AsideProps) {
  return (
    <>
      {home.last_records && <Records records={home.last_records} format={format} />}
      <Muscles muscles={home.muscles} format={format} />
    </>
  );
}

function Records({ records, format }: { readonly records: NonNullable<Home["last_records"]>; readonly format: Format }) {
  const { t } = useLingui();
  const exercises = useExercisesById(records.map((record) => record.exercise_id));
  return (
    <Card
      title={t`Last records`}
      flush
      aside={
        <Link href="/progress" className={styles.all}>
          {t`All`}
        </Link>
      }
    >
      {records.length === 0 ? (
        <p className={styles.none}>
          <Trans>Beat a value once and it appears here.</Trans>
        </p>
      ) : (
        <RecordList
          records={records}
          nameOf={(id) => exercises.get(id)?.name ?? "…"}
          unitOf={(id) => exercises.get(id)?.weight_unit ?? format.weight_unit}
          format={format}
        />
      )}
    </Card>
  );
}

const MUSCLES_SHOWN = 8;

function Muscles({ muscles, format }: { readonly muscles: Home["muscles"]; readonly format: Format }) {
  const { t, i18n } = useLingui();
  const most = muscles.toSorted((a, b) => b.hard_sets - a.hard_sets).slice(0, MUSCLES_SHOWN);
  const top = Math.max(10, ...most.map((one) => one.hard_sets));
  return (
    <Card title={t`Muscles this week`}>
      {most.length === 0 ? (
        <p className={styles.sentence}>
          <Trans>No hard sets yet this week.</Trans>
        </p>
      ) : (
        <ul className={styles.muscles}>
          {most.map(({ muscle, hard_sets }) => {
            const name = i18n._(MUSCLE_NAMES[muscle as Muscle]);
            return (
              <li key={muscle} className={styles.muscle}>
                <span className={styles.muscleName}>{name}</span>
                <Meter label={t`${name}: hard sets`} value={hard_sets} max={top} />
                <span className={styles.muscleSets}>{format.number(hard_sets, 1)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
