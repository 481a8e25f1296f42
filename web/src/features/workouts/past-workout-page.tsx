import { Trans, useLingui } from "@lingui/react/macro";
import { Repeat2 } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { currentDb } from "@/db/current.ts";
import { useLive } from "@/db/use-live.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { useTemplates } from "@/features/programs/queries.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Page, Section } from "@/ui/page.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { DateTimeFields } from "./date-time-fields.tsx";
import { findRepeatable } from "./repeatable-workouts.ts";
import { refuseTimes } from "./set-limits.ts";
import { beginWorkout, type Source } from "./start-workout.ts";
import { workoutTitle } from "./workout-totals.ts";

const LENGTH_MS = 60 * 60_000;
const ROUND_TO_MS = 5 * 60_000;

/** Log a workout that is over: day, time, and what it begins with; the sets follow on the workout screen. */
export function PastWorkoutPage() {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const exercises = useExerciseMap();
  const templates = useTemplates();
  const workouts = useLive(findRepeatable, []);
  const [, navigate] = useLocation();
  const [times, setTimes] = useState(() => {
    const end_ms = Math.floor(nowMs() / ROUND_TO_MS) * ROUND_TO_MS;
    return { started_at: toIso(end_ms - LENGTH_MS), finished_at: toIso(end_ms) as string | null };
  });
  const refusal = refuseTimes(times.started_at, times.finished_at, nowMs());
  const start = async (source: Source) => {
    if (refusal) return showToast(i18n._(refusal), { tone: "danger" });
    try {
      const id = await beginWorkout(currentDb(), { source, ...times, time_zone: format.time_zone });
      navigate(`/workouts/${id}/edit`, { replace: true });
    } catch {
      showToast(t`This device could not store the workout.`, { tone: "danger" });
    }
  };
  return (
    <Page
      title={t`Log a past workout`}
      back="/train"
      footer={
        <Button variant="primary" size="large" wide onClick={() => void start({ kind: "empty" })}>
          {t`Add exercises`}
        </Button>
      }
    >
      <Card>
        <DateTimeFields {...times} time_zone={format.time_zone} error={refusal ? i18n._(refusal) : undefined} onTimes={setTimes} />
      </Card>
      {((templates && templates.length > 0) || (workouts && workouts.length > 0)) && (
        <Section title={t`Begin with`}>
          <List>
            {templates?.map((template) => (
              <Row
                key={template.id}
                title={template.name}
                subtitle={<Trans>Template</Trans>}
                onPress={() => void start({ kind: "template", template })}
              />
            ))}
            {workouts?.map((workout) => (
              <Row
                key={workout.id}
                leading={<Repeat2 size={20} aria-hidden="true" />}
                title={workoutTitle(workout, exercises) || t`Workout`}
                subtitle={format.day(workout.local_date)}
                onPress={() => void start({ kind: "repeat", workout })}
              />
            ))}
          </List>
        </Section>
      )}
    </Page>
  );
}
