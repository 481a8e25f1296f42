import { useLingui } from "@lingui/react/macro";
import { Trash2 } from "lucide-react";
import type { Goal, SetGroup } from "@/training/programs/model.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Button } from "@/ui/button.tsx";
import { Select, TextField } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { groupWords } from "../model/rule-words.ts";
import { toQuotable } from "../model/names.ts";
import styles from "./builder.module.css";
import { loadFields, LoadValue } from "./load-value.tsx";

interface GroupEditorProps {
  readonly group: SetGroup;
  readonly unit: WeightUnit;
  readonly onChange: (group: SetGroup) => void;
  /** Absent for the only one. */
  readonly onRemove: (() => void) | undefined;
  /** Unfolded at first: where there are no others. */
  readonly open: boolean;
}

const RANGED: readonly Goal[] = ["reps", "total", "seconds", "metres"];

/** Sets that are alike: how many, of what, with which weight. */
export function GroupEditor({ group, unit, onChange, onRemove, open }: GroupEditorProps) {
  const { t, i18n } = useLingui();
  const change = (fields: Partial<SetGroup>) => onChange({ ...group, ...fields });
  const { goal, low, high, load } = group;
  const counted = goal !== "max" && goal !== "climb";
  const setLow = (value: number | null) => {
    const next = value ?? 1;
    change({ low: next, high: low === high || next > high ? next : high });
  };
  return (
    <details className={styles.group} open={open || undefined}>
      <summary>{groupWords(group, i18n)}</summary>
      <div className={styles.moreContent}>
        <NumberField
          label={t`Sets`}
          value={group.sets}
          min={1}
          max={30}
          digits={0}
          onValue={(sets) => change({ sets: sets ?? 1 })}
        />
        <Select
          label={t`Goal`}
          value={goal}
          options={[
            { value: "reps", label: t`Reps` },
            { value: "amrap", label: t`At least so many reps (AMRAP)` },
            { value: "max", label: t`As many reps as possible` },
            { value: "climb", label: t`Reps that climb` },
            { value: "rm", label: t`Work up to a maximum` },
            { value: "total", label: t`Reps in any number of sets` },
            { value: "seconds", label: t`Time` },
            { value: "metres", label: t`Distance` },
          ]}
          onValue={(next) => change(goalFields(next, group))}
        />
        {counted && (
          <div className={styles.pair}>
            <NumberField
              plain
              label={goal === "seconds" ? t`Seconds` : goal === "metres" ? t`Metres` : t`Reps`}
              value={low}
              min={1}
              max={10_000}
              digits={0}
              onValue={setLow}
            />
            {RANGED.includes(goal) && (
              <NumberField
                plain
                label={t`Up to`}
                value={high}
                min={low}
                max={10_000}
                digits={0}
                onValue={(value) => change({ high: Math.max(low, value ?? low) })}
              />
            )}
          </div>
        )}
        <Select
          label={t`Weight`}
          value={load.kind === "effort" && group.rir !== null ? "rir" : load.kind === "effort" ? "rpe" : load.kind}
          options={[
            { value: "work", label: t`The weight that progresses` },
            { value: "percent", label: t`Percentage` },
            { value: "rpe", label: t`By RPE` },
            { value: "rir", label: t`By reps in reserve` },
            { value: "fixed", label: t`Fixed weight` },
            { value: "bodyweight", label: t`Bodyweight` },
            { value: "ask", label: t`Chosen each time` },
            ...(load.kind === "formula" ? [{ value: "formula" as const, label: t`Formula (in the text)` }] : []),
          ]}
          onValue={(kind) => change(loadFields(kind, group, unit))}
        />
        <LoadValue group={group} unit={unit} change={change} />
        <details className={styles.more}>
          <summary>{t`Rest, tempo, label`}</summary>
          <div className={styles.moreContent}>
            <NumberField
              label={t`Rest`}
              unit="s"
              value={group.rest_s}
              min={0}
              max={3600}
              step={15}
              digits={0}
              onValue={(rest_s) => change({ rest_s })}
            />
            <Select
              label={t`Kind`}
              value={group.kind}
              options={[
                { value: "working", label: t`Working set` },
                { value: "back_off", label: t`Back-off set` },
                { value: "drop", label: t`Drop set` },
              ]}
              onValue={(kind) => change({ kind })}
            />
            <NumberField
              label={t`Ramp: each set before the last lighter by`}
              unit="%"
              value={group.ramp_pct}
              min={0}
              max={50}
              step={2.5}
              onValue={(ramp_pct) => change({ ramp_pct: ramp_pct === 0 ? null : ramp_pct })}
            />
            <TextField
              label={t`Label`}
              value={group.label ?? ""}
              maxLength={60}
              onChange={(event) => change({ label: event.target.value === "" ? null : toQuotable(event.target.value) })}
            />
          </div>
        </details>
        {onRemove && (
          <Button variant="danger" icon={<Trash2 size={18} aria-hidden="true" />} onClick={onRemove}>
            {t`Remove these sets`}
          </Button>
        )}
      </div>
    </details>
  );
}

function goalFields(goal: Goal, { low, goal: before }: SetGroup): Partial<SetGroup> {
  const was_counted = before === "reps" || before === "amrap" || before === "rm" || before === "total";
  switch (goal) {
    case "max":
    case "climb":
      return { goal, low: 1, high: 1 };
    case "seconds":
      return { goal, low: 30, high: 30 };
    case "metres":
      return { goal, low: 400, high: 400 };
    case "total":
      return { goal, low: 50, high: 50 };
    case "reps":
    case "amrap":
    case "rm": {
      const reps = was_counted && low <= 30 ? low : 5;
      return { goal, low: reps, high: reps };
    }
  }
}
