import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CalendarPlus, FileUp, LayoutList, Play, Plus, Repeat2 } from "lucide-react";
import type { Template, Workout } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseMap, type ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { useTemplates } from "@/features/programs/queries.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Columns, Page, Section } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { useAdoptedDraft } from "./adopt-draft.ts";
import { LiveCards } from "./live-cards.tsx";
import { useLiveWorkouts } from "./live-workouts.ts";
import { QuickStart } from "./quick-start-card.tsx";
import { findRepeatable } from "./repeatable-workouts.ts";
import { useStart } from "./use-start.ts";
import { useStartFromLink } from "./use-start-from-link.ts";
import { workoutTitle } from "./workout-totals.ts";
import styles from "./train.module.css";

const TEMPLATES_SHOWN = 4;

interface TrainPageProps {
  readonly programs?: React.ReactNode;
  /** A program says what is next: an empty workout is the exception then. */
  readonly is_following?: boolean;
}

/**
 * Where training begins: the live workout, the programs' next sessions (`programs`, which knows them
 * better than this page), an empty one, a template, or one of the last ones again.
 */
export function TrainPage({ programs, is_following = false }: TrainPageProps) {
  const { t } = useLingui();
  const exercises = useExerciseMap();
  const live = useLiveWorkouts();
  const templates = useTemplates();
  const workouts = useLive(findRepeatable, []);
  const { start, busy } = useStart();
  useStartFromLink();
  useAdoptedDraft();
  return (
    <Page title={t`Train`} wide>
      <Columns
        aside_first={!is_following || (live?.length ?? 0) > 0}
        aside={
          live && live.length > 0 ? (
            <LiveCards workouts={live} exercises={exercises} />
          ) : (
            <Card>
              <Button
                variant={is_following ? "secondary" : "primary"}
                size="large"
                wide
                busy={busy}
                icon={<Play size={20} fill="currentColor" aria-hidden="true" />}
                onClick={() => void start({ kind: "empty" })}
              >
                {t`Start empty workout`}
              </Button>
              <ButtonLink href="/workouts/new" wide icon={<CalendarPlus size={20} aria-hidden="true" />}>
                {t`Log a past workout`}
              </ButtonLink>
            </Card>
          )
        }
      >
        {programs}
        {workouts && workouts.length > 0 && <QuickStart exercises={exercises} onStart={(source) => void start(source)} />}
        {!workouts && <Skeleton heights={[56, 56, 56]} />}
        {templates && (
          <Section
            title={t`Templates`}
            actions={
              <ButtonLink href="/templates" variant="quiet">
                {templates.length === 0 ? t`Make one` : t`All`}
              </ButtonLink>
            }
          >
            {templates.length === 0 ? (
              <p className={styles.muted}>
                <Trans>A template is a workout to start from. Any workout you have done can become one.</Trans>
              </p>
            ) : (
              <List>
                {templates.slice(0, TEMPLATES_SHOWN).map((template) => (
                  <TemplateRow
                    key={template.id}
                    template={template}
                    exercises={exercises}
                    onStart={() => void start({ kind: "template", template })}
                  />
                ))}
              </List>
            )}
          </Section>
        )}
        {workouts && workouts.length > 0 && (
          <Section title={t`Do it again`}>
            <List>
              {workouts.map((workout) => (
                <RepeatRow
                  key={workout.id}
                  workout={workout}
                  exercises={exercises}
                  onStart={() => void start({ kind: "repeat", workout })}
                />
              ))}
            </List>
          </Section>
        )}
        {workouts?.length === 0 && (
          <List>
            <Row
              href="/import"
              leading={<FileUp size={22} aria-hidden="true" />}
              title={t`Bring your history`}
              subtitle={t`Then every exercise starts with what you did last.`}
            />
          </List>
        )}
        {live && live.length > 0 && (
          <List>
            <Row
              onPress={() => void start({ kind: "empty" })}
              leading={<Plus size={22} aria-hidden="true" />}
              title={t`Start another workout`}
            />
            <Row href="/workouts/new" leading={<CalendarPlus size={22} aria-hidden="true" />} title={t`Log a past workout`} />
          </List>
        )}
      </Columns>
    </Page>
  );
}

interface TemplateRowProps {
  readonly template: Template;
  readonly exercises: ExerciseMap | undefined;
  readonly onStart: () => void;
}

function TemplateRow({ template, exercises, onStart }: TemplateRowProps) {
  const { t } = useLingui();
  const names = template.exercises.map((entry) => exercises?.get(entry.exercise_id)?.name ?? t`Exercise`);
  return (
    <Row
      onPress={onStart}
      leading={<LayoutList size={22} aria-hidden="true" />}
      title={template.name}
      subtitle={<span className={styles.twoLines}>{names.join(", ")}</span>}
      trailing={<Play size={18} aria-hidden="true" />}
    />
  );
}

interface RepeatRowProps {
  readonly workout: Workout;
  readonly exercises: ExerciseMap | undefined;
  readonly onStart: () => void;
}

function RepeatRow({ workout, exercises, onStart }: RepeatRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const names = [...new Set(workout.exercises.map((entry) => entry.exercise_id))].map(
    (id) => exercises?.get(id)?.name ?? t`Exercise`,
  );
  const sets = workout.exercises.reduce((sum, entry) => sum + entry.sets.length, 0);
  return (
    <Row
      onPress={onStart}
      leading={<Repeat2 size={22} aria-hidden="true" />}
      title={workoutTitle(workout, exercises) || t`Workout`}
      subtitle={
        <span className={styles.twoLines}>
          {format.day(workout.local_date)} · <Plural value={sets} one="# set" other="# sets" /> · {names.join(", ")}
        </span>
      }
      trailing={<Play size={18} aria-hidden="true" />}
    />
  );
}
