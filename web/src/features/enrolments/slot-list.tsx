import { useLingui } from "@lingui/react/macro";
import { goalWords, loadWords, slotWords } from "@/features/programs/target-text.ts";
import { reasonSentence } from "@/features/programs/reason-text.ts";
import type { Session } from "@/training/programs/engine.ts";
import type { SlotTargets, Target } from "@/training/programs/targets.ts";
import { useWords, type WordsOf } from "./use-words.ts";
import styles from "./enrolment.module.css";

interface SlotListProps extends WordsOf {
  readonly session: Pick<Session, "slots">;
}

/** Every exercise of a session with its targets; why they are what they are unfolds below. */
export function SlotList({ session, ...of }: SlotListProps) {
  return (
    <ul className={styles.slots}>
      {session.slots.map((slot, index) => (
        // The same track may stand twice in a day; its place is its name.
        // oxlint-disable-next-line react/no-array-index-key
        <SlotItem key={index} slot={slot} {...of} />
      ))}
    </ul>
  );
}

function SlotItem({ slot, ...of }: WordsOf & { readonly slot: SlotTargets }) {
  const { t } = useLingui();
  const words = useWords(of);
  const general = slot.reasons.map((one) => reasonSentence(one, words));
  return (
    <li className={styles.slot}>
      <details>
        <summary className={styles.summary}>
          <span className={styles.exercise}>{words.exerciseName(slot.exercise)}</span>
          <span className={styles.targets}>{slotWords(slot.sets, words)}</span>
        </summary>
        <div className={styles.why}>
          {slot.note !== null && <p>{slot.note}</p>}
          {general.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <ul aria-label={t`Why these weights`}>
            {grouped(slot.sets).map(({ target, count }, index) => (
              // Alike targets are one line; its place is its name.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <strong>
                  {count > 1 && `${count}\u202f×\u202f`}
                  {[goalWords(target, words), loadWords(target, words)].filter(Boolean).join("\u00a0@\u00a0")}
                </strong>
                {target.reasons.map((one) => (
                  <span key={one.code}>{reasonSentence(one, words)}</span>
                ))}
              </li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  );
}

/** Sets with the same target and the same reasons, in their order. */
function grouped(targets: readonly Target[]): readonly { readonly target: Target; readonly count: number }[] {
  const groups: { target: Target; count: number; said: string }[] = [];
  for (const target of targets) {
    const said = JSON.stringify(target);
    const last = groups.at(-1);
    if (last?.said === said) last.count += 1;
    else groups.push({ target, count: 1, said });
  }
  return groups;
}
