import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { errorMessage } from "@/i18n/error-message.ts";
import { requestSync } from "@/sync/scheduler.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { TextField } from "@/ui/field.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { startEmailChange } from "./commands.ts";
import { EmailChangeSteps } from "./email-change-steps.tsx";
import { Loaded } from "./loaded.tsx";
import { signalAddress } from "./passkey-commands.ts";
import { getPasskeys, useEmailChange } from "./queries.ts";
import { useTask } from "./use-task.ts";

interface EmailCardProps {
  readonly email: string;
  readonly display_name: string;
}

/** The address that the account signs in with, and its move to another one. */
export function EmailCard({ email, display_name }: EmailCardProps) {
  const { t } = useLingui();
  const state = useEmailChange();
  const change = state.status === "ready" ? state.data.change : null;
  const refresh = () => {
    if (state.status !== "loading") state.refresh();
  };
  useMoved(change !== null, { email, display_name });
  return (
    <Card title={t`E-mail address`}>
      <p className={styles.address}>{email}</p>
      <Loaded of={state} heights={[96]}>
        {() =>
          change ? <EmailChangeSteps change={change} email={email} onChange={refresh} /> : <NewAddress onStarted={refresh} />
        }
      </Loaded>
    </Card>
  );
}

/** The last confirmation is given in a mailbox: here the change is gone then, and the new address comes with a sync. */
function useMoved(is_waiting: boolean, { email, display_name }: EmailCardProps): void {
  const { t } = useLingui();
  const known = useRef(email);
  useEffect(() => {
    if (!is_waiting) void requestSync();
  }, [is_waiting]);
  useEffect(() => {
    if (known.current === email) return;
    known.current = email;
    showToast(t`Your account has moved to ${email}`);
    void getPasskeys().then((list) => (list.ok ? signalAddress(list.value, { email, display_name }) : undefined));
  }, [email, display_name, t]);
}

const ABOUT_ADDRESS: ReadonlySet<string> = new Set(["account.same_email", "auth.invalid_email"]);

function NewAddress({ onStarted }: { readonly onStarted: () => void }) {
  const { t } = useLingui();
  const task = useTask();
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState("");
  const is_about_address = task.error !== null && ABOUT_ADDRESS.has(task.error.code);
  const start = async () => {
    if (await task.run(() => startEmailChange(address))) onStarted();
  };
  if (!open) {
    return (
      <div className={styles.buttons}>
        <Button onClick={() => setOpen(true)}>{t`Change address`}</Button>
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextField
        label={t`New e-mail address`}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={320}
        required
        value={address}
        hint={t`Both mailboxes get a letter. Your account moves when both have confirmed.`}
        error={is_about_address ? errorMessage(task.error) : undefined}
        onChange={(event) => setAddress(event.target.value)}
      />
      <p className={styles.error} role="alert">
        {task.error && !is_about_address && errorMessage(task.error)}
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => setOpen(false)}>{t`Cancel`}</Button>
        <Button type="submit" variant="primary" busy={task.busy}>
          <Trans>Send the letters</Trans>
        </Button>
      </div>
    </form>
  );
}
