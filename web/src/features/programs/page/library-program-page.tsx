import { Trans, useLingui } from "@lingui/react/macro";
import { BookOpen, CopyPlus, Download, Play } from "lucide-react";
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import type { LibraryProgram } from "@/db/program-documents.ts";
import { Button, ButtonLink, IconButton } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { enrolHref } from "../hrefs.ts";
import { summaryOf } from "../model/summary.ts";
import { createEditedProgram } from "../program-commands.ts";
import { saveProgramFile } from "../program-files.ts";
import { useLibraryProgram } from "../program-queries.ts";
import styles from "./page.module.css";
import { ProgramView } from "./program-view.tsx";
import { useSummaryLine } from "./use-summary-line.ts";

/** A program that ships: to look at, to follow, to copy. */
export function LibraryProgramPage() {
  const { t } = useLingui();
  const { slug } = useParams<{ slug: string }>();
  const program = useLibraryProgram(slug);
  if (program) return <Shown program={program} />;
  return (
    <Page title={t`Program`} back="/programs">
      {program === undefined ? (
        <Skeleton heights={[44, 160, 160]} />
      ) : (
        <EmptyState icon={<BookOpen size={28} />} title={t`Not on this device`}>
          <Trans>The library comes with the first connection. Perhaps this program has another name now.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}

function Shown({ program }: { readonly program: LibraryProgram }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const line = useSummaryLine();
  const [busy, setBusy] = useState(false);
  const { slug, title, text } = program;
  const summary = summaryOf(text);
  const copy = async () => {
    setBusy(true);
    const provenance = { kind: "library" as const, slug, token: null, version_id: null, title, by: summary.by || null };
    try {
      const id = await createEditedProgram(title, text, t`As in the library`, provenance);
      navigate(`/programs/${id}/edit`);
      showToast(t`Copied to your programs`);
    } catch {
      showToast(t`This device could not store the program.`, { tone: "danger" });
      setBusy(false);
    }
  };
  return (
    <Page
      title={title}
      subtitle={summary.by === "" ? line(summary) : `${summary.by} · ${line(summary)}`}
      back="/programs"
      wide
      actions={
        <IconButton
          label={t`Save as a file`}
          icon={<Download size={20} aria-hidden="true" />}
          onClick={() => saveProgramFile(title, text)}
        />
      }
      footer={
        <div className={styles.footer}>
          <Button size="large" busy={busy} icon={<CopyPlus size={20} aria-hidden="true" />} onClick={() => void copy()}>
            {t`Copy`}
          </Button>
          <ButtonLink
            href={enrolHref({ slug })}
            variant="primary"
            size="large"
            icon={<Play size={20} fill="currentColor" aria-hidden="true" />}
          >
            {t`Follow`}
          </ButtonLink>
        </div>
      }
    >
      <ProgramView text={text} />
    </Page>
  );
}
