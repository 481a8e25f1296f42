import { useLingui } from "@lingui/react/macro";
import { ClipboardList } from "lucide-react";
import { Link } from "wouter";
import type { ProgramPlace } from "@/db/program-documents.ts";
import { useLive } from "@/db/use-live.ts";
import styles from "./workout-view.module.css";

/** Which day of which program a workout was. */
export function ProgramLine({ program }: { readonly program: ProgramPlace }) {
  const { t } = useLingui();
  const { enrolment_id, cycle, week, day, name } = program;
  const enrolment = useLive(async (db) => (await db.enrolments.get(enrolment_id)) ?? null, [enrolment_id]);
  const place = [cycle > 1 ? t`Cycle ${cycle}` : "", t`Week ${week}, day ${day}`, name].filter(Boolean).join(" · ");
  return (
    <p className={styles.program}>
      <ClipboardList size={18} aria-hidden="true" />
      <span>
        {enrolment && (
          <>
            <Link href={`/enrolments/${enrolment_id}`}>{enrolment.name}</Link> ·{" "}
          </>
        )}
        {place}
      </span>
    </p>
  );
}
