import { Trans, useLingui } from "@lingui/react/macro";
import { GitCompareArrows } from "lucide-react";
import { useState } from "react";
import type { ProgramDoc, ProgramVersion, Provenance } from "@/db/program-documents.ts";
import { useProgram } from "@/features/programs/program-queries.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/states.tsx";
import { dismissUpdate } from "./commands.ts";
import { offerStateOf } from "./offer-state.ts";
import { useDismissed, useUpstream } from "./queries.ts";
import styles from "./sharing.module.css";
import { UpdateDialog } from "./update-dialog.tsx";

/** On a copy: whether its source says something else by now. */
export function UpdateOffer({ program_id }: { readonly program_id: string }) {
  const found = useProgram(program_id);
  if (!found) return null;
  const { program, versions } = found;
  const { provenance } = program;
  if (provenance === null || provenance.kind === "file") return null;
  const taken = versions.find(({ id }) => id === provenance.version_id) ?? versions.at(-1);
  return taken ? <Offer program={program} provenance={provenance} versions={versions} taken={taken} /> : null;
}

interface OfferProps {
  readonly program: ProgramDoc;
  readonly provenance: Provenance;
  readonly versions: readonly ProgramVersion[];
  /** The edition that was taken over last. */
  readonly taken: ProgramVersion;
}

function Offer({ program, provenance, versions, taken }: OfferProps) {
  const { t } = useLingui();
  const page = useUpstream(program.id);
  const dismissed = useDismissed(program.id);
  const [open, setOpen] = useState(false);
  if (page.status !== "ready" || dismissed === undefined) return null;
  const { text, title, author_name } = page.data;
  const state = offerStateOf(page.data, { taken_text: taken.text, dismissed_text: dismissed });
  if (state === "gone") {
    return (
      <p className={styles.muted}>
        <Trans>Its source is not shared any more. This copy stays yours.</Trans>
      </p>
    );
  }
  if (state === "none" || text === null) return null;
  const dialog = open && (
    <UpdateDialog
      program={program}
      provenance={provenance}
      latest={versions[0] ?? taken}
      taken={taken}
      offered={{ text, title, author_name }}
      onClose={() => setOpen(false)}
    />
  );
  if (state === "dismissed") {
    return (
      <div className={styles.remark}>
        <p className={styles.muted}>
          <Trans>Its source has an edition that you did not take.</Trans>
        </p>
        <Button variant="quiet" onClick={() => setOpen(true)}>{t`See what changed`}</Button>
        {dialog}
      </div>
    );
  }
  return (
    <Notice tone="accent" icon={<GitCompareArrows size={20} />}>
      <p>
        <strong>
          <Trans>An update is offered.</Trans>
        </strong>{" "}
        <Trans>“{title}” has changed since you copied it.</Trans>
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => setOpen(true)}>{t`See what changed`}</Button>
        <Button variant="quiet" onClick={() => void dismissUpdate(program.id, text)}>
          {t`Dismiss`}
        </Button>
      </div>
      {dialog}
    </Notice>
  );
}
