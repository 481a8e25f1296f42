import { useLingui } from "@lingui/react/macro";
import { useLocation, useSearch } from "wouter";
import { Page } from "@/ui/page.tsx";
import { ExerciseForm } from "./exercise-form.tsx";

/** An exercise that the library does not have. `?name=` fills in the name. */
export function NewExercisePage() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const name = new URLSearchParams(useSearch()).get("name") ?? "";
  return (
    <Page title={t`New exercise`} subtitle={t`For what the library does not have.`} back="/exercises">
      <ExerciseForm initial={{ name }} onSaved={({ id }) => navigate(`/exercises/${id}`, { replace: true })} />
    </Page>
  );
}
