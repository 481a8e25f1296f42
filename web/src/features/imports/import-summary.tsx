import { Trans, useLingui } from "@lingui/react/macro";
import { CircleCheck, Undo2 } from "lucide-react";
import { useFormat } from "@/features/auth/use-format.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Card, Stat, StatRow } from "@/ui/card.tsx";
import { Page } from "@/ui/page.tsx";
import { ProblemLists } from "./problem-lists.tsx";
import { broughtNothing, RESTORED, type ImportRead, type ImportResult } from "./queries.ts";
import { useImportActions } from "./use-import-actions.ts";
import styles from "./review.module.css";

/** What the import brought, where to see it, and how to take it back. */
export function ImportSummary({ import_ }: { readonly import_: ImportRead }) {
  const { t } = useLingui();
  const actions = useImportActions(import_.id);
  const { result, preview, file_name } = import_;
  return (
    <Page
      title={t`Your history is here`}
      subtitle={file_name}
      back="/import"
      footer={
        <div className={styles.footer}>
          <ButtonLink href="/history" variant="primary" size="large" wide>
            {t`See your history`}
          </ButtonLink>
        </div>
      }
    >
      {result && <Added result={result} />}
      {preview && <ProblemLists preview={preview} />}
      {import_.format !== RESTORED && !(result && broughtNothing(result)) && (
        <Card>
          <p>
            <Trans>Not what you expected? Undo takes out exactly what this file brought, and nothing else.</Trans>
          </p>
          <div className={styles.buttons}>
            <Button icon={<Undo2 size={20} aria-hidden="true" />} busy={actions.busy} onClick={() => void actions.undo()}>
              {t`Undo this import`}
            </Button>
          </div>
        </Card>
      )}
    </Page>
  );
}

function Added({ result }: { readonly result: ImportResult }) {
  const { t } = useLingui();
  const format = useFormat();
  const stats = [
    { label: t`Workouts added`, value: result.workouts_added },
    { label: t`Workouts completed`, value: result.workouts_extended },
    { label: t`Sets added`, value: result.sets_added },
    { label: t`Measurements added`, value: result.measurements_added },
    { label: t`Exercises recognised`, value: result.matched_exercises },
    { label: t`New exercises`, value: result.created_exercises },
    { label: t`Workouts there before`, value: result.duplicates_skipped },
  ].filter(({ value }) => value > 0);
  const nothing_new = broughtNothing(result);
  return (
    <Card tone={nothing_new ? "plain" : "accent"}>
      <p className={styles.lead}>
        <CircleCheck size={24} className={styles.leadIcon} aria-hidden="true" />
        {nothing_new ? (
          <Trans>Nothing new: everything was already there.</Trans>
        ) : (
          <Trans>Everything in the file is now in your account.</Trans>
        )}
      </p>
      <StatRow>
        {stats.map(({ label, value }) => (
          <Stat key={label} label={label} value={format.number(value)} />
        ))}
      </StatRow>
    </Card>
  );
}
