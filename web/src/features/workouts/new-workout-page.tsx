import { Trans, useLingui } from "@lingui/react/macro";
import { Dumbbell } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function NewWorkoutPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Log a workout`} back="/train">
      <EmptyState
        icon={<Dumbbell size={28} />}
        title={t`No exercises yet`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>Add exercises and their sets.</Trans>
      </EmptyState>
    </Page>
  );
}
