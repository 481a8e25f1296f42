import { Trans, useLingui } from "@lingui/react/macro";
import { Archive, FileUp, ShieldCheck, Table2, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { useSyncStatus } from "@/sync/status.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Notice } from "@/ui/states.tsx";
import { DownloadLink } from "./download-link.tsx";
import styles from "./export-page.module.css";

/** Everything one has, to take away, and how to bring it back. */
export function ExportPage() {
  const { t } = useLingui();
  const offline = useSyncStatus().phase === "offline";
  return (
    <Page title={t`Export`} subtitle={t`It is yours: take it with you at any time.`} back="/more" wide>
      {offline && (
        <Notice tone="warn" icon={<WifiOff size={20} />}>
          <Trans>The server cannot be reached just now. The files are made there, so come back with a connection.</Trans>
        </Notice>
      )}
      <div className={styles.cards}>
        <ExportCard
          icon={<Archive size={28} aria-hidden="true" />}
          title={t`Everything`}
          action={
            <DownloadLink path="/api/v1/export" primary disabled={offline}>
              {t`Download everything`}
            </DownloadLink>
          }
        >
          <Trans>
            One JSON file with your workouts, exercises, body values, settings and imports. It brings the whole account back, here
            or on another server, without a difference.
          </Trans>
        </ExportCard>
        <ExportCard
          icon={<Table2 size={28} aria-hidden="true" />}
          title={t`All sets as a table`}
          action={
            <DownloadLink path="/api/v1/export/sets.csv" disabled={offline}>
              {t`Download the table`}
            </DownloadLink>
          }
        >
          <Trans>
            One CSV file with a row for every set, for a spreadsheet or another app. Cells that look like formulas are made
            harmless.
          </Trans>
        </ExportCard>
        <ExportCard
          icon={<FileUp size={28} aria-hidden="true" />}
          title={t`Bring it back`}
          action={
            <ButtonLink href="/import" size="large" wide>
              {t`To the import`}
            </ButtonLink>
          }
        >
          <Trans>
            Choose the JSON file there, look at what is in it, and confirm. What is already in the account is left alone.
          </Trans>
        </ExportCard>
      </div>
      <p className={styles.note}>
        <ShieldCheck size={18} aria-hidden="true" />
        <Trans>
          The files hold your training and your body values, and nothing about signing in. Keep them where only you can read them.
        </Trans>
      </p>
    </Page>
  );
}

interface ExportCardProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly action: ReactNode;
  readonly children: ReactNode;
}

function ExportCard({ icon, title, action, children }: ExportCardProps) {
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <span className={styles.icon}>{icon}</span>
        <h2 className={styles.title}>{title}</h2>
      </div>
      <p className={styles.text}>{children}</p>
      {action}
    </section>
  );
}
