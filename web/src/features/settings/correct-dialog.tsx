import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { IssueRow } from "@/db/documents.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { parseDecimal } from "@/lib/decimal.ts";
import { retryIssues } from "@/sync/issues.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextField } from "@/ui/field.tsx";
import { fieldWords } from "./change-words.ts";
import { correctable } from "./correctable.ts";

interface CorrectDialogProps {
  readonly issue: IssueRow;
  readonly onClose: () => void;
}

/** The values of a refused change, to be corrected and sent again. */
export function CorrectDialog({ issue, onClose }: CorrectDialogProps) {
  const { t } = useLingui();
  const fields = correctable(issue);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const send = async () => {
    const corrected = fields.map(([field, before]) => [field, typed[field] === undefined ? before : read(typed[field], before)]);
    await retryIssues([{ ...issue, body: { ...issue.body, ...Object.fromEntries(corrected) } }]);
    onClose();
  };
  return (
    <Dialog
      open
      title={t`Correct the change`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={() => void send()}>
          {t`Send again`}
        </Button>
      }
    >
      <p>{errorMessage(issue)}</p>
      {fields.map(([field, before]) => (
        <TextField
          key={field}
          label={fieldWords(field)}
          inputMode={typeof before === "number" ? "decimal" : "text"}
          value={typed[field] ?? String(before ?? "")}
          onChange={(event) => setTyped((current) => ({ ...current, [field]: event.target.value }))}
        />
      ))}
    </Dialog>
  );
}

/** A number stays one; an emptied field is no value. */
function read(text: string, before: string | number | null): string | number | null {
  if (typeof before !== "number") return text.trim() === "" && before === null ? null : text;
  return text.trim() === "" ? null : (parseDecimal(text) ?? before);
}
