import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useDeviceName } from "@/features/account/use-device-name.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { auditHref } from "./audit-filters.ts";
import { actorOf, eventSentence, extraLines, isAddress, placeWords } from "./event-text.ts";
import { Facts, type FactLine } from "./facts.tsx";
import { OutcomeChip } from "./outcome-chip.tsx";
import type { AuditEntry } from "./queries.ts";
import { useDayTime } from "./use-day-time.ts";
import styles from "./admin.module.css";

/** Everything that an event says. */
export function AuditEntryDialog({ entry, onClose }: { readonly entry: AuditEntry; readonly onClose: () => void }) {
  const { t } = useLingui();
  const moment = useDayTime();
  const deviceName = useDeviceName();
  const actor = actorOf(entry);
  const lines: readonly (FactLine | false)[] = [
    [t`When`, moment(entry.created_at)],
    [t`Outcome`, <OutcomeChip key="outcome" outcome={entry.outcome} />],
    entry.user_email !== "" && [t`Account`, entry.user_email],
    actor !== null && [t`By`, actor],
    [t`From where`, placeWords(entry.ip) || t`unknown`],
    entry.device !== "" && [t`Device`, deviceName(entry)],
    entry.user_agent !== "" && [t`Browser's own words`, entry.user_agent],
    [
      t`Type`,
      <span key="type" className={styles.code}>
        {entry.event_type}
      </span>,
    ],
    ...extraLines(entry.extra).map(([name, value]): FactLine => [name, value]),
    entry.request_id !== "" && [t`Number in the server's log`, entry.request_id],
  ];
  return (
    <Dialog open title={eventSentence(entry)} onClose={onClose}>
      <Facts lines={lines.filter((line) => line !== false)} />
      {entry.user_email !== "" && (
        <Link href={auditHref({ email: entry.user_email })} onClick={onClose}>
          {t`All events of this account`}
        </Link>
      )}
      {isAddress(entry.ip) && (
        <Link href={auditHref({ ip: entry.ip })} onClick={onClose}>
          {t`All events from this IP address`}
        </Link>
      )}
    </Dialog>
  );
}
