import { Trans, useLingui } from "@lingui/react/macro";
import { CircleCheck, Hourglass, Mail, TriangleAlert } from "lucide-react";
import { errorMessage, type CodedError } from "@/i18n/error-message.ts";
import type { Result } from "@/lib/result.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/states.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { cancelEmailChange, startEmailChange } from "./commands.ts";
import type { EmailChange } from "./queries.ts";
import { useMoment } from "./use-moment.ts";
import { useTask } from "./use-task.ts";

interface EmailChangeStepsProps {
  readonly change: EmailChange;
  /** The address until now. */
  readonly email: string;
  readonly onChange: () => void;
}

/** A change of address under way: which mailbox is missing, letters once more, giving it up. */
export function EmailChangeSteps({ change, email, onChange }: EmailChangeStepsProps) {
  const { t } = useLingui();
  const { moment } = useMoment();
  const task = useTask();
  const stuck = change.old_confirmed && change.new_confirmed;
  const act = async (work: () => Promise<Result<unknown, CodedError>>, said: string) => {
    if (!(await task.run(work))) return;
    showToast(said);
    onChange();
  };
  return (
    <>
      <p>
        <Trans>
          Moving to <strong>{change.email}</strong>. Open the letter in each mailbox and confirm there, until{" "}
          {moment(change.expires_at)}.
        </Trans>
      </p>
      <ul className={styles.steps}>
        <Step address={email} confirmed={change.old_confirmed} />
        <Step address={change.email} confirmed={change.new_confirmed} />
      </ul>
      {stuck && (
        <Notice tone="warn" icon={<TriangleAlert size={20} />}>
          <Trans>Both have confirmed, but the new address has an account of its own already. Choose another one.</Trans>
        </Notice>
      )}
      <p className={styles.error} role="alert">
        {task.error && errorMessage(task.error)}
      </p>
      <div className={styles.buttons}>
        <Button busy={task.busy} onClick={() => void act(cancelEmailChange, t`The address stays as it is`)}>
          {t`Keep the old address`}
        </Button>
        {!stuck && (
          <Button
            busy={task.busy}
            icon={<Mail size={18} aria-hidden="true" />}
            onClick={() => void act(() => startEmailChange(change.email), t`Another letter is on its way`)}
          >
            {t`Send again`}
          </Button>
        )}
      </div>
    </>
  );
}

function Step({ address, confirmed }: { readonly address: string; readonly confirmed: boolean }) {
  return confirmed ? (
    <li className={styles.step}>
      <CircleCheck size={20} className={styles.done} aria-hidden="true" />
      <span>
        <Trans>{address} has confirmed</Trans>
      </span>
    </li>
  ) : (
    <li className={styles.step}>
      <Hourglass size={20} className={styles.waiting} aria-hidden="true" />
      <span>
        <Trans>Waiting for {address}</Trans>
      </span>
    </li>
  );
}
