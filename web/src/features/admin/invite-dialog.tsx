import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { useTask } from "@/features/account/use-task.ts";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/i18n/locale.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select, TextField } from "@/ui/field.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { Refusal } from "./refusal.tsx";
import { invite, type Role } from "./commands.ts";

interface InviteDialogProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Mail somebody a link that makes an account. */
export function InviteDialog({ onDone, onClose }: InviteDialogProps) {
  const { t, i18n } = useLingui();
  const form_id = useId();
  const [email, setEmail] = useState("");
  const [role, setChosenRole] = useState<Role>("user");
  const [language, setLanguage] = useState<Locale>(i18n.locale as Locale);
  const { busy, error, run } = useTask();
  const send = async () => {
    const address = email.trim();
    if (!(await run(() => invite({ email: address, role, language })))) return;
    showToast(t`The invitation to ${address} is on its way`);
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      title={t`Invite somebody`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" type="submit" form={form_id} busy={busy}>{t`Send the invitation`}</Button>
        </>
      }
    >
      <form
        id={form_id}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={t`E-mail address`}
          type="email"
          required
          autoComplete="off"
          value={email}
          hint={t`A mail with a link goes there. It makes an account within seven days; an earlier invitation is replaced.`}
          onChange={(event) => setEmail(event.target.value)}
        />
      </form>
      <Segmented
        label={t`Role`}
        show_label
        value={role}
        options={[
          { value: "user", label: t`User` },
          { value: "admin", label: t`Administrator` },
        ]}
        onValue={setChosenRole}
      />
      <Select
        label={t`Language of the mail`}
        value={language}
        options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
        onValue={setLanguage}
      />
      {error && <Refusal error={error} />}
    </Dialog>
  );
}
