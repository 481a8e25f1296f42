import { useLingui } from "@lingui/react/macro";
import { CircleCheck, Clock, Terminal, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { TextField } from "@/ui/field.tsx";
import { Notice } from "@/ui/states.tsx";
import { Refusal } from "./refusal.tsx";
import type { MailList } from "./queries.ts";
import type { TestOutcome } from "./test-outcome.ts";
import { useDayTime } from "./use-day-time.ts";
import { useTestMail } from "./use-test-mail.ts";
import styles from "./admin.module.css";

interface TestMailCardProps {
  readonly server: MailList["server"];
  readonly onSettled: () => void;
}

/** A letter to try whether mail works, and what really became of it. */
export function TestMailCard({ server, onSettled }: TestMailCardProps) {
  const { t } = useLingui();
  const profile = useProfile();
  const [email, setEmail] = useState(profile?.email ?? "");
  const { test, error, busy, send } = useTestMail(onSettled);
  return (
    <Card title={t`Does mail work?`}>
      <p className={styles.muted}>
        {server === null
          ? t`No mail server is set: every letter, this one too, is printed on the server's console.`
          : t`Letters are handed to ${server}.`}
      </p>
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          void send(email.trim());
        }}
      >
        <TextField
          label={t`Send a test mail to`}
          type="email"
          required
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" variant="primary" busy={busy}>{t`Send`}</Button>
      </form>
      <div role="status" className={styles.outcome}>
        {test && <Outcome email={test.email} outcome={test.outcome} />}
      </div>
      {error && <Refusal error={error} />}
    </Card>
  );
}

function Outcome({ email, outcome }: { readonly email: string; readonly outcome: TestOutcome }) {
  const { t } = useLingui();
  const moment = useDayTime();
  switch (outcome.status) {
    case "asking":
      return <p className={styles.muted}>{t`On its way to ${email} …`}</p>;
    case "printed":
      return (
        <Notice tone="plain" icon={<Terminal size={20} />}>
          <p>{t`The letter to ${email} was printed on the server's console, because no mail server is set. Nobody got a mail.`}</p>
        </Notice>
      );
    case "handed_over":
      return (
        <Notice tone="accent" icon={<CircleCheck size={20} />}>
          <p>{t`The mail server took the letter to ${email}. Look into the mailbox, and into its spam folder.`}</p>
        </Notice>
      );
    case "put_off":
      return (
        <Notice tone="warn" icon={<Clock size={20} />}>
          <p>{t`Not sent yet: the mail server did not take it.`}</p>
          <p className={styles.code}>{outcome.error}</p>
          {outcome.next_try_at !== null && <p>{t`Next try: ${moment(outcome.next_try_at)}.`}</p>}
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="danger" icon={<TriangleAlert size={20} />}>
          <p>{t`The mail server refused the letter to ${email} for good.`}</p>
          <p className={styles.code}>{outcome.error}</p>
        </Notice>
      );
    case "unknown":
      return (
        <p className={styles.muted}>{t`The mail server has not answered yet. The list below says what becomes of the letter.`}</p>
      );
  }
}
