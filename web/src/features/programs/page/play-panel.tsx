import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { RotateCcw, TriangleAlert } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import type { Plan } from "@/training/programs/plan.ts";
import { neededStarts } from "@/training/programs/starts.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/states.tsx";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { useProgramLoading } from "../model/use-program-loading.ts";
import { useOwnNumbers } from "./own-numbers.ts";
import styles from "./page.module.css";
import { playWeeks, type Results } from "./play.ts";
import { PlayedSession } from "./played-session.tsx";
import { StartNumbers } from "./start-numbers.tsx";
import { WeekChooser } from "./week-chooser.tsx";

const FIRST_WEEKS = 4;
const MORE_WEEKS = 4;
const MOST_WEEKS = 104;

interface PlayPanelProps {
  readonly plan: Plan;
  readonly texts: ExerciseTexts;
}

/** Every session ahead with one's own numbers; what is pretended in one changes all later ones at once. */
export function PlayPanel({ plan, texts }: PlayPanelProps) {
  const { t } = useLingui();
  const { weight_unit: unit } = useFormat();
  const own = useOwnNumbers(plan, texts, unit);
  const loading = useProgramLoading(plan, texts, unit);
  const [typed, setTyped] = useState<Readonly<Record<string, number | null>>>({});
  const [results, setResults] = useState<Results>({});
  const [weeks, setWeeks] = useState(Math.max(FIRST_WEEKS, Math.min(plan.weeks.length, 16)));
  const [chosen, setChosen] = useState(0);
  const needed = neededStarts(plan);
  const starts = Object.fromEntries(
    Object.entries({ ...own, ...typed }).filter((entry): entry is [string, number] => entry[1] !== null && entry[1] !== undefined),
  );
  const asked = useDeferredValue(JSON.stringify([starts, results, weeks]));
  const played = useMemo(() => {
    const [given, outcomes, count] = JSON.parse(asked) as [Record<string, number>, Results, number];
    return playWeeks(plan, { unit, starts: given }, loading, count, outcomes);
  }, [plan, unit, loading, asked]);
  const shown = Math.min(chosen, played.length - 1);
  const week = played[shown];
  const missing = needed.filter((one) => one.is_required && starts[one.key] === undefined).length;
  return (
    <>
      <StartNumbers
        key={own === undefined ? "reading" : "read"}
        needed={needed}
        values={starts}
        own={own}
        texts={texts}
        unit={unit}
        onChange={(key, value) => setTyped({ ...typed, [key]: value })}
      />
      {missing > 0 && (
        <Notice tone="warn" icon={<TriangleAlert size={20} />}>
          <Plural
            value={missing}
            one="One number is missing, so some weights stay open."
            other="# numbers are missing, so some weights stay open."
          />
        </Notice>
      )}
      <WeekChooser
        weeks={played.map(({ cycle, week: number }) =>
          played.at(-1)?.cycle === 1 || !plan.repeats ? t`Week ${number}` : labelOf(cycle, number),
        )}
        chosen={shown}
        onChoose={setChosen}
        onMore={weeks < MOST_WEEKS && played.length >= weeks ? () => setWeeks(Math.min(MOST_WEEKS, weeks + MORE_WEEKS)) : undefined}
      />
      {week && (
        <div className={styles.days}>
          {week.sessions.map(({ number, session }) => (
            <PlayedSession
              key={number}
              number={number}
              session={session}
              results={results}
              texts={texts}
              unit={unit}
              onResults={setResults}
            />
          ))}
        </div>
      )}
      {Object.keys(results).length > 0 && (
        <Button icon={<RotateCcw size={18} aria-hidden="true" />} onClick={() => setResults({})}>
          {t`Everything as prescribed again`}
        </Button>
      )}
      {!week && (
        <Card>
          <p className={styles.muted}>
            <Trans>This program has no sessions.</Trans>
          </p>
        </Card>
      )}
    </>
  );

  function labelOf(cycle: number, number: number): string {
    return plan.weeks.length === 1 ? t`Week ${cycle}` : t`Cycle ${cycle}, week ${number}`;
  }
}
