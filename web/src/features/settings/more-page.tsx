import { useLingui } from "@lingui/react/macro";
import { Download, FileUp, Info, ListChecks, LogOut, Ruler, Settings } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useProfile } from "@/features/auth/profile.ts";
import { signOut } from "@/features/auth/session.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Page } from "@/ui/page.tsx";
import { showToast } from "@/ui/toast-store.ts";

const ICON = { size: 22, "aria-hidden": true } as const;

/** Everything that is not needed daily. */
export function MorePage() {
  const { t } = useLingui();
  const profile = useProfile();
  const [leaving, setLeaving] = useState(false);
  return (
    <Page title={t`More`} subtitle={profile?.email}>
      <List label={t`Training`}>
        <Row
          href="/exercises"
          leading={<ListChecks {...ICON} />}
          title={t`Exercises`}
          subtitle={t`Library, favourites, your own`}
        />
        <Row href="/body" leading={<Ruler {...ICON} />} title={t`Body`} subtitle={t`Weight and measurements`} />
      </List>
      <List label={t`Your data`}>
        <Row href="/import" leading={<FileUp {...ICON} />} title={t`Import`} subtitle={t`From another app or a file`} />
        <Row href="/export" leading={<Download {...ICON} />} title={t`Export`} subtitle={t`Everything, whenever you want`} />
      </List>
      <List label={t`FitFolio`}>
        <Row
          href="/settings"
          leading={<Settings {...ICON} />}
          title={t`Settings`}
          subtitle={t`Units, language, theme, time zone`}
        />
        <Row href="/about" leading={<Info {...ICON} />} title={t`About`} />
        <Row onPress={() => setLeaving(true)} leading={<LogOut {...ICON} />} title={t`Sign out`} />
      </List>
      <SignOutDialog open={leaving} onClose={() => setLeaving(false)} />
    </Page>
  );
}

function SignOutDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const answer = await signOut();
    setBusy(false);
    if (answer.ok) navigate("/sign-in", { replace: true });
    else showToast(errorMessage(answer.error), { tone: "danger" });
  };
  return (
    <Dialog
      open={open}
      title={t`Sign out?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t`Stay`}</Button>
          <Button variant="primary" busy={busy} onClick={() => void leave()}>
            {t`Sign out`}
          </Button>
        </>
      }
    >
      <p>{t`Your data is removed from this device. It stays on the server, and comes back when you sign in.`}</p>
    </Dialog>
  );
}
