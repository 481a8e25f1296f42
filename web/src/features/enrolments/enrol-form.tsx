import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { useLive } from "@/db/use-live.ts";
import { useProfile } from "@/features/auth/profile.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { exerciseTextsOf, makeExerciseLookup, readProgramExercises } from "@/features/programs/program-exercises.ts";
import type { Gym } from "@/training/gym.ts";
import { neededStarts } from "@/training/programs/starts.ts";
import type { Plan } from "@/training/programs/plan.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { TextField } from "@/ui/field.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { enrol, type Edition } from "./commands.ts";
import { EnrolPreview } from "./enrol-preview.tsx";
import { ExerciseChoices } from "./exercise-choices.tsx";
import { enrolmentHref } from "./href.ts";
import { loadingFor } from "./run.ts";
import { StartFields } from "./start-fields.tsx";
import { ownStarts, readStarts, type StartTexts } from "./start-values.ts";
import { suggestionText } from "./suggestion-text.ts";
import { useSuggestions } from "./use-suggestions.ts";

interface EnrolFormProps {
  readonly edition: Edition;
  readonly plan: Plan;
}

/** Unit, start values with suggestions from the history, open exercises, and the first week with one's own numbers. */
export function EnrolForm({ edition, plan }: EnrolFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const profile = useProfile();
  const [, navigate] = useLocation();
  const [own_unit, setUnit] = useState<WeightUnit | null>(null);
  const [name, setName] = useState(plan.title);
  const [started_on, setStartedOn] = useState(format.today);
  const [typed, setTyped] = useState<StartTexts>({});
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);

  const unit = own_unit ?? format.weight_unit;
  const texts = exerciseTextsOf(plan);
  const exercises = useLive((db) => readProgramExercises(db, texts, Object.values(chosen)), [texts.join(), JSON.stringify(chosen)]);
  const position = useLive((db) => db.enrolments.count(), []) ?? 0;
  const exerciseOf = makeExerciseLookup(exercises ?? [], chosen);
  const needed = neededStarts(plan);
  const own = ownStarts(plan, needed);
  const suggestions = useSuggestions([...needed, ...own], exerciseOf, unit);
  const suggested = needed.flatMap(({ key }) => {
    const suggestion = suggestions.get(key);
    return suggestion ? [[key, suggestionText(suggestion, format.locale)] as const] : [];
  });
  const values: StartTexts = { ...Object.fromEntries(suggested), ...typed };
  const read = readStarts([...needed, ...own], values);
  const open_texts = exercises ? texts.filter((text) => exerciseOf(text) === null) : [];
  const loading = loadingFor(texts, exerciseOf, (profile?.gym ?? null) as Gym | null, unit);
  const problems = read.wrong.size + read.missing.size + open_texts.length;

  const begin = async () => {
    setTried(true);
    if (problems > 0) return showToast(t`Something is still open: see the marked fields.`, { tone: "danger" });
    setBusy(true);
    try {
      const id = await enrol(edition, {
        name: name.trim() || plan.title,
        unit,
        starts: read.starts,
        exercises: { ...chosen, ...ownExercises(texts, exerciseOf) },
        started_on,
        position,
      });
      navigate(enrolmentHref(id), { replace: true });
    } catch {
      setBusy(false);
      showToast(t`This device could not store the change.`, { tone: "danger" });
    }
  };
  return (
    <Page
      title={t`Begin a program`}
      subtitle={plan.title}
      back="/programs"
      wide
      footer={
        <Button variant="primary" size="large" wide busy={busy} onClick={() => void begin()}>
          {t`Begin`}
        </Button>
      }
    >
      {!exercises ? (
        <Skeleton heights={[64, 220]} />
      ) : (
        <Columns
          aside={<EnrolPreview plan={plan} starts={{ unit, starts: read.starts }} loading={loading} exerciseOf={exerciseOf} />}
        >
          <ExerciseChoices
            texts={texts.filter((text) => exerciseOf(text) === null || text in chosen)}
            exerciseOf={exerciseOf}
            show_errors={tried}
            onChoose={(text, id) => setChosen((before) => ({ ...before, [text]: id }))}
          />
          <Card title={t`Start values`}>
            <Segmented
              label={t`Unit`}
              show_label
              value={unit}
              options={[
                { value: "kg", label: "kg" },
                { value: "lb", label: "lb" },
              ]}
              onValue={(value) => {
                setUnit(value);
                setTyped({});
              }}
            />
            <StartFields
              needed={needed}
              own={own}
              values={values}
              suggestions={suggestions}
              unit={unit}
              exerciseOf={exerciseOf}
              read={read}
              show_missing={tried}
              onType={(key, text) => setTyped((before) => ({ ...before, [key]: text }))}
            />
          </Card>
          <Card title={t`Name and start`}>
            <TextField label={t`Name`} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
            <TextField
              label={t`First day`}
              type="date"
              value={started_on}
              onChange={(event) => setStartedOn(event.target.value || format.today)}
            />
          </Card>
        </Columns>
      )}
    </Page>
  );
}

/** Exercises of one's own that are found by their name are named for good: a name may change. */
function ownExercises(texts: readonly string[], exerciseOf: ReturnType<typeof makeExerciseLookup>): Record<string, string> {
  const own = texts.flatMap((text) => {
    const exercise = exerciseOf(text);
    return exercise && exercise.slug !== text ? [[text, exercise.id] as const] : [];
  });
  return Object.fromEntries(own);
}
