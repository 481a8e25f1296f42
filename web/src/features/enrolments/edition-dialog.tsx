import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import type { ProgramVersion } from "@/db/program-documents.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import styles from "./enrolment.module.css";

/** Comes when it is asked for: few enrolments ever move. */
const DiffView = lazy(() => import("@/features/programs/page/diff-view.tsx").then((module) => ({ default: module.DiffView })));

interface EditionDialogProps {
  readonly version: ProgramVersion;
  readonly newest: ProgramVersion;
  readonly onMove: () => void;
  readonly onClose: () => void;
}

/** What a newer edition changes, and going on with it. */
export function EditionDialog({ version, newest, onMove, onClose }: EditionDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog
      open
      title={t`Move to edition ${newest.number}`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onMove}>
          {t`Go on with it`}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p className={styles.muted}>{t`Weights and training maxes go on; what you did stays as it was.`}</p>
        {newest.note !== "" && <p>{newest.note}</p>}
        <Suspense fallback={<Skeleton heights={[120]} />}>
          <DiffView before={version.text} after={newest.text} />
        </Suspense>
      </div>
    </Dialog>
  );
}
