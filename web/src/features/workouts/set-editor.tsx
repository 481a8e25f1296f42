import { useLingui } from "@lingui/react/macro";
import { Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import type { Format } from "@/features/auth/use-format.ts";
import type { Tracking } from "@/training/sets.ts";
import { fromKg, toKg, type WeightUnit } from "@/training/units.ts";
import { roundTo } from "@/lib/decimal.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { DurationField } from "./duration-field.tsx";
import { NumberCell } from "./number-cell.tsx";
import { SetBadge } from "./set-badge.tsx";
import { SetMenu } from "./set-menu.tsx";
import { KIND_NAMES, numberSets, SET_KINDS } from "./set-kinds.ts";
import { ColumnName } from "./set-table.tsx";
import { columnsOf, type DistanceUnit, type SetColumn } from "./set-values.ts";
import { changeSet, move, nextKind, nextSet, removeSet, type DraftExercise, type DraftSet } from "./workout-draft.ts";
import styles from "./set-editor.module.css";

interface SetEditorProps {
  /** The exercise's name. */
  readonly name: string;
  readonly entry: DraftExercise;
  readonly tracking: Tracking;
  readonly unit: WeightUnit;
  readonly format: Format;
  readonly onEntry: (change: (entry: DraftExercise) => DraftExercise) => void;
}

/** The set table to write in: tap a badge to change the kind, type numbers into the cells. */
export function SetEditor({ name, entry, tracking, unit, format, onEntry }: SetEditorProps) {
  const { t } = useLingui();
  const [open_set_id, setOpenSetId] = useState<string | null>(null);
  const values = entry.sets.map((set) => ({ ...set, load_kg: null, distance_m: null }));
  const columns = [
    ...new Set<SetColumn>([...columnsOf(tracking, values), ...(tracking === "bodyweight_reps" ? (["weight"] as const) : [])]),
  ];
  const ordered = (["weight", "distance", "duration", "reps", "effort"] as const).filter(
    (column) => columns.includes(column) || column === "effort",
  );
  const numbers = numberSets(entry.sets);
  const open_index = entry.sets.findIndex((set) => set.id === open_set_id);
  const open_set = entry.sets[open_index];
  return (
    <>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{t`Sets of ${name}`}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={styles.badgeHead}>
              {t`Set`}
            </th>
            {ordered.map((column) => (
              <th key={column} scope="col">
                <ColumnName column={column} tracking={tracking} unit={unit} />
              </th>
            ))}
            <th scope="col" className={styles.menuHead}>
              <VisuallyHidden>{t`More`}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.sets.map((set, index) => (
            <EditRow
              key={set.id}
              set={set}
              index={index}
              number={numbers[index] ?? null}
              columns={ordered}
              tracking={tracking}
              unit={unit}
              format={format}
              onChange={(change) => onEntry((current) => changeSet(current, set.id, change))}
              onMenu={() => setOpenSetId(set.id)}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.add}>
        <Button
          variant="quiet"
          icon={<Plus size={18} aria-hidden="true" />}
          onClick={() => onEntry((current) => ({ ...current, sets: [...current.sets, nextSet(current.sets)] }))}
        >
          {t`Add set`}
        </Button>
      </div>
      {open_set && (
        <SetMenu
          set={open_set}
          number={open_index + 1}
          is_first={open_index === 0}
          is_last={open_index === entry.sets.length - 1}
          onClose={() => setOpenSetId(null)}
          onChange={(change) => onEntry((current) => changeSet(current, open_set.id, change))}
          onMove={(by) => onEntry((current) => ({ ...current, sets: move(current.sets, open_index, open_index + by) }))}
          onRemove={() => {
            setOpenSetId(null);
            onEntry((current) => removeSet(current, open_set.id));
          }}
        />
      )}
    </>
  );
}

interface EditRowProps extends Pick<SetEditorProps, "tracking" | "unit" | "format"> {
  readonly set: DraftSet;
  readonly index: number;
  readonly number: number | null;
  readonly columns: readonly SetColumn[];
  readonly onChange: (change: Partial<DraftSet>) => void;
  readonly onMenu: () => void;
}

function EditRow({ set, index, number, columns, tracking, unit, format, onChange, onMenu }: EditRowProps) {
  const { t, i18n } = useLingui();
  const place = index + 1;
  const kind = i18n._(KIND_NAMES[set.kind]);
  return (
    <>
      <tr>
        <th scope="row" className={styles.badgeCell}>
          <button
            type="button"
            className={styles.badgeButton}
            aria-label={t`Set ${place}: ${kind}. Change kind`}
            onClick={() => onChange({ kind: nextKind(set.kind, SET_KINDS) })}
          >
            <SetBadge kind={set.kind} number={number} />
          </button>
        </th>
        {columns.map((column) => (
          <td key={column}>
            <EditCell column={column} set={set} place={place} tracking={tracking} unit={unit} format={format} onChange={onChange} />
          </td>
        ))}
        <td className={styles.menuCell}>
          <IconButton label={t`More about set ${place}`} icon={<Ellipsis size={20} aria-hidden="true" />} onClick={onMenu} />
        </td>
      </tr>
      {set.notes !== "" && (
        <tr>
          <td />
          <td colSpan={columns.length + 1} className={styles.note}>
            {set.notes}
          </td>
        </tr>
      )}
    </>
  );
}

interface EditCellProps extends Pick<SetEditorProps, "tracking" | "unit" | "format"> {
  readonly column: SetColumn;
  readonly set: DraftSet;
  readonly place: number;
  readonly onChange: (change: Partial<DraftSet>) => void;
}

function EditCell({ column, set, place, tracking, unit, format, onChange }: EditCellProps) {
  const { t } = useLingui();
  switch (column) {
    case "weight":
      return (
        <NumberCell
          label={t`Weight of set ${place}, ${unit}`}
          value={shownWeight(set, unit)}
          min={tracking === "bodyweight_reps" ? -500 : 0}
          max={2000}
          digits={2}
          step={unit === "kg" ? 2.5 : 5}
          onValue={(weight) => onChange({ weight, weight_unit: weight === null ? null : unit })}
        />
      );
    case "reps":
      return (
        <NumberCell
          label={t`Reps of set ${place}`}
          value={set.reps}
          min={0}
          max={2000}
          digits={0}
          step={1}
          onValue={(reps) => onChange({ reps })}
        />
      );
    case "duration":
      return (
        <DurationField
          label={t`Time of set ${place}`}
          value_s={set.duration_s}
          onValue={(duration_s) => onChange({ duration_s })}
        />
      );
    case "distance": {
      const distance_unit: DistanceUnit = set.distance_unit ?? (tracking === "weight_distance" ? "m" : format.distance_unit);
      return (
        <span className={styles.withUnit}>
          <NumberCell
            label={t`Distance of set ${place}, ${distance_unit}`}
            value={set.distance}
            min={0}
            max={1_000_000}
            digits={3}
            step={distance_unit === "m" ? 10 : 0.1}
            onValue={(distance) => onChange({ distance, distance_unit: distance === null ? null : distance_unit })}
          />
          <span className={styles.unit}>{distance_unit}</span>
        </span>
      );
    }
    case "effort":
      return (
        <NumberCell
          label={t`RPE of set ${place}`}
          value={set.rpe ?? (set.rir === null ? null : 10 - set.rir)}
          min={1}
          max={10}
          digits={1}
          step={0.5}
          onValue={(rpe) => onChange({ rpe, rir: null })}
        />
      );
  }
}

/** As typed in its own unit; converted only for display in another. */
function shownWeight(set: DraftSet, unit: WeightUnit): number | null {
  if (set.weight === null || set.weight_unit === null || set.weight_unit === unit) return set.weight;
  return roundTo(fromKg(toKg(set.weight, set.weight_unit), unit), 2);
}
