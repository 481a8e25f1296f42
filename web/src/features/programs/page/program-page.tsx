import { Trans, useLingui } from "@lingui/react/macro";
import { Download, Folder, Pencil, Play, Trash2 } from "lucide-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useLocation, useParams } from "wouter";
import type { ProgramDoc, ProgramVersion, Provenance } from "@/db/program-documents.ts";
import { Button, ButtonLink, IconButton } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Notice } from "@/ui/states.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { enrolHref } from "../hrefs.ts";
import { summaryOf } from "../model/summary.ts";
import { deleteProgram, restoreProgram } from "../program-commands.ts";
import { saveProgramFile } from "../program-files.ts";
import { useProgram } from "../program-queries.ts";
import { Editions } from "./editions.tsx";
import { MissingProgram } from "./missing-program.tsx";
import styles from "./page.module.css";
import { ProgramView } from "./program-view.tsx";
import { useSummaryLine } from "./use-summary-line.ts";

const FolderDialog = lazy(async () => ({ default: (await import("./folder-dialog.tsx")).FolderDialog }));

interface ProgramPageProps {
  /** Ways to pass the program on; they belong to a higher slice. */
  readonly share: ReactNode;
  /** What the source of a copy offers. */
  readonly offer: ReactNode;
}

/** A program of one's own. */
export function ProgramPage({ share, offer }: ProgramPageProps) {
  const { id } = useParams<{ id: string }>();
  const found = useProgram(id);
  if (found) return <OwnProgram program={found.program} versions={found.versions} share={share} offer={offer} />;
  return <MissingProgram is_reading={found === undefined} />;
}

interface OwnProgramProps extends ProgramPageProps {
  readonly program: ProgramDoc;
  readonly versions: readonly ProgramVersion[];
}

function OwnProgram({ program, versions, share, offer }: OwnProgramProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const line = useSummaryLine();
  const [filing, setFiling] = useState(false);
  const [latest] = versions;
  const text = latest?.text ?? program.draft_text ?? "";
  const summary = summaryOf(text);
  const edit = `/programs/${program.id}/edit`;
  const has_draft = program.draft_text !== null && program.draft_text !== latest?.text;
  const remove = async () => {
    await deleteProgram(program.id);
    navigate("/programs", { replace: true });
    showToast(t`Program deleted`, { action: { label: t`Undo`, run: () => void restoreProgram(program) } });
  };
  return (
    <Page
      title={program.title || t`Program`}
      subtitle={line(summary)}
      back="/programs"
      wide
      actions={
        <>
          <IconButton label={t`Edit`} icon={<Pencil size={20} aria-hidden="true" />} onClick={() => navigate(edit)} />
          {share}
        </>
      }
      footer={
        latest ? (
          <ButtonLink
            href={enrolHref({ version_id: latest.id })}
            variant="primary"
            size="large"
            wide
            icon={<Play size={20} fill="currentColor" aria-hidden="true" />}
          >
            {t`Follow this program`}
          </ButtonLink>
        ) : (
          <ButtonLink href={edit} variant="primary" size="large" wide icon={<Pencil size={20} aria-hidden="true" />}>
            {t`Go on writing`}
          </ButtonLink>
        )
      }
    >
      <ProgramView text={text} editions={<Editions versions={versions} />}>
        {program.provenance && <Origin provenance={program.provenance} />}
        {offer}
        {has_draft && (
          <Notice tone="accent" icon={<Pencil size={20} />}>
            <p>
              <Trans>There is a draft that is no edition yet.</Trans>
            </p>
            <Button onClick={() => navigate(edit)}>{t`Go on writing`}</Button>
          </Notice>
        )}
      </ProgramView>
      <div className={styles.actions}>
        <Button icon={<Download size={18} aria-hidden="true" />} onClick={() => saveProgramFile(program.title, text)}>
          {t`Save as a file`}
        </Button>
        <Button icon={<Folder size={18} aria-hidden="true" />} onClick={() => setFiling(true)}>
          {program.folder === "" ? t`Move to a folder` : program.folder}
        </Button>
        <Button variant="danger" icon={<Trash2 size={18} aria-hidden="true" />} onClick={() => void remove()}>
          {t`Delete`}
        </Button>
      </div>
      {filing && (
        <Suspense fallback={null}>
          <FolderDialog program_id={program.id} folder={program.folder} onClose={() => setFiling(false)} />
        </Suspense>
      )}
    </Page>
  );
}

/** Where a program was taken from. */
function Origin({ provenance: { kind, title, by } }: { readonly provenance: Provenance }) {
  return (
    <p className={styles.muted}>
      {kind === "file" ? (
        <Trans>From the file “{title}”</Trans>
      ) : by === null ? (
        <Trans>Copied from “{title}”</Trans>
      ) : (
        <Trans>
          Copied from “{title}” by {by}
        </Trans>
      )}
    </p>
  );
}
