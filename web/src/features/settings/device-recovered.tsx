import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useFormat } from "@/features/auth/use-format.ts";
import type { Recovered } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";
import { dismissRecovered, takeLostValue } from "@/sync/recovered.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { fieldWords, valueWords } from "./change-words.ts";
import styles from "./device.module.css";

/** Values that lost against another device's: shown until somebody has looked. */
export function DeviceRecovered() {
  const { t } = useLingui();
  const recovered = useLive((db) => db.recovered.toArray(), []);
  if (!recovered || recovered.length === 0) return null;
  return (
    <Card title={t`Changed on two devices`} tone="warn">
      <p>
        <Trans>Two devices said different things, and the later one counts. The other value is kept here.</Trans>
      </p>
      <ul className={styles.issues}>
        {recovered.map((one) => (
          <RecoveredRow key={one.id} recovered={one} />
        ))}
      </ul>
    </Card>
  );
}

function RecoveredRow({ recovered }: { readonly recovered: Recovered }) {
  const { t } = useLingui();
  const format = useFormat();
  const workout = useLive(async (db) => (await db.workouts.get(recovered.workout_id)) ?? null, [recovered.workout_id]);
  const { kind, field, lost_value, kept_value } = recovered;
  return (
    <li className={styles.issue}>
      <p className={styles.issueTitle}>
        {workout ? (
          <Link href={`/workouts/${workout.id}`}>{workout.title || format.day(workout.local_date)}</Link>
        ) : (
          t`A deleted workout`
        )}{" "}
        <span className={styles.muted}>{format.day(recovered.lost_at.slice(0, 10))}</span>
      </p>
      {kind === "field" && (
        <p>
          {fieldWords(field ?? "")}: {t`${valueWords(kept_value)} counts, ${valueWords(lost_value)} was put aside`}
        </p>
      )}
      {kind === "deleted_edit" && <p>{t`It was edited here and deleted there: ${fieldList(lost_value)}`}</p>}
      {kind === "delete_undone" && <p>{t`It was deleted, but another device changed it later, so it is back.`}</p>}
      <div className={styles.actions}>
        <Button onClick={() => void takeLostValue(recovered)}>
          {kind === "delete_undone" ? t`Delete it after all` : kind === "field" ? t`Use the other value` : t`Bring it back`}
        </Button>
        <Button onClick={() => void dismissRecovered(recovered)}>{t`Leave it so`}</Button>
      </div>
    </li>
  );
}

function fieldList(value: unknown): string {
  if (typeof value !== "object" || value === null) return valueWords(value);
  return Object.entries(value)
    .map(([field, one]) => `${fieldWords(field)} ${valueWords(one)}`)
    .join(", ");
}
