import { Trans, useLingui } from "@lingui/react/macro";
import { BookMarked, Folder, Plus } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Chip } from "@/ui/chip.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Columns, Page, Section } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { useLocation } from "wouter";
import { byFolder } from "../folders.ts";
import { summaryOf } from "../model/summary.ts";
import { useSummaryLine } from "../page/use-summary-line.ts";
import { usePrograms, type ShelfProgram } from "../program-queries.ts";
import { LibraryShelf } from "./library-shelf.tsx";
import styles from "./shelf.module.css";

/** The shelf: one's own programs, those that others share (`shared`, which a higher slice knows), and those that ship. */
export function ProgramsPage({ shared }: { readonly shared?: ReactNode }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const programs = usePrograms();
  return (
    <Page
      title={t`Programs`}
      back="/train"
      wide
      actions={
        <Button variant="primary" icon={<Plus size={20} aria-hidden="true" />} onClick={() => navigate("/programs/new")}>
          {t`New`}
        </Button>
      }
    >
      <Columns aside_first aside={<OwnShelf programs={programs} />}>
        {shared}
        <LibraryShelf />
      </Columns>
    </Page>
  );
}

function OwnShelf({ programs }: { readonly programs: readonly ShelfProgram[] | undefined }) {
  const { t } = useLingui();
  return (
    <Section title={t`My programs`}>
      {!programs && <Skeleton heights={[56, 56]} />}
      {programs?.length === 0 && (
        <>
          <p className={styles.muted}>
            <Trans>Nothing of your own yet. Follow one of the library as it is, copy one and change it, or write your own.</Trans>
          </p>
          <ButtonLink href="/programs/new" wide icon={<Plus size={20} aria-hidden="true" />}>
            {t`New program`}
          </ButtonLink>
        </>
      )}
      {byFolder(programs ?? [], ({ program }) => program.folder).map(({ folder, items }) => (
        <div key={folder} className={styles.folder}>
          {folder !== "" && (
            <h3 className={styles.folderName}>
              <Folder size={18} aria-hidden="true" />
              {folder}
            </h3>
          )}
          <List>
            {items.map((one) => (
              <OwnRow key={one.program.id} shelved={one} />
            ))}
          </List>
        </div>
      ))}
    </Section>
  );
}

function OwnRow({ shelved: { program, latest } }: { readonly shelved: ShelfProgram }) {
  const { t } = useLingui();
  const line = useSummaryLine();
  const text = latest?.text ?? program.draft_text ?? "";
  const summary = useMemo(() => summaryOf(text), [text]);
  const drafted = program.draft_text !== null && program.draft_text !== latest?.text;
  const edition = latest && latest.number > 1 ? t`edition ${latest.number}` : "";
  return (
    <Row
      href={latest ? `/programs/${program.id}` : `/programs/${program.id}/edit`}
      leading={<BookMarked size={22} aria-hidden="true" />}
      title={program.title || t`Program`}
      subtitle={[line(summary), edition].filter(Boolean).join(" · ")}
      trailing={drafted ? <Chip tone="accent">{t`Draft`}</Chip> : undefined}
    />
  );
}
