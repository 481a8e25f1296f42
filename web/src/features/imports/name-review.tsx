import { Trans, useLingui } from "@lingui/react/macro";
import { BadgeCheck, CircleHelp, Plus } from "lucide-react";
import { useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { Card } from "@/ui/card.tsx";
import { Chip } from "@/ui/chip.tsx";
import { Collapsible, CollapsibleList } from "./collapsible.tsx";
import { NameChoice } from "./name-choice.tsx";
import type { NameMatch } from "./queries.ts";
import styles from "./review.module.css";

interface NameReviewProps {
  readonly names: readonly NameMatch[];
  /** Resolves to whether the choice was taken. */
  readonly onAnswer: (names: Record<string, string | null>) => Promise<boolean>;
}

type Decision = NameMatch["decision"];

/** What the file's exercise names mean: the unsure ones open, the rest to be looked through. */
export function NameReview({ names, onAnswer }: NameReviewProps) {
  const { t } = useLingui();
  const format = useFormat();
  const exercises = useExerciseMap();
  // A name stays in the group it was first seen in, so that nothing jumps away under the finger.
  const [first_seen] = useState(() => new Map(names.map((match) => [match.name, match.decision])));
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map());
  const choose = async (name: string, exercise_id: string | null) => {
    setChosen((current) => new Map(current).set(name, exercise_id));
    if (await onAnswer({ [name]: exercise_id })) return;
    setChosen((current) => new Map([...current].filter(([key]) => key !== name)));
  };
  const inGroup = (decision: Decision) =>
    names.filter((match) => (first_seen.get(match.name) ?? match.decision) === decision).toSorted((a, b) => b.sets - a.sets);
  const list = (matches: readonly NameMatch[]) => (
    <ul className={styles.names}>
      {matches.map((match) => (
        <NameChoice
          key={match.name}
          match={match}
          exercise_id={chosen.has(match.name) ? (chosen.get(match.name) ?? null) : match.exercise_id}
          exercises={exercises}
          onChoose={(exercise_id) => void choose(match.name, exercise_id)}
        />
      ))}
    </ul>
  );
  const [unsure, matched, created] = [inGroup("check"), inGroup("matched"), inGroup("create")];
  return (
    <>
      {unsure.length > 0 && (
        <Card
          flush
          title={t`Are these right?`}
          aside={
            <Chip tone="warn" icon={<CircleHelp aria-hidden="true" />}>
              {t`${format.number(unsure.length)} to check`}
            </Chip>
          }
        >
          <p className={styles.intro}>
            <Trans>The best guess is chosen. Change what is wrong; your choices are remembered for the next file.</Trans>
          </p>
          {list(unsure)}
        </Card>
      )}
      {(matched.length > 0 || created.length > 0) && (
        <CollapsibleList>
          {matched.length > 0 && (
            <Collapsible
              flush
              title={t`Exercises recognised`}
              aside={format.number(matched.length)}
              icon={<BadgeCheck size={20} className={styles.good} aria-hidden="true" />}
            >
              {list(matched)}
            </Collapsible>
          )}
          {created.length > 0 && (
            <Collapsible
              flush
              title={t`New exercises`}
              aside={format.number(created.length)}
              icon={<Plus size={20} aria-hidden="true" />}
            >
              <p className={styles.intro}>
                <Trans>The library has nothing like these, so they become exercises of your own. No set is dropped.</Trans>
              </p>
              {list(created)}
            </Collapsible>
          )}
        </CollapsibleList>
      )}
    </>
  );
}
