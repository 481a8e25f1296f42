import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, Minus, Sparkles } from "lucide-react";
import type { Workout } from "@/db/documents.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { quantityWords, reasonSentence } from "@/features/programs/reason-text.ts";
import type { Change, Direction } from "@/training/programs/changes.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { addFacts, deleteFacts, newFact } from "./commands.ts";
import { useEnrolment } from "./queries.ts";
import type { Running } from "./run.ts";
import { useWords, wordsOf } from "./use-words.ts";
import { changesOf } from "./workout-changes.ts";
import styles from "./what-changes.module.css";

/** What a workout changes in its program: each number with its reason, and a way to keep it as it was. */
export function WhatChanges({ workout }: { readonly workout: Workout }) {
  const { t } = useLingui();
  const state = useEnrolment(workout.program?.enrolment_id ?? "");
  if (!state?.running) return null;
  const changes = changesOf(state.running, workout);
  const moved = changes.filter(({ direction, is_suppressed }) => direction !== "stayed" || is_suppressed);
  const stayed = changes.filter((change) => !moved.includes(change));
  return (
    <Card title={t`What changes next`}>
      {moved.length === 0 && <p className={styles.muted}>{t`Nothing: the weights stay as they are.`}</p>}
      <ChangeList changes={moved} running={state.running} workout={workout} />
      {stayed.length > 0 && (
        <details>
          <summary className={styles.summary}>
            <Plural value={stayed.length} one="# number stays" other="# numbers stay" />
          </summary>
          <ChangeList changes={stayed} running={state.running} workout={workout} />
        </details>
      )}
    </Card>
  );
}

interface ListProps {
  readonly changes: readonly Change[];
  readonly running: Running;
  readonly workout: Workout;
}

function ChangeList({ changes, running, workout }: ListProps) {
  return (
    <ul className={styles.list}>
      {changes.map((change) => (
        <ChangeItem key={`${change.track} ${change.lift} ${change.what}`} change={change} running={running} workout={workout} />
      ))}
    </ul>
  );
}

function ChangeItem({ change, running, workout }: { readonly change: Change } & Omit<ListProps, "changes">) {
  const { t } = useLingui();
  const words = useWords(wordsOf(running));
  const format = useFormat();
  const { lift, track, what, before, after, reason, direction, is_suppressed } = change;
  const exercise = words.exerciseName(running.state.lifts.get(lift)?.exercise ?? lift);
  const label = track.slice(lift.length + 1);
  const number = (value: number | null) => (value === null ? t`none` : format.number(value));
  const unit = what === "reps" || what === "stage" ? "" : `\u00a0${running.enrolment.unit}`;
  const name = what === "weight" ? label : [label, quantityWords(what, words)].filter(Boolean).join(" · ");
  const can_suppress = change.by !== "" && (direction !== "stayed" || is_suppressed);
  return (
    <li className={styles.item} data-suppressed={is_suppressed || undefined}>
      <DirectionIcon direction={is_suppressed ? "stayed" : direction} />
      <div className={styles.texts}>
        <p className={styles.exercise}>
          {exercise} {name !== "" && <span className={styles.track}>{name}</span>}
        </p>
        <p className={styles.value}>
          {direction === "stayed" || is_suppressed ? (
            `${number(after)}${unit}`
          ) : (
            <>
              {number(before)} → <strong>{`${number(after)}${unit}`}</strong>
            </>
          )}
        </p>
        {reason && <p className={styles.muted}>{reasonSentence(reason, words)}</p>}
      </div>
      {can_suppress && <Suppress change={change} running={running} workout={workout} />}
    </li>
  );
}

function Suppress({ change, running, workout }: { readonly change: Change } & Omit<ListProps, "changes">) {
  const { t } = useLingui();
  const { time_zone } = useFormat();
  const { id, facts } = running.enrolment;
  const own = facts.filter(
    ({ kind, track, workout_id }) => kind === "suppress" && workout_id === workout.id && (track === change.by || track === ""),
  );
  const toggle = async () => {
    try {
      if (own.length > 0)
        await deleteFacts(
          id,
          own.map((fact) => fact.id),
        );
      else await addFacts(id, [newFact("suppress", time_zone, { track: change.by, workout_id: workout.id })]);
    } catch {
      showToast(t`This device could not store the change.`, { tone: "danger" });
    }
  };
  return (
    <Button aria-pressed={own.length > 0} onClick={() => void toggle()}>
      {own.length > 0 ? <Trans>Kept</Trans> : <Trans>Keep as is</Trans>}
    </Button>
  );
}

function DirectionIcon({ direction }: { readonly direction: Direction }) {
  const { t } = useLingui();
  const icon = { size: 18, role: "img" } as const;
  if (direction === "rose") return <ArrowUp {...icon} className={styles.rose} aria-label={t`rises`} />;
  if (direction === "fell") return <ArrowDown {...icon} className={styles.fell} aria-label={t`falls`} />;
  if (direction === "new") return <Sparkles {...icon} className={styles.rose} aria-label={t`new`} />;
  return <Minus {...icon} className={styles.same} aria-label={t`stays`} />;
}
