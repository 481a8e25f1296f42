import { useLingui } from "@lingui/react/macro";
import { Ban, LogOut, RotateCcw, ScrollText, ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { localDate } from "@/lib/clock.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { List, Row } from "@/ui/list.tsx";
import { auditHref } from "./audit-filters.ts";
import { Facts, type FactLine } from "./facts.tsx";
import type { AdminUser } from "./queries.ts";
import { StandingChip } from "./standing-chip.tsx";
import { useDayTime } from "./use-day-time.ts";
import { UserActDialog, type UserAct } from "./user-act-dialog.tsx";

interface UserDialogProps {
  readonly user: AdminUser;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const ICON = { size: 20, "aria-hidden": true } as const;

/** One account: where it stands, and what an administrator can do. Never what its owner trains. */
export function UserDialog({ user, onDone, onClose }: UserDialogProps) {
  const { t } = useLingui();
  const [act, setAct] = useState<UserAct | null>(null);
  if (act !== null) return <UserActDialog user={user} act={act} onDone={onDone} onClose={onClose} />;
  const deactivated = !user.is_active;
  return (
    <Dialog open title={user.email} onClose={onClose}>
      <UserFacts user={user} />
      <List label={t`What you can do`}>
        {user.sessions > 0 && (
          <Row
            leading={<LogOut {...ICON} />}
            title={t`Sign out everywhere`}
            subtitle={t`All devices, at once`}
            onPress={() => setAct("sign_out")}
          />
        )}
        {user.role === "user" ? (
          <Row
            leading={<ShieldCheck {...ICON} />}
            title={t`Make an administrator`}
            subtitle={t`May do everything on these pages`}
            onPress={() => setAct("make_admin")}
          />
        ) : (
          <Row
            leading={<ShieldOff {...ICON} />}
            title={t`Take the administrator's rights`}
            subtitle={t`Keeps the account and its data`}
            onPress={() => setAct("make_user")}
          />
        )}
        {deactivated ? (
          <Row
            leading={<RotateCcw {...ICON} />}
            title={t`Reactivate`}
            subtitle={t`Let the account in again`}
            onPress={() => setAct("reactivate")}
          />
        ) : (
          <Row
            leading={<Ban {...ICON} />}
            title={t`Deactivate`}
            subtitle={t`Out at once and not in again; the data stays`}
            onPress={() => setAct("deactivate")}
          />
        )}
        <Row leading={<ScrollText {...ICON} />} title={t`Events of this account`} href={auditHref({ email: user.email })} />
      </List>
    </Dialog>
  );
}

function UserFacts({ user }: { readonly user: AdminUser }) {
  const { t } = useLingui();
  const moment = useDayTime();
  const format = useFormat();
  const me = useProfile();
  const day = (iso: string) => format.date(localDate(Date.parse(iso), format.time_zone));
  const lines: readonly (FactLine | false)[] = [
    user.display_name !== "" && [t`Name`, user.display_name],
    [t`State`, <StandingChip key="state" standing={user.standing} />],
    user.delete_after !== null && [t`Will be deleted`, day(user.delete_after)],
    user.paused_at !== null && [t`Paused since`, day(user.paused_at)],
    [t`Role`, user.role === "admin" ? t`Administrator` : t`User`],
    [t`Address proven`, user.is_email_verified ? t`Yes` : t`Not yet`],
    [t`Created`, day(user.created_at)],
    [t`Last seen`, user.last_seen_at === null ? t`never` : moment(user.last_seen_at)],
    [t`Devices signed in`, user.sessions],
    [t`Passkeys`, user.passkeys],
    [t`API tokens`, user.tokens],
    me?.id === user.id && [t`This is`, t`your own account`],
  ];
  return <Facts lines={lines.filter((line) => line !== false)} />;
}
