import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Copy, Trash2, TriangleAlert } from "lucide-react";
import { useLocation } from "wouter";
import { useFormat } from "@/features/auth/use-format.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { Notice } from "@/ui/states.tsx";
import { ColumnMapping } from "./column-mapping.tsx";
import { FileSummary } from "./file-summary.tsx";
import { importFailure } from "./failure-text.ts";
import { NameReview } from "./name-review.tsx";
import { ProblemLists } from "./problem-lists.tsx";
import type { ImportPreview, ImportRead } from "./queries.ts";
import { ReviewQuestions } from "./review-questions.tsx";
import { useImportActions } from "./use-import-actions.ts";
import styles from "./review.module.css";

interface ImportReviewProps {
  readonly import_: ImportRead;
  readonly preview: ImportPreview;
}

/** What is in the file and what must be decided. Every answer is kept by the server at once. */
export function ImportReview({ import_, preview }: ImportReviewProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const actions = useImportActions(import_.id);
  const reading = import_.status === "reading";
  const remove = async () => {
    if (await actions.remove()) navigate("/import", { replace: true });
  };
  const discard = (
    <IconButton label={t`Discard this file`} icon={<Trash2 size={22} aria-hidden="true" />} onClick={() => void remove()} />
  );
  if (preview.needs_columns) {
    return (
      <Page title={t`Which column is what?`} subtitle={import_.file_name} back="/import" actions={discard}>
        {import_.error_code && (
          <Notice tone="danger" icon={<TriangleAlert size={20} />}>
            {importFailure({ code: import_.error_code, detail: import_.error_detail ?? "" })}
          </Notice>
        )}
        <ColumnMapping
          columns={preview.needs_columns}
          guessed={preview.guessed_columns}
          sample_rows={preview.sample_rows}
          busy={reading || actions.busy}
          onColumns={(columns) => void actions.answer({ columns })}
        />
      </Page>
    );
  }
  const unit = import_.unit ?? preview.guessed_unit;
  const open_question = preview.needs_unit && unit === null;
  const asks = preview.needs_unit || preview.needs_time_zone;
  const body = (
    <>
      <NameReview names={preview.names} onAnswer={(names) => actions.answer({ names })} />
      <ProblemLists preview={preview} />
    </>
  );
  return (
    <Page
      wide={asks}
      title={preview.format_label}
      subtitle={import_.file_name}
      back="/import"
      actions={discard}
      footer={
        <div className={styles.footer}>
          <ConfirmButton
            preview={preview}
            busy={reading || actions.busy}
            disabled={open_question}
            onConfirm={() => void actions.confirm()}
          />
        </div>
      }
    >
      <FileSummary preview={preview} />
      <AlreadyThere preview={preview} />
      {asks ? (
        <Columns
          aside={<ReviewQuestions import_={import_} preview={preview} onAnswer={(options) => void actions.answer(options)} />}
          aside_first
        >
          {body}
        </Columns>
      ) : (
        body
      )}
    </Page>
  );
}

function AlreadyThere({ preview }: { readonly preview: ImportPreview }) {
  const { duplicates, counts } = preview;
  const format = useFormat();
  if (duplicates === 0) return null;
  return (
    <Notice tone="plain" icon={<Copy size={20} />}>
      {duplicates === counts.workouts ? (
        <p>
          <Trans>Every workout of this file is already in your history. Importing it again adds nothing.</Trans>
        </p>
      ) : (
        <p>
          <Trans>{format.number(duplicates)} of these workouts are already in your history. Only the others are added.</Trans>
        </p>
      )}
    </Notice>
  );
}

interface ConfirmButtonProps {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onConfirm: () => void;
}

function ConfirmButton({ preview, busy, disabled, onConfirm }: ConfirmButtonProps) {
  const { t } = useLingui();
  const fresh = preview.counts.workouts - preview.duplicates;
  const label = fresh > 0 ? <Plural value={fresh} one="Import # workout" other="Import # workouts" /> : t`Import`;
  return (
    <Button variant="primary" size="large" wide busy={busy} disabled={disabled} onClick={onConfirm}>
      {disabled ? t`Kilograms or pounds?` : label}
    </Button>
  );
}
