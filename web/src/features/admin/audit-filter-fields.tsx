import { useLingui } from "@lingui/react/macro";
import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { TextField } from "@/ui/field.tsx";
import { FilterSelect } from "@/ui/filter-select.tsx";
import type { AuditFilters } from "./audit-filters.ts";
import { eventName } from "./event-text.ts";
import { useAuditTypes } from "./queries.ts";
import styles from "./admin.module.css";

interface AuditFilterFieldsProps {
  readonly filters: AuditFilters;
  readonly onFilters: (change: Partial<AuditFilters>) => void;
  readonly onClear: () => void;
}

/** What and how it ended at once; whose, from where and when behind a button until they are used. */
export function AuditFilterFields({ filters, onFilters, onClear }: AuditFilterFieldsProps) {
  const { t, i18n } = useLingui();
  const types = useAuditTypes();
  const uses_more = filters.email !== "" || filters.ip !== "" || filters.from !== "" || filters.to !== "";
  const [wants_more, setWantsMore] = useState(false);
  const has_any = uses_more || filters.event_type !== "" || filters.outcome !== "";
  const options = (types.length > 0 ? types : [filters.event_type].filter(Boolean)).map((value) => ({
    value,
    label: eventName(value),
  }));
  return (
    <div className={styles.filters}>
      <div className={styles.row}>
        <FilterSelect
          label={t`What happened`}
          all={t`Every event`}
          value={filters.event_type}
          options={options.toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale))}
          onValue={(event_type) => onFilters({ event_type })}
        />
        <FilterSelect
          label={t`How it ended`}
          all={t`Every outcome`}
          value={filters.outcome}
          options={[
            { value: "ok", label: t`Done` },
            { value: "failed", label: t`Failed` },
            { value: "refused", label: t`Refused` },
          ]}
          onValue={(outcome) => onFilters({ outcome })}
        />
        {!uses_more && (
          <Button
            variant="quiet"
            icon={<SlidersHorizontal size={18} aria-hidden="true" />}
            aria-expanded={wants_more}
            onClick={() => setWantsMore((current) => !current)}
          >
            {t`More filters`}
          </Button>
        )}
        {has_any && <Button variant="quiet" onClick={onClear}>{t`Clear filters`}</Button>}
      </div>
      {(wants_more || uses_more) && (
        <div className={styles.fields}>
          <TextField
            label={t`Account`}
            type="text"
            inputMode="email"
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
            value={filters.email}
            onChange={(event) => onFilters({ email: event.target.value })}
          />
          <TextField
            label={t`IP address begins with`}
            placeholder="192.0.2."
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
            value={filters.ip}
            onChange={(event) => onFilters({ ip: event.target.value })}
          />
          <TextField
            label={t`From`}
            type="date"
            value={filters.from}
            max={filters.to || undefined}
            onChange={(event) => onFilters({ from: event.target.value })}
          />
          <TextField
            label={t`Until`}
            type="date"
            value={filters.to}
            min={filters.from || undefined}
            onChange={(event) => onFilters({ to: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}
