import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { EyeOff, FileText, Link2, WifiOff } from "lucide-react";
import { useState } from "react";
import { errorMessage } from "@/i18n/error-message.ts";
import { nowMs } from "@/lib/clock.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { Notice } from "@/ui/states.tsx";
import { useShares, type Share } from "./queries.ts";
import { ShareCard } from "./share-card.tsx";
import { ShareForm } from "./share-form.tsx";
import { stateOf } from "./share-state.ts";
import styles from "./sharing.module.css";
import type { Subject } from "./subject.ts";

interface ShareDialogProps {
  readonly subject: Subject;
  readonly onClose: () => void;
}

/** The links to a program or template: made, passed on, closed. */
export function ShareDialog({ subject, onClose }: ShareDialogProps) {
  const { t } = useLingui();
  const page = useShares();
  const [adding, setAdding] = useState(false);
  const [now_ms] = useState(nowMs);
  const shares = page.status === "ready" ? page.data.filter((share) => isOf(share, subject)) : [];
  const open = shares.filter((share) => stateOf(share, now_ms) === "open");
  const closed = shares.filter((share) => stateOf(share, now_ms) !== "open");
  const error = page.status === "loading" ? null : page.error;
  const is_template = "template_id" in subject;
  const sharable = is_template || subject.versions.length > 0;
  return (
    <Dialog open title={t`Share “${subject.title}”`} onClose={onClose}>
      <Notice tone="plain" icon={<EyeOff size={20} />}>
        <p>
          {is_template ? (
            <Trans>Whoever has the link sees the exercises with their sets and your notes on them, without the weights.</Trans>
          ) : (
            <Trans>Whoever has the link sees the text of the program: its weeks, sets, rules and comments.</Trans>
          )}{" "}
          <Trans>They never see your numbers, your e-mail address or your other programs.</Trans>
        </p>
      </Notice>
      {error && (
        <Notice tone="warn" icon={<WifiOff size={20} />}>
          <p>{errorMessage(error)}</p>
          <p>
            <Trans>Links are made and closed on the server, so this needs a connection.</Trans>
          </p>
        </Notice>
      )}
      {page.status === "loading" && <Skeleton heights={[120, 48]} />}
      {open.map((share) => (
        <ShareCard key={share.id} share={share} versions={"versions" in subject ? subject.versions : []} />
      ))}
      {!sharable && (
        <Notice tone="plain" icon={<FileText size={20} />}>
          <Trans>A draft is never shared. Save it first; then a link can be made.</Trans>
        </Notice>
      )}
      {sharable && page.status !== "loading" && (open.length === 0 || adding) && (
        <ShareForm subject={subject} onMade={() => setAdding(false)} />
      )}
      {sharable && open.length > 0 && !adding && (
        <Button wide icon={<Link2 size={20} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t`Another link`}
        </Button>
      )}
      {closed.length > 0 && (
        <details className={styles.fold}>
          <summary>
            <Plural value={closed.length} one="# closed link" other="# closed links" />
          </summary>
          <div className={styles.stack}>
            {closed.map((share) => (
              <ShareCard key={share.id} share={share} versions={"versions" in subject ? subject.versions : []} />
            ))}
          </div>
        </details>
      )}
    </Dialog>
  );
}

function isOf(share: Share, subject: Subject): boolean {
  return "template_id" in subject ? share.template_id === subject.template_id : share.program_id === subject.program_id;
}
