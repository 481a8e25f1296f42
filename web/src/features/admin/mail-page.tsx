import { useLingui } from "@lingui/react/macro";
import { Inbox } from "lucide-react";
import { useSearchParams } from "wouter";
import { Loaded } from "@/features/account/loaded.tsx";
import { ChipRow, FilterChip } from "@/ui/chip.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { MailQueue } from "./mail-queue.tsx";
import { useMails, type MailList, type MailState } from "./queries.ts";
import { TestMailCard } from "./test-mail-card.tsx";
import styles from "./admin.module.css";

const STATES: ReadonlySet<string | null> = new Set<MailState>(["waiting", "failed", "sent"]);

/** What waits, was sent and was given up, and whether mail works at all. */
export function MailPage() {
  const { t } = useLingui();
  const [params] = useSearchParams();
  const wanted = params.get("state");
  const state = STATES.has(wanted) ? (wanted as MailState) : null;
  const mails = useMails(state);
  return (
    <AdminFrame
      title={t`Mail`}
      subtitle={
        mails.status === "ready"
          ? t`${mails.data.waiting} waiting · ${mails.data.failed} given up`
          : t`What waits, failed and was sent`
      }
    >
      <Loaded of={mails} heights={[200, 48, 72, 72]}>
        {(data, refresh) => (
          <>
            <TestMailCard server={data.server} onSettled={refresh} />
            <StateChips state={state} />
            <Letters list={data} state={state} onRetried={refresh} />
          </>
        )}
      </Loaded>
    </AdminFrame>
  );
}

function StateChips({ state }: { readonly state: MailState | null }) {
  const { t } = useLingui();
  const [, setParams] = useSearchParams();
  const choices = [
    { value: null, label: t`All` },
    { value: "waiting", label: t`Waiting` },
    { value: "failed", label: t`Given up` },
    { value: "sent", label: t`Sent` },
  ] as const;
  return (
    <ChipRow>
      {choices.map(({ value, label }) => (
        <FilterChip
          key={label}
          selected={value === state}
          onToggle={() => setParams(new URLSearchParams(value === null ? {} : { state: value }), { replace: true })}
        >
          {label}
        </FilterChip>
      ))}
    </ChipRow>
  );
}

interface LettersProps {
  readonly list: MailList;
  readonly state: MailState | null;
  readonly onRetried: () => void;
}

function Letters({ list: { mails }, state, onRetried }: LettersProps) {
  const { t } = useLingui();
  if (mails.length === 0) {
    return (
      <EmptyState icon={<Inbox size={28} />} title={state === null ? t`No letters` : t`No such letters`} small>
        {t`Letters of the last two weeks are listed here, without what they say.`}
      </EmptyState>
    );
  }
  return (
    <div className={styles.stack}>
      <MailQueue mails={mails} onRetried={onRetried} />
      <p className={styles.muted}>{t`Letters of the last two weeks, at most 200, without what they say.`}</p>
    </div>
  );
}
