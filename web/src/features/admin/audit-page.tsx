import { Plural, useLingui } from "@lingui/react/macro";
import { ScrollText, SearchX } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useSearchParams } from "wouter";
import { Loaded } from "@/features/account/loaded.tsx";
import { useFormat } from "@/features/auth/use-format.ts";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { AuditEntryDialog } from "./audit-entry-dialog.tsx";
import { AuditFilterFields } from "./audit-filter-fields.tsx";
import { filtersOf, paramsOf } from "./audit-filters.ts";
import { AuditList } from "./audit-list.tsx";
import { MoreButton } from "./more-button.tsx";
import { useAuditEvents, type AuditEntry } from "./queries.ts";
import styles from "./admin.module.css";

/** What was done, tried and refused on this server, the newest first. The filters stand in the address. */
export function AuditPage() {
  const { t } = useLingui();
  const { time_zone } = useFormat();
  const [params, setParams] = useSearchParams();
  const filters = filtersOf(params);
  // Typing goes on while the list follows.
  const asked = useDeferredValue(params.toString());
  const events = useAuditEvents(filtersOf(new URLSearchParams(asked)), time_zone);
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const clear = () => setParams(new URLSearchParams(), { replace: true });
  const { list } = events;
  return (
    <AdminFrame
      title={t`Audit log`}
      subtitle={
        list.status === "ready" ? (
          <Plural value={list.data.total} one="# event" other="# events" />
        ) : (
          t`What was done, tried and refused`
        )
      }
    >
      <AuditFilterFields
        filters={filters}
        onFilters={(change) => setParams(paramsOf({ ...filters, ...change }), { replace: true })}
        onClear={clear}
      />
      <Loaded of={list} heights={[72, 72, 72, 72, 72]}>
        {({ rows }) =>
          rows.length === 0 ? (
            <NoEvents is_filtered={paramsOf(filters).size > 0} onClear={clear} />
          ) : (
            <div className={styles.stack}>
              <AuditList entries={rows} onOpen={setOpened} />
              <MoreButton paged={events} />
            </div>
          )
        }
      </Loaded>
      {opened && <AuditEntryDialog entry={opened} onClose={() => setOpened(null)} />}
    </AdminFrame>
  );
}

function NoEvents({ is_filtered, onClear }: { readonly is_filtered: boolean; readonly onClear: () => void }) {
  const { t } = useLingui();
  if (!is_filtered) {
    return <EmptyState icon={<ScrollText size={28} />} title={t`Nothing has happened yet`} />;
  }
  return (
    <EmptyState
      icon={<SearchX size={28} />}
      title={t`No event fits`}
      actions={<Button onClick={onClear}>{t`Show all events`}</Button>}
    >
      {t`Nothing of this kind is in the log. It forgets events after a year, if the host has not chosen otherwise.`}
    </EmptyState>
  );
}
