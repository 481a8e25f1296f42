import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { ProgramVersion } from "@/db/program-documents.ts";
import type { Problem } from "@/training/programs/problems.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextField } from "@/ui/field.tsx";
import { Notice } from "@/ui/states.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { DiffView } from "../page/diff-view.tsx";
import { saveEdition } from "../program-commands.ts";

interface SaveDialogProps {
  readonly program_id: string;
  readonly title: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly latest: ProgramVersion | null;
  readonly onClose: () => void;
  /** Show the text with what is wrong in it. */
  readonly onText: () => void;
  readonly onSaved: () => void;
}

/** An edition is what an enrolment follows: what it changes is seen before it is made. */
export function SaveDialog({ program_id, title, text, problems, latest, onClose, onText, onSaved }: SaveDialogProps) {
  const { t } = useLingui();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const wrong = problems.length > 0;
  const save = async () => {
    setBusy(true);
    try {
      await saveEdition({ program_id, title, text, note: note.trim(), latest });
      showToast(t`Edition ${(latest?.number ?? 0) + 1} saved`);
      onSaved();
    } catch {
      showToast(t`This device could not store the program.`, { tone: "danger" });
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      title={latest ? t`Save edition ${latest.number + 1}` : t`Save program`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t`Go on editing`}</Button>
          {wrong ? (
            <Button variant="primary" onClick={onText}>{t`Show what is wrong`}</Button>
          ) : (
            <Button variant="primary" busy={busy} onClick={() => void save()}>{t`Save`}</Button>
          )}
        </>
      }
    >
      {wrong ? (
        <Notice tone="warn" icon={<TriangleAlert size={20} />}>
          <Plural
            value={problems.length}
            one="One thing has to be mended before this can run. The draft is kept until then."
            other="# things have to be mended before this can run. The draft is kept until then."
          />
        </Notice>
      ) : (
        <>
          <p>
            <Trans>Whoever follows this program stays with the edition they have until they ask for the new one.</Trans>
          </p>
          <TextField
            label={t`What is new`}
            placeholder={t`More back work`}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.target.value)}
          />
          {latest && <DiffView before={latest.text} after={text} />}
        </>
      )}
    </Dialog>
  );
}
