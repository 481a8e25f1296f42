import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { useFormat } from "@/features/auth/use-format.ts";
import type { IssueRow } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { discardIssues, keepIssues, retryIssues } from "@/sync/issues.ts";
import { queueFile, saveFile } from "@/sync/queue-file.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { fieldWords, isNamedField, operationWords, valueWords } from "./change-words.ts";
import { CorrectDialog } from "./correct-dialog.tsx";
import { correctable } from "./correctable.ts";
import styles from "./device.module.css";

/** Changes that the server refused: each with its reason and the ways out of it. */
export function DeviceIssues() {
  const { t } = useLingui();
  const issues = useLive((db) => db.issues.toArray(), []);
  const [correcting, setCorrecting] = useState<IssueRow | null>(null);
  if (!issues || issues.length === 0) return null;
  return (
    <Card title={t`Refused by the server`} tone="warn">
      <p>
        <Trans>These changes are only on this device. Everything else is sent all the same.</Trans>
      </p>
      <ul className={styles.issues}>
        {issues
          .toSorted((a, b) => a.seq - b.seq)
          .map((issue) => (
            <Issue key={issue.key} issue={issue} onCorrect={() => setCorrecting(issue)} />
          ))}
      </ul>
      <div className={styles.actions}>
        {issues.length > 1 && <Button onClick={() => void retryIssues(issues)}>{t`Try all again`}</Button>}
        <Button onClick={() => void queueFile().then(saveFile)}>{t`Save to a file`}</Button>
      </div>
      {correcting && <CorrectDialog issue={correcting} onClose={() => setCorrecting(null)} />}
    </Card>
  );
}

function Issue({ issue, onCorrect }: { readonly issue: IssueRow; readonly onCorrect: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const discard = async () => {
    await discardIssues([issue.key]);
    showToast(t`Change given up`, { action: { label: t`Undo`, run: () => void keepIssues([issue]) } });
  };
  const workout_id = issue.path["workout_id"];
  return (
    <li className={styles.issue}>
      <p className={styles.issueTitle}>
        {operationWords(issue.name)} <span className={styles.muted}>{format.time(issue.made_at_ms)}</span>
      </p>
      <p>{errorMessage(issue)}</p>
      <p className={styles.muted}>{summary(issue)}</p>
      <div className={styles.actions}>
        {correctable(issue).length > 0 && <Button onClick={onCorrect}>{t`Correct`}</Button>}
        <Button onClick={() => void retryIssues([issue])}>{t`Try again`}</Button>
        <Button onClick={() => void discard()}>{t`Give up`}</Button>
        {workout_id !== undefined && <Link href={`/workouts/${workout_id}`}>{t`Show the workout`}</Link>}
      </div>
    </li>
  );
}

function summary({ body }: IssueRow): string {
  return Object.entries(body ?? {})
    .filter(([field, value]) => isNamedField(field) && value !== null && value !== "")
    .map(([field, value]) => `${fieldWords(field)}: ${valueWords(value)}`)
    .join(" · ");
}
