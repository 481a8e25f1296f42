import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { pauseAccount } from "./commands.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { OnlyHereNotice, useOnlyHere } from "./only-here.tsx";

/** A rest for the account: nothing and nobody uses it until its owner signs in again. */
export function PauseCard() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const only_here = useOnlyHere();
  return (
    <Card title={t`Take a break`}>
      <p>
        <Trans>
          Pausing signs you out on all devices and stops your API tokens. Nothing is deleted, and signing in is all it takes to go
          on.
        </Trans>
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => setAsking(true)}>{t`Pause my account`}</Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={t`Pause your account?`}
          confirm={t`Pause`}
          onConfirm={() => pauseAccount({ keeps: only_here !== 0 })}
          onDone={() => {
            showToast(t`Your account is paused. Sign in to go on.`);
            navigate("/sign-in", { replace: true });
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>You are signed out here and everywhere else, at once.</Trans>
          </p>
          <OnlyHereNotice count={only_here} />
        </ConfirmDialog>
      )}
    </Card>
  );
}
