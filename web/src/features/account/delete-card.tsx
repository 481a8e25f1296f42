import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { TextField } from "@/ui/field.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { deleteAccount } from "./commands.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { OnlyHereNotice, useOnlyHere } from "./only-here.tsx";
import { useConfig } from "./queries.ts";
import { useMoment } from "./use-moment.ts";

/** The end of the account, after a time in which it can be kept. */
export function DeleteCard({ email }: { readonly email: string }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const { day } = useMoment();
  const only_here = useOnlyHere();
  const config = useConfig();
  const days = config.status === "ready" ? config.data.account_delete_days : null;
  const [asking, setAsking] = useState(false);
  const [repeated, setRepeated] = useState("");
  const remove = async () => {
    const answer = await deleteAccount(repeated, { keeps: only_here !== 0 });
    if (answer.ok) showToast(t`Your account will be deleted on ${day(answer.value.delete_after)}`);
    return answer;
  };
  return (
    <Card title={t`Delete account`}>
      <p>
        <Trans>Signs you out everywhere at once.</Trans>{" "}
        {days === null ? (
          <Trans>
            After a waiting time, in which you can sign in and keep it, the account with everything in it is gone for good.
          </Trans>
        ) : (
          <Plural
            value={days}
            one="For # day you can sign in and keep it. Then the account with everything in it is gone for good."
            other="For # days you can sign in and keep it. Then the account with everything in it is gone for good."
          />
        )}
      </p>
      <div className={styles.buttons}>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t`Delete my account`}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={t`Delete your account?`}
          confirm={t`Delete`}
          onConfirm={remove}
          onDone={() => navigate("/sign-in", { replace: true })}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>
              Workouts, programs, body values and settings are deleted. Links that you have shared stop working now; copies that
              others have made stay theirs. A letter tells you the day.
            </Trans>
          </p>
          <OnlyHereNotice count={only_here} />
          <TextField
            label={t`Your e-mail address, to confirm`}
            type="email"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={repeated}
            hint={email}
            onChange={(event) => setRepeated(event.target.value)}
          />
        </ConfirmDialog>
      )}
    </Card>
  );
}
