import { Trans, useLingui } from "@lingui/react/macro";
import { Dumbbell } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function WorkoutPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Workout`} back="/history">
      <EmptyState
        icon={<Dumbbell size={28} />}
        title={t`This workout is not on the device`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>It appears after the next sync.</Trans>
      </EmptyState>
    </Page>
  );
}
