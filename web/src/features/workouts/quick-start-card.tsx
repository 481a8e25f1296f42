import { Trans, useLingui } from "@lingui/react/macro";
import { Play, Sparkles } from "lucide-react";
import { useState } from "react";
import { useLive } from "@/db/use-live.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { MUSCLE_NAMES } from "@/features/exercises/vocabulary.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { useTemplates } from "@/features/programs/queries.ts";
import { addDays } from "@/lib/clock.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { List, Row } from "@/ui/list.tsx";
import { suggestTraining, type Suggestion } from "./quick-start.ts";
import type { Source } from "./start-workout.ts";
import styles from "./train.module.css";

const LOOKED_BACK_DAYS = 28;

interface QuickStartProps {
  readonly exercises: ExerciseMap | undefined;
  readonly onStart: (source: Source) => void;
}

/** "What shall I train?" answered on the device, when asked. */
export function QuickStart({ exercises, onStart }: QuickStartProps) {
  const { t } = useLingui();
  const { today } = useFormat();
  const [asked, setAsked] = useState(false);
  const templates = useTemplates();
  const recent = useLive(
    (db) => (asked ? db.workouts.where("local_date").aboveOrEqual(addDays(today, -LOOKED_BACK_DAYS)).toArray() : []),
    [asked, today],
  );
  if (!asked) {
    return (
      <List>
        <Row onPress={() => setAsked(true)} leading={<Sparkles size={22} aria-hidden="true" />} title={t`What shall I train?`} />
      </List>
    );
  }
  const suggestion = recent && templates && exercises ? suggestTraining(recent, templates, exercises, today) : undefined;
  return (
    <Card title={t`What shall I train?`}>
      <div role="status">
        {suggestion === null && (
          <p className={styles.muted}>
            <Trans>Nothing was trained in the last four weeks: anything is a good start.</Trans>
          </p>
        )}
        {suggestion && <Rested suggestion={suggestion} />}
      </div>
      {suggestion?.template && (
        <Button
          variant="primary"
          wide
          icon={<Play size={18} fill="currentColor" aria-hidden="true" />}
          onClick={() => suggestion.template && onStart({ kind: "template", template: suggestion.template })}
        >
          {suggestion.template.name}
        </Button>
      )}
      {suggestion && suggestion.exercise_ids.length > 0 && exercises && (
        <Button
          wide
          icon={<Play size={18} aria-hidden="true" />}
          onClick={() => onStart({ kind: "exercises", exercise_ids: suggestion.exercise_ids })}
        >
          {suggestion.exercise_ids.map((id) => exercises.get(id)?.name ?? "").join(", ")}
        </Button>
      )}
    </Card>
  );
}

function Rested({ suggestion }: { readonly suggestion: Suggestion }) {
  const { t, i18n } = useLingui();
  const said = suggestion.rested.map(({ muscle, days }) => {
    const name = i18n._(MUSCLE_NAMES[muscle]);
    return days === null ? t`${name} (not in four weeks)` : t`${name} (${days} days)`;
  });
  return (
    <p className={styles.muted}>
      <Trans>Rested longest: {said.join(", ")}.</Trans>
    </p>
  );
}
