import { Trans, useLingui } from "@lingui/react/macro";
import { FileUp } from "lucide-react";
import { Columns, Page, Section } from "@/ui/page.tsx";
import { ErrorState, StaleNote } from "@/ui/states.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { AppHelp } from "./app-help.tsx";
import { FileChooser } from "./file-chooser.tsx";
import { ImportRow } from "./import-row.tsx";
import { useImports } from "./queries.ts";
import { UploadRow } from "./upload-row.tsx";
import { useUploads } from "./uploads.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useStartImport } from "./use-start-import.ts";
import styles from "./imports.module.css";

/** Bring a file in, and see what became of the earlier ones. The whole page takes a dropped file. */
export function ImportPage() {
  const { t } = useLingui();
  const { start, retry } = useStartImport();
  const over = useFileDrop(start);
  const uploads = useUploads();
  return (
    <Page title={t`Import`} subtitle={t`Your history from another app, with a preview before and an undo after.`} wide>
      <Columns aside={<AppHelp />}>
        <FileChooser onFiles={start} />
        {uploads.length > 0 && (
          <ul className={styles.rows} aria-label={t`Files on their way`}>
            {uploads.map((upload) => (
              <UploadRow key={upload.id} upload={upload} onRetry={() => retry(upload)} />
            ))}
          </ul>
        )}
        <EarlierImports />
      </Columns>
      {over && (
        <div className={styles.overlay} aria-hidden="true">
          <FileUp size={48} />
          <p className={styles.overlayText}>
            <Trans>Drop it anywhere</Trans>
          </p>
        </div>
      )}
    </Page>
  );
}

function EarlierImports() {
  const { t } = useLingui();
  const page = useImports();
  if (page.status === "loading") return <Skeleton heights={[72, 72]} />;
  if (page.status === "failed") return <ErrorState error={page.error} onRetry={page.refresh} small />;
  if (page.data.length === 0) return null;
  return (
    <Section title={t`Your imports`}>
      {page.error && (
        <StaleNote>
          <Trans>As they stood when the server was last reached.</Trans>
        </StaleNote>
      )}
      <ul className={styles.rows}>
        {page.data.map((one) => (
          <ImportRow key={one.id} import_={one} />
        ))}
      </ul>
    </Section>
  );
}
