import { useLingui } from "@lingui/react/macro";
import { WORK_LOAD, type Load, type LoadKind, type SetGroup } from "@/training/programs/model.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Select } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import styles from "./builder.module.css";

const EFFORTS = ["rpe", "rir"] as const;

interface LoadValueProps {
  readonly group: SetGroup;
  readonly unit: WeightUnit;
  readonly change: (fields: Partial<SetGroup>) => void;
}

/** The number that a kind of weight needs: a percentage, a weight, an effort. */
export function LoadValue({ group, unit, change }: LoadValueProps) {
  const { t } = useLingui();
  const { load } = group;
  const setLoad = (fields: Partial<Load>) => change({ load: { ...load, ...fields } });
  switch (load.kind) {
    case "percent":
      return (
        <div className={styles.pair}>
          <NumberField
            plain
            label={t`Per cent`}
            unit="%"
            value={load.percent}
            min={1}
            max={1000}
            step={2.5}
            onValue={(percent) => setLoad({ percent: percent ?? 70 })}
          />
          <Select
            label={t`of`}
            value={load.of}
            options={percentOptions(load.of, {
              "": t`training max, else 1RM`,
              "1rm": t`1RM`,
              e1rm: t`estimated 1RM`,
              weight: t`working weight`,
              top: t`today’s top set`,
            })}
            onValue={(of) => setLoad({ of })}
          />
        </div>
      );
    case "fixed":
      return (
        <NumberField
          label={t`Weight`}
          unit={unit}
          value={load.weight?.[unit] ?? null}
          min={0}
          max={1000}
          step={2.5}
          onValue={(value) => setLoad({ weight: { kg: null, lb: null, ...load.weight, [unit]: value ?? 0 } })}
        />
      );
    case "effort":
      return (
        <>
          {EFFORTS.map(
            (name) =>
              group[name] !== null && (
                <NumberField
                  key={name}
                  label={name === "rpe" ? t`RPE` : t`Reps in reserve`}
                  value={group[name]}
                  min={name === "rpe" ? 1 : 0}
                  max={10}
                  step={0.5}
                  digits={1}
                  onValue={(value) => change({ [name]: Math.round((value ?? 8) * 2) / 2 })}
                />
              ),
          )}
        </>
      );
    case "work":
    case "formula":
    case "ask":
    case "bodyweight":
      return null;
  }
}

/** A share of another lift's quantity is kept where the text has one. */
function percentOptions(current: string, names: Readonly<Record<string, string>>) {
  const options = Object.entries(names).map(([value, label]) => ({ value, label }));
  return current in names ? options : [...options, { value: current, label: current }];
}

/** What becomes of a group of sets when its weight comes from elsewhere. */
export function loadFields(kind: LoadKind | "rpe" | "rir", group: SetGroup, unit: WeightUnit): Partial<SetGroup> {
  const none = { rpe: null, rir: null };
  switch (kind) {
    case "rpe":
    case "effort":
      return { ...none, rpe: 8, load: { ...WORK_LOAD, kind: "effort" } };
    case "rir":
      return { ...none, rir: 2, load: { ...WORK_LOAD, kind: "effort" } };
    case "percent":
      return { ...none, load: { ...WORK_LOAD, kind, percent: 75 } };
    case "fixed":
      return { ...none, load: { ...WORK_LOAD, kind, weight: { kg: null, lb: null, [unit]: unit === "kg" ? 20 : 45 } } };
    case "formula":
      return { load: group.load };
    case "work":
    case "ask":
    case "bodyweight":
      return { ...none, load: { ...WORK_LOAD, kind } };
  }
}
