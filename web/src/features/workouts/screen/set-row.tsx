import { useLingui } from "@lingui/react/macro";
import { Check, StickyNote, Triangle } from "lucide-react";
import { useEffect, useRef } from "react";
import type { WorkoutSet } from "@/db/documents.ts";
import type { PrescribedSet } from "@/db/program-documents.ts";
import type { RecordEvent } from "@/training/records.ts";
import { classNames } from "@/lib/class-names.ts";
import { formatDuration } from "@/lib/format.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { SetBadge } from "../set-badge.tsx";
import { KIND_NAMES } from "@/features/programs/set-kinds.ts";
import type { SetField } from "../set-limits.ts";
import { recordName } from "../record-text.ts";
import { distanceText, weightIn, weightSign, type SetColumn } from "../set-values.ts";
import { startPad } from "@/ui/pad-text.ts";
import { useActive, useScreen } from "./screen-context.ts";
import { TargetEffort, TargetText } from "./target-text.tsx";
import type { EffortScale } from "./use-effort-scale.ts";
import { useLongPress } from "./use-long-press.ts";
import styles from "./set-rows.module.css";

interface SetRowProps {
  readonly set: WorkoutSet;
  /** From 1, counting every kind. */
  readonly place: number;
  /** Among the working sets; null for other kinds. */
  readonly number: number | null;
  readonly columns: readonly SetColumn[];
  readonly scale: EffortScale;
  readonly is_chosen: boolean;
  readonly is_next: boolean;
  /** It was logged last: the editor asks how hard it was. */
  readonly awaits_effort: boolean;
  readonly record: RecordEvent | null;
  /** What the program asks for; null for rows of one's own. */
  readonly target: PrescribedSet | null;
}

const FIELD_OF: Readonly<Record<Exclude<SetColumn, "effort">, SetField>> = {
  weight: "weight",
  reps: "reps",
  duration: "duration_s",
  distance: "distance",
};
/** A second tap this soon after one that logged is a finger that bounced [ms]. */
const BOUNCE_MS = 450;

/** One set: badge, numbers, and a button as wide as a third of the row. */
export function SetRow({ set, place, number, columns, scale, is_chosen, is_next, awaits_effort, record, target }: SetRowProps) {
  const { t, i18n } = useLingui();
  const { sets, setView, view, openSheet } = useScreen();
  const logged_at_ms = useRef(0);
  const kind = i18n._(KIND_NAMES[set.kind]);
  const side = set.side === "left" ? t`left` : set.side === "right" ? t`right` : null;
  const said = [t`Set ${place}`, kind, side].filter(Boolean).join(", ");
  const choose = () =>
    setView({ set_id: set.id, logged_id: null, pad: null, scope: view.scope?.set_id === set.id ? view.scope : null });
  const openMenu = () => {
    choose();
    openSheet("set");
  };
  const openField = (field: SetField) => {
    // The first tap chooses the row, the second types into it.
    if (!is_chosen || view.logged_id !== null) return choose();
    const value = set[field];
    setView({ pad: { set_id: set.id, field, text: startPad(value) } });
  };
  const toggle = () => {
    if (set.completed) {
      if (performance.now() - logged_at_ms.current > BOUNCE_MS) sets.unlog(set);
      return;
    }
    if (sets.log(set)) logged_at_ms.current = performance.now();
    else
      setView({
        set_id: set.id,
        logged_id: null,
        pad: { set_id: set.id, field: missingField(set, columns), text: startPad(null) },
      });
  };
  const nameOf = (column: Exclude<SetColumn, "effort">) =>
    ({ weight: t`weight`, reps: t`reps`, duration: t`time`, distance: t`distance` })[column];
  const longPress = useLongPress(openMenu);
  const row = useRef<HTMLTableRowElement>(null);
  const is_typed = view.pad?.set_id === set.id;
  useEffect(() => {
    // The pad takes room from the table; the row it is for stays in sight.
    if (is_chosen || is_typed) row.current?.scrollIntoView({ block: "nearest" });
  }, [is_chosen, is_typed]);
  return (
    <tr
      ref={row}
      className={styles.row}
      data-kind={set.kind}
      data-done={set.completed || undefined}
      data-next={is_next || undefined}
      data-chosen={is_chosen || undefined}
      {...longPress}
    >
      <th scope="row" className={styles.badgeCell}>
        <button type="button" className={styles.badgeButton} onClick={openMenu}>
          <VisuallyHidden>{t`${said}. Change`}</VisuallyHidden>
          <span aria-hidden="true">
            <SetBadge kind={set.kind} number={number} />
          </span>
          {side !== null && (
            <span className={styles.side} aria-hidden="true">
              {side.charAt(0).toLocaleUpperCase(i18n.locale)}
            </span>
          )}
          {set.notes !== "" && <StickyNote size={12} className={styles.noteMark} aria-hidden="true" />}
        </button>
      </th>
      {columns.map((column) => (
        <td key={column} data-column={column}>
          {column === "effort" ? (
            <button
              type="button"
              className={classNames(styles.effort, awaits_effort && styles.awaited)}
              onClick={() => setView({ set_id: set.id, logged_id: set.completed ? set.id : null, pad: null })}
            >
              <VisuallyHidden>{t`Effort of set ${place}`}</VisuallyHidden>
              <EffortText set={set} scale={scale} />
              {target && <TargetEffort target={target} scale={scale} />}
            </button>
          ) : (
            <button type="button" className={styles.value} onClick={() => openField(FIELD_OF[column])}>
              <VisuallyHidden>
                {said}: {nameOf(column)}
              </VisuallyHidden>
              <ValueText set={set} column={column} />
              {target && <TargetText set={set} target={target} column={column} />}
            </button>
          )}
        </td>
      ))}
      <td className={styles.doneCell}>
        <button
          type="button"
          className={styles.done}
          aria-pressed={set.completed}
          aria-label={set.completed ? t`${said}: done. Take back` : t`${said}: log`}
          onClick={toggle}
        >
          {record !== null && (
            <span className={styles.record}>
              <Triangle size={12} fill="currentColor" aria-hidden="true" />
              <VisuallyHidden>{recordName(record, i18n)}</VisuallyHidden>
            </span>
          )}
          <span className={styles.mark}>
            <Check size={20} strokeWidth={3} aria-hidden="true" />
            {!set.completed && is_next && <span className={styles.log}>{t`Log`}</span>}
          </span>
        </button>
      </td>
    </tr>
  );
}

function ValueText({ set, column }: { readonly set: WorkoutSet; readonly column: SetColumn }) {
  const { format } = useScreen();
  const { tracking, unit } = useActive();
  const text = valueText();
  return text === null ? <span className={styles.none}>–</span> : text;

  function valueText(): string | null {
    switch (column) {
      case "weight": {
        const weight = weightIn(set, unit, format);
        return weight === null ? null : weightSign(set, tracking) + weight;
      }
      case "reps":
        return set.reps === null ? null : format.number(set.reps);
      case "duration":
        return set.duration_s === null ? null : formatDuration(set.duration_s);
      case "distance":
        return distanceText(set, format);
      case "effort":
        return null;
    }
  }
}

function EffortText({ set, scale }: { readonly set: WorkoutSet; readonly scale: EffortScale }) {
  const { format } = useScreen();
  const rpe = set.rpe ?? (set.rir === null ? null : 10 - set.rir);
  if (rpe === null) return <span className={styles.none}>–</span>;
  return format.number(scale === "rir" ? (set.rir ?? 10 - rpe) : rpe, 1);
}

/** What a row still needs before it can be logged. */
function missingField(set: WorkoutSet, columns: readonly SetColumn[]): SetField {
  const column = columns.find((one) => one !== "effort" && set[FIELD_OF[one]] === null);
  return column === undefined || column === "effort" ? "reps" : FIELD_OF[column];
}
