import { Plural, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { signOut } from "@/features/auth/session.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { queueFile, saveFile } from "@/sync/queue-file.ts";
import { useUnsaved } from "@/sync/unsaved.ts";
import { useWaiting } from "@/sync/waiting.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { showToast } from "@/ui/toast-store.ts";

/** Signing out takes the data off this device; what no server has is kept unless somebody says otherwise. */
export function SignOutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const { unsent, refused, is_known } = useWaiting();
  const unsaved = useUnsaved().length;
  const only_here = unsent + refused + unsaved;
  const leave = async (keeps: boolean) => {
    setBusy(true);
    const answer = await signOut({ keeps });
    setBusy(false);
    if (answer.ok) navigate("/sign-in", { replace: true });
    else showToast(errorMessage(answer.error), { tone: "danger" });
  };
  if (only_here === 0) {
    return (
      <Dialog
        open
        title={t`Sign out?`}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{t`Stay`}</Button>
            <Button variant="primary" busy={busy || !is_known} onClick={() => void leave(false)}>
              {t`Sign out`}
            </Button>
          </>
        }
      >
        <p>{t`Your data is removed from this device. It stays on the server, and comes back when you sign in.`}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={t`Some changes are only on this device`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t`Stay`}</Button>
          <Button onClick={() => void queueFile().then(saveFile)}>{t`Save them to a file`}</Button>
          <Button variant="primary" busy={busy} onClick={() => void leave(true)}>
            {t`Sign out and keep them here`}
          </Button>
          <Button variant="danger" busy={busy} onClick={() => void leave(false)}>
            {t`Sign out and delete them`}
          </Button>
        </>
      }
    >
      <p>
        <Plural value={only_here} one="# change has not reached the server." other="# changes have not reached the server." />{" "}
        {t`Kept here, they are sent after your next sign-in on this device. Deleted, they are gone for good.`}
      </p>
    </Dialog>
  );
}
