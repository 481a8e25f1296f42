import { useLingui } from "@lingui/react/macro";
import { BookMarked, Download, FileUp, Info, ListChecks, LogOut, Ruler, Settings, Server, Smartphone } from "lucide-react";
import { useState } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { useWaiting } from "@/sync/waiting.ts";
import { List, Row } from "@/ui/list.tsx";
import { Page } from "@/ui/page.tsx";
import { AccountRows } from "./account-rows.tsx";
import { SignOutDialog } from "./sign-out-dialog.tsx";

const ICON = { size: 22, "aria-hidden": true } as const;

/** Everything that is not needed daily. */
export function MorePage() {
  const { t } = useLingui();
  const profile = useProfile();
  const { unsent, refused, recovered } = useWaiting();
  const open = unsent + refused + recovered;
  const [leaving, setLeaving] = useState(false);
  return (
    <Page title={t`More`} subtitle={profile?.email}>
      <List label={t`Training`}>
        <Row href="/programs" leading={<BookMarked {...ICON} />} title={t`Programs`} subtitle={t`Follow one, write your own`} />
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
        <AccountRows />
        <Row
          href="/device"
          leading={<Smartphone {...ICON} />}
          title={t`This device`}
          subtitle={t`Unsent changes, storage`}
          trailing={open > 0 ? open : undefined}
        />
        {profile?.is_admin && (
          <Row href="/admin" leading={<Server {...ICON} />} title={t`Administration`} subtitle={t`People, log, mail, the server`} />
        )}
        <Row href="/about" leading={<Info {...ICON} />} title={t`About`} />
        <Row onPress={() => setLeaving(true)} leading={<LogOut {...ICON} />} title={t`Sign out`} />
      </List>
      {leaving && <SignOutDialog onClose={() => setLeaving(false)} />}
    </Page>
  );
}
