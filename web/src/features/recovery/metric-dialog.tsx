import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Format } from "@/features/auth/use-format.ts";
import type { Metric } from "@/db/documents.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { localDate, nowMs, toIso } from "@/lib/clock.ts";
import { newId } from "@/lib/ids.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select, TextField } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { changeMetric, createMetric } from "./commands.ts";
import { metricName } from "./metric-names.ts";
import { metricProblem } from "./metric-limits.ts";
import { shownUnit } from "./metric-values.ts";
import type { MetricKind } from "./queries.ts";

type MetricUnit = Parameters<typeof createMetric>[0]["unit"];

interface MetricDialogProps {
  /** The value to change; null adds one. */
  readonly metric: Metric | null;
  /** What is chosen when adding. */
  readonly initial_key: string;
  /** The last value of the chosen metric, as a start for typing. */
  readonly last: Metric | undefined;
  readonly kinds: readonly MetricKind[];
  readonly format: Format;
  readonly onClose: () => void;
}

/** Add or correct one dated value. */
export function MetricDialog({ metric, initial_key, last, kinds, format, onClose }: MetricDialogProps) {
  const { t, i18n } = useLingui();
  const [key, setKey] = useState(metric?.metric ?? initial_key);
  const units = kinds.find((kind) => kind.key === key)?.units ?? (metric ? [metric.unit] : []);
  const [picked, setPicked] = useState(metric?.unit ?? null);
  // What may be measured can arrive after the dialog has opened.
  const unit = picked ?? shownUnit(units, format);
  const [value, setValue] = useState<number | null>(metric?.value ?? (last?.unit === unit ? last.value : null));
  const [date, setDate] = useState(metric?.local_date ?? format.today);
  const [error, setError] = useState<string | null>(null);

  const choose = (next: string) => {
    setKey(next);
    setPicked(null);
    setValue(null);
  };
  const save = async () => {
    if (value === null) return setError(t`Type a number.`);
    const measured_at = momentOf(date, metric, format.time_zone);
    const fields = { value, unit: unit as MetricUnit, measured_at };
    const problem = metricProblem(key, value, unit);
    if (problem) return setError(errorMessage(problem));
    if (metric) await changeMetric(metric.id, fields);
    else await createMetric({ id: newId(), metric: key, notes: "", ...fields });
    showToast(metric ? t`Value changed` : t`Value added`);
    onClose();
  };
  return (
    <Dialog
      open
      title={metric ? t`Change value` : t`Add value`}
      onClose={onClose}
      actions={
        <Button variant="primary" busy={unit === ""} onClick={() => void save()}>
          {t`Save`}
        </Button>
      }
    >
      {!metric && (
        <Select
          label={t`What`}
          value={key}
          options={kinds.map((kind) => ({ value: kind.key, label: metricName(kind.key, i18n) }))}
          onValue={choose}
        />
      )}
      <NumberField
        label={metricName(key, i18n)}
        value={value}
        unit={unit}
        step={unit === "kg" || unit === "lb" ? 0.1 : 0.5}
        min={0}
        max={2000}
        digits={2}
        onValue={setValue}
      />
      {units.length > 1 && (
        <Segmented label={t`Unit`} value={unit} options={units.map((name) => ({ value: name, label: name }))} onValue={setPicked} />
      )}
      <TextField
        label={t`Date`}
        type="date"
        required
        max={format.today}
        value={date}
        onChange={(event) => setDate(event.target.value)}
        error={error ?? undefined}
      />
    </Dialog>
  );
}

/** Today's values are of now, a corrected one keeps its time, those of other days stand at noon. */
function momentOf(date: string, metric: Metric | null, time_zone: string): string {
  if (metric && metric.local_date === date) return metric.measured_at;
  const now_ms = nowMs();
  return date === localDate(now_ms, time_zone) ? toIso(now_ms) : `${date}T12:00:00.000Z`;
}
