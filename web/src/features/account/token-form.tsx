import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { nowMs } from "@/lib/clock.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select, Switch, TextField } from "@/ui/field.tsx";
import styles from "./account.module.css";
import { createToken } from "./commands.ts";
import { scopeGap, SPANS, tokenEnd, type Scope, type Span } from "./token-terms.ts";
import { useTask } from "./use-task.ts";

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Shown once: no other answer of the server has it. */
  readonly secret: string;
}

interface TokenFormProps {
  readonly onClose: () => void;
  readonly onMade: (token: NewToken) => void;
}

/** A new token: for what, with which rights, until when. */
export function TokenForm({ onClose, onMade }: TokenFormProps) {
  const { t } = useLingui();
  const form = useId();
  const profile = useProfile();
  const task = useTask();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<Scope>>(new Set(["read"]));
  const [span, setSpan] = useState<Span>("quarter");
  const scopes = [...chosen].toSorted();
  const gap = scopeGap(scopes);
  const spans: Readonly<Record<Span, string>> = {
    month: t`For 30 days`,
    quarter: t`For 90 days`,
    year: t`For a year`,
    never: t`Until I revoke it`,
  };
  const toggle = (scope: Scope) => (on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(scope);
    else next.delete(scope);
    setChosen(next);
  };
  const make = () =>
    task.run(async () => {
      const answer = await createToken({ name: name.trim(), scopes, expires_at: tokenEnd(span, nowMs()) });
      if (answer.ok) onMade({ name: name.trim(), scopes, secret: answer.value.token });
      return answer;
    });
  return (
    <Dialog
      open
      title={t`New token`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={form} variant="primary" busy={task.busy}>
            {t`Make the token`}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (gap === "none" && name.trim() !== "") void make();
        }}
      >
        <TextField
          label={t`What it is for`}
          value={name}
          required
          maxLength={100}
          autoComplete="off"
          placeholder={t`Weight scale`}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset className={styles.scopes}>
          <legend>{t`It may`}</legend>
          <Switch label={t`Read`} hint={t`See everything you have logged`} checked={chosen.has("read")} onChange={toggle("read")} />
          <Switch
            label={t`Write`}
            hint={t`Add, change and delete what you have logged`}
            checked={chosen.has("write")}
            onChange={toggle("write")}
          />
          {profile?.is_admin && (
            <Switch
              label={t`Administrate`}
              hint={t`Manage the accounts of this server, together with reading or writing`}
              checked={chosen.has("admin")}
              onChange={toggle("admin")}
            />
          )}
        </fieldset>
        <Select
          label={t`How long it works`}
          value={span}
          options={SPANS.map((value) => ({ value, label: spans[value] }))}
          onValue={setSpan}
        />
        <p className={styles.error} role="alert">
          {gap === "empty" && t`Allow it something.`}
          {gap === "admin_alone" && t`Administration needs reading or writing besides.`}
          {task.error && errorMessage(task.error)}
        </p>
      </form>
    </Dialog>
  );
}
