import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, Ruler } from "lucide-react";
import { useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import type { Metric } from "@/db/documents.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { Button } from "@/ui/button.tsx";
import { FilterChip } from "@/ui/chip.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { BodyMetric } from "./body-metric.tsx";
import { MetricDialog } from "./metric-dialog.tsx";
import { metricName } from "./metric-names.ts";
import styles from "./body.module.css";
import { useMetricKinds, useMetricValues, useUsedMetrics } from "./queries.ts";

const FIRST = "weight";

export function BodyPage() {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const kinds_page = useMetricKinds();
  const used = useUsedMetrics();
  const { phase, complete } = useSyncStatus();
  const [chosen, setChosen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<Metric | "new" | null>(null);
  const kinds = kinds_page.status === "ready" ? kinds_page.data.kinds : [];
  const order = new Map(kinds.map((kind, index) => [kind.key, index]));
  const shown = used?.toSorted((a, b) => (order.get(a) ?? 99) - (order.get(b) ?? 99)) ?? [];
  const key = chosen !== null && shown.includes(chosen) ? chosen : (shown[0] ?? FIRST);
  const values = useMetricValues(key);
  const waiting = !used || !values || (used.length === 0 && !complete && phase === "pulling");
  const add = () => {
    if (kinds_page.status === "failed") showToast(errorMessage(kinds_page.error), { tone: "danger" });
    else setDialog("new");
  };
  return (
    <Page
      title={t`Body`}
      back="/more"
      wide
      actions={
        used && used.length > 0 ? (
          <span className={styles.add}>
            <Button variant="primary" icon={<Plus size={20} aria-hidden="true" />} onClick={add}>
              {t`Add`}
            </Button>
          </span>
        ) : undefined
      }
    >
      {waiting && <Skeleton heights={[44, 340, 240]} />}
      {!waiting && used.length === 0 && (
        <EmptyState
          icon={<Ruler size={28} />}
          title={t`No measurements yet`}
          actions={
            <Button variant="primary" onClick={add}>
              {t`Add your weight`}
            </Button>
          }
        >
          <Trans>Weight and measurements, with their trend. Imports of Hevy and FitNotes bring theirs along.</Trans>
        </EmptyState>
      )}
      {!waiting && used.length > 0 && (
        <>
          {shown.length > 1 && (
            <div className={styles.kinds}>
              {shown.map((one) => (
                <FilterChip key={one} selected={one === key} onToggle={() => setChosen(one)}>
                  {metricName(one, i18n)}
                </FilterChip>
              ))}
            </div>
          )}
          <BodyMetric metric={key} values={values} kinds={kinds} format={format} onEdit={setDialog} />
        </>
      )}
      {dialog !== null && (
        <MetricDialog
          metric={dialog === "new" ? null : dialog}
          initial_key={key}
          last={values?.at(-1)}
          kinds={kinds}
          format={format}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  );
}
