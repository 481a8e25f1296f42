import { useLingui } from "@lingui/react/macro";
import { joinFacts } from "@/features/account/facts.ts";
import { useDeviceName } from "@/features/account/use-device-name.ts";
import { useWide } from "@/features/workouts/use-wide.ts";
import { IconButton } from "@/ui/button.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Table } from "@/ui/table.tsx";
import { Info } from "lucide-react";
import { actorOf, eventSentence, placeWords } from "./event-text.ts";
import { OutcomeChip } from "./outcome-chip.tsx";
import type { AuditEntry } from "./queries.ts";
import { useDayTime } from "./use-day-time.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import styles from "./admin.module.css";

interface AuditListProps {
  readonly entries: readonly AuditEntry[];
  readonly onOpen: (entry: AuditEntry) => void;
}

/** Events, a table where there is room; each opens with all it says. */
export function AuditList({ entries, onOpen }: AuditListProps) {
  const { t } = useLingui();
  const wide = useWide();
  const moment = useDayTime();
  if (!wide) {
    return (
      <List label={t`Events`}>
        {entries.map((entry) => (
          <Row
            key={entry.id}
            title={eventSentence(entry)}
            subtitle={joinFacts(entry.user_email, moment(entry.created_at))}
            trailing={entry.outcome === "ok" ? undefined : <OutcomeChip outcome={entry.outcome} />}
            onPress={() => onOpen(entry)}
          />
        ))}
      </List>
    );
  }
  return (
    <div className={styles.list}>
      <Table
        caption={t`Events`}
        rows={entries}
        rowKey={({ id }) => id}
        columns={[
          { key: "at", header: t`When`, cell: ({ created_at }) => <span className={styles.nowrap}>{moment(created_at)}</span> },
          { key: "what", header: t`What`, heading: true, cell: eventSentence },
          { key: "account", header: t`Account`, cell: (entry) => <Whose entry={entry} /> },
          { key: "from", header: t`From where`, cell: (entry) => <FromWhere entry={entry} /> },
          { key: "outcome", header: t`Outcome`, cell: ({ outcome }) => <OutcomeChip outcome={outcome} /> },
          {
            key: "more",
            header: <VisuallyHidden>{t`More`}</VisuallyHidden>,
            cell: (entry) => (
              <IconButton
                label={t`All about this event`}
                icon={<Info size={18} aria-hidden="true" />}
                onClick={() => onOpen(entry)}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

/** Whom it is about, and who did it where that is somebody else. */
function Whose({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useLingui();
  const actor = actorOf(entry);
  return (
    <>
      {entry.user_email !== "" && <span className={styles.break}>{entry.user_email}</span>}
      {actor !== null && <span className={styles.under}>{t`by ${actor}`}</span>}
      {entry.user_email === "" && actor === null && "–"}
    </>
  );
}

function FromWhere({ entry }: { readonly entry: AuditEntry }) {
  const deviceName = useDeviceName();
  return (
    <>
      {placeWords(entry.ip) || "–"}
      {entry.device !== "" && <span className={styles.under}>{deviceName(entry)}</span>}
    </>
  );
}
