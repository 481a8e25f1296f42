import { Trans, useLingui } from "@lingui/react/macro";
import { useProfile } from "@/features/auth/profile.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { keepAccount } from "./commands.ts";
import { useMoment } from "./use-moment.ts";
import { useTask } from "./use-task.ts";

/** Says that the account will be deleted, and takes it back; nothing while it stays. */
export function LeavingBanner() {
  const { t } = useLingui();
  const { day } = useMoment();
  const task = useTask();
  const delete_after = useProfile()?.delete_after;
  if (!delete_after) return null;
  const keep = async () => {
    if (await task.run(keepAccount)) showToast(t`Your account stays`);
  };
  return (
    <Card title={t`This account will be deleted`} tone="danger">
      <p>
        <Trans>On {day(delete_after)} it is gone, with everything in it. Until then one tap keeps it.</Trans>
      </p>
      <p className={styles.error} role="alert">
        {task.error && errorMessage(task.error)}
      </p>
      <Button variant="primary" wide busy={task.busy} onClick={() => void keep()}>
        {t`Keep my account`}
      </Button>
    </Card>
  );
}
