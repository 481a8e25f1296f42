import { useLingui } from "@lingui/react/macro";
import { Trash2, Undo2 } from "lucide-react";
import { Link } from "wouter";
import { useFormat } from "@/features/auth/use-format.ts";
import { localDate } from "@/lib/clock.ts";
import { IconButton } from "@/ui/button.tsx";
import { ProgressBar } from "@/ui/progress-bar.tsx";
import { importFailure } from "./failure-text.ts";
import { formatBytes } from "./file-size.ts";
import { ImportStatusChip } from "./import-status.tsx";
import { broughtNothing, isWorking, RESTORED, type ImportRead } from "./queries.ts";
import { useImportActions } from "./use-import-actions.ts";
import { useResultSentence } from "./use-result-sentence.ts";
import styles from "./imports.module.css";

/** One earlier import: what it brought, and undo or removal where they are possible. */
export function ImportRow({ import_ }: { readonly import_: ImportRead }) {
  const { t } = useLingui();
  const format = useFormat();
  const actions = useImportActions(import_.id);
  const resultSentence = useResultSentence();
  const { status, result, error_code, error_detail, file_name, size_bytes, created_at } = import_;
  const name = file_name || t`File without a name`;
  const empty = status === "done" && result !== null && broughtNothing(result);
  const removable = empty || status === "preview" || status === "failed" || status === "undone";
  return (
    <li className={styles.row}>
      <Link href={`/imports/${import_.id}`} className={styles.rowLink}>
        <span className={styles.rowHead}>
          <span className={styles.rowTitle}>{name}</span>
          <ImportStatusChip status={status} />
        </span>
        {status === "done" && result && <span className={styles.rowFact}>{resultSentence(result)}</span>}
        {status === "failed" && (
          <span className={styles.rowError}>{importFailure({ code: error_code ?? "", detail: error_detail ?? "" })}</span>
        )}
        <span className={styles.rowMeta}>
          {format.day(localDate(Date.parse(created_at), format.time_zone))}, {format.time(created_at)} ·{" "}
          {formatBytes(format.locale, size_bytes)}
        </span>
        {isWorking(status) && <ProgressBar label={t`Progress`} share={status === "importing" ? import_.progress : null} />}
      </Link>
      {status === "done" && !empty && import_.format !== RESTORED && (
        <IconButton label={t`Undo ${name}`} icon={<Undo2 size={20} aria-hidden="true" />} onClick={() => void actions.undo()} />
      )}
      {removable && (
        <IconButton
          label={t`Delete ${name}`}
          icon={<Trash2 size={20} aria-hidden="true" />}
          onClick={() => void actions.remove()}
        />
      )}
    </li>
  );
}
