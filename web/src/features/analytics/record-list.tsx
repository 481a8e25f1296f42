import { useLingui } from "@lingui/react/macro";
import { Triangle } from "lucide-react";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import type { RecordRead } from "@/features/workouts/queries.ts";
import { recordName, recordValue } from "@/features/workouts/record-text.ts";
import { daysBetween } from "@/lib/clock.ts";
import type { WeightUnit } from "@/training/units.ts";
import styles from "./record-list.module.css";

interface RecordListProps {
  readonly records: readonly RecordRead[];
  readonly unitOf: (exercise_id: string) => WeightUnit;
  /** Names of the exercises; null where the page is about one. */
  readonly nameOf: ((exercise_id: string) => string) | null;
  readonly format: Format;
}

/** Records newest first: what, how much, how much more than before, when. */
export function RecordList({ records, unitOf, nameOf, format }: RecordListProps) {
  const { i18n } = useLingui();
  return (
    <ul className={styles.list}>
      {records.map((record) => {
        const unit = unitOf(record.exercise_id);
        const kind = recordName(record, i18n);
        return (
          <li key={`${record.exercise_id}-${record.kind}-${record.reps}-${record.achieved_at}`}>
            <Link href={`/workouts/${record.workout_id}`} className={styles.row}>
              <Triangle size={12} fill="currentColor" className={styles.mark} aria-hidden="true" />
              <span className={styles.texts}>
                <span className={styles.title}>{nameOf ? nameOf(record.exercise_id) : kind}</span>
                <span className={styles.detail}>
                  {nameOf && `${kind} · `}
                  {shortDay(record.local_date, format)}
                </span>
              </span>
              <span className={styles.values}>
                <span className={styles.value}>{recordValue(record, unit, format)}</span>
                <Gain record={record} unit={unit} format={format} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** "Today", "Yesterday", "14 Nov": the weekday of a record matters to nobody. */
function shortDay(date: string, format: Format): string {
  if (daysBetween(date, format.today) < 2) return format.day(date);
  return format.date(date, date.slice(0, 4) === format.today.slice(0, 4) ? "day" : "day_year");
}

function Gain({ record, unit, format }: { readonly record: RecordRead; readonly unit: WeightUnit; readonly format: Format }) {
  if (record.previous_value === null) return null;
  const gain = record.value - record.previous_value;
  const in_kg = record.kind === "load" || record.kind === "e1rm" || record.kind === "assistance" || record.kind === "tonnage";
  return (
    <span className={styles.gain}>
      {in_kg ? format.weightChange(gain, unit) : `+${recordValue({ ...record, value: gain }, unit, format)}`}
    </span>
  );
}
