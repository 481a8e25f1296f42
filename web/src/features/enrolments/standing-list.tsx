import { useLingui } from "@lingui/react/macro";
import { ArrowLeftRight } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import { reasonSentence } from "@/features/programs/reason-text.ts";
import { IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import type { Running } from "./run.ts";
import { historyOf, standingsOf, type LiftStanding, type Standing } from "./standings.ts";
import { useNoteFact } from "./use-note-fact.ts";
import { useStandingName } from "./use-standing-name.ts";
import { useWords, wordsOf } from "./use-words.ts";
import { LazyPicker } from "./lazy-picker.tsx";
import styles from "./enrolment.module.css";

// With the history of a number, which is looked at now and then.
const StandingDialog = lazy(async () => ({ default: (await import("./standing-dialog.tsx")).StandingDialog }));

/** Training maxes and weights with the reason of each; a tap shows where it came from and changes it. */
export function StandingList({ running }: { readonly running: Running }) {
  const { t } = useLingui();
  const words = useWords(wordsOf(running));
  const nameOf = useStandingName();
  const { note } = useNoteFact(running.enrolment);
  const [open, setOpen] = useState<Standing | null>(null);
  const lifts = standingsOf(running).filter(({ numbers }) => numbers.length > 0);
  if (lifts.length === 0) return null;
  return (
    <Card title={t`Your numbers`}>
      <div className={styles.stack}>
        {lifts.map((lift) => (
          <Lift key={lift.lift} running={running} standing={lift} onOpen={setOpen} />
        ))}
      </div>
      {open && (
        <Suspense fallback={null}>
          <StandingDialog
            running={running}
            standing={open}
            name={nameOf(open)}
            words={words}
            readHistory={() => historyOf(running, open.key)}
            note={note}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </Card>
  );
}

interface LiftProps {
  readonly running: Running;
  readonly standing: LiftStanding;
  readonly onOpen: (number: Standing) => void;
}

function Lift({ running, standing, onOpen }: LiftProps) {
  const { t } = useLingui();
  const words = useWords(wordsOf(running));
  const { note } = useNoteFact(running.enrolment);
  const [swapping, setSwapping] = useState(false);
  const name = words.exerciseName(standing.exercise);
  const swap = (exercise_id: string) => {
    setSwapping(false);
    const exercise = textOf(running, exercise_id);
    void note("swap", { lift: standing.lift, exercise: exercise === standing.planned ? "" : exercise }, t`Exercise swapped`);
  };
  return (
    <section className={styles.lift} aria-label={name}>
      <div className={styles.liftHead}>
        <h3>{name}</h3>
        <IconButton
          label={t`Swap ${name} in this program`}
          icon={<ArrowLeftRight size={20} aria-hidden="true" />}
          onClick={() => setSwapping(true)}
        />
      </div>
      {standing.numbers.map((number) => (
        <NumberButton key={number.key} running={running} number={number} onOpen={onOpen} />
      ))}
      {swapping && (
        <LazyPicker
          title={t`Instead of ${name}`}
          current_id={running.exerciseOf(standing.exercise)?.id ?? null}
          onClose={() => setSwapping(false)}
          onPick={swap}
        />
      )}
    </section>
  );
}

/** What a program's facts call an exercise: the text that was chosen for it, else its id, which finds it too. */
function textOf({ enrolment, plan, exerciseOf }: Running, exercise_id: string): string {
  const chosen = Object.entries(enrolment.exercises).find(([, id]) => id === exercise_id)?.[0];
  const planned = [...plan.lifts.values()].find(({ exercise }) => exerciseOf(exercise)?.id === exercise_id)?.exercise;
  return chosen ?? planned ?? exercise_id;
}

function NumberButton({ running, number, onOpen }: Omit<LiftProps, "standing"> & { readonly number: Standing }) {
  const format = useFormat();
  const words = useWords(wordsOf(running));
  const nameOf = useStandingName();
  return (
    <button type="button" className={styles.number} onClick={() => onOpen(number)}>
      <span>{nameOf(number)}</span>
      <span className={styles.value}>
        {number.value === null ? "–" : format.number(number.value)}
        {number.kind === "reps" ? "" : `\u00a0${running.enrolment.unit}`}
      </span>
      {number.why && <span className={styles.reason}>{reasonSentence(number.why, words)}</span>}
    </button>
  );
}
