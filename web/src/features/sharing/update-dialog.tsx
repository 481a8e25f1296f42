import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ProgramDoc, ProgramVersion, Provenance } from "@/db/program-documents.ts";
import { DiffView } from "@/features/programs/page/diff-view.tsx";
import { takeOverEdition } from "@/features/programs/program-commands.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { showToast } from "@/ui/toast-store.ts";
import type { Upstream } from "./queries.ts";

interface UpdateDialogProps {
  readonly program: ProgramDoc;
  readonly provenance: Provenance;
  readonly latest: ProgramVersion;
  readonly taken: ProgramVersion;
  readonly offered: Pick<Upstream, "title" | "author_name"> & { readonly text: string };
  readonly onClose: () => void;
}

const AGAINST = ["source", "mine"] as const;

/** What an update changes, against what was copied and against what one has made of it. */
export function UpdateDialog({ program, provenance, latest, taken, offered, onClose }: UpdateDialogProps) {
  const { t } = useLingui();
  const [against, setAgainst] = useState<(typeof AGAINST)[number]>("source");
  const [busy, setBusy] = useState(false);
  const own = latest.id !== taken.id;
  const number = latest.number + 1;
  const take = async () => {
    setBusy(true);
    const { text, title, author_name } = offered;
    try {
      const note = t`Taken over from “${title}”`;
      await takeOverEdition({ program, latest, text, note, provenance: { ...provenance, title, by: author_name } });
      showToast(t`Edition ${number} saved`);
      onClose();
    } catch {
      showToast(t`This device could not store the program.`, { tone: "danger" });
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      title={t`What changed`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t`Not now`}</Button>
          <Button variant="primary" busy={busy} onClick={() => void take()}>
            {t`Take it as a new edition`}
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          The text becomes edition {number} of your copy. Earlier editions stay, and what you follow stays with its edition until
          you move it.
        </Trans>
      </p>
      {own && (
        <>
          <p>
            <Trans>You have changed your copy: this edition has the source’s text without your changes.</Trans>
          </p>
          <Segmented
            label={t`Compared with`}
            value={against}
            options={[
              { value: "source", label: t`What I copied` },
              { value: "mine", label: t`My edition` },
            ]}
            onValue={setAgainst}
          />
        </>
      )}
      <DiffView before={own && against === "mine" ? latest.text : taken.text} after={offered.text} />
    </Dialog>
  );
}
