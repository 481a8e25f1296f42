import { Trans, useLingui } from "@lingui/react/macro";
import { MailX, X } from "lucide-react";
import { useState } from "react";
import { joinFacts } from "@/features/account/facts.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { useWide } from "@/features/workouts/use-wide.ts";
import { localDate } from "@/lib/clock.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Chip } from "@/ui/chip.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Section } from "@/ui/page.tsx";
import { Notice } from "@/ui/states.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { revokeInvitation } from "./commands.ts";
import type { Invitation, InvitationList } from "./queries.ts";
import styles from "./admin.module.css";

/** Settings have the same name in every language. */
const SIGNUP_SETTING = "FITFOLIO_SIGNUP=invite";

interface InvitationsProps {
  readonly list: InvitationList;
  readonly onChanged: () => void;
}

/** Who is invited and has not come yet first, then what became of the others of the last weeks. */
export function Invitations({ list: { invitations, signup }, onChanged }: InvitationsProps) {
  const { t } = useLingui();
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const waiting = invitations.filter(({ state }) => state === "waiting");
  const past = invitations.filter(({ state }) => state !== "waiting");
  return (
    <Section title={t`Invitations`}>
      {signup === "closed" && (
        <Notice tone="plain" icon={<MailX size={20} />}>
          <p>
            <Trans>
              Sign-up is closed on this server: nobody can be invited. Invitations need{" "}
              <span className={styles.code}>{SIGNUP_SETTING}</span> in its settings; without, accounts are made on the command line.
            </Trans>
          </p>
        </Notice>
      )}
      {signup !== "closed" && invitations.length === 0 && <p className={styles.muted}>{t`Nobody is invited just now.`}</p>}
      {invitations.length > 0 && (
        <List label={t`Invitations`}>
          {[...waiting, ...past].map((one) => (
            <InvitationRow key={one.id} invitation={one} onRevoke={() => setRevoking(one)} />
          ))}
        </List>
      )}
      {revoking && (
        <ActDialog
          title={t`Take the invitation of ${revoking.email} back?`}
          confirm={t`Take back`}
          danger
          run={() => revokeInvitation(revoking.id)}
          done={t`The invitation of ${revoking.email} is taken back`}
          onDone={onChanged}
          onClose={() => setRevoking(null)}
        >
          {t`The link in the mail leads nowhere from now on. You can invite again at any time.`}
        </ActDialog>
      )}
    </Section>
  );
}

interface InvitationRowProps {
  readonly invitation: Invitation;
  readonly onRevoke: () => void;
}

function InvitationRow({ invitation: { email, role, state, created_at, expires_at }, onRevoke }: InvitationRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const day = (iso: string) => format.day(localDate(Date.parse(iso), format.time_zone));
  const states = { waiting: t`Open`, accepted: t`Accepted`, revoked: t`Taken back`, expired: t`Expired` };
  const until = state === "waiting" ? t`good until ${day(expires_at)}` : t`invited ${day(created_at)}`;
  return (
    <Row
      title={email}
      subtitle={joinFacts(role === "admin" && t`Administrator`, until)}
      trailing={
        state === "waiting" ? (
          <TakeBack email={email} onPress={onRevoke} />
        ) : (
          <Chip tone={state === "accepted" ? "accent" : "plain"}>{states[state]}</Chip>
        )
      }
    />
  );
}

/** In a word where there is room for it. */
function TakeBack({ email, onPress }: { readonly email: string; readonly onPress: () => void }) {
  const { t } = useLingui();
  const label = t`Take the invitation of ${email} back`;
  if (!useWide()) return <IconButton label={label} icon={<X size={20} aria-hidden="true" />} onClick={onPress} />;
  return <Button variant="quiet" onClick={onPress} aria-label={label}>{t`Take back`}</Button>;
}
