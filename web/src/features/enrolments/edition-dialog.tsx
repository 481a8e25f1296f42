import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { ProgramVersion } from "@/db/program-documents.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { lineDiff } from "./line-diff.ts";
import type { Running } from "./run.ts";
import { useNoteFact } from "./use-note-fact.ts";
import styles from "./enrolment.module.css";

interface EditionDialogProps {
  readonly running: Running;
  readonly newest: ProgramVersion;
  readonly onClose: () => void;
}

/** What a newer edition changes, and going on with it. */
export function EditionDialog({ running, newest, onClose }: EditionDialogProps) {
  const { t } = useLingui();
  const { version, enrolment } = running;
  const { note } = useNoteFact(enrolment);
  const lines = useMemo(() => lineDiff(version.text, newest.text).filter(({ kind }) => kind !== "same"), [version, newest]);
  const move = () => {
    onClose();
    void note("edition", { program_version_id: newest.id }, t`You go on with edition ${newest.number}`);
  };
  return (
    <Dialog
      open
      title={t`Move to edition ${newest.number}`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={move}>
          {t`Go on with it`}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p className={styles.muted}>{t`Weights and training maxes go on; what you did stays as it was.`}</p>
        {newest.note !== "" && <p>{newest.note}</p>}
        <pre className={styles.diff} aria-label={t`What is different`}>
          {lines.map(({ kind, text }, index) => (
            // Lines may be alike; their place is their name.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} data-kind={kind}>
              {kind === "new" ? "+ " : "− "}
              {text}
              {"\n"}
            </span>
          ))}
        </pre>
      </div>
    </Dialog>
  );
}
