import { Trans, useLingui } from "@lingui/react/macro";
import { FileUp } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/ui/button.tsx";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import styles from "./imports.module.css";

/** The big card that takes files: a tap on phones, a drop on desktops. */
export function FileChooser({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.chooser} aria-label={t`Choose a file`}>
      <span className={styles.chooserIcon} aria-hidden="true">
        <FileUp size={32} />
      </span>
      <p className={styles.chooserTitle}>
        <span className={styles.forPointer}>
          <Trans>Drop your export here</Trans>
        </span>
        <span className={styles.forTouch}>
          <Trans>Choose your export file</Trans>
        </span>
      </p>
      <p className={styles.chooserText}>
        <Trans>Strong, Hevy, FitNotes, Fitbod, JEFIT and ten more, or any CSV table. The app is recognised by the content.</Trans>
      </p>
      {/* No list of endings: phones would grey out files such as .fitnotes and .liftlogbackup. */}
      <label>
        <VisuallyHidden>{t`Export file`}</VisuallyHidden>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // The same file may be chosen again after a failure.
            event.target.value = "";
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      <Button variant="primary" size="large" onClick={() => input.current?.click()}>
        {t`Choose a file`}
      </Button>
      <p className={styles.chooserNote}>
        <Trans>Nothing is imported before you have seen what is in it.</Trans>
      </p>
    </section>
  );
}
