import { Trans, useLingui } from "@lingui/react/macro";
import { BookMarked, CopyPlus, Link2Off } from "lucide-react";
import { useParams } from "wouter";
import { summaryOf } from "@/features/programs/model/summary.ts";
import { ProgramView } from "@/features/programs/page/program-view.tsx";
import { useSummaryLine } from "@/features/programs/page/use-summary-line.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState, ErrorState, Notice, StaleNote } from "@/ui/states.tsx";
import { GONE, useShared, type Shared } from "./queries.ts";
import { SharedTemplateView } from "./shared-template.tsx";
import styles from "./sharing.module.css";
import { useCopying } from "./use-copying.ts";

/** What is behind a link, for somebody with an account: to look at and to copy. */
export function SharedPage() {
  const { token } = useParams<{ token: string }>();
  return <OfToken key={token} token={token} />;
}

function OfToken({ token }: { readonly token: string }) {
  const { t } = useLingui();
  const page = useShared(token);
  // Also when this device has seen it before: what was closed is not shown from memory.
  const gone = page.status !== "loading" && page.error?.code === GONE;
  if (page.status === "ready" && !gone) return <Shown shared={page.data} offline={page.error !== null} />;
  return (
    <Page title={t`Shared with you`} back="/programs">
      {page.status === "loading" && <Skeleton heights={[44, 160, 160]} />}
      {gone && (
        <EmptyState
          icon={<Link2Off size={28} />}
          title={t`Nothing behind this link`}
          actions={<ButtonLink href="/programs">{t`All programs`}</ButtonLink>}
        >
          <Trans>It was revoked, has expired or never was one. Ask whoever gave it to you for a new one.</Trans>
        </EmptyState>
      )}
      {page.status === "failed" && !gone && <ErrorState error={page.error} onRetry={page.refresh} />}
    </Page>
  );
}

interface ShownProps {
  readonly shared: Shared;
  /** Whether this is only what the device remembers. */
  readonly offline: boolean;
}

function Shown({ shared, offline }: ShownProps) {
  const { t } = useLingui();
  const line = useSummaryLine();
  const { title, author_name, kind, text, template } = shared;
  const { mine, busy, copy } = useCopying(shared);
  const facts = [author_name !== null && t`by ${author_name}`, text === null ? t`Template` : line(summaryOf(text))];
  return (
    <Page
      title={title}
      subtitle={facts.filter(Boolean).join(" · ")}
      back="/programs"
      wide
      footer={
        mine ? (
          <ButtonLink href={mine.href} variant="primary" size="large" wide icon={<BookMarked size={20} aria-hidden="true" />}>
            {mine.is_source ? t`Open mine` : t`Open my copy`}
          </ButtonLink>
        ) : (
          <Button variant="primary" size="large" wide busy={busy} icon={<CopyPlus size={20} aria-hidden="true" />} onClick={copy}>
            {kind === "program" ? t`Copy to my programs` : t`Copy to my templates`}
          </Button>
        )
      }
    >
      {mine && (
        <Notice tone="plain" icon={<BookMarked size={20} />}>
          <div className={styles.remark}>
            <p>{mine.is_source ? <Trans>This is a link of your own.</Trans> : <Trans>You have copied this already.</Trans>}</p>
            <Button variant="quiet" busy={busy} onClick={copy}>
              {mine.is_source ? t`Make a copy` : t`Copy again`}
            </Button>
          </div>
        </Notice>
      )}
      {offline && (
        <StaleNote>
          <Trans>As of the last connection. Copying needs one.</Trans>
        </StaleNote>
      )}
      {text !== null && <ProgramView text={text} />}
      {text !== null && (
        <details className={styles.fold}>
          <summary>{t`The text`}</summary>
          {/* It scrolls where a line is long, so the keyboard must reach it too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className={styles.text} role="group" aria-label={t`The text`} tabIndex={0}>
            {text}
          </pre>
        </details>
      )}
      {template !== null && <SharedTemplateView template={template} />}
    </Page>
  );
}
