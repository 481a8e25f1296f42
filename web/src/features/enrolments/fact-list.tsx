import { useLingui } from "@lingui/react/macro";
import { Undo2 } from "lucide-react";
import type { EnrolmentFact } from "@/db/program-documents.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { quantityWords } from "@/features/programs/reason-text.ts";
import { IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import type { Running } from "./run.ts";
import { useNoteFact } from "./use-note-fact.ts";
import { useWords, wordsOf } from "./use-words.ts";
import styles from "./enrolment.module.css";

/** What departed from the program so far, newest first; each can be taken back and everything after it follows. */
export function FactList({ running }: { readonly running: Running }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useWords(wordsOf(running));
  const { takeBack } = useNoteFact(running.enrolment);
  const facts = running.enrolment.facts.toReversed();
  if (facts.length === 0) return null;
  const dayName = (week: number, day: number) => running.plan.weeks[week - 1]?.[day - 1]?.name ?? "";
  const text = (fact: EnrolmentFact): string => {
    switch (fact.kind) {
      case "skip":
        return t`Skipped ${dayName(fact.week, fact.day)}`;
      case "repeat":
        return t`The last day once more`;
      case "move": {
        const [week, day] = [fact.week, dayName(fact.week, fact.day)];
        return t`Went to week ${week}, ${day}`;
      }
      case "break": {
        const percent = format.number(fact.value);
        return t`Break: ${percent} % lighter`;
      }
      case "set": {
        const [what, value] = [quantityWords(fact.key, words), format.number(fact.value)];
        return t`Set by hand: ${what} = ${value}`;
      }
      case "swap": {
        const planned = running.plan.lifts.get(fact.lift)?.exercise ?? fact.lift;
        const [now, before] = [words.exerciseName(fact.exercise || planned), words.exerciseName(planned)];
        return fact.exercise === "" ? t`Back to ${before}` : t`${now} instead of ${before}`;
      }
      case "suppress":
        return fact.track === "" ? t`A workout's changes kept away` : t`Change of ${quantityWords(fact.track, words)} kept away`;
      case "edition": {
        const number = running.versions.find(({ id }) => id === fact.program_version_id)?.number ?? 0;
        return t`Moved to edition ${number}`;
      }
    }
  };
  return (
    <Card title={t`What you changed`}>
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={fact.id} className={styles.fact}>
            <div>
              <p>{text(fact)}</p>
              <p className={styles.muted}>{format.day(fact.date)}</p>
            </div>
            <IconButton
              label={t`Take back: ${text(fact)}`}
              icon={<Undo2 size={20} aria-hidden="true" />}
              onClick={() => void takeBack(fact)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
