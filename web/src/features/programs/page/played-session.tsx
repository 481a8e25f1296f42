import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import type { Session } from "@/training/programs/engine.ts";
import type { SlotTargets } from "@/training/programs/targets.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Card } from "@/ui/card.tsx";
import { Chip, FilterChip } from "@/ui/chip.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { useDayTitle } from "../model/use-day-title.ts";
import { reasonSentence, type ReasonWords } from "../reason-text.ts";
import { slotWords } from "../target-text.ts";
import styles from "./page.module.css";
import {
  openReps,
  outcomeOf,
  slotOutcome,
  withOpenReps,
  withOutcome,
  withSlotOutcome,
  type Outcome,
  type Results,
} from "./play.ts";
import { RepsStepper } from "./reps-stepper.tsx";

interface PlayedSessionProps {
  /** Its place among all sessions, from 1. */
  readonly number: number;
  readonly session: Session;
  readonly results: Results;
  readonly texts: ExerciseTexts;
  readonly unit: WeightUnit;
  readonly onResults: (results: Results) => void;
}

/** One session ahead: what it asks for and why, and how it is pretended to go. */
export function PlayedSession({ number, session, results, texts, unit, onResults }: PlayedSessionProps) {
  const { t } = useLingui();
  const titleOf = useDayTitle();
  const given = results[number];
  const outcome = outcomeOf(session, given);
  const skipped = outcome === "skipped";
  return (
    <Card title={titleOf(session.name)} aside={session.is_deload ? <Chip>{t`Deload`}</Chip> : undefined}>
      <Segmented<Outcome | "mixed">
        label={t`How ${session.name} goes`}
        value={outcome ?? "mixed"}
        options={[
          { value: "planned", label: t`As planned` },
          { value: "missed", label: t`Missed` },
          { value: "skipped", label: t`Skipped` },
        ]}
        onValue={(next) => next !== "mixed" && onResults(withOutcome(results, number, session, next))}
      />
      <ul className={styles.slots}>
        {session.slots.map((slot, index) => (
          <li key={index} className={styles.played}>
            <PlayedSlot slot={slot} texts={texts} unit={unit} out={skipped || slotOutcome(slot, given) === "skipped"} />
            {!skipped && (
              <SlotChoices
                slot={slot}
                name={texts.nameOf(slot.exercise)}
                outcome={slotOutcome(slot, given)}
                reps={openReps(slot, given)}
                onOutcome={(next) => onResults(withSlotOutcome(results, number, slot, next))}
                onReps={(reps) => onResults(withOpenReps(results, number, slot, reps))}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface PlayedSlotProps {
  readonly slot: SlotTargets;
  readonly texts: ExerciseTexts;
  readonly unit: WeightUnit;
  /** Left out: shown struck through. */
  readonly out: boolean;
}

function PlayedSlot({ slot, texts, unit, out }: PlayedSlotProps) {
  const { i18n } = useLingui();
  const { locale } = useFormat();
  const words: ReasonWords = { i18n, locale, unit, exerciseName: texts.nameOf };
  const why = [...slot.reasons, ...slot.sets.filter((set) => set.kind !== "warm_up").flatMap((set) => set.reasons)].toSorted(
    (a, b) => Number(b.code === "changed") - Number(a.code === "changed"),
  );
  // What has changed and why comes first; that a number was rounded is a detail.
  const [first, ...others] = [...new Set(why.map((one) => reasonSentence(one, words)))];
  const sentences = [first, ...others];
  return (
    <>
      <span className={styles.slotName}>{texts.nameOf(slot.exercise)}</span>
      <span className={styles.targets} data-out={out || undefined}>
        {slotWords(slot.sets, { i18n, locale, unit })}
      </span>
      {slot.note !== null && <span className={styles.reason}>{slot.note}</span>}
      {first !== undefined && sentences.length === 1 && <span className={styles.reason}>{first}</span>}
      {first !== undefined && sentences.length > 1 && (
        <details className={styles.why}>
          <summary>{first}</summary>
          <ul>
            {others.map((sentence) => (
              <li key={sentence} className={styles.reason}>
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface SlotChoicesProps {
  readonly slot: SlotTargets;
  readonly name: string;
  readonly outcome: Outcome;
  readonly reps: number | null;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onReps: (reps: number) => void;
}

function SlotChoices({ name, outcome, reps, onOutcome, onReps }: SlotChoicesProps) {
  const { t } = useLingui();
  const toggle = (next: Outcome) => () => onOutcome(outcome === next ? "planned" : next);
  return (
    <div className={styles.choices} role="group" aria-label={name}>
      {reps !== null && outcome !== "skipped" && (
        <RepsStepper label={t`Reps of the last set of ${name}`} reps={reps} onReps={onReps} />
      )}
      {reps === null && (
        <FilterChip selected={outcome === "missed"} onToggle={toggle("missed")}>
          {t`Missed`}
        </FilterChip>
      )}
      <FilterChip selected={outcome === "skipped"} onToggle={toggle("skipped")}>
        {t`Left out`}
      </FilterChip>
    </div>
  );
}
