import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState, type ReactNode } from "react";
import { errorMessage, type CodedError } from "@/i18n/error-message.ts";
import type { Result } from "@/lib/result.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextField } from "@/ui/field.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { addPasskey, renamePasskey } from "./passkey-commands.ts";
import type { Passkey } from "./queries.ts";
import { useTask } from "./use-task.ts";

const MAX_NAME = 90;

interface DialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Explains what will happen, takes a name, and hands over to the browser. */
export function AddPasskeyDialog({ onClose, onDone }: DialogProps) {
  const { t } = useLingui();
  return (
    <NameDialog
      title={t`Add a passkey`}
      submit={t`Continue`}
      initial=""
      hint={t`Optional. Left empty, it is called like this device.`}
      onSubmit={addPasskey}
      onClose={onClose}
      onDone={() => {
        showToast(t`Passkey added`);
        onDone();
      }}
    >
      <p>
        <Trans>
          Your browser asks next where to keep it: on this device, in a password manager, on your phone or on a security key.
        </Trans>
      </p>
    </NameDialog>
  );
}

export function RenamePasskeyDialog({ passkey, onClose, onDone }: DialogProps & { readonly passkey: Passkey }) {
  const { t } = useLingui();
  return (
    <NameDialog
      title={t`Rename passkey`}
      submit={t`Rename`}
      initial={passkey.nickname}
      needs_name
      onSubmit={(name) => renamePasskey(passkey.id, name)}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

interface NameDialogProps extends DialogProps {
  readonly title: string;
  readonly submit: string;
  readonly initial: string;
  readonly hint?: string;
  readonly needs_name?: boolean;
  readonly onSubmit: (name: string) => Promise<Result<unknown, CodedError>>;
  readonly children?: ReactNode;
}

function NameDialog({ title, submit, initial, hint, needs_name = false, onSubmit, onClose, onDone, children }: NameDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const task = useTask();
  const [name, setName] = useState(initial);
  const is_about_name = task.error?.code === "passkeys.name_taken";
  const act = async () => {
    if (await task.run(() => onSubmit(name))) onDone();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={form} variant="primary" busy={task.busy}>
            {submit}
          </Button>
        </>
      }
    >
      {children}
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void act();
        }}
      >
        <TextField
          label={t`Name`}
          value={name}
          required={needs_name}
          maxLength={MAX_NAME}
          autoComplete="off"
          hint={hint}
          error={is_about_name ? errorMessage(task.error) : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <p className={styles.error} role="alert">
          {task.error && !is_about_name && errorMessage(task.error)}
        </p>
      </form>
    </Dialog>
  );
}
