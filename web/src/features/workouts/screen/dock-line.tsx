import { useLingui } from "@lingui/react/macro";
import { Triangle, Undo2 } from "lucide-react";
import type { WorkoutSet } from "@/db/documents.ts";
import { setPhrase } from "../set-values.ts";
import { hasScope, type Scope } from "../set-scope.ts";
import { useActive, useScreen } from "./screen-context.ts";
import { targetsOfSets } from "../targets.ts";
import { useReason } from "./use-reason.ts";
import { WhyTarget } from "./target-text.tsx";
import styles from "./set-dock.module.css";

/** One quiet line over the steppers: how far a change reaches, what was just logged, or why these numbers. */
export function DockLine({ set }: { readonly set: WorkoutSet }) {
  const { view } = useScreen();
  const scope = view.scope?.set_id === set.id && hasScope(view.scope.before, set.id) ? view.scope : null;
  return (
    <div className={styles.line}>
      {scope ? <ScopeChoice scope={scope.scope} /> : view.logged_id ? <Logged set_id={view.logged_id} /> : <Why set={set} />}
    </div>
  );
}

function ScopeChoice({ scope }: { readonly scope: Scope }) {
  const { t } = useLingui();
  const { sets } = useScreen();
  const choices: readonly { readonly value: Scope; readonly label: string }[] = [
    { value: "this", label: t`this` },
    { value: "remaining", label: t`remaining` },
    { value: "all", label: t`all sets` },
  ];
  return (
    <div className={styles.scope} role="radiogroup" aria-label={t`The new weight is for`}>
      <span className={styles.muted}>{t`Weight for`}</span>
      {choices.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={value === scope}
          className={styles.scopeButton}
          onClick={() => sets.rescope(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function Logged({ set_id }: { readonly set_id: string }) {
  const { t } = useLingui();
  const { workout, exercises, format, sets, setView } = useScreen();
  const { unit } = useActive();
  const entry = workout.exercises.find((one) => one.sets.some((set) => set.id === set_id));
  const set = entry?.sets.find((one) => one.id === set_id);
  const reason = useReason(set ?? null);
  if (!entry || !set) return null;
  const exercise = exercises?.get(entry.exercise_id);
  const phrase = setPhrase(set, exercise?.tracking ?? "weight_reps", exercise?.weight_unit ?? unit, format);
  return (
    <>
      {reason?.is_record ? (
        <span className={styles.recordLine}>
          <Triangle size={12} fill="currentColor" aria-hidden="true" />
          <span className={styles.clip}>{reason.text}</span>
        </span>
      ) : (
        <span className={styles.muted}>{t`Logged: ${phrase}`}</span>
      )}
      <button
        type="button"
        className={styles.undo}
        onClick={() => {
          setView({ entry_id: entry.id });
          sets.unlog(set);
        }}
      >
        <Undo2 size={16} aria-hidden="true" />
        {t`Undo`}
      </button>
    </>
  );
}

function Why({ set }: { readonly set: WorkoutSet }) {
  const { entry } = useActive();
  const reason = useReason(set);
  const target = targetsOfSets(entry.prescription, entry.sets).get(set.id);
  if (target && entry.prescription && !reason?.is_record) return <WhyTarget target={target} unit={entry.prescription.unit} />;
  if (!reason) return null;
  return (
    <span className={reason.is_record ? styles.recordLine : styles.muted}>
      {reason.is_record && <Triangle size={12} fill="currentColor" aria-hidden="true" />}
      <span className={styles.clip}>{reason.text}</span>
    </span>
  );
}
