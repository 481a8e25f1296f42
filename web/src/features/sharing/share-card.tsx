import { Trans, useLingui } from "@lingui/react/macro";
import { Copy, QrCode, Share2 } from "lucide-react";
import { useRef, useState } from "react";
import type { ProgramVersion } from "@/db/program-documents.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { localDate, nowMs } from "@/lib/clock.ts";
import { copyFrom } from "@/lib/copy.ts";
import { Button } from "@/ui/button.tsx";
import { Chip, type ChipTone } from "@/ui/chip.tsx";
import { Switch } from "@/ui/field.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { changeShelved } from "./commands.ts";
import { passOn } from "./pass-on.ts";
import type { Share } from "./queries.ts";
import { Revoke } from "./revoke.tsx";
import { stateOf, type ShareState } from "./share-state.ts";
import styles from "./sharing.module.css";

const TONES: Readonly<Record<ShareState, ChipTone>> = { open: "accent", expired: "warn", revoked: "plain", closed: "plain" };

interface ShareCardProps {
  readonly share: Share;
  readonly versions: readonly ProgramVersion[];
}

/** One link: its state, ways to pass it on, and its end. */
export function ShareCard({ share, versions }: ShareCardProps) {
  const { t } = useLingui();
  const facts = useFacts(share, versions);
  const state = stateOf(share, nowMs());
  const words = { open: t`Works`, expired: t`Expired`, revoked: t`Revoked`, closed: t`Leads nowhere` };
  return (
    <section className={styles.share} aria-label={t`Link`}>
      <div className={styles.head}>
        <p className={styles.muted}>{facts}</p>
        <Chip tone={TONES[state]}>{words[state]}</Chip>
      </div>
      {state === "open" && <OpenLink share={share} />}
    </section>
  );
}

/** "Newest edition · by Kim · until 4 December". */
function useFacts(share: Share, versions: readonly ProgramVersion[]): string {
  const { t } = useLingui();
  const format = useFormat();
  const day = (at: string) => format.day(localDate(Date.parse(at), format.time_zone));
  const number = versions.find(({ id }) => id === share.program_version_id)?.number;
  return [
    share.kind === "program" && share.program_version_id === null && t`newest edition`,
    number !== undefined && t`edition ${number}`,
    share.author_name !== null && t`by ${share.author_name}`,
    share.revoked_at !== null && t`revoked: ${day(share.revoked_at)}`,
    share.revoked_at === null && share.expires_at !== null && t`until ${day(share.expires_at)}`,
    t`made: ${day(share.created_at)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function OpenLink({ share }: { readonly share: Share }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [shows_code, setShowsCode] = useState(false);
  const copy = async () => {
    if (!field.current) return;
    if (await copyFrom(field.current)) showToast(t`Link copied`);
    else showToast(t`This browser does not let pages copy. The link is marked: copy it by hand.`);
  };
  const shelve = async (on_shelf: boolean) => {
    const changed = await changeShelved(share.id, on_shelf);
    if (!changed.ok) showToast(errorMessage(changed.error), { tone: "danger" });
  };
  return (
    <>
      <input
        ref={field}
        className={styles.url}
        type="url"
        aria-label={t`Address`}
        readOnly
        value={share.url}
        onFocus={(event) => event.target.select()}
      />
      <div className={styles.buttons}>
        <Button variant="primary" icon={<Copy size={18} aria-hidden="true" />} onClick={() => void copy()}>
          {t`Copy link`}
        </Button>
        {"share" in navigator && (
          <Button icon={<Share2 size={18} aria-hidden="true" />} onClick={() => void passOn(share.title, share.url)}>
            {t`Send`}
          </Button>
        )}
        <Button icon={<QrCode size={18} aria-hidden="true" />} aria-expanded={shows_code} onClick={() => setShowsCode(!shows_code)}>
          {t`QR code`}
        </Button>
      </div>
      {shows_code && <img className={styles.code} src={`/p/${share.token}.svg`} alt={t`QR code of ${share.url}`} />}
      <Switch label={t`On the shelf here`} checked={share.on_shelf} onChange={(on) => void shelve(on)} />
      <a className={styles.see} href={`/p/${share.token}`} target="_blank" rel="noopener">
        <Trans>See what others see</Trans>
      </a>
      <Revoke share={share} />
    </>
  );
}
