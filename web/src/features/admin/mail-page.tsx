import { useLingui } from "@lingui/react/macro";
import { Inbox } from "lucide-react";
import { useSearchParams } from "wouter";
import { ChipRow, FilterChip } from "@/ui/chip.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { Failure, OldNotice } from "./failure.tsx";
import { MailQueue } from "./mail-queue.tsx";
import { useMails, type MailState } from "./queries.ts";
import { TestMailCard } from "./test-mail-card.tsx";
import styles from "./admin.module.css";

const STATES: ReadonlySet<string | null> = new Set<MailState>(["waiting", "failed", "sent"]);

/** What waits, was sent and was given up, and whether mail works at all. */
export function MailPage() {
  const { t } = useLingui();
  const [params, setParams] = useSearchParams();
  const wanted = params.get("state");
  const state = STATES.has(wanted) ? (wanted as MailState) : null;
  const { data, error, refresh } = useMails(state);
  const choices = [
    { value: "all", label: t`All` },
    { value: "waiting", label: t`Waiting` },
    { value: "failed", label: t`Given up` },
    { value: "sent", label: t`Sent` },
  ];
  return (
    <AdminFrame
      title={t`Mail`}
      subtitle={data ? t`${data.waiting} waiting · ${data.failed} given up` : t`What waits, failed and was sent`}
    >
      {data === null && error === null && <Skeleton heights={[200, 48, 72, 72]} />}
      {data === null && error !== null && <Failure error={error} onRetry={refresh} />}
      {data !== null && (
        <>
          {error && <OldNotice error={error} onRetry={refresh} />}
          <TestMailCard server={data.server} onSettled={refresh} />
          <ChipRow>
            {choices.map(({ value, label }) => (
              <FilterChip
                key={value}
                selected={value === (state ?? "all")}
                onToggle={() =>
                  setParams(value === "all" ? new URLSearchParams() : new URLSearchParams({ state: value }), { replace: true })
                }
              >
                {label}
              </FilterChip>
            ))}
          </ChipRow>
          {data.mails.length === 0 ? (
            <EmptyState icon={<Inbox size={28} />} title={state === null ? t`No letters` : t`No such letters`} small>
              {t`Letters of the last two weeks are listed here, without what they say.`}
            </EmptyState>
          ) : (
            <div className={styles.stack}>
              <MailQueue mails={data.mails} onRetried={refresh} />
              <p className={styles.muted}>{t`Letters of the last two weeks, at most 200, without what they say.`}</p>
            </div>
          )}
        </>
      )}
    </AdminFrame>
  );
}
